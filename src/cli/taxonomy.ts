import { readFileSync } from "node:fs";
import { unpack } from "../packed/index.js";
import { findUserFile, SHIPPED, SHIPPED_PACKED } from "../taxonomy/load-paths.js";
import type { Taxonomy } from "../types.js";
import type { Io } from "./io.js";

/** A taxonomy to scan with. */
export interface ScanTaxonomy {
  readonly taxonomy: Taxonomy;
  /** The same as a packed file, for other threads. */
  readonly packed: () => Promise<Uint8Array>;
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
      return pack(taxonomy, matchTables(taxonomy));
    },
  };
}

/** Null where the program runs from its sources, or the build is of another version. */
function readPacked(): ScanTaxonomy | null {
  try {
    const file = readFileSync(SHIPPED_PACKED);
    const taxonomy = unpack(file);
    return taxonomy && { taxonomy, packed: async () => file };
  } catch {
    return null;
  }
}
