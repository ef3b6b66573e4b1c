/** What V8 has compiled ahead, kept in files by the build (src/build/cache.ts). */
import { readFileSync } from "node:fs";

/** Where it is kept of a file, for this version of Node: `path` without its ending. */
export function keptFile(path: string): string {
  return `${path}.${process.version}-${process.platform}-${process.arch}.cache`;
}

/** The content of such a file; null where there is none. */
export function readKept(file: string): Buffer<ArrayBuffer> | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
