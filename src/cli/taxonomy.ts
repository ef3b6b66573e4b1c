import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { unpack } from "../packed/index.js";
import { findUserFile, SHIPPED, SHIPPED_PACKED } from "../taxonomy/load-paths.js";
import type { Taxonomy } from "../types.js";
import type { Io } from "./io.js";

/** A taxonomy to scan with. */
export interface ScanTaxonomy {
  readonly taxonomy: Taxonomy;
  /** The same as a packed file, in memory that threads can share. */
  readonly packed: () => Promise<SharedArrayBuffer>;
}

/**
 * The taxonomy to scan with: the shipped one as it was packed by the build, or whatever else is named.
 * @throws SkilltagError as resolveTaxonomy
 */
export async function scanTaxonomy(option: string | undefined, io: Io): Promise<ScanTaxonomy> {
  const shipped = readPacked(SHIPPED_PACKED);
  if (
    shipped !== null &&
    (option === SHIPPED || (option === undefined && findUserFile(io.cwd) === undefined))
  )
    return shipped;
  const { otherTaxonomy } = await import("./other-taxonomy.js");
  return otherTaxonomy(option, io, shipped);
}

/** A packed taxonomy from its file; null where there is none of this version of the program. */
export function readPacked(path: string): ScanTaxonomy | null {
  try {
    return openPacked(readShared(path));
  } catch {
    return null;
  }
}

/** The taxonomy of a packed file; null where it is not of this version of the program. */
export function openPacked(shared: SharedArrayBuffer): ScanTaxonomy | null {
  const taxonomy = unpack(new Uint8Array(shared));
  return taxonomy && { taxonomy, packed: async () => shared };
}

/** Reads a file into memory that threads can share, so that nobody has to copy it. */
function readShared(path: string): SharedArrayBuffer {
  const descriptor = openSync(path, "r");
  try {
    const shared = new SharedArrayBuffer(fstatSync(descriptor).size);
    const bytes = new Uint8Array(shared);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(descriptor, bytes, at, bytes.length - at, at);
      if (read === 0) throw new Error("the file is shorter than it was");
      at += read;
    }
    return shared;
  } finally {
    closeSync(descriptor);
  }
}
