/** In code points. */
const LONGEST_TITLE = 200;
const decoder = new TextDecoder();
/** A longer line cannot add to the title unless it is mostly markup. In bytes. */
const LONGEST_LINE = 4096;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * A posting's title: its first line with a letter or digit, without markdown marks and invisible characters, white
 * space folded, at most 200 code points. Empty where there is no such line. `bytes` is UTF-8.
 */
export function titleOf(bytes: Uint8Array): string {
  for (let start = 0; start < bytes.length; ) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end++;
    const title = cleanTitle(decoder.decode(bytes.subarray(start, characterEnd(bytes, start, end))));
    if (/[\p{L}\p{N}]/u.test(title)) return title;
    start = end + 1;
  }
  return "";
}

/** The end of the part of a line that is looked at, never inside a character. */
function characterEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= LONGEST_LINE) return end;
  let cut = start + LONGEST_LINE;
  while (cut > start && (bytes[cut]! & 0xc0) === 0x80) cut--;
  return cut;
}

/** Most titles hold nothing to take away. */
const CLEAN = /^[!-~](?: ?[!-)+-[\]^`-~])*$/;

function cleanTitle(line: string): string {
  if (line.length <= LONGEST_TITLE && CLEAN.test(line) && !line.startsWith("#") && !/^[*_\\]/.test(line))
    return line;
  const plain = line
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replace(/\s+#+$/, "")
    .replace(/\*\*|__|(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?![\p{L}\p{N}])/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(plain.slice(0, 2 * LONGEST_TITLE))
    .slice(0, LONGEST_TITLE)
    .join("");
}
