import { BULLET, CLASS, HYPHEN, IGNORED, LINE_FEED, SEPARATOR, SPACE, WORD } from "../folded.js";
import type { Scan } from "../types.js";

/**
 * A paragraph or list item: one line of the posting, or several where the text is hard-wrapped. Half-open offsets;
 * `text` is where its first word or bracket stands, behind white space, bullets and heading marks.
 */
export interface Block {
  readonly start: number;
  end: number;
  readonly text: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** A list item by its mark. */
  readonly bullet: boolean;
  /** A markdown heading (`#`) or a line all in bold (`**`). */
  readonly marked: boolean;
  /** Follows a blank line, or begins the posting. */
  readonly afterBlank: boolean;
}

/** Lines that were wrapped at a width are this wide at most; longer ones are paragraphs of their own. */
const WIDEST_WRAP = 100;
/** So few lines tell nothing of a width. */
const FEWEST_WRAPPED_LINES = 6;

/** Splits a text into its blocks, in order; blank lines belong to none. */
export function findBlocks(scan: Pick<Scan, "folded" | "length" | "lines">): Block[] {
  const { folded, length, lines } = scan;
  const blocks: Block[] = [];
  const width = wrapWidth(scan);
  let blank = true;
  let loneBullet = false;
  let previous: Block | undefined;
  let start = 0;
  for (let line = 0; start < length; line++) {
    const end = line < lines.count ? lines.offsets[line]! : length;
    const first = skipSpace(folded, start, end);
    if (first === end) {
      blank = true;
    } else {
      const mark = skipMarks(folded, first, end);
      // A converter may leave the bullet on a line of its own, before the item.
      if (isLoneBullet(folded, first, end)) {
        loneBullet = true;
        start = end + 1;
        continue;
      }
      if (
        previous &&
        !blank &&
        !mark.bullet &&
        !loneBullet &&
        !mark.marked &&
        (isWrapped(folded, width, previous.end, first, end) || hangs(folded, previous, first - start))
      ) {
        previous.end = trimEnd(folded, first, end);
      } else {
        previous = {
          start: first,
          end: trimEnd(folded, first, end),
          text: mark.text,
          indent: first - start,
          bullet: mark.bullet || loneBullet,
          marked: mark.marked,
          afterBlank: blank,
        };
        blocks.push(previous);
      }
      loneBullet = false;
      blank = false;
    }
    start = end + 1;
  }
  return blocks;
}

/** The index of the block that holds `offset`, or of the last one before it; -1 where there is none. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** The width that the text was wrapped at, or 0 where its lines are paragraphs. */
function wrapWidth({ folded, length, lines }: Pick<Scan, "folded" | "length" | "lines">): number {
  let widest = 0;
  let full = 0;
  let start = 0;
  for (let line = 0; start < length; line++) {
    const end = line < lines.count ? lines.offsets[line]! : length;
    const size = trimEnd(folded, start, end) - start;
    if (size > widest) widest = size;
    if (size > 0) full++;
    if (widest > 2 * WIDEST_WRAP) return 0;
    start = end + 1;
  }
  return full >= FEWEST_WRAPPED_LINES && widest <= WIDEST_WRAP ? widest : 0;
}

/** A wrapped line goes on in the next when the next one's first word would not have had room in it. */
function isWrapped(
  folded: Uint8Array,
  width: number,
  previousEnd: number,
  first: number,
  end: number,
): boolean {
  if (width === 0) return false;
  let previousStart = previousEnd;
  while (previousStart > 0 && folded[previousStart - 1] !== LINE_FEED) previousStart--;
  let wordEnd = first;
  while (wordEnd < end && folded[wordEnd] !== SPACE) wordEnd++;
  return previousEnd - previousStart + 1 + (wordEnd - first) > width;
}

/** A line without a mark that is set deeper than the item above goes on with it, unless that one ended. */
function hangs(folded: Uint8Array, previous: Block, indent: number): boolean {
  const last = folded[previous.end - 1];
  return (
    previous.bullet &&
    indent > previous.indent &&
    last !== 0x2e &&
    last !== 0x3a &&
    last !== 0x21 &&
    last !== 0x3f
  );
}

function skipSpace(folded: Uint8Array, i: number, end: number): number {
  while (i < end && (folded[i] === SPACE || folded[i] === IGNORED)) i++;
  return i;
}

function trimEnd(folded: Uint8Array, start: number, end: number): number {
  while (end > start && (folded[end - 1] === SPACE || folded[end - 1] === IGNORED)) end--;
  return end;
}

/** A line of nothing but a list mark. */
function isLoneBullet(folded: Uint8Array, first: number, end: number): boolean {
  let marks = 0;
  for (let i = first; i < end; i++) {
    const byte = folded[i]!;
    if (byte === BULLET || byte === HYPHEN || byte === STAR || byte === 0x2b) marks++;
    else if (byte !== SPACE && byte !== IGNORED) return false;
  }
  return marks === 1;
}

const STAR = 0x2a;
const HASH = 0x23;
const UNDERSCORE = 0x5f;

/** Steps over list marks (• - * + > o 1. a)) and heading marks (# **). */
function skipMarks(
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
      (byte === HYPHEN || byte === 0x2b || byte === 0x3e || byte === 0x6f) &&
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
  while (folded[k]! >= 0x30 && folded[k]! <= 0x39) k++;
  if (k === i && folded[i + 1] === 0x29 && CLASS[folded[i]!] === WORD) k = i + 1;
  return k > i && k - i <= 2 && (folded[k] === 0x2e || folded[k] === 0x29) && folded[k + 1] === SPACE;
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
