import { BULLET, CLASS, DASH, HYPHEN, IGNORED, LINE_FEED, SPACE, SYMBOL, WORD } from "../folded.js";

/**
 * Folding: text in UTF-8 to bytes that can be compared, one byte for one byte, so that every offset stays as it is.
 *
 * - letters: ASCII and two-byte letters in lower case; mathematical and full-width letters and digits as ASCII
 * - white space of every kind: a space; line ends: a line feed
 * - hyphens, the minus sign and the en dash: `-`; the em dash: DASH; curly quotes: straight ones; the ellipsis: `.`
 * - bullets: BULLET; every other symbol: SYMBOL
 * - IGNORED: soft hyphens, zero-width characters, the backslash of a markdown escape, and the rest of a character
 *   of several bytes that became one
 */

/** Kinds of raw ASCII bytes, to find where words are glued or carry a version number. */
export const LOWER = 1;
export const UPPER = 2;
const DIGIT = 3;
/** Bytes that depend on what follows them. */
export const SPECIAL = 4;
/** An entry of ASCII: the folded byte, and above it the kind. */
export const KIND_SHIFT = 8;

const LATIN_1_LETTERS = "ªµº²³¹¼½¾";
export const ASCII: Uint16Array = buildAscii();
/** Folded code point by code point below U+0800; 0 where it was not yet asked for. */
const twoByte = new Uint16Array(0x800);
/** ASCII by offset from U+1D400, mathematical letters and digits. Built on first use. */
let mathematical: Uint8Array | undefined;

/**
 * Folds the character of two to four bytes at `i`.
 * @returns the first byte written: a letter's own, or what stands for the character
 */
export function foldLonger(bytes: Uint8Array, i: number, size: number, out: Uint8Array): number {
  const byte = bytes[i]!;
  if (size === 2) {
    const point = ((byte & 0x1f) << 6) | (bytes[i + 1]! & 0x3f);
    let folded = twoByte[point]!;
    if (folded === 0) {
      folded = foldTwo(point);
      twoByte[point] = folded;
    }
    if (folded >= 0x80) {
      out[i + 1] = 0x80 | (folded & 0x3f);
      out[i] = 0xc0 | (folded >> 6);
      return out[i]!;
    }
    out[i + 1] = IGNORED;
    out[i] = folded;
    return folded;
  }
  if (size === 3 && isLetterLead(byte)) {
    out[i] = byte;
    out[i + 1] = bytes[i + 1]!;
    out[i + 2] = bytes[i + 2]!;
    return byte;
  }
  const folded = size === 3 ? foldThree(byte, bytes[i + 1]!, bytes[i + 2]!) : foldFour(bytes, i);
  out[i] = folded;
  out[i + 1] = IGNORED;
  out[i + 2] = IGNORED;
  if (size === 4) out[i + 3] = IGNORED;
  return folded;
}

/** E0 and E1 lead Indic, Georgian, Greek and further Latin letters; scripts without spaces (CJK) end a word. */
function isLetterLead(byte: number): boolean {
  return byte === 0xe0 || byte === 0xe1;
}

/** The folded byte of a three-byte character. */
function foldThree(a: number, b: number, c: number): number {
  const point = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  if (point >= 0xff01 && point <= 0xff5e) return ASCII[point - 0xff01 + 0x21]! & 0xff;
  if (point >= 0x2000 && point <= 0x200a) return SPACE;
  switch (point) {
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x200e:
    case 0x200f:
    case 0x2060:
    case 0xfe0e:
    case 0xfe0f:
    case 0xfeff:
      return IGNORED;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return HYPHEN;
    case 0x2014:
    case 0x2015:
      return DASH;
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
      return 0x27;
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return 0x22;
    case 0x2026:
      return 0x2e;
    case 0x2028:
    case 0x2029:
      return LINE_FEED;
    case 0x202f:
    case 0x205f:
    case 0x3000:
      return SPACE;
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x2219:
    case 0x25a0:
    case 0x25a1:
    case 0x25aa:
    case 0x25ab:
    case 0x25b6:
    case 0x25b8:
    case 0x25ba:
    case 0x25cb:
    case 0x25cf:
    case 0x25e6:
    case 0x2756:
    case 0x27a2:
    case 0x2713:
    case 0x2714:
    case 0x2705:
    case 0xf0b7:
    case 0xf0a7:
      return BULLET;
    default:
      return SYMBOL;
  }
}

