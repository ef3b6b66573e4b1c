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
  if (option === SHIPPED || (option === undefined && findUserFile(io.cwd) === undefined)) {
    const shipped = readPacked();
    if (shipped !== null) return shipped;
  }
  const { resolveTaxonomy } = await import("../taxonomy/load-resolve.js");
  const { taxonomy } = await resolveTaxonomy(option, io.cwd, io.env);
  return {
    taxonomy,
    packed: async () => {
      const [{ pack }, { matchTables }] = await Promise.all([
        import("../packed/pack.js"),
        import("../match/tables.js"),
      ]);
      const file = pack(taxonomy, matchTables(taxonomy));
      const shared = new SharedArrayBuffer(file.length);
      new Uint8Array(shared).set(file);
      return shared;
    },
  };
}

/** Null where the program runs from its sources, or the build is of another version. */
function readPacked(): ScanTaxonomy | null {
  try {
    const shared = readShared(SHIPPED_PACKED);
    const taxonomy = unpack(new Uint8Array(shared));
    return taxonomy && { taxonomy, packed: async () => shared };
  } catch {
    return null;
  }
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
