import stringWidth from "string-width";

/**
 * Characters of one code unit and one column each: Latin letters, common punctuation, the signs that are drawn with.
 * For them neither the width library nor the segmenter is needed, which takes longer to make than a posting to read.
 */
const SIMPLE =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203b\u2500-\u25a9\u25c6-\u25fa\u2190-\u2193\u2713-\u2718]*$/;

/** Columns that a text takes in a terminal; colour takes none. */
export function widthOf(text: string): number {
  return SIMPLE.test(text) ? text.length : stringWidth(text);
}

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person sees them. */
function charactersOf(text: string): string[] {
  if (SIMPLE.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
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
  for (const character of charactersOf(text.slice(0, 8 * width))) {
    used += widthOf(character);
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** As much of a text's end as fits into `width` columns. */
export function endOf(text: string, width: number): string {
  let used = 0;
  let start = text.length;
  for (const character of charactersOf(text.slice(-8 * width)).reverse()) {
    used += widthOf(character);
    if (used > width) break;
    start -= character.length;
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
  const gap = widthOf(separator);
  // What stays of the separator at the end of a line.
  const trailing = widthOf(separator.trimEnd());
  words.forEach((word, index) => {
    const size = widthOf(word);
    if (index === 0) {
      out = word;
      used += size;
    } else if (used + gap + size + (index < words.length - 1 ? trailing : 0) <= width) {
      out += separator + word;
      used += gap + size;
    } else {
      out += `${separator.trimEnd()}\n${" ".repeat(indent)}${word}`;
      used = indent + size;
    }
  });
  return out;
}
