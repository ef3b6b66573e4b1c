import { COLON, EXCLAMATION, FULL_STOP, QUESTION } from "../folded.js";
import type { Scan } from "../types.js";
import { isLoneBullet, skipMarks, skipSpace, trimEnd } from "./marks.js";
import { isWrapped, runsOn, wrapWidth } from "./wrap.js";

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

/** Splits a text into its blocks, in order; blank lines belong to none. */
export function findBlocks(scan: Pick<Scan, "bytes" | "folded" | "length" | "lines">): Block[] {
  const { bytes, folded, length, lines } = scan;
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
        (isWrapped(folded, width, previous.end, first, end) ||
          runsOn(folded, bytes, previous.end, first, end) ||
          hangs(folded, previous, first - start))
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

/** A line without a mark that is set deeper than the item above goes on with it, unless that one ended. */
function hangs(folded: Uint8Array, previous: Block, indent: number): boolean {
  const last = folded[previous.end - 1];
  return (
    previous.bullet &&
    indent > previous.indent &&
    last !== FULL_STOP &&
    last !== COLON &&
    last !== EXCLAMATION &&
    last !== QUESTION
  );
}
