/**
 * Optimised machine code of WebAssembly, kept in a file: V8 compiles quickly at first and optimises what runs often
 * meanwhile, which takes longer than to read some thousand postings. V8 can write and read it, but Node hands that out
 * under no name of its own, only as functions of V8's for tests. What another V8 has written, or one with other
 * settings or for another processor, V8 itself refuses.
 */
import { existsSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import type { KernelModule } from "../kernel/index.js";

/** Lets scripts call V8's own functions. */
const OWN_FUNCTIONS = "allow-natives-syntax";
/**
 * V8's settings that are turned off while it compiles: those that keep it from optimising everything at once; looking
 * at every call and turn of a loop whether the stack is used up, which it never is where nothing calls itself (4 % of the
 * time); loops unrolled, which makes them no faster.
 */
const TURNED_OFF = [
  ...["liftoff", "wasm-lazy-compilation", "wasm-dynamic-tiering"],
  ...["wasm-stack-checks", "wasm-loop-unrolling"],
];

/** Reads what `compileAhead` gave; null where this V8 cannot, or there is no such file. */
export function compiledAhead(bytes: Uint8Array, file: string): KernelModule | null {
  if (!existsSync(file)) return null;
  try {
    return (call("DeserializeWasmModule", exactly(readFileSync(file)), bytes) as KernelModule) ?? null;
  } catch {
    return null;
  }
}

/** Optimises all of a WebAssembly module, in which nothing may call itself; null where this V8 does not hand out what it has made. */
export function compileAhead(compile: () => KernelModule | undefined): Uint8Array | null {
  const set = (no: string) => {
    for (const setting of TURNED_OFF) setFlagsFromString(`--${no}${setting}`);
  };
  set("no-");
  const module = compile();
  set("");
  try {
    return new Uint8Array(call("SerializeWasmModule", module) as ArrayBuffer);
  } catch {
    return null;
  }
}

/** Calls one of V8's own functions. */
function call(name: string, ...values: unknown[]): unknown {
  const parameters = values.map((_, i) => `p${i}`).join();
  setFlagsFromString(`--${OWN_FUNCTIONS}`);
  try {
    return runInThisContext(`(${parameters}) => %${name}(${parameters})`)(...values);
  } finally {
    // Other settings than before would be another V8 to what is kept of scripts.
    setFlagsFromString(`--no-${OWN_FUNCTIONS}`);
  }
}

/** The bytes as a buffer of their own. */
function exactly({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
