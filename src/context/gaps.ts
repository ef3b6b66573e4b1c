import {
  CLOSE_BRACKET,
  GREATER_THAN,
  HYPHEN,
  IGNORED,
  isDigit,
  isLower,
  LINE_FEED,
  OPEN_BRACKET,
  PLUS,
  SLASH,
  SPACE,
} from "../folded.js";
import type { bool, i32 } from "../numbers.js";

/** What stands between numbers, and between a number and its unit. What is IGNORED may stand anywhere. */

export const DIGIT_ZERO: i32 = 0x30;
const TILDE: i32 = 0x7e;
/** Leads of longer characters: the first of all; the one below U+00C0; two of the accents that follow their letter. */
const LONGER: i32 = 0xc0;
const SIGNS: i32 = 0xc2;
const ACCENTS: i32 = 0xcc;
const LATER_ACCENTS: i32 = 0xcd;
/** The second byte of the first character under LATER_ACCENTS that is none. */
const BEHIND_ACCENTS: i32 = 0xb0;

/** Words between a number and its unit, and before a bare number. */
const FEW_WORDS: i32 = 2;
/** Letters of a word that parts a range, or follows a bare number ("to", "bis", "with"). */
const FEW_LETTERS: i32 = 4;
const ANY: i32 = 0x7fffffff;

/** Bits by folded byte: what may stand where. */
const NOTHING: i32 = 1;
const WHITE: i32 = 2;
const IN_RANGE: i32 = 4;
const BEHIND_NUMBER: i32 = 8;
const BEHIND_WORD: i32 = 16;
const MAY_STAND: Uint8Array = buildMayStand();

function buildMayStand(): Uint8Array {
  const table = new Uint8Array(256);
  table[IGNORED] = NOTHING | WHITE | IN_RANGE | BEHIND_NUMBER | BEHIND_WORD;
  table[SPACE] = WHITE | IN_RANGE | BEHIND_NUMBER | BEHIND_WORD;
  table[LINE_FEED] = WHITE | IN_RANGE | BEHIND_NUMBER | BEHIND_WORD;
  table[PLUS] = IN_RANGE | BEHIND_NUMBER | BEHIND_WORD;
  table[OPEN_BRACKET] = IN_RANGE | BEHIND_NUMBER | BEHIND_WORD;
  table[CLOSE_BRACKET] = IN_RANGE | BEHIND_NUMBER | BEHIND_WORD;
  table[TILDE] = IN_RANGE | BEHIND_NUMBER;
  table[GREATER_THAN] = BEHIND_NUMBER;
  table[HYPHEN] = BEHIND_NUMBER | BEHIND_WORD;
  return table;
}

/** Whether nothing but marks and a word or two stand between a number and its unit: "5+ years", "5 (or more) years". */
export function leadsToUnit(folded: Uint8Array, from: i32, to: i32): bool {
  let i = skip(folded, from, to, BEHIND_NUMBER);
  for (let words = 0; words < FEW_WORDS && i < to; words++) {
    const end = skipLetters(folded, i, to, ANY);
    if (end === i) return false;
    i = skip(folded, end, to, BEHIND_WORD);
  }
  return i >= to;
}

/** Whether what stands between two numbers makes a range of them: "3-5", "3 to 5", "five (5)". */
export function isRangeBetween(folded: Uint8Array, from: i32, to: i32): bool {
  let i = skip(folded, from, to, IN_RANGE);
  if (i >= to) return true;
  const end = folded[i] === HYPHEN || folded[i] === SLASH ? i + 1 : skipLetters(folded, i, to, FEW_LETTERS);
  if (end === i) return false;
  i = skip(folded, end, to, IN_RANGE);
  return i >= to;
}

/**
 * A number without a unit that goes on from one with it: "10+ years in software, 3 with Kubernetes". A word or two may
 * stand before it, and a short word stands behind it.
 * @returns the number; -1 where none begins so at `from`
 */
export function bareNumber(folded: Uint8Array, from: i32, to: i32): i32 {
  let i = skip(folded, from, to, WHITE);
  for (let words = 0; words < FEW_WORDS; words++) {
    const end = skipLetters(folded, i, to, ANY);
    if (end === i) break;
    i = skip(folded, end, to, WHITE);
    if (i === end) return -1;
  }
  if (!isDigitAt(folded, i, to)) return -1;
  const digit: i32 = folded[i]!;
  let value = digit - DIGIT_ZERO;
  i = skip(folded, i + 1, to, NOTHING);
  if (isDigitAt(folded, i, to)) {
    const second: i32 = folded[i]!;
    value = 10 * value + second - DIGIT_ZERO;
    i = skip(folded, i + 1, to, NOTHING);
  }
  if (i < to && folded[i] === PLUS) i = skip(folded, i + 1, to, NOTHING);
  const word = skip(folded, i, to, WHITE);
  if (word === i) return -1;
  const behindFirst = skipLetters(folded, word, to, 1);
  const behindWord = skipLetters(folded, behindFirst, to, FEW_LETTERS - 1);
  if (behindFirst === word || behindWord === behindFirst) return -1;
  return skip(folded, behindWord, to, WHITE) > behindWord ? value : -1;
}

function isDigitAt(folded: Uint8Array, i: i32, to: i32): bool {
  return i < to && isDigit(folded[i]!);
}

/** Goes over what may stand in a place: bits as in MAY_STAND. */
function skip(folded: Uint8Array, from: i32, to: i32, where: i32): i32 {
  let i = from;
  while (i < to && (MAY_STAND[folded[i]!]! & where) !== 0) i++;
  return i;
}

/** Goes over so many letters at most, and what is IGNORED behind each. */
function skipLetters(folded: Uint8Array, from: i32, to: i32, most: i32): i32 {
  let i = from;
  for (let letters = 0; letters < most && i < to; letters++) {
    const byte: i32 = folded[i]!;
    if (!isLower(byte)) {
      if (byte < LONGER || !isLetter(byte, folded[i + 1]!)) break;
      while (i + 1 < to && isRest(folded[i + 1]!)) i++;
    }
    i = skip(folded, i + 1, to, NOTHING);
  }
  return i;
}

/** Whether a longer character that begins so is a letter, and no digit ("½", "²") or accent by itself. */
function isLetter(lead: i32, second: i32): bool {
  if (lead === SIGNS) return second === 0xaa || second === 0xb5 || second === 0xba;
  return lead !== ACCENTS && (lead !== LATER_ACCENTS || second >= BEHIND_ACCENTS);
}

/** Whether the byte goes on a longer character. */
function isRest(byte: i32): bool {
  return byte >= 0x80 && byte < LONGER;
}
