import { HASH, isDigit, isLower, LINE_FEED, SPACE, STAR, UNDERSCORE } from "../../folded.js";
import { BACKSLASH, CARRIAGE_RETURN } from "./fold";
import { rawAt } from "./memory";

const DELETE: i32 = 0x7f;
const LOWER_CASE: i32 = 0x20;
/** Longer titles are left to JavaScript, which cuts them: bytes. */
const LONGEST_TITLE: i32 = 200;
const DEEPEST_HEADING: i32 = 6;
/** The first of the two and three bytes of characters that are letters or plain punctuation. */
const FIRST_LETTERS: i32 = 0xc3;
const LAST_LETTERS: i32 = 0xdf;
const PUNCTUATION: i32 = 0xe2;
const GENERAL: i32 = 0x80;
/** The third byte of dashes and quotation marks. */
const FIRST_DASH: i32 = 0x90;
const LAST_QUOTE: i32 = 0x9f;

/** What a byte tells of a title, as bits: that it names something, and that JavaScript has to look. */
const NAMES: i32 = 1;
const CARE: i32 = 2;
const BEYOND_ASCII: i32 = 4;

/** Where the title stands: half-open. */
export let titleStart: i32 = 0;
export let titleEnd: i32 = 0;

/**
 * Finds the title of the text of `length` bytes at BYTES, where the line or heading can be written as it stands: titleOf in
 * ../../input/title.ts.
 * @returns whether it was found; empty where the text has none
 */
export function findTitle(length: i32): bool {
  let start = 0;
  while (start < length) {
    let at = start;
    let told = 0;
    const isHeading = rawAt(start) === HASH;
    if (isHeading) {
      at = behindHashes(start, length);
      if (at < 0) {
        at = start;
        told = CARE;
      }
    }
    titleStart = at;
    let before = SPACE;
    while (at < length) {
      const byte = rawAt(at);
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      told |= byte === SPACE && before === SPACE ? CARE : toldBy(byte, at);
      before = byte;
      at++;
    }
    titleEnd = at;
    if ((told & (NAMES | BEYOND_ASCII)) !== 0) {
      if (before === SPACE || (isHeading && before === HASH) || at - titleStart > LONGEST_TITLE) return false;
      return (told & (NAMES | CARE)) === NAMES;
    }
    start = at + 1;
  }
  titleStart = 0;
  titleEnd = 0;
  return true;
}

/** Where the words of a heading begin; -1 where it is none. */
function behindHashes(start: i32, length: i32): i32 {
  let at = start;
  while (at < length && rawAt(at) === HASH) at++;
  if (at - start > DEEPEST_HEADING || at === length || rawAt(at) !== SPACE) return -1;
  while (at < length && rawAt(at) === SPACE) at++;
  return at;
}

function toldBy(byte: i32, at: i32): i32 {
  if (isLower(byte | LOWER_CASE) || isDigit(byte)) return NAMES;
  if (byte < SPACE || byte === STAR || byte === UNDERSCORE || byte === BACKSLASH || byte === DELETE)
    return CARE;
  if (byte < 0x80) return 0;
  // One that goes on a character was looked at with its first.
  if (byte < 0xc0 || (byte >= FIRST_LETTERS && byte <= LAST_LETTERS)) return BEYOND_ASCII;
  const third = rawAt(at + 2);
  const isPlain =
    byte === PUNCTUATION && rawAt(at + 1) === GENERAL && third >= FIRST_DASH && third <= LAST_QUOTE;
  return isPlain ? BEYOND_ASCII : BEYOND_ASCII | CARE;
}
