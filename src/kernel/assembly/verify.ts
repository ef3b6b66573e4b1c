import {
  AMPERSAND,
  APOSTROPHE,
  AT,
  COLON,
  COMMA,
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
} from "../../folded.js";
import { bytes, classOf, folded, foldedAt, rawAt } from "./memory";
import { formBytes, keptBytes, recordOf } from "./tables";

/** Stands for a run of white space and hyphens in a form. */
const GAP: i32 = SPACE;
const EXACT: i32 = 1;
const PLURAL: i32 = 2;
const OPEN: i32 = 8;

/** Where a form stood: half-open. */
export let foundStart: i32 = 0;
export let foundEnd: i32 = 0;

/** Whether the form stands with its first word at `at`: `verify` in ../../match/verify.ts, function by function. */
export function verify(form: i32, at: i32, seamStart: bool, seamEnd: i32): bool {
  const record = recordOf(form);
  const first = load<i32>(record);
  const last = first + load<i32>(record, 4);
  const flag: i32 = load<u8>(record, 8);
  const lead: i32 = load<u8>(record, 9);
  let start = at;
  for (let k = lead - 1; k >= 0; k--) {
    start--;
    while (start >= 0 && foldedAt(start) === IGNORED) start--;
    if (start < 0 || foldedAt(start) !== formByte(first + k)) return false;
  }
  let same = alike(formBytes + ((first + lead) as usize), folded + (at as usize), last - first - lead);
  if ((flag & OPEN) !== 0 && same === last - first && isFree(at - 1, at + same)) {
    foundStart = at;
    foundEnd = at + same;
    return true;
  }
  // A gap may go on behind its first space.
  if (same > 0 && first + lead + same < last && formByte(first + lead + same - 1) === GAP) same--;
  let i = at + same;
  for (let k = first + lead + same; k < last; k++) {
    const wanted = formByte(k);
    if (wanted === GAP) {
      i = skipGap(i);
      if (i < 0) return false;
      continue;
    }
    i = skipIgnored(i);
    if (foldedAt(i) !== wanted) return false;
    i++;
  }
  if ((flag & EXACT) !== 0 && !sameCase(first, last, start)) return false;
  const single = last - first === 1;
  if (!(seamStart && lead === 0) && !leftEdge(single, start)) return false;
  let end = rightEdge(formByte(last - 1), single, (flag & PLURAL) !== 0, i, seamEnd);
  if (end < 0) return false;
  while (foldedAt(end) === IGNORED && (rawAt(end) & 0xc0) === 0x80) end++;
  foundStart = start;
  foundEnd = end;
  return true;
}

/**
 * How many bytes are the same in both, of `size`; as most are, they are compared eight at a time. A gap in a form is
 * one space, as is most often the one in a text.
 */
function alike(a: usize, b: usize, size: i32): i32 {
  let i = 0;
  while (i < size) {
    const differing = load<u64>(a + (i as usize)) ^ load<u64>(b + (i as usize));
    if (differing !== 0) {
      i += (ctz(differing) >> 3) as i32;
      return i < size ? i : size;
    }
    i += 8;
  }
  return size;
}

/** Whether any words of several letters may stand between two bytes of the folded text, whatever stands farther away. */
export function isFree(before: i32, behind: i32): bool {
  return (
    (load<u8>(free + (foldedAt(before) as usize)) & load<u8>(free + (foldedAt(behind) as usize), 256)) !== 0
  );
}

/** By folded byte: 1 where words may begin behind it; and where they may end before it, as leftEdge and rightEdge say. */
const free: usize = memory.data(512, 64);
for (let byte = 0; byte < 256; byte++) {
  const parts: i32 = classOf(byte) === SEPARATOR ? 1 : 0;
  const ends: i32 = byte === HASH || byte === PLUS || byte === APOSTROPHE ? 0 : parts;
  store<u8>(free + (byte as usize), parts as u8);
  store<u8>(free + (byte as usize), ends as u8, 256);
}

function formByte(k: i32): i32 {
  return load<u8>(formBytes + (k as usize));
}

function skipGap(from: i32): i32 {
  let i = from;
  let lines = 0;
  let last = 0;
  while (true) {
    const byte = foldedAt(i);
    if (byte === SPACE || byte === HYPHEN || byte === LINE_FEED) {
      if (byte === LINE_FEED && ++lines > 1) return -1;
      if (byte === HYPHEN && (last === SPACE || lines > 0) && after(i + 1) === SPACE) return -1;
      last = byte;
    } else if (byte !== IGNORED) break;
    i++;
  }
  return last > 0 ? i : -1;
}

function sameCase(first: i32, last: i32, start: i32): bool {
  const size = last - first;
  if (alike(keptBytes + (first as usize), bytes + (start as usize), size) === size) return true;
  let i = start;
  for (let k = first; k < last; k++) {
    const wanted: i32 = load<u8>(keptBytes + (k as usize));
    if (wanted === GAP) {
      i = skipGap(i);
      continue;
    }
    i = skipIgnored(i);
    if (foldedAt(i) < 0x80 && rawAt(i) < 0x80 && rawAt(i) !== wanted) return false;
    i++;
  }
  return true;
}

function beforeOf(from: i32): i32 {
  let i = from - 1;
  while (i >= 0 && foldedAt(i) === IGNORED) i--;
  return i < 0 ? SPACE : foldedAt(i);
}

function after(from: i32): i32 {
  return foldedAt(skipIgnored(from));
}

function skipIgnored(from: i32): i32 {
  let i = from;
  while (foldedAt(i) === IGNORED) i++;
  return i;
}

function isJoint(byte: i32): bool {
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

function leftEdge(single: bool, start: i32): bool {
  const byte = beforeOf(start);
  return classOf(byte) === SEPARATOR && !(single && isJoint(byte));
}

function rightEdge(last: i32, single: bool, plural: bool, i: i32, seamEnd: i32): i32 {
  if (i === seamEnd) return i;
  // What follows nearly always, and lets any word end.
  if (foldedAt(i) === SPACE || foldedAt(i) === COMMA) return i;
  const next = after(i);
  if (classOf(last) !== WORD) {
    if (next === last) return -1;
    return classOf(next) === WORD && !isDigit(next) ? -1 : i;
  }
  const behind = skipIgnored(i) + 1;
  if (classOf(next) === WORD) {
    if (!plural || next !== SMALL_S) return -1;
    if (isUpper(rawAt(behind - 1)) && isLower(rawAt(i - 1))) return -1;
    const goesOn = classOf(after(behind)) === WORD && (behind !== seamEnd || isDigit(foldedAt(behind)));
    return goesOn ? -1 : behind;
  }
  if (next === HASH || (next === PLUS && after(behind) === PLUS)) return -1;
  if (single && isJoint(next) && classOf(after(behind)) === WORD) return -1;
  if (next === APOSTROPHE && after(behind) === SMALL_S) {
    const possessive = skipIgnored(behind) + 1;
    if (!single && classOf(after(possessive)) !== WORD) return possessive;
  }
  return i;
}
