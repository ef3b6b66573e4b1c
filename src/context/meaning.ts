import { CLASS, HYPHEN, IGNORED, isUpper, LINE_FEED, SEPARATOR, SPACE, WORD } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import type { Conditions } from "./conditions.js";
import type { Page } from "./page.js";
import type { Sentence } from "./reading.js";
import type { Token } from "./token.js";

/** An evidence word speaks for an ambiguous form that is at most so many words away. */
const EVIDENCE_WORDS: i32 = 8;
/** No eight words are longer: the part of a sentence that is looked at. */
const EVIDENCE_BYTES: i32 = 160;

/** Bits of a byte that tell most of them apart. */
const LOW_BITS: i32 = 31;

/** A match's standing while its meaning is sought. */
export const OPEN: i32 = 0;
export const CERTAIN: i32 = 1;
export const REFUSED: i32 = 2;

/**
 * Whether a phrase stands directly behind `at` (after white space or hyphens, if any), ending at a word's edge.
 * @param phrases where they stand in the texts of Facts; 0 for none
 */
export function standsBehind(page: Page, at: i32, phrases: i32): bool {
  if (phrases === 0) return false;
  const folded = page.folded;
  const texts = page.facts.texts;
  const i = skipGap(folded, at);
  if (i === at && CLASS[folded[at]!] === WORD) return false;
  let phrase = phrases;
  let size = numberAt(texts, phrase);
  while (size !== 0) {
    // Some forms have a hundred phrases: the first byte tells most of them off.
    if (folded[i] === texts[phrase + 2] && standsAt(folded, i, texts, phrase + 2, size)) return true;
    phrase += 2 + size;
    size = numberAt(texts, phrase);
  }
  return false;
}

/** A number of two bytes in the texts of Facts: the size of a phrase, or an evidence set. */
function numberAt(texts: Uint8Array, at: i32): i32 {
  const low: i32 = texts[at]!;
  const high: i32 = texts[at + 1]!;
  return low | (high << 8);
}

/** Whether the phrase of `size` bytes at `phrase` of the texts stands at `at` and ends at a word's edge. */
function standsAt(folded: Uint8Array, at: i32, texts: Uint8Array, phrase: i32, size: i32): bool {
  let i = at;
  for (let k = phrase; k < phrase + size; k++) {
    const byte: i32 = texts[k]!;
    if (byte === SPACE) {
      const next = skipGap(folded, i);
      if (next === i) return false;
      i = next;
      continue;
    }
    while (folded[i] === IGNORED) i++;
    if (folded[i] !== byte) return false;
    i++;
  }
  return CLASS[texts[phrase + size - 1]!] !== WORD || CLASS[folded[i]!] !== WORD;
}

/** Whether a phrase stands directly before `at`, beginning at a word's edge; `phrases` as in standsBehind. */
export function standsBefore(page: Page, at: i32, phrases: i32): bool {
  if (phrases === 0) return false;
  const folded = page.folded;
  const texts = page.facts.texts;
  const i = skipGapBack(folded, at - 1);
  if (i < 0) return false;
  let phrase = phrases;
  let size = numberAt(texts, phrase);
  while (size !== 0) {
    const last = phrase + 1 + size;
    if (folded[i] === texts[last] && endsAt(folded, i, texts, phrase + 2, size)) return true;
    phrase += 2 + size;
    size = numberAt(texts, phrase);
  }
  return false;
}

/** Whether the phrase of `size` bytes at `phrase` of the texts ends with the byte at `last` and begins at a word's edge. */
function endsAt(folded: Uint8Array, last: i32, texts: Uint8Array, phrase: i32, size: i32): bool {
  let i = last;
  for (let k = phrase + size - 1; k >= phrase; k--) {
    const byte: i32 = texts[k]!;
    if (byte === SPACE) {
      const next = skipGapBack(folded, i);
      if (next === i) return false;
      i = next;
      continue;
    }
    while (i >= 0 && folded[i] === IGNORED) i--;
    if (i < 0 || folded[i] !== byte) return false;
    i--;
  }
  return CLASS[texts[phrase]!] !== WORD || i < 0 || CLASS[folded[i]!] !== WORD;
}

/** A dash between spaces parts what it stands between; a hyphen inside a word joins. */
function skipGap(folded: Uint8Array, i: i32): i32 {
  let k = i;
  if (folded[k] === SPACE && folded[k + 1] === HYPHEN) return k;
  while (isGap(folded[k]!)) k++;
  return k;
}

function skipGapBack(folded: Uint8Array, i: i32): i32 {
  let k = i;
  while (k >= 0 && isGap(folded[k]!)) k--;
  return k;
}

