/** Taxonomies that the build has not packed: releases, and the user's own. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { Vocabulary } from "../context/index.js";
import { matchTables } from "../match/index.js";
import { PACKED_FORMAT, pack } from "../packed/index.js";
import { cachePath, seemsToExtend, tryToKeep } from "../taxonomy/load-cache.js";
import { findUserFile, SHIPPED } from "../taxonomy/load-paths.js";
import { readFile, writeWhole } from "../taxonomy/load-store.js";
import type { CompiledTaxonomy } from "../types.js";
import type { Io } from "./io.js";
import { openPacked, readPacked, type ScanTaxonomy } from "./taxonomy.js";

/**
 * The taxonomy that is meant by `--taxonomy`, or found. A file that extends the shipped taxonomy is packed once for each
 * content of it: making the tables takes as long as scanning some thousands of postings.
 * @param shipped null where it was not packed
 * @throws SkilltagError as resolveTaxonomy
 */
export async function otherTaxonomy(
  option: string | undefined,
  io: Io,
  shipped: ScanTaxonomy | null,
): Promise<ScanTaxonomy> {
  const cached = shipped === null ? null : cachedFile(option, io, shipped.taxonomy.digest);
  const known = cached === null ? null : readPacked(cached);
  if (known !== null) return known;
  const { resolveTaxonomy } = await import("../taxonomy/load-resolve.js");
  const { taxonomy, base } = await resolveTaxonomy(option, io.cwd, io.env);
  // What its text seems to extend must be what it does extend.
  if (cached === null || base?.digest !== shipped?.taxonomy.digest)
    return { taxonomy, packed: async () => packShared(taxonomy) };
  const file = packShared(taxonomy);
  tryToKeep(() => writeWhole(cached, new Uint8Array(file)));
  return openPacked(file)!;
}

function packShared(taxonomy: CompiledTaxonomy): SharedArrayBuffer {
  const file = pack(taxonomy, matchTables(taxonomy), new Vocabulary(taxonomy).records());
  const shared = new SharedArrayBuffer(file.length);
  new Uint8Array(shared).set(file);
  return shared;
}

/** Where the file is kept packed; null where it does not extend the shipped taxonomy alone, by what it seems to say. */
function cachedFile(option: string | undefined, io: Io, digest: string): string | null {
  const path = option === undefined ? findUserFile(io.cwd) : resolve(io.cwd, option);
  if (path === undefined || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const text = readFile(path);
  return seemsToExtend(text) === SHIPPED ? cachePath(io.env, text, digest, PACKED_FORMAT, "bin") : null;
}
