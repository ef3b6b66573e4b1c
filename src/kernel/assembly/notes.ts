/** What is noted of a text while it is folded: words, lines and seams, as FoldNotes of ../../match/fold.ts tells. */
import { IGNORED, isLower, LINE_FEED } from "../../folded.js";
import { bytes, lines, seams, setNumber, words } from "./memory";

/** Kinds of raw bytes, as in ../../match/characters.ts. */
export const LOWER: i32 = 1;
export const UPPER: i32 = 2;
const DIGIT: i32 = 3;

/** What was noted of the text folded last. */
export let wordCount: i32 = 0;
export let lineCount: i32 = 0;
export let seamCount: i32 = 0;
/** Beginnings and ends of words so far, at `words`. */
let turnCount: i32 = 0;
/** 1 inside a word. */
let inWord: i32 = 0;
/** Whether something that is IGNORED may stand inside a word. */
export let isSoft: bool = false;
/** The kind of the byte before, inside a word; 0 at its beginning. */
let before: i32 = 0;

/** Forgets the text before. */
export function beginNotes(): void {
  turnCount = 0;
  isSoft = false;
  lineCount = 0;
  seamCount = 0;
  inWord = 0;
  before = 0;
}

/** Ends a text of `length` bytes. */
export function endNotes(length: i32): void {
  if (inWord) turn(length);
  wordCount = turnCount >> 1;
}

/** Something that is IGNORED may stand inside a word. */
export function soften(): void {
  isSoft = true;
}

/** Notes what begins and ends in `size` bytes of ASCII, by the bits of those that are letters, upper case, and so on. */
export function noteBytes(i: i32, size: i32, letters: u64, uppers: u64, digits: u64, feeds: u64): void {
  if ((uppers | digits) !== 0) noteSeams(i, size, letters & ~uppers, uppers, digits);
  const last = (size - 1) as u64;
  const parts = letters | digits;
  const all = u64.MAX_VALUE >> (63 - last);
  noteTurns(i, (parts ^ ((parts << 1) | (inWord as u64))) & all);
  inWord = ((parts >> last) & 1) as i32;
  let lines = feeds;
  while (lines !== 0) {
    noteLine(i + (ctz(lines) as i32));
    lines &= lines - 1;
  }
  const kind =
    ((letters >> last) & 1) * LOWER +
    ((uppers >> last) & 1) * (UPPER - LOWER) +
    ((digits >> last) & 1) * DIGIT;
  before = kind as i32;
}

/**
 * Notes where words begin and end by their bits. Eight places are written at a time, however many are left: the processor
 * goes on without having to guess, which takes longer than to write them. Those too many are written over.
 */
function noteTurns(i: i32, bits: u64): void {
  let turns = bits;
  let at = words + ((turnCount as usize) << 2);
  turnCount += popcnt(bits) as i32;
  do {
    turns = noteTurn(at, i, turns);
    turns = noteTurn(at + 4, i, turns);
    turns = noteTurn(at + 8, i, turns);
    turns = noteTurn(at + 12, i, turns);
    turns = noteTurn(at + 16, i, turns);
    turns = noteTurn(at + 20, i, turns);
    turns = noteTurn(at + 24, i, turns);
    turns = noteTurn(at + 28, i, turns);
    at += 32;
  } while (turns !== 0);
}

/** Writes the first place of the bits; returns the others. */
function noteTurn(at: usize, i: i32, turns: u64): u64 {
  store<i32>(at, i + (ctz(turns) as i32));
  return turns & (turns - 1);
}

/** The seams of `size` bytes by bits: see Seams in ../../match/fold.ts. */
function noteSeams(i: i32, size: i32, lowers: u64, uppers: u64, digits: u64): void {
  const next: i32 = load<u8>(bytes + ((i + size) as usize));
  const afterLower = (lowers << 1) | (before === LOWER ? 1 : 0);
  const afterUpper = (uppers << 1) | (before === UPPER ? 1 : 0);
  const beforeLower = (lowers >> 1) | ((isLower(next) ? (1 as u64) : 0) << ((size - 1) as u64));
  let found = (uppers & (afterLower | (afterUpper & beforeLower))) | (digits & (afterLower | afterUpper));
  while (found !== 0) {
    setNumber(seams, seamCount++, i + (ctz(found) as i32));
    found &= found - 1;
  }
}

/** Notes a character of `size` bytes at `i`, of which `out` is the first folded byte. */
export function noteCharacter(i: i32, size: i32, kind: i32, out: i32): void {
  if (kind === 0) {
    if (out !== IGNORED) {
      if (inWord) turn(i);
      if (out === LINE_FEED) noteLine(i);
      before = 0;
    } else if (inWord) soften();
    return;
  }
  if (kind > LOWER) {
    const next: i32 = load<u8>(bytes + (i as usize), 1);
    const turns = kind === UPPER && before === UPPER && isLower(next);
    if (turns || before === LOWER || (kind === DIGIT && before === UPPER)) setNumber(seams, seamCount++, i);
  }
  if (!inWord) turn(i);
  // Of a full-width letter one byte is left.
  if (size > 1 && out < 0x80) soften();
  // Full-width and mathematical letters, which became ASCII, are parted from nothing.
  before = size === 1 ? kind : out >= 0x80 ? LOWER : 0;
}

function noteLine(at: i32): void {
  setNumber(lines, lineCount++, at);
}

/** A word begins or ends here. */
function turn(at: i32): void {
  setNumber(words, turnCount++, at);
  inWord ^= 1;
}