/** The folded byte of the four-byte character at `i`: letters and digits of the mathematical block, else SYMBOL. */
function foldFour(bytes: Uint8Array, i: number): number {
  if (bytes[i] !== 0xf0 || bytes[i + 1] !== 0x9d) return SYMBOL;
  const offset = (0x1d000 | ((bytes[i + 2]! & 0x3f) << 6) | (bytes[i + 3]! & 0x3f)) - 0x1d400;
  mathematical ??= buildMathematical();
  return offset >= 0 && offset < mathematical.length ? mathematical[offset]! : SYMBOL;
}

/** Whether a backslash before the byte is an escape. */
export function isPunctuation(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && CLASS[ASCII[byte]! & 0xff] !== WORD;
}

function buildAscii(): Uint16Array {
  const table = new Uint16Array(128);
  for (let b = 0; b < 128; b++) table[b] = b < 0x20 || b === 0x7f ? SPACE : b;
  for (const b of [LINE_FEED, 0x0b, 0x0c]) table[b] = LINE_FEED;
  for (let b = 0x61; b <= 0x7a; b++) table[b] = b | (LOWER << KIND_SHIFT);
  for (let b = 0x41; b <= 0x5a; b++) table[b] = (b + 0x20) | (UPPER << KIND_SHIFT);
  for (let b = 0x30; b <= 0x39; b++) table[b] = b | (DIGIT << KIND_SHIFT);
  for (const b of [0x0d, 0x5c]) table[b]! |= SPECIAL << KIND_SHIFT;
  return table;
}

/** A code point below U+0800 folded; 0 for ASCII, which no two bytes of UTF-8 stand for. */
function foldTwo(point: number): number {
  switch (point) {
    case 0xa0:
      return SPACE;
    case 0xad:
      return IGNORED;
    case 0xb7:
      return BULLET;
    case 0x85:
      return LINE_FEED;
  }
  if (point < 0x80) return 0;
  const character = String.fromCodePoint(point);
  // From U+00C0 on nearly everything is a letter or mark; before, three are (ª µ º), and superscript digits.
  const isLetter = point >= 0xc0 ? point !== 0xd7 && point !== 0xf7 : LATIN_1_LETTERS.includes(character);
  if (!isLetter) return SYMBOL;
  const lower = character.toLowerCase().codePointAt(0)!;
  return lower >= 0x80 && lower < 0x800 ? lower : point;
}

function buildMathematical(): Uint8Array {
  const table = new Uint8Array(0x400);
  for (let offset = 0; offset < 0x400; offset++) {
    const plain = String.fromCodePoint(0x1d400 + offset).normalize("NFKC");
    const code = plain.length === 1 ? plain.charCodeAt(0) : 0;
    table[offset] = code > 0x20 && code < 0x80 ? ASCII[code]! & 0xff : SYMBOL;
  }
  return table;
}

/** The same in tables, by the names that they have in ../kernel/assembly/memory.ts, where their order is told. */
export function characterTables(): Readonly<Record<string, Uint8Array | Uint16Array>> {
  const twoBytes = new Uint16Array(0x800);
  const threeBytes = new Uint8Array(0x10000);
  const mathematical = new Uint8Array(0x400);
  const one = new Uint8Array(4);
  const out = new Uint8Array(4);
  for (let point = 0x80; point < 0x800; point++) {
    one[0] = 0xc0 | (point >> 6);
    one[1] = 0x80 | (point & 0x3f);
    const first = foldLonger(one, 0, 2, out);
    twoBytes[point] = first < 0x80 ? first : ((first & 0x1f) << 6) | (out[1]! & 0x3f);
  }
  for (let point = 0x800; point < 0x10000; point++) {
    one[0] = 0xe0 | (point >> 12);
    one[1] = 0x80 | ((point >> 6) & 0x3f);
    one[2] = 0x80 | (point & 0x3f);
    threeBytes[point] = foldLonger(one, 0, 3, out);
  }
  for (let offset = 0; offset < 0x400; offset++) {
    const point = 0x1d400 + offset;
    one.set([0xf0, 0x9d, 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]);
    mathematical[offset] = foldLonger(one, 0, 4, out);
  }
  return { ascii: ASCII, twoBytes, threeBytes, mathematical, classes: CLASS };
}
