import { COLON, EXCLAMATION, FULL_STOP, QUESTION } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { isLoneBullet, mark, skipMarks, skipSpace, trimEnd } from "./marks.js";
import type { Page } from "./page.js";
import type { Pool } from "./pool.js";
import { isWrapped, runsOn, wrapWidth } from "./wrap.js";

/**
 * A paragraph or list item: one line of the posting, or several where the text is hard-wrapped. Half-open offsets;
 * `text` is where its first word or bracket stands, behind white space, bullets and heading marks.
 */
export class Block {
  start: i32 = 0;
  end: i32 = 0;
  text: i32 = 0;
  /** Columns of white space before it. */
  indent: i32 = 0;
  /** A list item by its mark. */
  bullet: bool = false;
  /** A markdown heading (`#`) or a line all in bold (`**`). */
  marked: bool = false;
  /** Follows a blank line, or begins the posting. */
  afterBlank: bool = false;
}

/** Splits a text into its blocks, in order; blank lines belong to none. `blocks` holds those of this text alone. */
export function findBlocks(page: Page, blocks: Pool<Block>): void {
  const folded = page.folded;
  const width = wrapWidth(page);
  blocks.clear();
  let blank = true;
  let loneBullet = false;
  let start = 0;
  for (let line = 0; start < page.length; line++) {
    const end = line < page.lineCount ? page.lines[line]! : page.length;
    const first = skipSpace(folded, start, end);
    if (first === end) {
      blank = true;
    } else if (isLoneBullet(folded, first, end)) {
      // A converter may leave the bullet on a line of its own, before the item.
      loneBullet = true;
    } else {
      skipMarks(folded, first, end);
      const text = mark.text;
      const bullet = mark.bullet || loneBullet;
      const marked = mark.marked;
      const indent = first - start;
      const isFresh = blank || bullet || marked || blocks.count === 0;
      if (!isFresh && goesOn(page, width, blocks.at(blocks.count - 1), first, end, indent)) {
        blocks.at(blocks.count - 1).end = trimEnd(folded, first, end);
      } else {
        const block = blocks.add();
        block.start = first;
        block.end = trimEnd(folded, first, end);
        block.text = text;
        block.indent = indent;
        block.bullet = bullet;
        block.marked = marked;
        block.afterBlank = blank;
      }
      loneBullet = false;
      blank = false;
    }
    start = end + 1;
  }
}

/** Whether the block above goes on in the line from `first` to `end`, which has no mark. */
function goesOn(page: Page, width: i32, previous: Block, first: i32, end: i32, indent: i32): bool {
  return (
    isWrapped(page.folded, width, previous.end, first, end) ||
    runsOn(page.folded, page.bytes, previous.end, first, end) ||
    hangs(page.folded, previous, indent)
  );
}

/** The index of the block that holds `offset`, or of the last one before it; -1 where there is none. */
export function blockAt(blocks: Pool<Block>, offset: i32): i32 {
  let low = 0;
  let high = blocks.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (blocks.at(middle).start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** A line without a mark that is set deeper than the item above goes on with it, unless that one ended. */
function hangs(folded: Uint8Array, previous: Block, indent: i32): bool {
  const last: i32 = folded[previous.end - 1]!;
  return (
    previous.bullet &&
    indent > previous.indent &&
    last !== FULL_STOP &&
    last !== COLON &&
    last !== EXCLAMATION &&
    last !== QUESTION
  );
}
