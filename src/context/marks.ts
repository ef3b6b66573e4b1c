import {
  BULLET,
  CLASS,
  CLOSE_BRACKET,
  FULL_STOP,
  HASH,
  HYPHEN,
  IGNORED,
  isDigit,
  PLUS,
  SEPARATOR,
  SPACE,
  STAR,
  UNDERSCORE,
  WORD,
} from "../folded.js";

/** The first offset from `i` on that holds something that is seen. */
export function skipSpace(folded: Uint8Array, i: number, end: number): number {
  while (i < end && (folded[i] === SPACE || folded[i] === IGNORED)) i++;
  return i;
}

/** Where the text of a line ends, white space aside. */
export function trimEnd(folded: Uint8Array, start: number, end: number): number {
  while (end > start && (folded[end - 1] === SPACE || folded[end - 1] === IGNORED)) end--;
  return end;
}

/** A line of nothing but a list mark. */
export function isLoneBullet(folded: Uint8Array, first: number, end: number): boolean {
  let marks = 0;
  for (let i = first; i < end; i++) {
    const byte = folded[i]!;
    if (byte === BULLET || byte === HYPHEN || byte === STAR || byte === PLUS) marks++;
    else if (byte !== SPACE && byte !== IGNORED) return false;
  }
  return marks === 1;
}

const GREATER_THAN = 0x3e;
const SMALL_O = 0x6f;

/** Steps over list marks (• - * + > o 1. a)) and heading marks (# **). */
export function skipMarks(
  folded: Uint8Array,
  first: number,
  end: number,
): { text: number; bullet: boolean; marked: boolean } {
  let i = first;
  let bullet = false;
  let marked = false;
  for (;;) {
    const byte = folded[i]!;
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
  return { text: Math.min(i, end), bullet, marked };
}

function skip(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED) i++;
  return i;
}

/** `1.` `12)` `a)` and a space. */
function isNumbering(folded: Uint8Array, i: number): boolean {
  let k = i;
  while (isDigit(folded[k]!)) k++;
  if (k === i && folded[i + 1] === CLOSE_BRACKET && CLASS[folded[i]!] === WORD) k = i + 1;
  return (
    k > i && k - i <= 2 && (folded[k] === FULL_STOP || folded[k] === CLOSE_BRACKET) && folded[k + 1] === SPACE
  );
}

/** `**Requirements**` and `**Requirements:**`, nothing behind. */
function isBoldToEnd(folded: Uint8Array, i: number, end: number, mark: number): boolean {
  let last = end;
  while (last > i && CLASS[folded[last - 1]!] === SEPARATOR && folded[last - 1] !== mark) last--;
  return (
    last - i > 4 &&
    folded[last - 1] === mark &&
    folded[last - 2] === mark &&
    !hasPair(folded, i + 2, last - 2, mark)
  );
}

function hasPair(folded: Uint8Array, start: number, end: number, mark: number): boolean {
  for (let i = start; i + 1 < end; i++) if (folded[i] === mark && folded[i + 1] === mark) return true;
  return false;
}

/** The first byte from `i` on that is seen. */
export function nextVisible(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED || folded[i] === SPACE || folded[i] === STAR) i++;
  return i;
}

/** The last byte before `end` that is seen: marks of emphasis and white space aside. */
export function lastVisible(folded: Uint8Array, end: number): number {
  let i = end - 1;
  while (
    i > 0 &&
    (folded[i] === IGNORED || folded[i] === SPACE || folded[i] === STAR || folded[i] === UNDERSCORE)
  )
    i--;
  return i;
}

/** Nothing but marks and brackets between the two offsets. */
export function onlyMarks(folded: Uint8Array, from: number, to: number): boolean {
  if (to - from > 12) return false;
  for (let i = from; i < to; i++) if (CLASS[folded[i]!] === WORD) return false;
  return true;
}
