import type { bool, i32 } from "../numbers.js";
import { mark, skipMarks, skipSpace, trimEnd } from "./marks.js";
import type { Page } from "./page.js";
import type { Pool } from "./pool.js";

/** A line of the posting. Half-open offsets. */
export class Line {
  start: i32 = 0;
  /** What is seen of it: white space around it is left out. Nothing is of a blank line. */
  first: i32 = 0;
  end: i32 = 0;
  /** Where its text begins, behind the marks below. */
  text: i32 = 0;
  /** Marks of a list item, and of a heading. */
  bullet: bool = false;
  marked: bool = false;
}

/** Finds the lines of a text, in order. `lines` holds those of this text alone. */
export function findLines(page: Page, lines: Pool<Line>): void {
  lines.clear();
  lines.reserve(page.lineCount + 1);
  const folded = page.folded;
  let start = 0;
  for (let i = 0; start < page.length; i++) {
    const stop = i < page.lineCount ? page.lines[i]! : page.length;
    const first = skipSpace(folded, start, stop);
    const end = trimEnd(folded, first, stop);
    const line = lines.next();
    line.start = start;
    line.first = first;
    line.end = end;
    line.text = first;
    line.bullet = false;
    line.marked = false;
    if (first < end) {
      skipMarks(folded, first, stop);
      line.text = mark.text;
      line.bullet = mark.bullet;
      line.marked = mark.marked;
    }
    start = stop + 1;
  }
}
