import {
  BULLET,
  CLASS,
  CLOSE_BRACKET,
  FULL_STOP,
  GREATER_THAN,
  HASH,
  HYPHEN,
  IGNORED,
  isDigit,
  isLower,
  PLUS,
  SEPARATOR,
  SPACE,
  STAR,
  UNDERSCORE,
  WORD,
} from "../folded.js";
import type { bool, i32 } from "../numbers.js";

/** The first offset from `i` on that holds something that is seen. */
export function skipSpace(folded: Uint8Array, i: i32, end: i32): i32 {
  while (i < end && (folded[i] === SPACE || folded[i] === IGNORED)) i++;
  return i;
}

/** Where the text of a line ends, white space aside. */
export function trimEnd(folded: Uint8Array, start: i32, end: i32): i32 {
  while (end > start && (folded[end - 1] === SPACE || folded[end - 1] === IGNORED)) end--;
  return end;
}

/** A line of nothing but a list mark. */
export function isLoneBullet(folded: Uint8Array, first: i32, end: i32): bool {
  let marks = 0;
  for (let i = first; i < end; i++) {
    const byte: i32 = folded[i]!;
    if (byte === BULLET || byte === HYPHEN || byte === STAR || byte === PLUS) marks++;
    else if (byte !== SPACE && byte !== IGNORED) return false;
  }
  return marks === 1;
}

const SMALL_O: i32 = 0x6f;

/** What stands before the text of a line. */
export class Mark {
  /** Where the text begins. */
  text: i32 = 0;
  /** Marks of a list item, and of a heading. */
  bullet: bool = false;
  marked: bool = false;
}

/** What skipMarks found, until it is called again. */
export const mark: Mark = new Mark();

/** Steps over list marks (• - * + > o 1. a)) and heading marks (# **); what it found is in `mark`. */
export function skipMarks(folded: Uint8Array, first: i32, end: i32): void {
  let i = first;
  let bullet = false;
  let marked = false;
  for (;;) {
    const byte: i32 = folded[i]!;
    // Most lines begin with a word.
    if (isLower(byte) && byte !== SMALL_O && folded[i + 1] !== CLOSE_BRACKET) break;
    if (byte === BULLET) bullet = true;
    else if (byte === HASH && (folded[i + 1] === HASH || folded[i + 1] === SPACE)) marked = true;
    else if (byte === STAR || byte === UNDERSCORE) {
      if (folded[i + 1] === byte) {
        marked = isBoldToEnd(folded, i, end, byte);
        i++;
      } else bullet = byte === STAR && folded[i + 1] === SPACE;
    } else if (
      (byte === HYPHEN || byte === PLUS || byte === GREATER_THAN || byte === SMALL_O) &&
      folded[skip(folded, i + 1)] === SPACE
    ) {
      bullet = true;
    } else if (isNumbering(folded, i)) {
      bullet = true;
      while (CLASS[folded[i]!] === WORD) i++;
    } else break;
    i = skipSpace(folded, i + 1, end);
    if (i >= end) break;
  }
  mark.text = i < end ? i : end;
  mark.bullet = bullet;
  mark.marked = marked;
}

function skip(folded: Uint8Array, i: i32): i32 {
  while (folded[i] === IGNORED) i++;
  return i;
}

/** `1.` `12)` `a)` and a space. */
function isNumbering(folded: Uint8Array, i: i32): bool {
  let k = i;
  while (isDigit(folded[k]!)) k++;
  if (k === i && folded[i + 1] === CLOSE_BRACKET && CLASS[folded[i]!] === WORD) k = i + 1;
  return (
    k > i && k - i <= 2 && (folded[k] === FULL_STOP || folded[k] === CLOSE_BRACKET) && folded[k + 1] === SPACE
  );
}

/** `**Requirements**` and `**Requirements:**`, nothing behind. */
function isBoldToEnd(folded: Uint8Array, i: i32, end: i32, byte: i32): bool {
  let last = end;
  while (last > i && CLASS[folded[last - 1]!] === SEPARATOR && folded[last - 1] !== byte) last--;
  return (
    last - i > 4 &&
    folded[last - 1] === byte &&
    folded[last - 2] === byte &&
    !hasPair(folded, i + 2, last - 2, byte)
  );
}

function hasPair(folded: Uint8Array, start: i32, end: i32, byte: i32): bool {
  for (let i = start; i + 1 < end; i++) if (folded[i] === byte && folded[i + 1] === byte) return true;
  return false;
}

/** The first byte from `i` on that is seen. */
export function nextVisible(folded: Uint8Array, i: i32): i32 {
  while (folded[i] === IGNORED || folded[i] === SPACE || folded[i] === STAR) i++;
  return i;
}

/** The last byte before `end` that is seen: marks of emphasis and white space aside. */
export function lastVisible(folded: Uint8Array, end: i32): i32 {
  let i = end - 1;
  while (
    i > 0 &&
    (folded[i] === IGNORED || folded[i] === SPACE || folded[i] === STAR || folded[i] === UNDERSCORE)
  )
    i--;
  return i;
}

/** Nothing but marks and brackets between the two offsets. */
export function onlyMarks(folded: Uint8Array, from: i32, to: i32): bool {
  if (to - from > 12) return false;
  for (let i = from; i < to; i++) if (CLASS[folded[i]!] === WORD) return false;
  return true;
}
