import { CLOSE_BRACKET, COMMA, IGNORED, isLower, LINE_FEED, OPEN_BRACKET, SPACE } from "../folded.js";
import type { Scan } from "../types.js";
import { skipMarks, skipSpace, trimEnd } from "./marks.js";

/** A line of more bytes is wider than any width that text is wrapped at. */
const LONGEST_LINE = 500;
/** Text is wrapped at widths from the one to the other, in characters; a longer line is a paragraph of its own. */
const NARROWEST = 40;
const WIDEST = 100;
/** So few lines that go on in the next tell nothing of a width. */
const FEWEST_JOINS = 3;
/** Of all lines with another directly below, this share goes on in it, where a text is wrapped. */
const LEAST_JOINED = 0.6;
/** Wide characters and marks of emphasis may take a line so far over the width. */
const SLACK = 4;
/** The share of lines that may be longer: links, rows of tables, what somebody added. One line always may. */
const MOST_LONGER = 0.06;
/** A line that goes on in the next as no sentence begins there is this long at least: shorter ones are items. */
const SHORTEST_RUNNING = 40;

/**
 * The width that the text was wrapped at, in characters without indent and list mark; 0 where its lines are paragraphs.
 *
 * A line that was wrapped is no wider than the width, and with the first word of the next line it would have been.
 * The width is the one for which that is true of most lines.
 */
export function wrapWidth({ folded, length, lines }: Pick<Scan, "folded" | "length" | "lines">): number {
  // Few texts are wrapped, and most of the others show it by their long lines alone.
  if (countLonger(folded, length, lines) > Math.max(1, Math.floor(MOST_LONGER * lines.count))) return 0;
  /** By width: how many more lines speak for it than for the width before. */
  const votes = new Int32Array(WIDEST + 2);
  const sizes = new Int32Array(WIDEST + 2);
  let full = 0;
  let pairs = 0;
  /** Size of the line above; 0 where it is blank. */
  let above = 0;
  let start = 0;
  for (let line = 0; start < length; line++) {
    const lineEnd = line < lines.count ? lines.offsets[line]! : length;
    const first = skipSpace(folded, start, lineEnd);
    const end = trimEnd(folded, first, lineEnd);
    start = lineEnd + 1;
    if (first === end) {
      above = 0;
      continue;
    }
    const { text, bullet, marked } = skipMarks(folded, first, end);
    if (above > 0 && !bullet && !marked) {
      pairs++;
      if (above <= WIDEST) {
        votes[above]!++;
        votes[Math.min(WIDEST, above + sizeOf(folded, first, wordEnd(folded, first, end))) + 1]!--;
      }
    }
    above = sizeOf(folded, text, end);
    full++;
    if (above <= WIDEST || !isLink(folded, text, end)) sizes[above]!++;
  }
  let width = 0;
  let joins = 0;
  for (let size = 0, voices = 0; size <= WIDEST; size++) {
    voices += votes[size]!;
    if (size >= NARROWEST && voices >= joins) {
      width = size;
      joins = voices;
    }
  }
  if (joins < FEWEST_JOINS || joins < LEAST_JOINED * pairs) return 0;
  let longer = 0;
  for (let size = width + SLACK + 1; size < sizes.length; size++) longer += sizes[size]!;
  return longer <= Math.max(1, MOST_LONGER * full) ? width : 0;
}

/** Lines that are wider than any width. */
function countLonger(folded: Uint8Array, length: number, lines: Scan["lines"]): number {
  let longer = 0;
  let start = 0;
  for (let line = 0; start < length; line++) {
    const lineEnd = line < lines.count ? lines.offsets[line]! : length;
    // No line has more characters than bytes.
    if (lineEnd - start > WIDEST) {
      const first = skipSpace(folded, start, lineEnd);
      const end = trimEnd(folded, first, lineEnd);
      const { text } = skipMarks(folded, first, end);
      if (sizeOf(folded, text, end) > WIDEST && !isLink(folded, text, end)) longer++;
    }
    start = lineEnd + 1;
  }
  return longer;
}

/** One word, which cannot be wrapped. */
function isLink(folded: Uint8Array, text: number, end: number): boolean {
  return wordEnd(folded, text, end) === end;
}

/**
 * Whether the line that ends at `previousEnd` goes on in the one at `first`: that one's first word would not have had
 * room in it.
 */
export function isWrapped(
  folded: Uint8Array,
  width: number,
  previousEnd: number,
  first: number,
  end: number,
): boolean {
  if (width === 0) return false;
  const start = skipSpace(folded, lineStart(folded, previousEnd, LONGEST_LINE), previousEnd);
  const room = width - 1 - sizeOf(folded, first, wordEnd(folded, first, end));
  const { text } = skipMarks(folded, start, previousEnd);
  if (sizeOf(folded, text, previousEnd) > room) return true;
  // The mark may have been there when the line was wrapped.
  const whole = text > start ? sizeOf(folded, start, previousEnd) : 0;
  return whole <= width && whole > room;
}

/**
 * Whether the line that ends at `previousEnd` breaks off, whatever the width, as where a text was copied from a page:
 * it is of some length, and the next begins in small letters; or a bracket is open that the next line closes.
 */
export function runsOn(
  folded: Uint8Array,
  bytes: Uint8Array,
  previousEnd: number,
  first: number,
  end: number,
): boolean {
  const last = bytes[previousEnd - 1]!;
  if (isLower(bytes[first]!) && (last === COMMA || isLower(last))) {
    const start = lineStart(folded, previousEnd, SHORTEST_RUNNING);
    if (previousEnd - start >= SHORTEST_RUNNING) return true;
  }
  return closesBracket(folded, first, end) && opensBracket(folded, previousEnd);
}

/** Brackets are looked for so many bytes around a line's end. */
const LONGEST_BRACKET = 120;

/** Whether a bracket is open where a line ends. */
function opensBracket(folded: Uint8Array, end: number): boolean {
  const start = lineStart(folded, end, LONGEST_BRACKET);
  for (let i = end - 1; i >= start && folded[i] !== CLOSE_BRACKET; i--)
    if (folded[i] === OPEN_BRACKET) return true;
  return false;
}

/** Whether the first bracket of a line closes one. */
function closesBracket(folded: Uint8Array, first: number, lineEnd: number): boolean {
  const end = Math.min(lineEnd, first + LONGEST_BRACKET);
  for (let i = first; i < end && folded[i] !== OPEN_BRACKET; i++)
    if (folded[i] === CLOSE_BRACKET) return true;
  return false;
}

/** Where a line begins, or `most` bytes before its end. */
function lineStart(folded: Uint8Array, end: number, most: number): number {
  let start = end;
  while (start > 0 && end - start < most && folded[start - 1] !== LINE_FEED) start--;
  return start;
}

function wordEnd(folded: Uint8Array, first: number, end: number): number {
  let i = first;
  while (i < end && folded[i] !== SPACE) i++;
  return i;
}

/** Characters of a part of one line; no more than one over the widest line are counted. */
function sizeOf(folded: Uint8Array, start: number, end: number): number {
  let size = 0;
  for (let i = start; i < end && size <= WIDEST; i++) {
    const byte = folded[i]!;
    // Of a character of two bytes, the second tells no more.
    if (byte !== IGNORED && (byte & 0xc0) !== 0x80) size++;
  }
  return size;
}
