import type { Posting, Sheet } from "../types.js";
import { type Kernel, LONGEST_TEXT } from "./index.js";

/** What the kernel answers instead of a size: the title has to be found here. */
const NO_TITLE = -1;
/** Where the title is to be found in the text. */
const FIND_IT = -1;
/** Ids and titles take three bytes a UTF-16 unit at most, and have so much room. */
const LONGEST_NAME = 4096 / 3;
/** Lines are held until they are so many bytes. */
const ENOUGH = 16 * 1024;

const encoder = new TextEncoder();

/** Writes a line for each posting: the same as would be written from its analysis, of which nothing is made. */
export class LineWriter {
  readonly #kernel: Kernel;
  readonly #titleOf: (bytes: Uint8Array) => string;
  /** Bytes of lines that wait. */
  #size = 0;

  /** @param sheet with clouds by their place among those that stand for each other */
  constructor(kernel: Kernel, sheet: Sheet, titleOf: (bytes: Uint8Array) => string) {
    this.#kernel = kernel;
    this.#titleOf = titleOf;
    const places: number[] = [];
    for (const cell of [...sheet.levels, ...sheet.flags, ...sheet.clouds]) {
      const text = encoder.encode(cell);
      places.push(kernel.copy(text), text.length);
    }
    const columns = kernel.copy(Int32Array.from(sheet.groups));
    kernel.exports.openLines(kernel.copy(Int32Array.from(places)), columns, sheet.groups.length);
  }

  /** Whether so much waits that it should be taken. */
  get isFull(): boolean {
    return this.#size >= ENOUGH;
  }

  /** Analyses a posting and writes its line; false where it has to be written from its analysis. */
  add({ id, bytes }: Posting): boolean {
    if (bytes.length > LONGEST_TEXT || id.length > LONGEST_NAME) return false;
    const { exports } = this.#kernel;
    this.#kernel.memory().set(bytes, exports.BYTES.value);
    const idSize = this.#put(id, exports.ID.value);
    let size = exports.writeLine(bytes.length, idSize, FIND_IT);
    if (size === NO_TITLE) {
      size = exports.writeLine(bytes.length, idSize, this.#put(this.#titleOf(bytes), exports.TITLE.value));
    }
    if (size < 0) return false;
    this.#size = size;
    return true;
  }

  /** The lines that wait, in UTF-8; valid until the next posting is added. */
  take(): Uint8Array {
    const at = this.#kernel.exports.takeLines();
    const lines = this.#kernel.memory().subarray(at, at + this.#size);
    this.#size = 0;
    return lines;
  }

  /** Writes a name to its place; returns its bytes. */
  #put(name: string, at: number): number {
    return encoder.encodeInto(name, this.#kernel.memory().subarray(at)).written;
  }
}
