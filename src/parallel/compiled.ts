/**
 * Optimised machine code of WebAssembly, kept in a file: V8 compiles quickly at first and optimises what runs often
 * meanwhile, which takes longer than to read some thousand postings. V8 can write and read it, but Node hands that out
 * under no name of its own, only as functions of V8's for tests. What another V8 has written, or one with other
 * settings or for another processor, V8 itself refuses.
 */
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import type { KernelModule } from "../kernel/index.js";
import { readKept } from "./kept.js";

/** Lets scripts call V8's own functions. */
const OWN_FUNCTIONS = ["allow-natives-syntax"];
/**
 * V8's settings while it compiles. It optimises everything at once; it does not have calls and loops look whether the
 * stack is used up, which it never is where nothing calls itself (4 % of the time); it does not unroll loops, which makes
 * them no faster.
 */
const ALL_AT_ONCE = [
  ...["no-liftoff", "no-wasm-lazy-compilation", "no-wasm-dynamic-tiering"],
  ...["no-wasm-stack-checks", "no-wasm-loop-unrolling"],
];

/** Bytes before the module: its length, and that of the code behind it. V8 itself would run what is cut off. */
const HEADER = 8;

/** Reads what `compileAhead` gave of these bytes; null where this V8 cannot, and where the file is another one or none. */
export function compiledAhead(bytes: Uint8Array, file: string): KernelModule | null {
  const kept = readKept(file);
  const code = HEADER + bytes.length;
  if (kept === null || kept.length < code || kept.readUInt32LE(0) !== bytes.length) return null;
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
  try {
    const module = during(ALL_AT_ONCE, () => compile(bytes));
    const code = new Uint8Array(call("SerializeWasmModule", module) as ArrayBuffer);
    const header = new Uint8Array(Uint32Array.of(bytes.length, code.length).buffer);
    return Buffer.concat([header, bytes, code]);
  } catch {
    return null;
  }
}

/** Calls one of V8's own functions. */
function call(name: string, ...values: unknown[]): unknown {
  const parameters = values.map((_, i) => `p${i}`).join();
  return during(OWN_FUNCTIONS, () =>
    runInThisContext(`(${parameters}) => %${name}(${parameters})`)(...values),
  );
}

/**
 * Does something with settings of V8 that are not the usual ones. Afterwards those hold again: with others it would be
 * another V8 to what is kept of scripts.
 */
function during<T>(settings: readonly string[], work: () => T): T {
  for (const setting of settings) setFlagsFromString(`--${setting}`);
  try {
    return work();
  } finally {
    for (const setting of settings) {
      setFlagsFromString(setting.startsWith("no-") ? `--${setting.slice(3)}` : `--no-${setting}`);
    }
  }
}

/** The bytes as a buffer of their own. */
function exactly({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
