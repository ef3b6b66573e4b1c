import { COLON, EXCLAMATION, FULL_STOP, QUESTION } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { findLines, Line } from "./lines.js";
import { isLoneBullet } from "./marks.js";
import type { Page } from "./page.js";
import { Pool } from "./pool.js";
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

const lines: Pool<Line> = new Pool<Line>(() => new Line());

/** Splits a text into its blocks, in order; blank lines belong to none. `blocks` holds those of this text alone. */
export function findBlocks(page: Page, blocks: Pool<Block>): void {
  const folded = page.folded;
  findLines(page, lines);
  const width = wrapWidth(page, lines);
  blocks.clear();
  blocks.reserve(lines.count);
  let blank = true;
  let loneBullet = false;
  for (let i = 0; i < lines.count; i++) {
    const line = lines.at(i);
    if (line.first === line.end) {
      blank = true;
    } else if (isLoneBullet(folded, line.first, line.end)) {
      // A converter may leave the bullet on a line of its own, before the item.
      loneBullet = true;
    } else {
      const bullet = line.bullet || loneBullet;
      const isFresh = blank || bullet || line.marked || blocks.count === 0;
      if (!isFresh && goesOn(page, width, blocks.at(blocks.count - 1), lines.at(i - 1), line)) {
        blocks.at(blocks.count - 1).end = line.end;
      } else {
        const block = blocks.next();
        block.start = line.first;
        block.end = line.end;
        block.text = line.text;
        block.indent = line.first - line.start;
        block.bullet = bullet;
        block.marked = line.marked;
        block.afterBlank = blank;
      }
      loneBullet = false;
      blank = false;
    }
  }
}

/** Whether the block above, which ends with the line `above`, goes on in the line below that, which has no mark. */
function goesOn(page: Page, width: i32, previous: Block, above: Line, line: Line): bool {
  return (
    isWrapped(page.folded, width, above, line) ||
    runsOn(page.folded, page.bytes, above, line) ||
    hangs(page.folded, previous, line.first - line.start)
  );
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
