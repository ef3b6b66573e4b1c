import { closeSync, openSync, readSync } from "node:fs";
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
 * Reads files one after another. What cannot be read is handed on as skipped, and the next file goes on.
 * A posting's bytes are valid only until the next one is asked for: they may lie in a buffer that is used again,
 * which takes 40 % off the time of reading many small files. Copy what you keep (`bytes.slice()`).
 */
export function readPostings(
  files: Iterable<InputFile>,
  largest: number = LARGEST_FILE,
): Generator<Posting | Skipped, void, undefined> {
  return createReader(largest)(files);
}

/** A `readPostings` to call again and again: its buffer is made once. One call must be through before the next. */
export function createReader(
  largest: number = LARGEST_FILE,
): (files: Iterable<InputFile>) => Generator<Posting | Skipped, void, undefined> {
  const reader = new FileReader(largest);
  return (files) => readWith(reader, files);
}

function* readWith(
  reader: FileReader,
  files: Iterable<InputFile>,
): Generator<Posting | Skipped, void, undefined> {
  for (const file of files) {
    const content = reader.read(file);
    if (content instanceof Uint8Array) yield* formatOf(file.path).read({ id: file.id, bytes: content });
    else yield content;
  }
}

/** Tells the two kinds of `readPostings` apart. */
export function isSkipped(item: Posting | Skipped): item is Skipped {
  return "reason" in item;
}

class FileReader {
  #buffer = Buffer.allocUnsafe(FIRST_BUFFER);
  readonly #largest: number;

  constructor(largest: number) {
    this.#largest = largest;
  }

  /** The file's bytes, in the buffer that the next call overwrites. */
  read(file: InputFile): Uint8Array | Skipped {
    let descriptor: number | null = null;
    try {
      descriptor = openSync(file.path, "r");
      const length = this.#fill(descriptor, file.named);
      if (length <= this.#largest) return this.#buffer.subarray(0, length);
      return { path: file.id, reason: `larger than ${Math.round(this.#largest / 1024 / 1024)} MiB` };
    } catch (error) {
      return { path: file.id, reason: failureReason(error) };
    } finally {
      if (descriptor !== null) closeSync(descriptor);
    }
  }

  /** Reads to the end, or just past the largest size allowed. */
  #fill(descriptor: number, untilEmpty: boolean): number {
    let length = 0;
    while (length <= this.#largest) {
      if (length === this.#buffer.length) this.#grow();
      const read = readSync(descriptor, this.#buffer, length, this.#buffer.length - length, null);
      length += read;
      // A named file may be a pipe, which hands out pieces. One found in a folder is a regular file: less than was
      // asked for means its end, and the second system call is saved.
      if (read === 0 || (!untilEmpty && length < this.#buffer.length)) break;
    }
    return length;
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#buffer.length * 4);
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}
