import stringWidth from "string-width";

/** Columns that a text takes in a terminal; colour takes none. */
export function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** A text cut to at most `width` columns, with an ellipsis where something is missing. */
export function shorten(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ellipsis);
  return room < 1 ? startOf(text, width) : startOf(text, room).trimEnd() + ellipsis;
}

/** A text with spaces behind it up to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** As much of a text's start as fits into `width` columns, no character broken. */
export function startOf(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const { segment } of GRAPHEMES.segment(text.slice(0, 8 * width))) {
    used += widthOf(segment);
    if (used > width) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** As much of a text's end as fits into `width` columns. */
export function endOf(text: string, width: number): string {
  const segments = Array.from(GRAPHEMES.segment(text.slice(-8 * width)), ({ segment }) => segment);
  let used = 0;
  let start = text.length;
  for (const segment of segments.reverse()) {
    used += widthOf(segment);
    if (used > width) break;
    start -= segment.length;
  }
  return text.slice(start);
}

/** Joins words so that no line is wider than `width`; the lines after the first start with `indent` spaces. */
export function wrap(
  words: readonly string[],
  width: number,
  indent = 0,
  first = indent,
  separator = " ",
): string {
  let out = "";
  let used = first;
  words.forEach((word, index) => {
    const size = widthOf(word);
    if (index === 0) {
      out = word;
      used += size;
    } else if (used + widthOf(separator) + size <= width) {
      out += separator + word;
      used += widthOf(separator) + size;
    } else {
      out += `${separator.trimEnd()}\n${" ".repeat(indent)}${word}`;
      used = indent + size;
    }
  });
  return out;
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
