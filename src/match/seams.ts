import { IGNORED, isDigit, isLower } from "../folded.js";
import type { Tables, Taxonomy } from "../types.js";
import { longestAt } from "./find.js";
import type { MatchBuffer } from "./list.js";
import { firstForm, idOf, nextForm, sizeOf, step } from "./tables.js";
import type { Text } from "./text.js";
import { found, verify } from "./verify.js";
import { hashOf, wordFrom } from "./words.js";

/** Shorter forms are too often a part of a name ("GoCardless") to be looked for inside words. */
const SHORTEST_GLUED = 3;
const LONGEST_VERSION = 4;
/** A longer run of letters and digits is no text, and each of its seams would cost its length. */
const LONGEST_WORD = 1000;
/** How many words before a seam a form may begin ("Google Cloud PlatformExperience"). */
const LONGEST_GLUED = 4;

/** Whether a cue may follow a form without a space: an opener or a heading. */
export function isOpener({ cues }: Taxonomy, cue: number): boolean {
  return cues.at(cue)!.roles.some((role) => role.kind === "opener" || role.kind === "section");
}

/**
 * Finds what the scan by words cannot see, because it stands in a longer run of letters and digits:
 *
 * - a version: digits behind a form of two letters or more ("Python3", "GPT4"; "C++17" is found by the scan itself)
 * - glued text: where a converter lost the line break between two bullets, a form that ends a line runs into the
 *   first word of the next ("KubernetesFamiliarity with"). The second part must be an opener or a heading, so that
 *   names in camel case stay whole.
 * - the other way round: a capitalised form behind a run of small letters that ends a line ("environmentPython").
 *
 * @param mayFollow see isOpener
 */
export function findAtSeams(
  text: Text,
  aliases: Tables,
  cues: Tables,
  mayFollow: (cue: number) => boolean,
  tools: MatchBuffer,
  cueMatches: MatchBuffer,
): void {
  const { seams, words, folded, bytes } = text;
  for (let s = 0; s < seams.count; s++) {
    const seam = seams.positions[s]!;
    const word = wordFrom(words, seam + 1) - 1;
    const start = words.starts[word]!;
    const end = words.ends[word]!;
    if (end - start > LONGEST_WORD) continue;
    if (isDigit(folded[seam]!)) {
      const version = endOfVersion(text, seam, end);
      if (version >= 0) {
        const form = endingAt(aliases, text, word, seam, 1, false);
        if (form >= 0 && sizeOf(aliases, form) > 1) tools.insert(idOf(aliases, form), found.start, version);
      }
      // "Basic Qualifications4+ years": a heading runs into a number.
      insertEnding(cues, text, word, seam, cueMatches);
      continue;
    }
    const rest = hashOf(folded, seam, end);
    if (longestAt(cues, text, word, rest, seam, true, -1, 0, mayFollow) >= 0) {
      const cue = longestAt(cues, text, word, rest, seam, true, -1, 0);
      cueMatches.insert(idOf(cues, cue), found.start, found.end);
      const form = endingAt(aliases, text, word, seam, LONGEST_GLUED, false);
      if (form >= 0 && sizeOf(aliases, form) >= SHORTEST_GLUED) {
        tools.insert(idOf(aliases, form), found.start, found.end);
      }
      insertEnding(cues, text, word, seam, cueMatches);
    }
    if (seam - start > SHORTEST_GLUED && isAllLower(bytes, start, seam)) {
      const form = longestAt(aliases, text, word, rest, seam, true, -1, 0);
      if (form >= 0 && sizeOf(aliases, form) > SHORTEST_GLUED) {
        tools.insert(idOf(aliases, form), found.start, found.end);
      }
    }
  }
}

function insertEnding(cues: Tables, text: Text, word: number, seam: number, matches: MatchBuffer): void {
  const cue = endingAt(cues, text, word, seam, LONGEST_GLUED, true);
  if (cue >= 0) matches.insert(idOf(cues, cue), found.start, found.end);
}

/**
 * The form of most words that ends at the seam inside `word`, or -1. It may begin up to `most` - 1 words before, with
 * a whole word or, where `glued` allows it, behind a seam ("modelingPreferred QualificationsExperience").
 */
function endingAt(
  tables: Tables,
  text: Text,
  word: number,
  seam: number,
  most: number,
  glued: boolean,
): number {
  const { words, folded, bytes } = text;
  const part = hashOf(folded, words.starts[word]!, seam);
  for (let first = Math.max(0, word - most + 1); first <= word; first++) {
    const begin = words.starts[first]!;
    const end = first < word ? words.ends[first]! : seam;
    const inner = glued ? lastSeam(text, begin, end) : -1;
    for (const start of inner > begin ? [begin, inner] : [begin]) {
      let node = step(
        tables,
        0,
        start === begin && first < word ? words.hashes[first]! : hashOf(folded, start, end),
      );
      for (let w = first + 1; w <= word && node !== 0; w++) {
        node = step(tables, node, w < word ? words.hashes[w]! : part);
      }
      if (node === 0) continue;
      for (let form = firstForm(tables, node); form >= 0; form = nextForm(tables, form)) {
        if (verify(tables, form, folded, bytes, start, start > begin, seam) && found.end === seam)
          return form;
      }
    }
  }
  return -1;
}

/** The last seam between two offsets; -1 where there is none. */
function lastSeam({ seams }: Text, from: number, to: number): number {
  let low = 0;
  let high = seams.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seams.positions[middle]! < to) low = middle + 1;
    else high = middle;
  }
  const last = low > 0 ? seams.positions[low - 1]! : -1;
  return last > from ? last : -1;
}

/** The end of the digits that fill the word from the seam on; -1 where something else does, or too many do. */
function endOfVersion({ folded, bytes }: Text, seam: number, wordEnd: number): number {
  let end = seam;
  for (let i = seam; i < wordEnd; i++) {
    if (isDigit(folded[i]!)) end = i + 1;
    else if (folded[i] !== IGNORED) return -1;
    // The rest of a full-width digit; but not an escape or a soft hyphen behind the last one.
    else if (end === i && (bytes[i]! & 0xc0) === 0x80) end = i + 1;
  }
  return end - seam > LONGEST_VERSION ? -1 : end;
}

function isAllLower(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isLower(bytes[i]!)) return false;
  return true;
}
