import { IGNORED, isDigit, isLower } from "../../folded.js";
import { longestAt, step } from "./find";
import { hashOf } from "./hash";
import { insertMatch } from "./matches";
import { endOf, foldedAt, glued, hashes, numberAt, rawAt, seams, startOf, tools } from "./memory";
import { seamCount, wordCount } from "./notes";
import { firstForm, idOf, nextForm, openTables, sizeOf } from "./tables";
import { foundEnd, foundStart, verify } from "./verify";

/** As in ../../match/seams.ts. */
const SHORTEST_GLUED: i32 = 3;
const LONGEST_VERSION: i32 = 4;
const LONGEST_WORD: i32 = 1000;
const LONGEST_GLUED: i32 = 4;

/** How many matches there are, at `tools` and at `glued`. */
export let toolCount: i32 = 0;
export let gluedCount: i32 = 0;

/**
 * Adds what stands at seams to the `found` matches at `tools`, and cues to `glued`; findAtSeams in ../../match/seams.ts.
 */
export function findAtSeams(aliasTables: usize, cueTables: usize, found: i32): void {
  toolCount = found;
  gluedCount = 0;
  for (let s = 0; s < seamCount; s++) {
    const seam = numberAt(seams, s);
    const word = wordFrom(seam + 1) - 1;
    const start = startOf(word);
    const end = endOf(word);
    if (end - start > LONGEST_WORD) continue;
    if (isDigit(foldedAt(seam))) {
      const version = endOfVersion(seam, end);
      if (version >= 0) {
        openTables(aliasTables);
        const form = endingAt(word, seam, 1, false);
        if (form >= 0 && sizeOf(form) > 1) insertTool(form, version);
      }
      openTables(cueTables);
      insertEnding(word, seam);
      continue;
    }
    const rest = hashOf(seam, end);
    openTables(cueTables);
    if (longestAt(word, rest, seam, true, 0, true) >= 0) {
      const cue = longestAt(word, rest, seam, true, 0, false);
      gluedCount = insertMatch(glued, gluedCount, idOf(cue), foundStart, foundEnd);
      openTables(aliasTables);
      const form = endingAt(word, seam, LONGEST_GLUED, false);
      if (form >= 0 && sizeOf(form) >= SHORTEST_GLUED) insertTool(form, foundEnd);
      openTables(cueTables);
      insertEnding(word, seam);
    }
    if (seam - start > SHORTEST_GLUED && isAllLower(start, seam)) {
      openTables(aliasTables);
      const form = longestAt(word, rest, seam, true, 0, false);
      if (form >= 0 && sizeOf(form) > SHORTEST_GLUED) insertTool(form, foundEnd);
    }
  }
}

function insertTool(form: i32, end: i32): void {
  toolCount = insertMatch(tools, toolCount, idOf(form), foundStart, end);
}

function insertEnding(word: i32, seam: i32): void {
  const cue = endingAt(word, seam, LONGEST_GLUED, true);
  if (cue >= 0) gluedCount = insertMatch(glued, gluedCount, idOf(cue), foundStart, foundEnd);
}

/** The form of most words that ends at the seam inside `word`, or -1; endingAt in ../../match/seams.ts. */
function endingAt(word: i32, seam: i32, most: i32, isGlued: bool): i32 {
  const part = hashOf(startOf(word), seam);
  for (let first = max(0, word - most + 1); first <= word; first++) {
    const begin = startOf(first);
    const end = first < word ? endOf(first) : seam;
    const whole = endingFrom(begin, begin, end, first, word, part, seam);
    if (whole >= 0) return whole;
    const inner = isGlued ? lastSeam(begin, end) : -1;
    if (inner <= begin) continue;
    const form = endingFrom(inner, begin, end, first, word, part, seam);
    if (form >= 0) return form;
  }
  return -1;
}

/** The same where the form begins at `start`, in the word `first` that begins at `begin`. */
function endingFrom(start: i32, begin: i32, end: i32, first: i32, word: i32, part: i32, seam: i32): i32 {
  let node = step(0, start === begin && first < word ? numberAt(hashes, first) : hashOf(start, end));
  for (let w = first + 1; w <= word && node !== 0; w++) {
    node = step(node, w < word ? numberAt(hashes, w) : part);
  }
  if (node === 0) return -1;
  for (let form = firstForm(node); form >= 0; form = nextForm(form)) {
    if (verify(form, start, start > begin, seam) && foundEnd === seam) return form;
  }
  return -1;
}

/** The last seam between two offsets; -1 where there is none. */
function lastSeam(from: i32, to: i32): i32 {
  let low = 0;
  let high = seamCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(seams, middle) < to) low = middle + 1;
    else high = middle;
  }
  const last = low > 0 ? numberAt(seams, low - 1) : -1;
  return last > from ? last : -1;
}

function endOfVersion(seam: i32, wordEnd: i32): i32 {
  let end = seam;
  for (let i = seam; i < wordEnd; i++) {
    if (isDigit(foldedAt(i))) end = i + 1;
    else if (foldedAt(i) !== IGNORED) return -1;
    else if (end === i && (rawAt(i) & 0xc0) === 0x80) end = i + 1;
  }
  return end - seam > LONGEST_VERSION ? -1 : end;
}

function isAllLower(start: i32, end: i32): bool {
  for (let i = start; i < end; i++) if (!isLower(rawAt(i))) return false;
  return true;
}

/** The first word that starts at `offset` or later; as many as there are where none does. */
export function wordFrom(offset: i32): i32 {
  let low = 0;
  let high = wordCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