function isGap(byte: i32): bool {
  return byte === SPACE || byte === HYPHEN || byte === LINE_FEED || byte === IGNORED;
}

/** Whether an evidence word speaks for an ambiguous match: a cue of its tool's sets, or one of its own, near it in the sentence. */
export function hasEvidence(page: Page, conditions: Conditions, sentence: Sentence, token: Token): bool {
  const from = token.start - EVIDENCE_BYTES;
  const to = token.end + EVIDENCE_BYTES;
  const found = page.facts.findEvidence(
    from > sentence.start ? from : sentence.start,
    to < sentence.end ? to : sentence.end,
  );
  for (let c = 0; c < found.count; c++) {
    const start = found.start(c);
    const end = found.end(c);
    if (start < token.end && end > token.start) continue;
    const sets = page.facts.cue(found.pattern(c)).sets;
    if (!shareOne(page.facts.texts, sets, conditions.sets)) continue;
    if (isNear(page.folded, start, end, token)) return true;
  }
  return conditions.ownCues !== 0 && hasOwnCue(page, conditions.ownCues, sentence, token);
}

/** Whether two lists of evidence sets, in the texts of Facts, have one in common. */
function shareOne(texts: Uint8Array, left: i32, right: i32): bool {
  if (left === 0 || right === 0) return false;
  for (let i = left; numberAt(texts, i) !== 0; i += 2) {
    const set = numberAt(texts, i);
    for (let k = right; numberAt(texts, k) !== 0; k += 2) if (numberAt(texts, k) === set) return true;
  }
  return false;
}

/** The same as hasEvidence, for words of the alias's own. */
function hasOwnCue(page: Page, own: i32, sentence: Sentence, token: Token): bool {
  const folded = page.folded;
  const texts = page.facts.texts;
  const firsts = firstBytes(texts, own);
  let inside = sentence.start > 0 && CLASS[folded[sentence.start - 1]!] === WORD;
  for (let i = sentence.start; i < sentence.end; i++) {
    const byte: i32 = folded[i]!;
    const isInside = inside;
    inside = CLASS[byte] === WORD;
    if (isInside || !inside || ((firsts >> (byte & LOW_BITS)) & 1) === 0) continue;
    if (i >= token.start && i < token.end) continue;
    let phrase = own;
    let size = numberAt(texts, phrase);
    while (size !== 0) {
      if (folded[i] === texts[phrase + 2] && standsAt(folded, i, texts, phrase + 2, size)) {
        if (isNear(folded, i, i + size, token)) return true;
      }
      phrase += 2 + size;
      size = numberAt(texts, phrase);
    }
  }
  return false;
}

/** The lower five bits of the first bytes of phrases, as bits: most words begin with none of them. */
function firstBytes(texts: Uint8Array, phrases: i32): i32 {
  let bits = 0;
  let phrase = phrases;
  let size = numberAt(texts, phrase);
  while (size !== 0) {
    const first: i32 = texts[phrase + 2]!;
    bits |= 1 << (first & LOW_BITS);
    phrase += 2 + size;
    size = numberAt(texts, phrase);
  }
  return bits;
}

/** Whether few enough words stand between the match and what stands from `start` to `end`. */
function isNear(folded: Uint8Array, start: i32, end: i32, token: Token): bool {
  const from = end < token.end ? end : token.end;
  const to = start > token.start ? start : token.start;
  return wordsBetween(folded, from, to) <= EVIDENCE_WORDS;
}

/** Words that stand between two offsets. */
function wordsBetween(folded: Uint8Array, from: i32, to: i32): i32 {
  let words = 0;
  let inside = false;
  for (let i = from; i < to; i++) {
    const word = CLASS[folded[i]!] !== SEPARATOR;
    if (word && !inside) words++;
    inside = word;
  }
  return words;
}

/**
 * Whether the match is written with a capital where a common word would not be: not at the beginning of its sentence
 * or behind a colon or bracket, and with a neighbouring word in small letters.
 */
export function isCapitalised(page: Page, sentence: Sentence, token: Token): bool {
  const folded = page.folded;
  const bytes = page.bytes;
  if (!isUpper(bytes[token.start]!)) return false;
  const left = skipGapBack(folded, token.start - 1);
  if (left < sentence.start || CLASS[folded[left]!] !== WORD) return false;
  let word = left;
  while (word > sentence.start && CLASS[folded[word - 1]!] === WORD) word--;
  if (isUpper(bytes[word]!)) return false;
  const right = skipGap(folded, token.end);
  return right >= sentence.end || CLASS[folded[right]!] !== WORD || !isUpper(bytes[right]!);
}
