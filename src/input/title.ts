/** In code points. */
const LONGEST_TITLE = 200;
/** Hands on a byte order mark, behind which a space would look as if it stood behind something. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** A longer line cannot add to the title unless it is mostly markup. In bytes. */
const LONGEST_LINE = 4096;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const DEEPEST_HEADING = 6;

/** What a line's bytes tell of it, as bits: that it names something, and what may have to be taken away. */
const NAMES = 1;
const MARKS = 2;
const BEYOND_ASCII = 4;
const TELLS = tells();

function tells(): Uint8Array {
  const told = new Uint8Array(256).fill(BEYOND_ASCII, 0x80);
  // Control characters.
  told.fill(MARKS, 0, SPACE).fill(MARKS, 0x7f, 0x80);
  for (const mark of "*_\\") told[mark.charCodeAt(0)] = MARKS;
  for (const [first, last] of ["az", "AZ", "09"]) {
    told.fill(NAMES, first!.charCodeAt(0), last!.charCodeAt(0) + 1);
  }
  return told;
}

/** White space and invisible characters beyond ASCII. */
const UNSEEN = /[^\S ]|[\u00ad\u200b-\u200f\u2060\ufeff]/;

/**
 * A posting's title: its first line with a letter or digit, without markdown marks and invisible characters, white
 * space folded, at most 200 code points. Empty where there is no such line. `bytes` is UTF-8.
 */
export function titleOf(bytes: Uint8Array): string {
  for (let start = 0; start < bytes.length; ) {
    // Behind others a hash belongs to the title, unless the line is a heading ("Requisition #").
    const isHeading = bytes[start] === HASH;
    let from = isHeading ? behindHashes(bytes, start) : start;
    let told = from < 0 ? MARKS : 0;
    if (from < 0) from = start;
    let end = from;
    let before = SPACE;
    for (; end < bytes.length; end++) {
      const byte = bytes[end]!;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      told |= byte === SPACE && before === SPACE ? MARKS : TELLS[byte]!;
      before = byte;
    }
    const line = decoder.decode(bytes.subarray(from, characterEnd(bytes, from, end)));
    // Most titles hold nothing to take away.
    if (isHeading && before === HASH) told |= MARKS;
    const isClean = (told & MARKS) === 0 && before !== SPACE && line.length <= LONGEST_TITLE;
    if (isClean && (told & NAMES) !== 0 && ((told & BEYOND_ASCII) === 0 || !UNSEEN.test(line))) return line;
    const title = cleanTitle(decoder.decode(bytes.subarray(start, characterEnd(bytes, start, end))));
    if (/[\p{L}\p{N}]/u.test(title)) return title;
    start = end + 1;
  }
  return "";
}

/** Where the words of a heading begin; -1 where it is none. */
function behindHashes(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === HASH) at++;
  if (at - start > DEEPEST_HEADING || bytes[at] !== SPACE) return -1;
  while (bytes[at] === SPACE) at++;
  return at;
}

/** The end of the part of a line that is looked at, never inside a character. */
function characterEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= LONGEST_LINE) return end;
  let cut = start + LONGEST_LINE;
  while (cut > start && (bytes[cut]! & 0xc0) === 0x80) cut--;
  return cut;
}

function cleanTitle(line: string): string {
  const visible = line.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").trim();
  const heading = /^#{1,6}\s+/.exec(visible);
  const plain = (heading ? visible.slice(heading[0].length).replace(/\s+#+$/, "") : visible)
    .replace(/\*\*|__|(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?![\p{L}\p{N}])/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(plain.slice(0, 2 * LONGEST_TITLE))
    .slice(0, LONGEST_TITLE)
    .join("");
}
