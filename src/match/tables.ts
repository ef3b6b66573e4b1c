import type { CompiledTaxonomy } from "../types.js";
import { compilePattern, type Pattern } from "./pattern.js";

/** FNV-1a over 32 bits: multiply after each byte; http://www.isthe.com/chongo/tech/comp/fnv/ */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** Bits of the hash that the filter is indexed by. */
export const FILTER_BITS = 16;

/** Patterns of one kind, looked up by the hash of their first word. */
export interface Tables {
  /** One byte a value of the hash's upper FILTER_BITS bits: 1 where some pattern has it. Most words end here. */
  readonly filter: Uint8Array;
  /** Open addressing over hash values: 0 is free, else 1 + an index of `chains`. */
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  readonly mask: number;
  /** Patterns whose first words share a hash, longest first. */
  readonly chains: readonly (readonly Pattern[])[];
}

/** Tables of all aliases, each under its alias index. */
export function aliasTables(taxonomy: CompiledTaxonomy): Tables {
  return buildTables(
    taxonomy.aliases.map((alias, id) => compilePattern(id, alias.text, alias.case === "exact", alias.plural)),
  );
}

/** Tables of all cues, each under its cue index. */
export function cueTables(taxonomy: CompiledTaxonomy): Tables {
  return buildTables(
    taxonomy.cues.map((cue, id) => compilePattern(id, cue.text, false, false)),
  );
}

/** Builds the tables of the patterns given; null entries are left out. */
export function buildTables(patterns: readonly (Pattern | null)[]): Tables {
  const byHash = new Map<number, Pattern[]>();
  for (const pattern of patterns) {
    if (!pattern) continue;
    const head = pattern.folded.subarray(pattern.lead, pattern.lead + pattern.head);
    add(byHash, hashOf(head), pattern);
    // A plural s may follow the last letter; where that is the first word's too, the word has another hash.
    if (pattern.plural && pattern.lead + pattern.head === pattern.folded.length) {
      add(byHash, hashOf(Uint8Array.of(...head, 0x73)), pattern);
    }
  }
  let size = 64;
  while (size < byHash.size * 4) size *= 2;
  const slots = new Int32Array(size);
  const hashes = new Int32Array(size);
  const filter = new Uint8Array(1 << FILTER_BITS);
  const chains: Pattern[][] = [];
  for (const [hash, chain] of byHash) {
    chain.sort((a, b) => b.folded.length - a.folded.length || a.id - b.id);
    filter[hash >>> (32 - FILTER_BITS)] = 1;
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = chains.push(chain);
    hashes[slot] = hash;
  }
  return { filter, slots, hashes, mask: size - 1, chains };
}

/** The patterns whose first word has this hash, or undefined. */
export function lookUp(tables: Tables, hash: number): readonly Pattern[] | undefined {
  if (tables.filter[hash >>> (32 - FILTER_BITS)] === 0) return undefined;
  let slot = hash & tables.mask;
  for (;;) {
    const chain = tables.slots[slot]!;
    if (chain === 0) return undefined;
    if (tables.hashes[slot] === hash) return tables.chains[chain - 1];
    slot = (slot + 1) & tables.mask;
  }
}

function hashOf(bytes: Uint8Array): number {
  let hash = HASH_SEED;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, HASH_PRIME);
  return hash;
}

function add(byHash: Map<number, Pattern[]>, hash: number, pattern: Pattern): void {
  const chain = byHash.get(hash);
  if (chain) chain.push(pattern);
  else byHash.set(hash, [pattern]);
}
