/**
 * The alphabet of folded text: what src/match/fold.ts writes and what the stages behind it read. Folded text has one
 * byte for each byte of the posting, so that offsets are the same in both.
 */

import type { bool, i32 } from "./numbers.js";

/** Stands for nothing: soft hyphens, zero-width characters, markdown escapes, the rest of a longer character. */
export const IGNORED: i32 = 0x01;
export const BULLET: i32 = 0x02;
/** Any symbol that has no other meaning here. */
export const SYMBOL: i32 = 0x03;
/** The em dash. */
export const DASH: i32 = 0x04;
export const SPACE: i32 = 0x20;
export const LINE_FEED: i32 = 0x0a;

// ASCII stays as it is.
export const EXCLAMATION: i32 = 0x21;
export const HASH: i32 = 0x23;
export const DOLLAR: i32 = 0x24;
export const AMPERSAND: i32 = 0x26;
export const APOSTROPHE: i32 = 0x27;
export const OPEN_BRACKET: i32 = 0x28;
export const CLOSE_BRACKET: i32 = 0x29;
export const STAR: i32 = 0x2a;
export const PLUS: i32 = 0x2b;
export const COMMA: i32 = 0x2c;
export const HYPHEN: i32 = 0x2d;
export const FULL_STOP: i32 = 0x2e;
export const SLASH: i32 = 0x2f;
export const COLON: i32 = 0x3a;
export const SEMICOLON: i32 = 0x3b;
export const LESS_THAN: i32 = 0x3c;
export const GREATER_THAN: i32 = 0x3e;
export const QUESTION: i32 = 0x3f;
export const AT: i32 = 0x40;
export const OPEN_SQUARE: i32 = 0x5b;
export const CLOSE_SQUARE: i32 = 0x5d;
export const UNDERSCORE: i32 = 0x5f;
export const BAR: i32 = 0x7c;
export const SMALL_S: i32 = 0x73;

/** The class of a folded byte. */
export const SEPARATOR: i32 = 0;
export const WORD: i32 = 1;
export const SKIP: i32 = 2;
/** Class by folded byte: WORD for letters and digits, SKIP for IGNORED, else SEPARATOR. */
export const CLASS: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(256).fill(WORD, 0x80);
  for (let b = 0x30; b <= 0x39; b++) table[b] = WORD;
  for (let b = 0x61; b <= 0x7a; b++) table[b] = WORD;
  table[IGNORED] = SKIP;
  return table;
}

/** Kinds of ASCII bytes, folded or not. */
export function isUpper(byte: i32): bool {
  return byte >= 0x41 && byte <= 0x5a;
}

export function isLower(byte: i32): bool {
  return byte >= 0x61 && byte <= 0x7a;
}

export function isDigit(byte: i32): bool {
  return byte >= 0x30 && byte <= 0x39;
}
