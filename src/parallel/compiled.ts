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

/** Bytes before the module: its length, and that of the code behind it. V8 itself would run what is cut off. */
const HEADER = 8;

/** Reads what `compileAhead` gave of these bytes; null where this V8 cannot, and where the file is another one or none. */
export function compiledAhead(bytes: Uint8Array, file: string): KernelModule | null {
  if (!existsSync(file)) return null;
  const kept = readFileSync(file);
  const code = HEADER + bytes.length;
  if (kept.length < code || kept.readUInt32LE(0) !== bytes.length) return null;
  if (kept.readUInt32LE(4) !== kept.length - code || !kept.subarray(HEADER, code).equals(bytes)) return null;
  try {
    return (call("DeserializeWasmModule", exactly(kept.subarray(code)), bytes) as KernelModule) ?? null;
  } catch {
    return null;
  }
}

/**
 * Optimises all of a WebAssembly module, in which nothing may call itself.
 * @returns the module and its code, to be kept in a file; null where this V8 cannot compile it, or does not hand out what
 * it has made
 */
export function compileAhead(
  bytes: Uint8Array,
  compile: (bytes: Uint8Array) => KernelModule | undefined,
): Uint8Array | null {
  const set = (no: string) => {
    for (const setting of TURNED_OFF) setFlagsFromString(`--${no}${setting}`);
  };
  try {
    set("no-");
    const module = compile(bytes);
    set("");
    const code = new Uint8Array(call("SerializeWasmModule", module) as ArrayBuffer);
    const header = new Uint8Array(Uint32Array.of(bytes.length, code.length).buffer);
    return Buffer.concat([header, bytes, code]);
  } catch {
    return null;
  } finally {
    set("");
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
