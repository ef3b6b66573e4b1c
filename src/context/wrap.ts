import { CLOSE_BRACKET, COMMA, IGNORED, isLower, LINE_FEED, OPEN_BRACKET, SPACE } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { mark, skipMarks, skipSpace, trimEnd } from "./marks.js";
import type { Page } from "./page.js";

/** A line of more bytes is wider than any width that text is wrapped at. */
const LONGEST_LINE: i32 = 500;
/** Text is wrapped at widths from the one to the other, in characters; a longer line is a paragraph of its own. */
const NARROWEST: i32 = 40;
const WIDEST: i32 = 100;
/** So few lines that go on in the next tell nothing of a width. */
const FEWEST_JOINS: i32 = 3;
/** Of all lines with another directly below, this share goes on in it, where a text is wrapped. */
const LEAST_JOINED = 0.6;
/** Wide characters and marks of emphasis may take a line so far over the width. */
const SLACK: i32 = 4;
/** The share of lines that may be longer: links, rows of tables, what somebody added. One line always may. */
const MOST_LONGER = 0.06;
/** A line that goes on in the next as no sentence begins there is this long at least: shorter ones are items. */
const SHORTEST_RUNNING: i32 = 40;

/** By width: how many more lines speak for it than for the width before; and lines of that size. Room for wrapWidth. */
const votes: Int32Array = new Int32Array(WIDEST + 2);
const sizes: Int32Array = new Int32Array(WIDEST + 2);

/**
 * The width that the text was wrapped at, in characters without indent and list mark; 0 where its lines are paragraphs.
 *
 * A line that was wrapped is no wider than the width, and with the first word of the next line it would have been.
 * The width is the one for which that is true of most lines.
 */
export function wrapWidth(page: Page): i32 {
  // Few texts are wrapped, and most of the others show it by their long lines alone.
  if (hasLonger(page)) return 0;
  const folded = page.folded;
  votes.fill(0);
  sizes.fill(0);
  let full = 0;
  let pairs = 0;
  /** Size of the line above; 0 where it is blank. */
  let above = 0;
  let start = 0;
  for (let line = 0; start < page.length; line++) {
    const lineEnd = line < page.lineCount ? page.lines[line]! : page.length;
    const first = skipSpace(folded, start, lineEnd);
    const end = trimEnd(folded, first, lineEnd);
    start = lineEnd + 1;
    if (first === end) {
      above = 0;
      continue;
    }
    skipMarks(folded, first, end);
    if (above > 0 && !mark.bullet && !mark.marked) {
      pairs++;
      if (above <= WIDEST) {
        const wider = above + sizeOf(folded, first, wordEnd(folded, first, end));
        const behind = wider < WIDEST ? wider + 1 : WIDEST + 1;
        votes[above] = votes[above]! + 1;
        votes[behind] = votes[behind]! - 1;
      }
    }
    above = sizeOf(folded, mark.text, end);
    full++;
    if (above <= WIDEST || !isLink(folded, mark.text, end)) sizes[above] = sizes[above]! + 1;
  }
  let width = 0;
  let joins = 0;
  let voices = 0;
  for (let size = 0; size <= WIDEST; size++) {
    voices += votes[size]!;
    if (size >= NARROWEST && voices >= joins) {
      width = size;
      joins = voices;
    }
  }
  if (joins < FEWEST_JOINS || joins < LEAST_JOINED * pairs) return 0;
  let longer = 0;
  for (let size = width + SLACK + 1; size < sizes.length; size++) longer += sizes[size]!;
  return longer <= 1 || longer <= MOST_LONGER * full ? width : 0;
}

