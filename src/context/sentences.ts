import {
  BULLET,
  CLASS,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  EXCLAMATION,
  FULL_STOP,
  HYPHEN,
  IGNORED,
  isLower,
  isUpper,
  LINE_FEED,
  OPEN_BRACKET,
  QUESTION,
  SEMICOLON,
  SPACE,
  STAR,
  WORD,
} from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { ByteSet, nextByte } from "./bytes.js";
import type { Page } from "./page.js";
import { Place } from "./pool.js";

/**
 * No sentence of an ad is longer, in bytes. What is written without a full stop is cut at a space, so that the time
 * to judge a text grows with its length and no faster, whatever stands in it.
 */
const LONGEST_SENTENCE: i32 = 2000;
/** What may end a sentence; spaces may, where there are several. */
const ENDS: ByteSet = new ByteSet([BULLET, STAR, FULL_STOP, EXCLAMATION, QUESTION]);

/** Where sentenceAt found a sentence, until it is called again. */
export const sentenceFound: Place = new Place();

/**
 * Finds the sentence of a block that holds `offset`, looked for from `from` on, which is the beginning of the block's
 * text or the end of an earlier sentence: from the end of the one before to its own end mark. A full stop ends
 * one where a space and a capital, digit or bracket follow, or the block ends, and the word before it is no
 * abbreviation (a single letter, or a cue that says so). No sentence is much longer than LONGEST_SENTENCE. The
 * result is in `sentenceFound`.
 */
export function sentenceAt(page: Page, blockEnd: i32, from: i32, offset: i32): void {
  const folded = page.folded;
  let start = from;
  let i = nextEnd(folded, start, from, blockEnd);
  while (i < blockEnd) {
    const isCut = folded[i] === SPACE && i - start > LONGEST_SENTENCE;
    const next = isCut ? i + 1 : sentenceEnd(page, i, blockEnd);
    if (next > offset) break;
    if (next >= 0) start = next;
    i = nextEnd(folded, start, next < 0 ? i + 1 : next, blockEnd);
  }
  sentenceFound.start = start;
  sentenceFound.end = i;
}

/** The first byte from `from` on that may end the sentence which begins at `start`; any space may where it is too long. */
function nextEnd(folded: Uint8Array, start: i32, from: i32, blockEnd: i32): i32 {
  const end = ENDS.nextOrPair(folded, SPACE, from, blockEnd);
  const late = start + LONGEST_SENTENCE + 1;
  return end <= late ? end : nextByte(folded, SPACE, from > late ? from : late, end);
}

/** Where the next sentence begins when the byte at `i` ends one, else -1. */
function sentenceEnd(page: Page, i: i32, end: i32): i32 {
  const folded = page.folded;
  const byte: i32 = folded[i]!;
  if (byte === BULLET) return i + 1;
  if (byte === STAR && folded[i + 1] === SPACE && i > 0 && folded[i - 1] === SPACE) return i + 2;
  // A converter that lost the line breaks often left two or more spaces where they were.
  if (byte === SPACE && folded[i + 1] === SPACE && folded[i + 2] === SPACE) return i + 3;
  if (byte !== FULL_STOP && byte !== EXCLAMATION && byte !== QUESTION) return -1;
  let k = i + 1;
  while (k < end && folded[k] === IGNORED) k++;
  if (k >= end) return end;
  if (folded[k] === CLOSE_BRACKET) return -1;
  if (CLASS[folded[k]!] === WORD) return byte === FULL_STOP && isGlued(page, i, k) ? k : -1;
  while (k < end && CLASS[folded[k]!] !== WORD && folded[k] !== OPEN_BRACKET) k++;
  if (k >= end) return end;
  if (byte !== FULL_STOP) return k;
  if (isLower(page.bytes[k]!)) return -1;
  // A single letter (e.g., z.B., i.e.) never ends one, but for the names of languages that end a list ("C, R.").
  if (i > 1 && folded[i - 2] === FULL_STOP && wordLength(folded, i) === 1) return -1;
  return abbreviates(page, i) ? -1 : k;
}

/**
 * Whether the word at `k` was glued to the full stop at `stop`: "…pipelines.Experience with", a capital behind a small
 * letter; "Node.js" and "3.5" go on.
 */
function isGlued(page: Page, stop: i32, k: i32): bool {
  const folded = page.folded;
  const bytes = page.bytes;
  return (
    isUpper(bytes[k]!) &&
    stop > 0 &&
    CLASS[folded[stop - 1]!] === WORD &&
    isLower(bytes[stop - 1]!) &&
    k + 1 < page.length &&
    isLower(bytes[k + 1]!) &&
    wordLength(folded, stop) > 2
  );
}

/** Whether the word that ends at `stop` is an abbreviation. */
export function abbreviates(page: Page, stop: i32): bool {
  const cue = page.cues.firstFrom(stop) - 1;
  return cue >= 0 && page.cues.end(cue) === stop && page.info(cue).abbreviation;
}

function wordLength(folded: Uint8Array, end: i32): i32 {
  let i = end;
  while (i > 0 && CLASS[folded[i - 1]!] === WORD) i--;
  return end - i;
}

/** What parts a sentence, as a number that tells how strongly. */
export const NO_BREAK: i32 = 0;
export const COMMA_BREAK: i32 = 1;
export const COLON_BREAK: i32 = 2;
export const CLAUSE_BREAK: i32 = 3;

/** Whether the byte at `i` ends a clause: `;` `:` an em dash, a hyphen or dash between spaces, a line end, `|`. */
export function breakAt(folded: Uint8Array, i: i32): i32 {
  const byte: i32 = folded[i]!;
  if (byte === COMMA) return COMMA_BREAK;
  if (byte === SEMICOLON || byte === DASH || byte === EXCLAMATION || byte === QUESTION || byte === BULLET)
    return CLAUSE_BREAK;
  if (byte === COLON) return CLASS[folded[i + 1]!] === WORD ? NO_BREAK : COLON_BREAK;
  if (byte !== HYPHEN || i === 0) return NO_BREAK;
  return isSpace(folded[i - 1]!) && isSpace(nextSeen(folded, i)) ? CLAUSE_BREAK : NO_BREAK;
}

function nextSeen(folded: Uint8Array, i: i32): i32 {
  let k = i + 1;
  while (folded[k] === IGNORED) k++;
  return folded[k]!;
}

function isSpace(byte: i32): bool {
  return byte === SPACE || byte === LINE_FEED;
}
