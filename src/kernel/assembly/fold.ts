import { IGNORED, isLower, LINE_FEED, SPACE, SYMBOL, WORD } from "../../folded.js";
import { hashWords } from "./hash";
import {
  ascii,
  bytes,
  classOf,
  folded,
  lines,
  mathematical,
  seams,
  setNumber,
  threeBytes,
  twoBytes,
  words,
} from "./memory";

/** Of raw text, where folded text has none. */
export const CARRIAGE_RETURN: i32 = 0x0d;
export const BACKSLASH: i32 = 0x5c;

/** Kinds of raw bytes, as in ../../match/characters.ts. */
const LOWER: i32 = 1;
const UPPER: i32 = 2;
const DIGIT: i32 = 3;
const SPECIAL: i32 = 4;
const KIND_SHIFT: i32 = 8;
/** Bytes that are folded at a time. */
const STEP: i32 = 16;

/** What was noted of the text folded last. */
export let wordCount: i32 = 0;
export let lineCount: i32 = 0;
export let seamCount: i32 = 0;
/** Beginnings and ends of words so far, at `words`. */
let turnCount: i32 = 0;
/** 1 inside a word. */
let inWord: i32 = 0;
/** Whether something that is IGNORED may stand inside a word. */
let isSoft: bool = false;
/** The kind of the byte before, inside a word; 0 at its beginning. */
let before: i32 = 0;

/**
 * Folds the first `length` bytes, and notes words, lines and seams. Sixteen bytes of ASCII are folded at once, or
 * those before a longer character, a carriage return or a backslash, which are folded by themselves.
 */
export function fold(length: i32): void {
  turnCount = 0;
  isSoft = false;
  lineCount = 0;
  seamCount = 0;
  inWord = 0;
  before = 0;
  let i = 0;
  while (i < length) {
    const step = v128.load(bytes + (i as usize));
    const returns = i8x16.eq(step, i8x16.splat(CARRIAGE_RETURN as i8));
    const backslashes = i8x16.eq(step, i8x16.splat(BACKSLASH as i8));
    // The highest bit of a byte is set in longer characters, and by a comparison that holds.
    const others = i8x16.bitmask(v128.or(step, v128.or(returns, backslashes)));
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
  if (inWord) turn(length);
  v128.store(folded + (length as usize), i8x16.splat(0));
  wordCount = turnCount >> 1;
  hashWords(isSoft);
}

/** Folds the first `size` bytes of a step, which are ASCII. What is written behind them is written over. */
function foldStep(step: v128, i: i32, size: i32): void {
  const upper = isBetween(step, 0x41, 26);
  const lowered = v128.or(step, v128.and(upper, i8x16.splat(0x20)));
  const letter = isBetween(lowered, 0x61, 26);
  const digit = isBetween(step, 0x30, 10);
  // Line feed, vertical tab and form feed.
  const feed = isBetween(step, 0x0a, 3);
  const control = v128.or(isBetween(step, 0, 0x20), i8x16.eq(step, i8x16.splat(0x7f)));
  const blank = v128.bitselect(i8x16.splat(LINE_FEED as i8), i8x16.splat(SPACE as i8), feed);
  v128.store(folded + (i as usize), v128.bitselect(blank, lowered, control));
  const all = (1 << size) - 1;
  const letters = i8x16.bitmask(letter) & all;
  const digits = i8x16.bitmask(digit) & all;
  const uppers = i8x16.bitmask(upper) & all;
  if ((uppers | digits) !== 0) noteSeams(i, size, letters & ~uppers, uppers, digits);
  const parts = letters | digits;
  noteTurns(i, (parts ^ ((parts << 1) | inWord)) & all);
  const last = size - 1;
  inWord = (parts >> last) & 1;
  let feeds = i8x16.bitmask(feed) & all;
  while (feeds !== 0) {
    noteLine(i + ctz(feeds));
    feeds &= feeds - 1;
  }
  before =
    ((letters >> last) & 1) * LOWER +
    ((uppers >> last) & 1) * (UPPER - LOWER) +
    ((digits >> last) & 1) * DIGIT;
}

/**
 * Notes where words begin and end by the bits of a step. Eight places are written whatever there is: the processor goes
 * on without having to guess how many, which takes longer than to write them. Those too many are written over.
 */
function noteTurns(i: i32, bits: i32): void {
  let turns = bits;
  let at = words + ((turnCount as usize) << 2);
  turnCount += popcnt(bits);
  store<i32>(at, i + ctz(turns));
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 4);
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 8);
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 12);
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 16);
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 20);
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 24);
  turns &= turns - 1;
  store<i32>(at, i + ctz(turns), 28);
  turns &= turns - 1;
  while (turns !== 0) {
    at += 4;
    store<i32>(at, i + ctz(turns), 28);
    turns &= turns - 1;
  }
}

