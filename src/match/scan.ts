import { CLASS, IGNORED, SEPARATOR } from "../folded.js";
import type { CompiledTaxonomy, Scan } from "../types.js";
import { fold, PADDING, type Seams } from "./fold.js";
import { MatchBuffer } from "./list.js";
import type { Pattern } from "./pattern.js";
import { scanSeams } from "./seams.js";
import { aliasTables, cueTables, HASH_PRIME, HASH_SEED, lookUp, type Tables } from "./tables.js";
import { found, verify } from "./verify.js";

/** Finds aliases and cues in postings. One matcher serves one posting after another. */
export interface Matcher {
  /**
   * Scans one posting's text (UTF-8, `length` bytes of `bytes`, all of them by default). The result and its arrays
   * are used again by the next call.
   */
  scan(bytes: Uint8Array, length?: number): Scan;
}

/**
 * Compiles the taxonomy's written forms for scanning.
 *
 * What is found, for aliases and for cues apart: at each word, from the left, the longest form that stands there with
 * its edges right; nothing inside what was found before. A form that begins inside another's match is not found.
 */
export function createMatcher(taxonomy: CompiledTaxonomy): Matcher {
  const aliases = aliasTables(taxonomy);
  const cues = cueTables(taxonomy);
  const openers = new Set<number>();
  taxonomy.cues.forEach((cue, id) => {
    if (cue.roles.some((role) => role.kind === "opener" || role.kind === "section")) openers.add(id);
  });
  const toolMatches = new MatchBuffer();
  const cueMatches = new MatchBuffer();
  const seams: Seams = { count: 0, positions: new Int32Array(64) };
  let folded = new Uint8Array(16 * 1024);

  return {
    scan(bytes, length = bytes.length) {
      if (folded.length < length + PADDING) folded = new Uint8Array(2 * length + PADDING);
      fold(bytes, length, folded, seams);
      toolMatches.clear();
      cueMatches.clear();
      scanWords(folded, bytes, length, aliases, cues, toolMatches, cueMatches);
      scanSeams(folded, bytes, seams, aliases, cues, openers, toolMatches, cueMatches);
      return { bytes, length, folded, tools: toolMatches, cues: cueMatches };
    },
  };
}

function scanWords(
  folded: Uint8Array,
  bytes: Uint8Array,
  length: number,
  aliases: Tables,
  cues: Tables,
  tools: MatchBuffer,
  cueMatches: MatchBuffer,
): void {
  let toolEnd = 0;
  let cueEnd = 0;
  let i = 0;
  while (i < length) {
    let byte = folded[i]!;
    if (CLASS[byte] === SEPARATOR || byte === IGNORED) {
      i++;
      continue;
    }
    const start = i;
    let hash = HASH_SEED;
    do {
      if (byte !== IGNORED) hash = Math.imul(hash ^ byte, HASH_PRIME);
      byte = folded[++i]!;
    } while (CLASS[byte] !== SEPARATOR);
    if (start >= toolEnd) {
      const chain = lookUp(aliases, hash);
      if (chain) {
        const pattern = longest(chain, folded, bytes, start, toolEnd);
        if (pattern) {
          tools.push(pattern.id, found.start, found.end);
          toolEnd = found.end;
        }
      }
    }
    if (start >= cueEnd) {
      const chain = lookUp(cues, hash);
      if (chain) {
        const pattern = longest(chain, folded, bytes, start, cueEnd);
        if (pattern) {
          cueMatches.push(pattern.id, found.start, found.end);
          cueEnd = found.end;
        }
      }
    }
  }
}

/** The longest pattern of the chain at `at` that starts at `from` or later; its span is left in `found`. */
function longest(
  chain: readonly Pattern[],
  folded: Uint8Array,
  bytes: Uint8Array,
  at: number,
  from: number,
): Pattern | undefined {
  for (const pattern of chain) {
    if (verify(pattern, folded, bytes, at, false, -1) && found.start >= from) return pattern;
  }
  return undefined;
}
