import { CLASS, IGNORED, SEPARATOR, WORD } from "../folded.js";
import type { Seams } from "./fold.js";
import type { MatchBuffer } from "./list.js";
import type { Pattern } from "./pattern.js";
import { HASH_PRIME, HASH_SEED, lookUp, type Tables } from "./tables.js";
import { found, verify } from "./verify.js";

/** Shorter forms are too often a part of a name ("GoCardless") to be looked for inside words. */
const SHORTEST_GLUED = 3;
const LONGEST_VERSION = 4;

/**
 * Finds what the scan by words cannot see, because it stands in a longer run of letters and digits:
 *
 * - a version: digits behind a form of two letters or more ("Python3", "GPT4", "C++17" is found by the scan itself)
 * - glued text: where a converter lost the line break between two bullets, a form that ends a line runs into the
 *   first word of the next ("KubernetesFamiliarity with"). The second part must be an opener or a heading, so that
 *   names in camel case stay whole.
 * - the other way round: a capitalised form behind a run of small letters that ends a line ("environmentPython").
 */
export function scanSeams(
  folded: Uint8Array,
  bytes: Uint8Array,
  seams: Seams,
  aliases: Tables,
  cues: Tables,
  openers: ReadonlySet<number>,
  tools: MatchBuffer,
  cueMatches: MatchBuffer,
): void {
  for (let s = 0; s < seams.count; s++) {
    const seam = seams.positions[s]!;
    const start = wordStart(folded, seam);
    const end = wordEnd(folded, seam);
    if (isDigit(folded[seam]!)) {
      if (endsInVersion(folded, seam, end)) {
        const pattern = at(aliases, folded, bytes, start, seam, false, seam);
        if (pattern && pattern.folded.length > 1) tools.insert(pattern.id, found.start, end);
      }
      continue;
    }
    const opener = at(cues, folded, bytes, seam, end, true, -1);
    if (opener && openers.has(opener.id)) {
      cueMatches.insert(opener.id, found.start, found.end);
      const pattern = endingAt(aliases, folded, bytes, start, seam);
      if (pattern && pattern.folded.length >= SHORTEST_GLUED)
        tools.insert(pattern.id, found.start, found.end);
      const cue = endingAt(cues, folded, bytes, start, seam);
      if (cue) cueMatches.insert(cue.id, found.start, found.end);
    }
    if (seam - start > SHORTEST_GLUED && isAllLower(bytes, start, seam)) {
      const pattern = at(aliases, folded, bytes, seam, end, true, -1);
      if (pattern && pattern.folded.length > SHORTEST_GLUED) tools.insert(pattern.id, found.start, found.end);
    }
  }
}

/** The longest pattern whose first word is the text from `start` to `end`. */
function at(
  tables: Tables,
  folded: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
  seamStart: boolean,
  seamEnd: number,
): Pattern | undefined {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++)
    if (folded[i] !== IGNORED) hash = Math.imul(hash ^ folded[i]!, HASH_PRIME);
  const chain = lookUp(tables, hash);
  if (!chain) return undefined;
  for (const pattern of chain) if (verify(pattern, folded, bytes, start, seamStart, seamEnd)) return pattern;
  return undefined;
}

/** How many words before a seam a form may begin ("Google Cloud PlatformExperience"). */
const LONGEST_GLUED = 4;

/** The longest pattern that ends exactly at `seam`; it may begin some words before. */
function endingAt(
  tables: Tables,
  folded: Uint8Array,
  bytes: Uint8Array,
  start: number,
  seam: number,
): Pattern | undefined {
  const starts = [start];
  for (let n = 1; n < LONGEST_GLUED; n++) {
    let i = starts[0]! - 1;
    while (i >= 0 && CLASS[folded[i]!] !== WORD && folded[i] !== 0x0a) i--;
    if (i < 0 || CLASS[folded[i]!] !== WORD) break;
    starts.unshift(wordStart(folded, i));
  }
  for (const first of starts) {
    const end = first === start ? seam : wordEnd(folded, first);
    const pattern = at(tables, folded, bytes, first, end, false, seam);
    if (pattern && found.end === seam) return pattern;
  }
  return undefined;
}

function wordStart(folded: Uint8Array, i: number): number {
  while (i > 0 && CLASS[folded[i - 1]!] !== SEPARATOR) i--;
  while (folded[i] === IGNORED) i++;
  return i;
}

function wordEnd(folded: Uint8Array, i: number): number {
  while (CLASS[folded[i]!] !== SEPARATOR) i++;
  return i;
}

/** Digits to the end of the word, few enough to be a version. */
function endsInVersion(folded: Uint8Array, seam: number, end: number): boolean {
  if (end - seam > LONGEST_VERSION) return false;
  for (let i = seam; i < end; i++) if (!isDigit(folded[i]!) && folded[i] !== IGNORED) return false;
  return true;
}

function isAllLower(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! < 0x61 || bytes[i]! > 0x7a) return false;
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