/** All bits of each byte from `first` on, `count` of them: compared as numbers with sign, which is one instruction. */
function isBetween(step: v128, first: i32, count: i32): v128 {
  return i8x16.lt_s(i8x16.sub(step, i8x16.splat((first - 0x80) as i8)), i8x16.splat((count - 0x80) as i8));
}

/** The seams of a step by bits: see Seams in ../../match/fold.ts. */
function noteSeams(i: i32, size: i32, lowers: i32, uppers: i32, digits: i32): void {
  const next: i32 = load<u8>(bytes + ((i + size) as usize));
  const afterLower = (lowers << 1) | (before === LOWER ? 1 : 0);
  const afterUpper = (uppers << 1) | (before === UPPER ? 1 : 0);
  const beforeLower = (lowers >> 1) | (isLower(next) ? 1 << (size - 1) : 0);
  let found = (uppers & (afterLower | (afterUpper & beforeLower))) | (digits & (afterLower | afterUpper));
  while (found !== 0) {
    setNumber(seams, seamCount++, i + ctz(found));
    found &= found - 1;
  }
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
  if (kind === 0) {
    if (out !== IGNORED) {
      if (inWord) turn(i);
      if (out === LINE_FEED) noteLine(i);
      before = 0;
    } else if (inWord) isSoft = true;
    return size;
  }
  if (kind > LOWER) {
    const next: i32 = load<u8>(bytes + (i as usize), 1);
    const turns = kind === UPPER && before === UPPER && isLower(next);
    if (turns || before === LOWER || (kind === DIGIT && before === UPPER)) setNumber(seams, seamCount++, i);
  }
  if (!inWord) turn(i);
  // Of a full-width letter one byte is left.
  if (size > 1 && out < 0x80) isSoft = true;
  // Full-width and mathematical letters, which became ASCII, are parted from nothing.
  before = size === 1 ? kind : out >= 0x80 ? LOWER : 0;
  return size;
}

function isPunctuation(byte: i32): bool {
  return byte > 0x20 && byte < 0x7f && classOf(load<u16>(ascii + ((byte as usize) << 1)) & 0xff) !== WORD;
}

/** Folds a character of two to four bytes; see foldLonger in ../../match/characters.ts. */
function foldLonger(i: i32, size: i32, lead: i32): i32 {
  const from = bytes + (i as usize);
  const to = folded + (i as usize);
  const second: i32 = load<u8>(from, 1);
  if (size === 2) {
    const point = ((lead & 0x1f) << 6) | (second & 0x3f);
    const out: i32 = load<u16>(twoBytes + ((point as usize) << 1));
    if (out >= 0x80) {
      store<u8>(to, (0xc0 | (out >> 6)) as u8);
      store<u8>(to, (0x80 | (out & 0x3f)) as u8, 1);
      return 0xc0 | (out >> 6);
    }
    store<u8>(to, out as u8);
    store<u8>(to, IGNORED as u8, 1);
    return out;
  }
  const third: i32 = load<u8>(from, 2);
  if (size === 3 && (lead === 0xe0 || lead === 0xe1)) {
    store<u8>(to, lead as u8);
    store<u8>(to, second as u8, 1);
    store<u8>(to, third as u8, 2);
    // In what is no UTF-8, a byte may look like one that is left out.
    if (second === IGNORED || third === IGNORED) isSoft = true;
    return lead;
  }
  let out = SYMBOL;
  if (size === 3) {
    const point = ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    out = load<u8>(threeBytes + (point as usize));
  } else {
    if (lead === 0xf0 && second === 0x9d) {
      const fourth: i32 = load<u8>(from, 3);
      const offset = (0x1d000 | ((third & 0x3f) << 6) | (fourth & 0x3f)) - 0x1d400;
      if (offset >= 0 && offset < 0x400) out = load<u8>(mathematical + (offset as usize));
    }
    store<u8>(to, IGNORED as u8, 3);
  }
  store<u8>(to, out as u8);
  store<u8>(to, IGNORED as u8, 1);
  store<u8>(to, IGNORED as u8, 2);
  return out;
}

function noteLine(at: i32): void {
  setNumber(lines, lineCount++, at);
}

/** A word begins or ends here. */
function turn(at: i32): void {
  setNumber(words, turnCount++, at);
  inWord ^= 1;
}
