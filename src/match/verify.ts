import {
  AMPERSAND,
  APOSTROPHE,
  AT,
  CLASS,
  COLON,
  FULL_STOP,
  HASH,
  HYPHEN,
  IGNORED,
  isDigit,
  isLower,
  isUpper,
  LINE_FEED,
  PLUS,
  SEPARATOR,
  SMALL_S,
  SPACE,
  STAR,
  UNDERSCORE,
  WORD,
} from "../folded.js";
import type { Tables } from "../types.js";
import { GAP, isGap } from "./forms.js";
import { beginOf, EXACT, flagsOf, leadIn, PLURAL, sizeOf } from "./tables.js";

/** Where a form stood: half-open. */
export const found = { start: 0, end: 0 };

/**
 * Whether the form stands in the folded text with its first word at `at`, with its edges right; the span is left in
 * `found`. `seamStart` tells that `at` is inside a longer run of letters, at a place where an edge is allowed;
 * `seamEnd` is the offset inside such a run at which the form may end, -1 for none.
 */
export function verify(
  tables: Tables,
  form: number,
  folded: Uint8Array,
  bytes: Uint8Array,
  at: number,
  seamStart: boolean,
  seamEnd: number,
): boolean {
  const first = beginOf(tables, form);
  const last = first + sizeOf(tables, form);
  const flags = flagsOf(tables, form);
  const lead = leadIn(flags);
  const wantedBytes = tables.folded;
  let start = at;
  for (let k = lead - 1; k >= 0; k--) {
    start--;
    while (start >= 0 && folded[start] === IGNORED) start--;
    if (start < 0 || folded[start] !== wantedBytes[first + k]) return false;
  }
  let i = at;
  for (let k = first + lead; k < last; k++) {
    const wanted = wantedBytes[k]!;
    if (wanted === GAP) {
      i = skipGap(folded, i);
      if (i < 0) return false;
      continue;
    }
    while (folded[i] === IGNORED) i++;
    if (folded[i] !== wanted) return false;
    i++;
  }
  if (flags & EXACT && !sameCase(tables.kept, first, last, folded, bytes, start)) return false;
  const single = last - first === 1;
  if (!(seamStart && lead === 0) && !leftEdge(single, folded, start)) return false;
  let end = rightEdge(wantedBytes[last - 1]!, single, (flags & PLURAL) !== 0, folded, bytes, i, seamEnd);
  if (end < 0) return false;
  // A full-width or mathematical letter is folded into its first byte: the match ends behind its last.
  while (folded[end] === IGNORED && (bytes[end]! & 0xc0) === 0x80) end++;
  found.start = start;
  found.end = end;
  return true;
}

/**
 * The offset behind a run of white space and hyphens that starts at `i`, or -1 where there is none. A run holds one
 * line break at most, for a blank line parts paragraphs, and no hyphen between white space, which is a dash or the mark
 * of the next item.
 */
function skipGap(folded: Uint8Array, i: number): number {
  let lines = 0;
  let last = 0;
  for (;;) {
    const byte = folded[i]!;
    if (isGap(byte)) {
      if (byte === LINE_FEED && ++lines > 1) return -1;
      if (byte === HYPHEN && (last === SPACE || lines > 0) && after(folded, i + 1) === SPACE) return -1;
      last = byte;
    } else if (byte !== IGNORED) break;
    i++;
  }
  return last > 0 ? i : -1;
}

function sameCase(
  kept: Uint8Array,
  first: number,
  last: number,
  folded: Uint8Array,
  bytes: Uint8Array,
  start: number,
): boolean {
  let i = start;
  for (let k = first; k < last; k++) {
    const wanted = kept[k]!;
    if (wanted === GAP) {
      i = skipGap(folded, i);
      continue;
    }
    while (folded[i] === IGNORED) i++;
    // A folded letter that is no ASCII in the text (full-width, mathematical) has no case to hold it to.
    if (folded[i]! < 0x80 && bytes[i]! < 0x80 && bytes[i] !== wanted) return false;
    i++;
  }
  return true;
}

function before(folded: Uint8Array, i: number): number {
  i--;
  while (i >= 0 && folded[i] === IGNORED) i--;
  return i < 0 ? SPACE : folded[i]!;
}

function after(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED) i++;
  return folded[i]!;
}

/** A one-letter form is no word beside these: R&D, Can't, S.M.A.R.T., Studierende:r, user@r, *r. */
function isJoint(byte: number): boolean {
  return (
    byte === AMPERSAND ||
    byte === APOSTROPHE ||
    byte === FULL_STOP ||
    byte === COLON ||
    byte === AT ||
    byte === STAR ||
    byte === UNDERSCORE
  );
}

function leftEdge(single: boolean, folded: Uint8Array, start: number): boolean {
  const byte = before(folded, start);
  return CLASS[byte] === SEPARATOR && !(single && isJoint(byte));
}

/** The end of a match whose last byte `last` stands before `i`, or -1 where the word goes on. */
function rightEdge(
  last: number,
  single: boolean,
  plural: boolean,
  folded: Uint8Array,
  bytes: Uint8Array,
  i: number,
  seamEnd: number,
): number {
  if (i === seamEnd) return i;
  const next = after(folded, i);
  if (CLASS[last] !== WORD) {
    // C++ is not in C+++, C# not in C##; a version may follow (C++17), a letter may not.
    if (next === last) return -1;
    return CLASS[next] === WORD && !isDigit(next) ? -1 : i;
  }
  if (CLASS[next] === WORD) {
    if (!plural || next !== SMALL_S) return -1;
    const behind = skipIgnored(folded, i) + 1;
    // "GPUs" and "APIs" take a small s; a capital one in small letters begins another word.
    if (isUpper(bytes[behind - 1]!) && bytes[i - 1] !== undefined && isLower(bytes[i - 1]!)) return -1;
    const goesOn = CLASS[after(folded, behind)] === WORD && (behind !== seamEnd || isDigit(folded[behind]!));
    return goesOn ? -1 : behind;
  }
  if (next === HASH || (next === PLUS && after(folded, skipIgnored(folded, i) + 1) === PLUS)) return -1;
  const behind = skipIgnored(folded, i) + 1;
  if (single && isJoint(next) && CLASS[after(folded, behind)] === WORD) return -1;
  if (next === APOSTROPHE && after(folded, behind) === SMALL_S) {
    const possessive = skipIgnored(folded, behind) + 1;
    if (!single && CLASS[after(folded, possessive)] !== WORD) return possessive;
  }
  return i;
}

function skipIgnored(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED) i++;
  return i;
}
