import { closeSync, constants, openSync, readSync } from "node:fs";
import type { Posting, Skipped } from "../types.js";
import { formatOf } from "./formats.js";
import { failureReason } from "./reasons.js";

/** A file to read, as `discover` gives it. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  readonly id: string;
  /** True where the user named the file itself, or a glob did; false where it was found in a folder. */
  readonly named: boolean;
}

/** No job ad is longer; whatever is, is something else. In bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

const FIRST_BUFFER = 256 * 1024;
/**
 * So many files are read before the first of them is handed on: what comes behind system calls begins with cold caches,
 * and a tenth is saved where that happens once in many postings (tests/bench/results).
 */
const FILES_AHEAD = 64;

/**
 * Reads files in order, some ahead of what is asked for. What cannot be read is handed on as skipped, and the next file
 * goes on. A posting's bytes are valid only until the next one is asked for: they may lie in a buffer that is used
 * again, which takes 40 % off the time of reading many small files. Copy what you keep (`bytes.slice()`).
 */
export function* readPostings(
  files: Iterable<InputFile>,
  largest: number = LARGEST_FILE,
): Generator<Posting | Skipped, void, undefined> {
  const reader = new FileReader(largest);
  for (const { path, id, named } of files) if (reader.add(path, id, named)) yield* reader.take();
  yield* reader.take();
}

/**
 * Reads a regular file that may be a posting as it stands into a buffer, at `at`.
 * @param room bytes at most
 * @returns how many bytes: fewer than `room` where that is all of it; -1 where it cannot be read, or is of a format that
 * has to be taken apart: FileReader does that, or tells why not
 */
export function readInto(path: string, buffer: Uint8Array, at: number, room: number): number {
  if (!formatOf(path).isPlain) return -1;
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, constants.O_RDONLY);
    return readSync(descriptor, buffer, at, room, null);
  } catch {
    return -1;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Tells the two kinds of `readPostings` apart. */
export function isSkipped(item: Posting | Skipped): item is Skipped {
  return "reason" in item;
}

/** Reads files into one buffer, one behind the other: `readPostings` to call in a loop of one's own. */
export class FileReader {
  // Grows with the first file. No Buffer: its slice() is no copy.
  #buffer = new Uint8Array(0);
  /** Where the next file's bytes go. */
  #used = 0;
  #items: (Posting | Skipped)[] = [];
  #files = 0;
  readonly #largest: number;

  constructor(largest: number = LARGEST_FILE) {
    this.#largest = largest;
  }

  /**
   * Reads a file, described as an InputFile is.
   * @returns whether so many were read that they should be taken
   */
  add(path: string, id: string, named: boolean): boolean {
    if (this.#files === 0) this.#used = 0;
    const content = this.#read(path, id, named);
    if (!(content instanceof Uint8Array)) this.#items.push(content);
    else for (const item of formatOf(path).read({ id, bytes: content })) this.#items.push(item);
    return ++this.#files >= FILES_AHEAD;
  }

  /** What was read since the last call, in order; valid until the next file is added. */
  take(): readonly (Posting | Skipped)[] {
    const items = this.#items;
    this.#items = [];
    this.#files = 0;
    return items;
  }

  /** The file's bytes. */
  #read(path: string, id: string, named: boolean): Uint8Array | Skipped {
    let descriptor: number | null = null;
    try {
      descriptor = openSync(path, constants.O_RDONLY);
      const length = this.#fill(descriptor, named);
      if (length > this.#largest)
        return { path: id, reason: `larger than ${Math.round(this.#largest / 1024 / 1024)} MiB` };
      const start = this.#used;
      this.#used += length;
      return this.#buffer.subarray(start, this.#used);
    } catch (error) {
      return { path: id, reason: failureReason(error) };
    } finally {
      if (descriptor !== null) closeSync(descriptor);
    }
  }

  /** Reads to the end, or just past the largest size allowed. */
  #fill(descriptor: number, untilEmpty: boolean): number {
    let length = 0;
    while (length <= this.#largest) {
      if (this.#used + length === this.#buffer.length) this.#grow(length);
      const room = this.#buffer.length - this.#used - length;
      const read = readSync(descriptor, this.#buffer, this.#used + length, room, null);
      length += read;
      // A named file may be a pipe, which hands out pieces. One found in a folder is a regular file: less than was
      // asked for means its end, and the second system call is saved.
      if (read === 0 || (!untilEmpty && read < room)) break;
    }
    return length;
  }

  /** Goes on in a buffer of its own with the file of which so many bytes are read; the files before it stay where they are. */
  #grow(length: number): void {
    const larger = new Uint8Array(Math.max(FIRST_BUFFER, 4 * length));
    larger.set(this.#buffer.subarray(this.#used, this.#used + length));
    this.#buffer = larger;
    this.#used = 0;
  }
}
