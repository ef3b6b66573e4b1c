import { readFileSync } from "node:fs";
import type { KernelModule } from "../kernel/index.js";

/** The part of WebAssembly's interface that is needed here. */
interface Compiler {
  readonly Module: new (bytes: Uint8Array) => KernelModule;
}

/** Two steps up from src/parallel, dist/parallel and the bundle in dist/bin alike. */
const FILE = new URL("../../dist/kernel/kernel.wasm", import.meta.url);

/**
 * The compiled kernel, for all threads of a run; null where this machine cannot run it (no WebAssembly,
 * or none with SIMD): then the plain engine does its work.
 */
export function loadKernel(): KernelModule | null {
  const compiler = (globalThis as { WebAssembly?: Compiler }).WebAssembly;
  if (compiler === undefined) return null;
  const bytes = readFileSync(FILE);
  try {
    return new compiler.Module(bytes);
  } catch {
    return null;
  }
}
