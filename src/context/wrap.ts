import { CLOSE_BRACKET, COMMA, isLower, OPEN_BRACKET, SPACE } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { ByteSet, charactersIn, nextByte } from "./bytes.js";
import type { Line } from "./lines.js";
import type { Page } from "./page.js";
import type { Pool } from "./pool.js";

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

/** Brackets are looked for so many bytes around a line's end. */
const LONGEST_BRACKET: i32 = 120;
const BRACKETS: ByteSet = new ByteSet([OPEN_BRACKET, CLOSE_BRACKET]);

/** By width: how many more lines speak for it than for the width before; and lines of that size. Room for wrapWidth. */
const votes: Int32Array = new Int32Array(WIDEST + 2);
const sizes: Int32Array = new Int32Array(WIDEST + 2);

/**
 * The width that the text was wrapped at, in characters without indent and list mark; 0 where its lines are paragraphs.
 *
 * A line that was wrapped is no wider than the width, and with the first word of the next line it would have been.
 * The width is the one for which that is true of most lines.
 */
export function wrapWidth(page: Page, lines: Pool<Line>): i32 {
  const folded = page.folded;
  // Few texts are wrapped, and most of the others show it by their long lines alone.
  if (hasLonger(folded, lines, page.lineCount)) return 0;
  votes.fill(0);
  sizes.fill(0);
  let full = 0;
  let pairs = 0;
  /** Size of the line above; 0 where it is blank. */
  let above = 0;
  for (let i = 0; i < lines.count; i++) {
    const line = lines.at(i);
    if (line.first === line.end) {
      above = 0;
      continue;
    }
    if (above > 0 && !line.bullet && !line.marked) {
      pairs++;
      if (above <= WIDEST) {
        const wider = above + firstWord(folded, line);
        const behind = wider < WIDEST ? wider + 1 : WIDEST + 1;
        votes[above] = votes[above]! + 1;
        votes[behind] = votes[behind]! - 1;
      }
    }
    above = sizeOf(folded, line.text, line.end);
    full++;
    if (above <= WIDEST || !isLink(folded, line)) sizes[above] = sizes[above]! + 1;
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
function hasLonger(folded: Uint8Array, lines: Pool<Line>, lineCount: i32): bool {
  let longer = 0;
  for (let i = 0; i < lines.count; i++) {
    const line = lines.at(i);
    // No line has more characters than bytes.
    if (line.end - line.text <= WIDEST || sizeOf(folded, line.text, line.end) <= WIDEST) continue;
    if (isLink(folded, line)) continue;
    longer++;
    if (longer > 1 && longer > MOST_LONGER * lineCount) return true;
  }
  return false;
}

/** One word, which cannot be wrapped. */
function isLink(folded: Uint8Array, line: Line): bool {
  return nextByte(folded, SPACE, line.text, line.end) === line.end;
}

/** Whether a line goes on in the one below: that one's first word would not have had room in it. */
export function isWrapped(folded: Uint8Array, width: i32, line: Line, below: Line): bool {
  if (width === 0) return false;
  const room = width - 1 - firstWord(folded, below);
  if (sizeOf(folded, line.text, line.end) > room) return true;
  // The mark may have been there when the line was wrapped.
  const whole = line.text > line.first ? sizeOf(folded, line.first, line.end) : 0;
  return whole <= width && whole > room;
}

/**
 * Whether a line breaks off, whatever the width, as where a text was copied from a page: it is of some length, and the one
 * below begins in small letters; or a bracket is open that the one below closes.
 */
export function runsOn(folded: Uint8Array, bytes: Uint8Array, line: Line, below: Line): bool {
  const last: i32 = bytes[line.end - 1]!;
  if (isLower(bytes[below.first]!) && (last === COMMA || isLower(last))) {
    if (line.end - line.start >= SHORTEST_RUNNING) return true;
  }
  return closesBracket(folded, below) && opensBracket(folded, line);
}

/** Whether a bracket is open where a line ends. */
function opensBracket(folded: Uint8Array, line: Line): bool {
  const far = line.end - LONGEST_BRACKET;
  const start = line.start > far ? line.start : far;
  const bracket = BRACKETS.last(folded, start, line.end);
  return bracket >= start && folded[bracket] === OPEN_BRACKET;
}

/** Whether the first bracket of a line closes one. */
function closesBracket(folded: Uint8Array, line: Line): bool {
  const far = line.first + LONGEST_BRACKET;
  const end = line.end < far ? line.end : far;
  const bracket = BRACKETS.next(folded, line.first, end);
  return bracket < end && folded[bracket] === CLOSE_BRACKET;
}

/** Characters of the first word of a line, which may be its mark. */
function firstWord(folded: Uint8Array, line: Line): i32 {
  return sizeOf(folded, line.first, nextByte(folded, SPACE, line.first, line.end));
}

/** Characters of a part of one line; no more than one over the widest line are counted. */
function sizeOf(folded: Uint8Array, start: i32, end: i32): i32 {
  return charactersIn(folded, start, end, WIDEST + 1);
}
