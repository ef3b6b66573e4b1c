import type { FileGroup } from "../types.js";
import { type Kernel, LONGEST_TEXT } from "./index.js";

/** Files lie at multiples of so many bytes. */
const STEP = 16;
/** The size of a file that is not there. */
const ABSENT = -1;

const encoder = new TextEncoder();

/**
 * Reads a regular file into memory, at `at`, as far as there is room.
 * @returns how many bytes: fewer than `room` where that is all of it; below zero where it cannot be read
 */
export type ReadFile = (path: string, memory: Uint8Array, at: number, room: number) => number;

/** Where files are read into the kernel's memory, some at a time: nothing else is made of them. */
export class Inbox {
  readonly #kernel: Kernel;
  readonly #read: ReadFile;
  /** Where the files go; where none begins any more that might be as long as any. */
  readonly #files: number;
  readonly #last: number;
  /** So many at a time. */
  readonly #most: number;
  /** Where their sizes and names go, and bytes of room for these. */
  readonly #sizes: number;
  readonly #names: number;
  readonly #room: number;

  constructor(kernel: Kernel, read: ReadFile) {
    const { exports } = kernel;
    this.#kernel = kernel;
    this.#read = read;
    this.#files = exports.FILES.value;
    this.#last = this.#files + exports.FILES_BYTES.value - LONGEST_TEXT;
    this.#most = exports.MOST_FILES.value;
    this.#sizes = exports.FILE_SIZES.value >> 2;
    this.#names = exports.NAMES.value;
    this.#room = exports.NAMES_BYTES.value;
  }

  /**
   * Reads files from number `from` on, as many as there is room for. Those that cannot be read, or are too long for the
   * kernel, are noted as absent.
   * @returns how many
   */
  fill({ path, id, names }: FileGroup, from: number): number {
    const memory = this.#kernel.memory();
    const sizes = this.#kernel.numbers();
    const most = Math.min(this.#most, names.length - from);
    let at = this.#files;
    let count = 0;
    for (; count < most && at < this.#last; count++) {
      const size = this.#read(path + names[from + count]!, memory, at, LONGEST_TEXT + 1);
      const isThere = size >= 0 && size <= LONGEST_TEXT;
      sizes[this.#sizes + count] = isThere ? size : ABSENT;
      if (isThere) at += (size + STEP - 1) & -STEP;
    }
    const text = `${id}\0${names.slice(from, from + count).join("\0")}\0`;
    const { read } = encoder.encodeInto(text, memory.subarray(this.#names, this.#names + this.#room));
    if (read < text.length) sizes.fill(ABSENT, this.#sizes, this.#sizes + count);
    return count;
  }
}
