import { CLASS, IGNORED, isLower, LINE_FEED, SPACE, WORD } from "../folded.js";
import { ASCII, foldLonger, isPunctuation, KIND_SHIFT, LOWER, SPECIAL, UPPER } from "./characters.js";
import { createWords, grow, hashOf, type Words } from "./words.js";

/** Bytes behind the text that are zero, so that a reader may look ahead without asking for the length. */
export const PADDING = 16;

/** Places inside words where case or kind changes, in order. */
export interface Seams {
  count: number;
  /** Offsets of the byte at which the second part starts. */
  positions: Int32Array;
}

/** What is noted while a text is folded. */
export interface FoldNotes {
  readonly seams: Seams;
  readonly words: Words;
  readonly lines: LineEnds;
}

export function createNotes(): FoldNotes {
  return {
    seams: { count: 0, positions: new Int32Array(64) },
    words: createWords(),
    lines: { count: 0, offsets: new Int32Array(256) },
  };
}

/** Offsets of the line feeds of folded text, in order. */
export interface LineEnds {
  count: number;
  offsets: Int32Array;
}

/**
 * Folds `length` bytes of `bytes` into `out`, which must be `length + PADDING` long at least, and notes on the way
 *
 * - the words: runs of letters and digits, with their hashes. What is IGNORED does not end one.
 * - the seams: offsets where an upper-case letter follows a lower-case one ("KubernetesFamiliarity") or ends a run of
 *   them ("AWSExperience"), and where a digit follows a letter ("Python3").
 * - the line feeds
 *
 * The arrays of `notes` grow as needed.
 */
export function fold(
  bytes: Uint8Array,
  length: number,
  out: Uint8Array,
  { seams, words, lines }: FoldNotes,
): void {
  let seamCount = 0;
  let { positions } = seams;
  let { starts, ends, hashes } = words;
  let { offsets } = lines;
  let lineCount = 0;
  let wordCount = 0;
  let inWord = false;
  let before = 0;
  let i = 0;
  while (i < length) {
    const byte = bytes[i]!;
    let size = 1;
    let folded: number;
    let kind: number;
    if (byte < 0x80) {
      const entry = ASCII[byte]!;
      folded = entry & 0xff;
      kind = entry >> KIND_SHIFT;
      if (kind === SPECIAL) {
        kind = 0;
        if (byte === 0x0d) folded = i + 1 < length && bytes[i + 1] === LINE_FEED ? SPACE : LINE_FEED;
        else if (i + 1 < length && isPunctuation(bytes[i + 1]!)) folded = IGNORED;
      }
      out[i] = folded;
    } else {
      size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      folded = foldLonger(bytes, i, size, out);
      kind = CLASS[folded] === WORD ? LOWER : 0;
    }
    if (kind === 0) {
      if (folded !== IGNORED) {
        if (inWord) {
          ends[wordCount] = i;
          hashes[wordCount] = hashOf(out, starts[wordCount]!, i);
          wordCount++;
          inWord = false;
        }
        if (folded === LINE_FEED) {
          if (lineCount === offsets.length) offsets = grow(offsets);
          offsets[lineCount++] = i;
        }
        before = 0;
      }
      i += size;
      continue;
    }
    if (
      kind > LOWER &&
      (kind === UPPER
        ? before === LOWER || (before === UPPER && i + 1 < length && isLower(bytes[i + 1]!))
        : before === LOWER || before === UPPER)
    ) {
      if (seamCount === positions.length) positions = grow(positions);
      positions[seamCount++] = i;
    }
    if (!inWord) {
      if (wordCount === starts.length) {
        starts = grow(starts);
        ends = grow(ends);
        hashes = grow(hashes);
      }
      starts[wordCount] = i;
      inWord = true;
    }
    if (size === 1) {
      before = kind;
      i++;
      // Most of a text is small letters, which stay as they are: without the questions above they take half the time.
      while (i < length && isLower(bytes[i]!)) {
        out[i] = bytes[i]!;
        before = LOWER;
        i++;
      }
      continue;
    }
    // Full-width and mathematical letters, which became ASCII, are parted from nothing.
    before = folded >= 0x80 ? LOWER : 0;
    i = Math.min(i + size, length);
  }
  if (inWord) {
    ends[wordCount] = length;
    hashes[wordCount] = hashOf(out, starts[wordCount]!, length);
    wordCount++;
  }
  out.fill(0, length, length + PADDING);
  seams.count = seamCount;
  seams.positions = positions;
  words.count = wordCount;
  words.starts = starts;
  words.ends = ends;
  words.hashes = hashes;
  lines.count = lineCount;
  lines.offsets = offsets;
}
