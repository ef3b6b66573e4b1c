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
import type { Span } from "../types.js";

/**
 * No sentence of an ad is longer, in bytes. What is written without a full stop is cut at a space, so that the time
 * to judge a text grows with its length and no faster, whatever stands in it.
 */
const LONGEST_SENTENCE = 2000;
/** By folded byte: 1 where it may end a sentence. */
const MAY_END = new Uint8Array(256);
for (const byte of [BULLET, SPACE, STAR, FULL_STOP, EXCLAMATION, QUESTION]) MAY_END[byte] = 1;

/**
 * The sentence of a block that holds `offset`, looked for from `from` on, which is the beginning of the block's text
 * or the end of an earlier sentence: from the end of the one before to its own end mark. A full stop ends
 * one where a space and a capital, digit or bracket follow, or the block ends, and the word before it is no
 * abbreviation (a single letter, or a cue that says so). No sentence is much longer than LONGEST_SENTENCE.
 */
export function sentenceAt(
  folded: Uint8Array,
  bytes: Uint8Array,
  block: Span,
  from: number,
  offset: number,
  isAbbreviation: (stop: number) => boolean,
): Span {
  let start = from;
  for (let i = from; i < block.end; i++) {
    const byte = folded[i]!;
    if (byte === SPACE && i - start > LONGEST_SENTENCE) {
      if (i + 1 > offset) return { start, end: i };
      start = i + 1;
      continue;
    }
    // One space is the most common byte that may end a sentence, and never does.
    if (MAY_END[byte] === 0 || (byte === SPACE && folded[i + 1] !== SPACE)) continue;
    const next = sentenceEnd(folded, bytes, i, block.end, isAbbreviation);
    if (next < 0) continue;
    if (next > offset) return { start, end: i };
    start = next;
    i = next - 1;
  }
  return { start, end: block.end };
}

/** Where the next sentence begins when the byte at `i` ends one, else -1. */
function sentenceEnd(
  folded: Uint8Array,
  bytes: Uint8Array,
  i: number,
  end: number,
  isAbbreviation: (stop: number) => boolean,
): number {
  const byte = folded[i]!;
  if (byte === BULLET) return i + 1;
  if (byte === STAR && folded[i + 1] === SPACE && folded[i - 1] === SPACE) return i + 2;
  // A converter that lost the line breaks often left two or more spaces where they were.
  if (byte === SPACE && folded[i + 1] === SPACE && folded[i + 2] === SPACE) return i + 3;
  if (byte !== FULL_STOP && byte !== EXCLAMATION && byte !== QUESTION) return -1;
  let k = i + 1;
  while (k < end && folded[k] === IGNORED) k++;
  if (k >= end) return end;
  if (folded[k] === CLOSE_BRACKET) return -1;
  const glued = CLASS[folded[k]!] === WORD;
  if (glued) {
    // "…pipelines.Experience with": a capital behind a small letter; "Node.js" and "3.5" go on.
    const isGlue =
      isUpper(bytes[k]!) &&
      CLASS[folded[i - 1]!] === WORD &&
      isLower(bytes[i - 1]!) &&
      bytes[k + 1] !== undefined &&
      isLower(bytes[k + 1]!);
    return isGlue && byte === FULL_STOP && wordLength(folded, i) > 2 ? k : -1;
  }
  while (k < end && CLASS[folded[k]!] !== WORD && folded[k] !== OPEN_BRACKET) k++;
  if (k >= end) return end;
  if (byte !== FULL_STOP) return k;
  // A single letter (e.g., z.B., i.e.) never ends one, but for the names of languages that end a list ("C, R.").
  if ((wordLength(folded, i) === 1 && folded[i - 2] === FULL_STOP) || isAbbreviation(i)) return -1;
  return isLower(bytes[k]!) ? -1 : k;
}

function wordLength(folded: Uint8Array, end: number): number {
  let i = end;
  while (i > 0 && CLASS[folded[i - 1]!] === WORD) i--;
  return end - i;
}

/** What parts a sentence, as a number that tells how strongly. */
export const NO_BREAK = 0;
export const COMMA_BREAK = 1;
export const COLON_BREAK = 2;
export const CLAUSE_BREAK = 3;

/** Whether the byte at `i` ends a clause: `;` `:` an em dash, a hyphen or dash between spaces, a line end, `|`. */
export function breakAt(folded: Uint8Array, i: number): number {
  const byte = folded[i]!;
  if (byte === COMMA) return COMMA_BREAK;
  if (byte === SEMICOLON || byte === DASH || byte === EXCLAMATION || byte === QUESTION || byte === BULLET)
    return CLAUSE_BREAK;
  if (byte === COLON) return CLASS[folded[i + 1]!] === WORD ? NO_BREAK : COLON_BREAK;
  if (byte === HYPHEN && isSpace(folded[i - 1]!) && isSpace(nextByte(folded, i))) return CLAUSE_BREAK;
  if (byte === FULL_STOP && !(CLASS[folded[i + 1]!] === WORD)) return NO_BREAK;
  return NO_BREAK;
}

function nextByte(folded: Uint8Array, i: number): number {
  let k = i + 1;
  while (folded[k] === IGNORED) k++;
  return folded[k]!;
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LINE_FEED;
}
