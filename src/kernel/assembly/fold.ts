import { IGNORED, LINE_FEED, SPACE, WORD } from "../../folded.js";
import { hashWords } from "./hash";
import { foldLonger } from "./longer";
import { ascii, bytes, classOf, folded } from "./memory";
import { beginNotes, endNotes, isSoft, LOWER, noteBytes, noteCharacter } from "./notes";
import { bitsInside, STEP } from "./step";

/** Of raw text, where folded text has none. */
export const CARRIAGE_RETURN: i32 = 0x0d;
export const BACKSLASH: i32 = 0x5c;

/** Of raw bytes, as in ../../match/characters.ts: one that is looked at by itself. */
const SPECIAL: i32 = 4;
const KIND_SHIFT: i32 = 8;
/** Bytes of four vectors. */
const BLOCK: i32 = 64;

/**
 * Folds the first `length` bytes, and notes words, lines and seams. A block of ASCII is folded at once; else a step is, or
 * those bytes of it before a longer character, a carriage return or a backslash, which are folded by themselves.
 */
export function fold(length: i32): void {
  beginNotes();
  let i = 0;
  while (i < length) {
    if (i + BLOCK <= length && isPlainBlock(i)) {
      foldBlock(i);
      i += BLOCK;
    } else i = foldBySteps(i, min(i + BLOCK, length), length);
  }
  v128.store(folded + (length as usize), i8x16.splat(0));
  endNotes(length);
  hashWords(isSoft);
}

/** Folds the bytes from `i` to before `end`, and a little more; returns where it ended. */
function foldBySteps(i: i32, end: i32, length: i32): i32 {
  while (i < end) {
    const step = v128.load(bytes + (i as usize));
    const others = i8x16.bitmask(careIn(step));
    if (others === 0) {
      foldStep(step, i, STEP);
      i += STEP;
    } else {
      const size = ctz(others);
      if (size > 0) foldStep(step, i, size);
      i += size;
      if (i < length) i += foldCharacter(i, length);
    }
  }
  return i;
}

/** The highest bit of each byte that is folded by itself: it is set in longer characters, and by a comparison that holds. */
function careIn(step: v128): v128 {
  const returns = i8x16.eq(step, i8x16.splat(CARRIAGE_RETURN as i8));
  const backslashes = i8x16.eq(step, i8x16.splat(BACKSLASH as i8));
  return v128.or(step, v128.or(returns, backslashes));
}

function isPlainBlock(i: i32): bool {
  const at = bytes + (i as usize);
  const first = v128.or(careIn(v128.load(at)), careIn(v128.load(at, 16)));
  const second = v128.or(careIn(v128.load(at, 32)), careIn(v128.load(at, 48)));
  return i8x16.bitmask(v128.or(first, second)) === 0;
}

/** Folds a block of ASCII. */
function foldBlock(i: i32): void {
  const at = bytes + (i as usize);
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const to = folded + (i as usize);
  v128.store(to, foldedOf(a));
  v128.store(to, foldedOf(b), 16);
  v128.store(to, foldedOf(c), 32);
  v128.store(to, foldedOf(d), 48);
  const letters = bitsOf(letterIn(a), letterIn(b), letterIn(c), letterIn(d));
  const uppers = bitsOf(upperIn(a), upperIn(b), upperIn(c), upperIn(d));
  const digits = bitsOf(digitIn(a), digitIn(b), digitIn(c), digitIn(d));
  const feeds = bitsOf(feedIn(a), feedIn(b), feedIn(c), feedIn(d));
  noteBytes(i, BLOCK, letters, uppers, digits, feeds);
}

function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const first = (i8x16.bitmask(a) as u64) | ((i8x16.bitmask(b) as u64) << 16);
  return first | ((i8x16.bitmask(c) as u64) << 32) | ((i8x16.bitmask(d) as u64) << 48);
}

/** Folds the first `size` bytes of a step, which are ASCII. What is written behind them is written over. */
function foldStep(step: v128, i: i32, size: i32): void {
  v128.store(folded + (i as usize), foldedOf(step));
  const letters = i8x16.bitmask(letterIn(step));
  const uppers = i8x16.bitmask(upperIn(step));
  const digits = i8x16.bitmask(digitIn(step));
  const feeds = i8x16.bitmask(feedIn(step));
  const all = bitsInside(size);
  noteBytes(i, size, letters & all, uppers & all, digits & all, feeds & all);
}

function upperIn(step: v128): v128 {
  return isBetween(step, 0x41, 26);
}

function loweredOf(step: v128): v128 {
  return v128.or(step, v128.and(upperIn(step), i8x16.splat(0x20)));
}

function letterIn(step: v128): v128 {
  return isBetween(loweredOf(step), 0x61, 26);
}

function digitIn(step: v128): v128 {
  return isBetween(step, 0x30, 10);
}

/** Line feed, vertical tab and form feed. */
function feedIn(step: v128): v128 {
  return isBetween(step, 0x0a, 3);
}

function foldedOf(step: v128): v128 {
  const control = v128.or(isBetween(step, 0, 0x20), i8x16.eq(step, i8x16.splat(0x7f)));
  const blank = v128.bitselect(i8x16.splat(LINE_FEED as i8), i8x16.splat(SPACE as i8), feedIn(step));
  return v128.bitselect(blank, loweredOf(step), control);
}

/** All bits of each byte from `first` on, `count` of them: compared as numbers with sign, which is one instruction. */
function isBetween(step: v128, first: i32, count: i32): v128 {
  return i8x16.lt_s(i8x16.sub(step, i8x16.splat((first - 0x80) as i8)), i8x16.splat((count - 0x80) as i8));
}

/** Folds the character at `i`; returns its size in bytes. */
function foldCharacter(i: i32, length: i32): i32 {
  const byte: i32 = load<u8>(bytes + (i as usize));
  let size = 1;
  let kind = 0;
  let out = 0;
  if (byte < 0x80) {
    const entry: i32 = load<u16>(ascii + ((byte as usize) << 1));
    out = entry & 0xff;
    kind = entry >> KIND_SHIFT;
    if (kind === SPECIAL) {
      kind = 0;
      const next: i32 = i + 1 < length ? load<u8>(bytes + (i as usize), 1) : 0;
      if (byte === CARRIAGE_RETURN) out = next === LINE_FEED ? SPACE : LINE_FEED;
      else if (isPunctuation(next)) out = IGNORED;
    }
    store<u8>(folded + (i as usize), out as u8);
  } else {
    size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    out = foldLonger(i, size, byte);
    kind = classOf(out) === WORD ? LOWER : 0;
  }
  noteCharacter(i, size, kind, out);
  return size;
}

function isPunctuation(byte: i32): bool {
  return byte > 0x20 && byte < 0x7f && classOf(load<u16>(ascii + ((byte as usize) << 1)) & 0xff) !== WORD;
}
