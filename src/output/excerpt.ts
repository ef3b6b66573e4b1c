import type { Paint } from "./look.js";
import { sanitize } from "./sanitize.js";
import { endOf, startOf, widthOf } from "./width.js";

/** Where a text stands in a posting. */
export interface Place {
  /** As it stands, white space folded to one space. */
  readonly surface: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
}

/**
 * The words around a place, on one line of at most `width` columns, with the place itself set off by `match`. A match
 * that goes over the end of its line takes the next lines with it.
 */
export function excerpt(
  lines: readonly string[],
  place: Place,
  width: number,
  match: Paint,
  ellipsis: string,
): string {
  const line = lines[place.line - 1] ?? "";
  const start = unitsIn(line, place.column - 1);
  const rest = [line.slice(start)];
  let length = matchedLength(rest[0]!, place.surface);
  for (
    let next = place.line;
    length === null && next < Math.min(lines.length, place.line + LONGEST);
    next++
  ) {
    rest.push(lines[next]!);
    length = matchedLength(rest.join("\n"), place.surface);
  }
  const text = rest.join("\n");
  const found = length === null ? sanitize(place.surface) : sanitize(text.slice(0, length));
  const before = sanitizedEdge(line.slice(0, start).slice(-4 * width), "end");
  const after = length === null ? "" : sanitizedEdge(text.slice(length).slice(0, 4 * width), "start");

  const marked = match(found);
  const room = Math.max(0, width - widthOf(marked));
  // The words before a match say more about it than those behind.
  const wanted = Math.ceil(room * 0.6);
  const left = Math.min(widthOf(before), Math.max(wanted, room - widthOf(after)));
  return cutStart(before, left, ellipsis) + marked + cutEnd(after, room - left, ellipsis);
}

/** No alias goes over more lines than this. */
const LONGEST = 8;

/** The number of UTF-16 units in the first `points` code points of a text. */
function unitsIn(text: string, points: number): number {
  let units = 0;
  for (const point of text) {
    if (points-- <= 0) break;
    units += point.length;
  }
  return units;
}

/** How much of the start of a text a surface covers, a space standing for any white space; null where it does not fit. */
function matchedLength(text: string, surface: string): number | null {
  let at = 0;
  for (const point of surface) {
    if (point === " ") {
      const space = /^\s+/.exec(text.slice(at));
      if (space === null) return null;
      at += space[0].length;
    } else {
      if (!text.startsWith(point, at)) return null;
      at += point.length;
    }
  }
  return at;
}

/** Safe text that keeps one space on the side of the match, where there was any. */
function sanitizedEdge(text: string, side: "start" | "end"): string {
  const safe = sanitize(text);
  if (side === "end") return /\s$/.test(text) && safe !== "" ? `${safe} ` : safe;
  return /^\s/.test(text) && safe !== "" ? ` ${safe}` : safe;
}

function cutStart(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  return width <= widthOf(ellipsis) ? "" : ellipsis + endOf(text, width - widthOf(ellipsis)).trimStart();
}

function cutEnd(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  return width <= widthOf(ellipsis) ? "" : startOf(text, width - widthOf(ellipsis)).trimEnd() + ellipsis;
}
