import { readFileSync } from "node:fs";
import { unpack } from "../packed/index.js";
import { findUserFile, SHIPPED, SHIPPED_PACKED } from "../taxonomy/load-paths.js";
import type { Taxonomy } from "../types.js";
import type { Io } from "./io.js";

/**
 * The taxonomy to scan with: the shipped one as it was packed by the build, or whatever else is named.
 * @throws SkilltagError as resolveTaxonomy
 */
export async function scanTaxonomy(option: string | undefined, io: Io): Promise<Taxonomy> {
  if (option === SHIPPED || (option === undefined && findUserFile(io.cwd) === undefined)) {
    const packed = readPacked();
    if (packed !== null) return packed;
  }
  const { resolveTaxonomy } = await import("../taxonomy/load-resolve.js");
  const { taxonomy } = await resolveTaxonomy(option, io.cwd, io.env);
  return taxonomy;
}

/** Null where the program runs from its sources, or the build is of another version. */
function readPacked(): Taxonomy | null {
  try {
    return unpack(readFileSync(SHIPPED_PACKED));
  } catch {
    return null;
  }
}
