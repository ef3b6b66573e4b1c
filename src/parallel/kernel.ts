import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { KernelModule } from "../kernel/index.js";
import { compiledAhead } from "./compiled.js";
import { keptFile } from "./kept.js";

/** The part of WebAssembly's interface that is needed here. */
interface Compiler {
  readonly Module: new (bytes: Uint8Array) => KernelModule;
}

/** Two steps up from src/parallel, dist/parallel and the bundle in dist/bin alike. */
const FILE = new URL("../../dist/kernel/kernel.wasm", import.meta.url);

/** Where the build keeps what V8 has made of the kernel, for this version of Node. */
export const COMPILED_KERNEL = keptFile(fileURLToPath(new URL("kernel", FILE)));

/** The kernel as WebAssembly. */
export function kernelBytes(): Uint8Array {
  return readFileSync(FILE);
}

/** Compiles the kernel here and now; undefined where there is no WebAssembly, and an error where it is too old. */
export function compileKernel(bytes: Uint8Array): KernelModule | undefined {
  const compiler = (globalThis as { WebAssembly?: Compiler }).WebAssembly;
  return compiler && new compiler.Module(bytes);
}

/**
 * The compiled kernel, for all threads of a run; null where this machine cannot run it (no WebAssembly,
 * or none with SIMD): then the plain engine does its work.
 */
export function loadKernel(bytes: Uint8Array = kernelBytes()): KernelModule | null {
  try {
    return compileKernel(bytes) ?? null;
  } catch {
    return null;
  }
}

/** The same from what the build has compiled, which changes V8's settings for a moment: only where the process is our own. */
export function loadKernelAhead(): KernelModule | null {
  const bytes = kernelBytes();
  return compiledAhead(bytes, COMPILED_KERNEL) ?? loadKernel(bytes);
}
