/**
 * The kernel: folding and finding once more, in AssemblyScript, which is TypeScript with the types of WebAssembly.
 * It finds what ../fold.ts and ../find.ts find, at half the time; ../kernel.ts lays out its memory and calls it.
 *
 * All data is handed over in memory; what lies where is told once. Numbers are 32 bits unless said otherwise.
 */

/** The posting's bytes; 32 zeros behind them. */
export let bytes: usize = 0;
/** The same folded, as ../fold.ts says. */
export let folded: usize = 0;
/** By word: where it begins and ends, and its hash. */
export let starts: usize = 0;
export let ends: usize = 0;
export let hashes: usize = 0;
/** Offsets of line feeds, and of seams. */
export let lines: usize = 0;
export let seams: usize = 0;
/** The tables of ../characters.ts: 16 bits by ASCII byte, and by code point below U+0800; then 8 bits by code point below U+10000, and by offset in the mathematical block. */
export let ascii: usize = 0;
export let twoBytes: usize = 0;
export let threeBytes: usize = 0;
export let mathematical: usize = 0;
/** CLASS of ../../folded.ts. */
export let classes: usize = 0;

/** Tells where the posting is, and what is noted of it. */
export function placeText(
  bytesAt: usize,
  foldedAt: usize,
  startsAt: usize,
  endsAt: usize,
  hashesAt: usize,
  linesAt: usize,
  seamsAt: usize,
): void {
  bytes = bytesAt;
  folded = foldedAt;
  starts = startsAt;
  ends = endsAt;
  hashes = hashesAt;
  lines = linesAt;
  seams = seamsAt;
}

/** Tells where the tables of characters are. */
export function placeCharacters(
  asciiAt: usize,
  twoBytesAt: usize,
  threeBytesAt: usize,
  mathematicalAt: usize,
  classesAt: usize,
): void {
  ascii = asciiAt;
  twoBytes = twoBytesAt;
  threeBytes = threeBytesAt;
  mathematical = mathematicalAt;
  classes = classesAt;
}

/** The `index`th number of a list. */
export function numberAt(list: usize, index: i32): i32 {
  return load<i32>(list + ((index as usize) << 2));
}

export function setNumber(list: usize, index: i32, value: i32): void {
  store<i32>(list + ((index as usize) << 2), value);
}

// The alphabet of folded text, as in ../../folded.ts.
export const IGNORED: i32 = 0x01;
export const SYMBOL: i32 = 0x03;
export const LINE_FEED: i32 = 0x0a;
export const CARRIAGE_RETURN: i32 = 0x0d;
export const SPACE: i32 = 0x20;
export const HASH: i32 = 0x23;
export const AMPERSAND: i32 = 0x26;
export const APOSTROPHE: i32 = 0x27;
export const STAR: i32 = 0x2a;
export const PLUS: i32 = 0x2b;
export const HYPHEN: i32 = 0x2d;
export const FULL_STOP: i32 = 0x2e;
export const COLON: i32 = 0x3a;
export const AT: i32 = 0x40;
export const BACKSLASH: i32 = 0x5c;
export const UNDERSCORE: i32 = 0x5f;
export const SMALL_S: i32 = 0x73;
export const SEPARATOR: i32 = 0;
export const WORD: i32 = 1;

/** The class of a folded byte. */
export function classOf(byte: i32): i32 {
  return load<u8>(classes + (byte as usize));
}

export function isUpper(byte: i32): bool {
  return byte >= 0x41 && byte <= 0x5a;
}

export function isLower(byte: i32): bool {
  return byte >= 0x61 && byte <= 0x7a;
}

export function isDigit(byte: i32): bool {
  return byte >= 0x30 && byte <= 0x39;
}

/** The first byte of memory that is free. */
export function heapBase(): usize {
  return __heap_base;
}
