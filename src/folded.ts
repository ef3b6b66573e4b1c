/**
 * The alphabet of folded text: what src/match/fold.ts writes and what the stages behind it read. Folded text has one
 * byte for each byte of the posting, so that offsets are the same in both.
 */

/** Stands for nothing: soft hyphens, zero-width characters, markdown escapes, the rest of a longer character. */
export const IGNORED = 0x01;
export const BULLET = 0x02;
/** Any symbol that has no other meaning here. */
export const SYMBOL = 0x03;
/** The em dash. */
export const DASH = 0x04;
export const SPACE = 0x20;
export const LINE_FEED = 0x0a;

// ASCII stays as it is.
export const EXCLAMATION = 0x21;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const AMPERSAND = 0x26;
export const APOSTROPHE = 0x27;
export const OPEN_BRACKET = 0x28;
export const CLOSE_BRACKET = 0x29;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const HYPHEN = 0x2d;
export const FULL_STOP = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS_THAN = 0x3c;
export const QUESTION = 0x3f;
export const AT = 0x40;
export const OPEN_SQUARE = 0x5b;
export const CLOSE_SQUARE = 0x5d;
export const UNDERSCORE = 0x5f;
export const BAR = 0x7c;
export const SMALL_S = 0x73;

/** The class of a folded byte. */
export const SEPARATOR = 0;
export const WORD = 1;
export const SKIP = 2;
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
export function isUpper(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

export function isLower(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
