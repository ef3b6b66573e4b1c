/** Taxonomies that the build has not packed: releases, and the user's own. */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Vocabulary } from "../context/index.js";
import { matchTables } from "../match/index.js";
import { PACKED_FORMAT, pack } from "../packed/index.js";
import { sha256 } from "../taxonomy/digest.js";
import { cacheFolder, findUserFile, SHIPPED } from "../taxonomy/load-paths.js";
import { programVersion, readFile, writeWhole } from "../taxonomy/load-store.js";
import type { CompiledTaxonomy } from "../types.js";
import type { Io } from "./io.js";
import { readPacked, type ScanTaxonomy } from "./taxonomy.js";

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
  const shared = async () => {
    const file = packed(taxonomy);
    const memory = new SharedArrayBuffer(file.length);
    new Uint8Array(memory).set(file);
    return memory;
  };
  // What its text seems to extend must be what it does extend.
  if (cached === null || base?.digest !== shipped?.taxonomy.digest) return { taxonomy, packed: shared };
  keep(cached, packed(taxonomy));
  return readPacked(cached) ?? { taxonomy, packed: shared };
}

function packed(taxonomy: CompiledTaxonomy): Uint8Array {
  return pack(taxonomy, matchTables(taxonomy), new Vocabulary(taxonomy).records());
}

/** Where the file is kept packed; null where it does not extend the shipped taxonomy alone, by what it seems to say. */
function cachedFile(option: string | undefined, io: Io, digest: string): string | null {
  const path = option === undefined ? findUserFile(io.cwd) : resolve(io.cwd, option);
  if (path === undefined || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const text = readFile(path);
  if (/^extends:\s*["']?([^\s"'#]+)/m.exec(text)?.[1] !== SHIPPED) return null;
  const key = sha256(JSON.stringify([text, digest, PACKED_FORMAT, programVersion()])).slice(7);
  return join(cacheFolder(io.env), `${key}.bin`);
}

function keep(path: string, file: Uint8Array): void {
  try {
    writeWhole(path, file);
  } catch {
    // A cache that cannot be written costs time and nothing else.
  }
}
