/**
 * The kernel: all that is done with a posting between its bytes and the numbers that its analysis is read from, as
 * WebAssembly. Folding and finding are written here once more, in AssemblyScript, which is TypeScript with the types of
 * WebAssembly: they find what ../../match/fold.ts, find.ts and seams.ts find. The judge is ../../context itself.
 *
 * What is read and written for every posting lies at fixed places, so that its addresses are constants of the code.
 * Numbers have 32 bits.
 */

import { ascii, classes, mathematical, threeBytes, twoBytes } from "./characters";

/** Longer texts are left to the plain engine: bytes. */
export const LONGEST_TEXT: i32 = 64 * 1024;

/** The posting's bytes; zeros stand before and behind them, more than anybody looks ahead. */
export const bytes: usize = memory.data(LONGEST_TEXT + 128, 64) + 64;
/** The same folded, as ../../match/fold.ts says. */
export const folded: usize = memory.data(LONGEST_TEXT + 128, 64) + 64;
/** A posting's id, and its title where that is no part of the text: no longer than so many bytes. */
export const LONGEST_NAME: i32 = 4096;
export const id: usize = memory.data(LONGEST_NAME + 64, 64);
export const title: usize = memory.data(LONGEST_NAME + 64, 64);
/** So many files are read at once. */
export const MOST_FILES: i32 = 64;
/** Room for them: as many as are read while there is room for one of LONGEST_TEXT bytes. */
export const FILES_BYTES: i32 = MOST_FILES * 4096 + LONGEST_TEXT;
/** Files as they were read, each at a multiple of 16 bytes behind the one before. */
export const files: usize = memory.data(FILES_BYTES + 64, 64);
/** By file: how many bytes it has; below zero where they are not there. */
export const fileSizes: usize = memory.data(4 * MOST_FILES, 64);
/** What stands before the files' names in their ids, and the names; zeros behind each. */
export const NAMES_BYTES: i32 = 64 * 1024;
export const names: usize = memory.data(NAMES_BYTES + 64, 64);
/** By word: where it begins, and where it ends. At most every second byte begins a word. */
export const words: usize = memory.data(4 * LONGEST_TEXT + 64, 64);
/** By word: its hash. */
export const hashes: usize = memory.data(2 * LONGEST_TEXT + 64, 64);
/** Words at which a form may begin. */
export const sifted: usize = memory.data(2 * LONGEST_TEXT + 64, 64);
/** Offsets of line feeds, and of seams. */
export const lines: usize = memory.data(4 * LONGEST_TEXT, 64);
export const seams: usize = memory.data(4 * LONGEST_TEXT, 64);
/** Bytes of a list of matches, three numbers each. */
export const MATCHES_BYTES: i32 = 6 * LONGEST_TEXT;
/** What was found: by aliases, by cues, by cues at seams, by evidence words. */
export const tools: usize = memory.data(MATCHES_BYTES, 64);
export const cues: usize = memory.data(MATCHES_BYTES, 64);
export const glued: usize = memory.data(MATCHES_BYTES, 64);
export const evidence: usize = memory.data(MATCHES_BYTES, 64);

/**
 * The tables of ../../match/characters.ts, which the build writes out (../../build/kernel.ts): 16 bits by ASCII byte and
 * by code point below U+0800, 8 bits by code point below U+10000, by offset in the mathematical block, and by folded
 * byte (CLASS of ../../folded.ts).
 */
export { ascii, classes, mathematical, threeBytes, twoBytes };

/** Bytes of a line of the cache. */
const LINE: usize = 64;

/** Room for so many bytes, at the beginning of a line: records of 32 or 64 bytes lie in one line each. */
export function allocateLines(size: usize): usize {
  return (heap.alloc(size + LINE) + LINE - 1) & ~(LINE - 1);
}

/** The `index`th number of a list. */
export function numberAt(list: usize, index: i32): i32 {
  return load<i32>(list + ((index as usize) << 2));
}

export function setNumber(list: usize, index: i32, value: i32): void {
  store<i32>(list + ((index as usize) << 2), value);
}

export function startOf(word: i32): i32 {
  return load<i32>(words + ((word as usize) << 3));
}

export function endOf(word: i32): i32 {
  return load<i32>(words + ((word as usize) << 3), 4);
}

/** The class of a folded byte. */
export function classOf(byte: i32): i32 {
  return load<u8>(classes + (byte as usize));
}

/** The byte of the folded text at an offset, and of the text as it is. */
export function foldedAt(i: i32): i32 {
  return load<u8>(folded + (i as usize));
}

export function rawAt(i: i32): i32 {
  return load<u8>(bytes + (i as usize));
}