/** Whether more lines are wider than any width than may be. */
function hasLonger(page: Page): bool {
  const folded = page.folded;
  let longer = 0;
  let start = 0;
  for (let line = 0; start < page.length; line++) {
    const lineEnd = line < page.lineCount ? page.lines[line]! : page.length;
    // No line has more characters than bytes.
    if (lineEnd - start > WIDEST) {
      const first = skipSpace(folded, start, lineEnd);
      const end = trimEnd(folded, first, lineEnd);
      skipMarks(folded, first, end);
      if (sizeOf(folded, mark.text, end) > WIDEST && !isLink(folded, mark.text, end)) {
        longer++;
        if (longer > 1 && longer > MOST_LONGER * page.lineCount) return true;
      }
    }
    start = lineEnd + 1;
  }
  return false;
}

/** One word, which cannot be wrapped. */
function isLink(folded: Uint8Array, text: i32, end: i32): bool {
  return wordEnd(folded, text, end) === end;
}

/**
 * Whether the line that ends at `previousEnd` goes on in the one at `first`: that one's first word would not have had
 * room in it.
 */
export function isWrapped(folded: Uint8Array, width: i32, previousEnd: i32, first: i32, end: i32): bool {
  if (width === 0) return false;
  const start = skipSpace(folded, lineStart(folded, previousEnd, LONGEST_LINE), previousEnd);
  const room = width - 1 - sizeOf(folded, first, wordEnd(folded, first, end));
  skipMarks(folded, start, previousEnd);
  if (sizeOf(folded, mark.text, previousEnd) > room) return true;
  // The mark may have been there when the line was wrapped.
  const whole = mark.text > start ? sizeOf(folded, start, previousEnd) : 0;
  return whole <= width && whole > room;
}

/**
 * Whether the line that ends at `previousEnd` breaks off, whatever the width, as where a text was copied from a page:
 * it is of some length, and the next begins in small letters; or a bracket is open that the next line closes.
 */
export function runsOn(folded: Uint8Array, bytes: Uint8Array, previousEnd: i32, first: i32, end: i32): bool {
  const last: i32 = bytes[previousEnd - 1]!;
  if (isLower(bytes[first]!) && (last === COMMA || isLower(last))) {
    const start = lineStart(folded, previousEnd, SHORTEST_RUNNING);
    if (previousEnd - start >= SHORTEST_RUNNING) return true;
  }
  return closesBracket(folded, first, end) && opensBracket(folded, previousEnd);
}

/** Brackets are looked for so many bytes around a line's end. */
const LONGEST_BRACKET: i32 = 120;

/** Whether a bracket is open where a line ends. */
function opensBracket(folded: Uint8Array, end: i32): bool {
  const start = lineStart(folded, end, LONGEST_BRACKET);
  for (let i = end - 1; i >= start && folded[i] !== CLOSE_BRACKET; i--)
    if (folded[i] === OPEN_BRACKET) return true;
  return false;
}

/** Whether the first bracket of a line closes one. */
function closesBracket(folded: Uint8Array, first: i32, lineEnd: i32): bool {
  const end = lineEnd < first + LONGEST_BRACKET ? lineEnd : first + LONGEST_BRACKET;
  for (let i = first; i < end && folded[i] !== OPEN_BRACKET; i++)
    if (folded[i] === CLOSE_BRACKET) return true;
  return false;
}

/** Where a line begins, or `most` bytes before its end. */
function lineStart(folded: Uint8Array, end: i32, most: i32): i32 {
  let start = end;
  while (start > 0 && end - start < most && folded[start - 1] !== LINE_FEED) start--;
  return start;
}

function wordEnd(folded: Uint8Array, first: i32, end: i32): i32 {
  let i = first;
  while (i < end && folded[i] !== SPACE) i++;
  return i;
}

/** Characters of a part of one line; no more than one over the widest line are counted. */
function sizeOf(folded: Uint8Array, start: i32, end: i32): i32 {
  let size = 0;
  for (let i = start; i < end && size <= WIDEST; i++) {
    const byte: i32 = folded[i]!;
    // Of a character of two bytes, the second tells no more.
    if (byte !== IGNORED && (byte & 0xc0) !== 0x80) size++;
  }
  return size;
}
