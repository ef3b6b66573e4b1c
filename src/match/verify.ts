import { CLASS, IGNORED, LINE_FEED, SEPARATOR, WORD } from "../folded.js";
import { GAP, isGap, type Pattern } from "./pattern.js";

/** Where a pattern stood: half-open. */
export const found = { start: 0, end: 0 };

/**
 * Whether `pattern` stands in the folded text with its first word at `at`, with its edges right; the span is left in
 * `found`. `seam` tells that the word starts or ends inside a longer run of letters, at a place where the caller
 * allows an edge: `seam.start` at its beginning, `seam.end` the offset at which it may end.
 */
export function verify(
  pattern: Pattern,
  folded: Uint8Array,
  bytes: Uint8Array,
  at: number,
  seamStart: boolean,
  seamEnd: number,
): boolean {
  const form = pattern.folded;
  let start = at;
  for (let k = pattern.lead - 1; k >= 0; k--) {
    start--;
    while (start >= 0 && folded[start] === IGNORED) start--;
    if (start < 0 || folded[start] !== form[k]) return false;
  }
  let i = at;
  for (let k = pattern.lead; k < form.length; k++) {
    const wanted = form[k]!;
    if (wanted === GAP) {
      i = skipGap(folded, i);
      if (i < 0) return false;
      continue;
    }
    while (folded[i] === IGNORED) i++;
    if (folded[i] !== wanted) return false;
    i++;
  }
  if (pattern.exact && !sameCase(pattern.exact, pattern.lead, folded, bytes, at, start)) return false;
  if (!leftEdge(pattern, folded, start, seamStart)) return false;
  let end = rightEdge(pattern, folded, bytes, i, seamEnd);
  if (end < 0) return false;
  // A full-width or mathematical letter is folded into its first byte: the match ends behind its last.
  while (folded[end] === IGNORED && (bytes[end]! & 0xc0) === 0x80) end++;
  found.start = start;
  found.end = end;
  return true;
}

/**
 * The offset behind a run of white space and hyphens that starts at `i`, or -1 where there is none. A run holds one
 * line break at most: a blank line parts paragraphs.
 */
function skipGap(folded: Uint8Array, i: number): number {
  let lines = 0;
  let gaps = 0;
  for (;;) {
    const byte = folded[i]!;
    if (isGap(byte)) {
      if (byte === LINE_FEED && ++lines > 1) return -1;
      gaps++;
    } else if (byte !== IGNORED) break;
    i++;
  }
  return gaps > 0 ? i : -1;
}

function sameCase(
  exact: Uint8Array,
  lead: number,
  folded: Uint8Array,
  bytes: Uint8Array,
  at: number,
  start: number,
): boolean {
  let i = lead > 0 ? start : at;
  for (let k = 0; k < exact.length; k++) {
    const wanted = exact[k]!;
    if (wanted === GAP) {
      i = skipGap(folded, i);
      continue;
    }
    while (folded[i] === IGNORED) i++;
    const byte = folded[i]!;
    // A folded letter that is no ASCII in the text (full-width, mathematical) has no case to hold it to.
    if (byte < 0x80 && bytes[i]! < 0x80 && bytes[i] !== wanted) return false;
    i++;
  }
  return true;
}

function before(folded: Uint8Array, i: number): number {
  i--;
  while (i >= 0 && folded[i] === IGNORED) i--;
  return i < 0 ? 0x20 : folded[i]!;
}

function after(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED) i++;
  return folded[i]!;
}

/** A one-letter form is no word beside these: R&D, Can't, S.M.A.R.T., Studierende:r, user@r, *r. */
function isJoint(byte: number): boolean {
  return (
    byte === 0x26 ||
    byte === 0x27 ||
    byte === 0x2e ||
    byte === 0x3a ||
    byte === 0x40 ||
    byte === 0x2a ||
    byte === 0x5f
  );
}

function leftEdge(pattern: Pattern, folded: Uint8Array, start: number, seamStart: boolean): boolean {
  if (seamStart && pattern.lead === 0) return true;
  const byte = before(folded, start);
  if (CLASS[byte] !== SEPARATOR) return false;
  return pattern.folded.length > 1 || !isJoint(byte);
}

/** The end of a match whose last pattern byte stands before `i`, or -1 where the word goes on. */
function rightEdge(
  pattern: Pattern,
  folded: Uint8Array,
  bytes: Uint8Array,
  i: number,
  seamEnd: number,
): number {
  if (i === seamEnd) return i;
  const form = pattern.folded;
  const last = form[form.length - 1]!;
  const next = after(folded, i);
  if (CLASS[last] !== WORD) {
    // C++ is not in C+++, C# not in C##; a version may follow (C++17), a letter may not.
    if (next === last) return -1;
    return CLASS[next] === WORD && !isDigit(next) ? -1 : i;
  }
  if (CLASS[next] === WORD) {
    if (!pattern.plural || next !== 0x73) return -1;
    const behind = skipIgnored(folded, i) + 1;
    // "GPUs" and "APIs" take a small s; a capital one in small letters begins another word.
    if (bytes[behind - 1] === 0x53 && bytes[i - 1] !== undefined && isLower(bytes[i - 1]!)) return -1;
    return CLASS[after(folded, behind)] === WORD ? -1 : behind;
  }
  if (next === 0x23 || (next === 0x2b && after(folded, skipIgnored(folded, i) + 1) === 0x2b)) return -1;
  const behind = skipIgnored(folded, i) + 1;
  if (form.length === 1 && isJoint(next) && CLASS[after(folded, behind)] === WORD) return -1;
  if (next === 0x27 && after(folded, behind) === 0x73) {
    const possessive = skipIgnored(folded, behind) + 1;
    if (form.length > 1 && CLASS[after(folded, possessive)] !== WORD) return possessive;
  }
  return i;
}

function skipIgnored(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED) i++;
  return i;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLower(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
