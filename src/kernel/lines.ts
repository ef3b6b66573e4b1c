import type { Posting, Sheet } from "../types.js";
import { type Kernel, LONGEST_TEXT } from "./index.js";

/** What the kernel answers instead of a size: the title has to be found here. */
const NO_TITLE = -1;
/** Where the title is to be found in the text. */
const FIND_IT = -1;
/** Room for an id and for a title: bytes. */
const MOST_BYTES = 4096;
/** So long an id may be: a UTF-16 unit takes three bytes at most. */
const LONGEST_ID = MOST_BYTES / 3;
/** Lines are held until they are so many bytes. */
const ENOUGH = 16 * 1024;

const encoder = new TextEncoder();

/** Writes a line for each posting: the same as would be written from its analysis, of which nothing is made. */
export class LineWriter {
  readonly #kernel: Kernel;
  readonly #titleOf: (bytes: Uint8Array) => string;
  /** Where the kernel expects a posting's bytes, its id, its title: to ask for them takes longer than to copy them. */
  readonly #bytes: number;
  readonly #id: number;
  readonly #title: number;
  /** The kernel's memory, and the room for the id in it. */
  #memory: Uint8Array = new Uint8Array(0);
  #idRoom: Uint8Array = new Uint8Array(0);
  /** Bytes of lines that wait. */
  #size = 0;

  /** @param sheet with clouds by their place among those that stand for each other */
  constructor(kernel: Kernel, sheet: Sheet, titleOf: (bytes: Uint8Array) => string) {
    this.#kernel = kernel;
    this.#titleOf = titleOf;
    this.#bytes = kernel.exports.BYTES.value;
    this.#id = kernel.exports.ID.value;
    this.#title = kernel.exports.TITLE.value;
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
    if (bytes.length > LONGEST_TEXT || id.length > LONGEST_ID) return false;
    const { exports } = this.#kernel;
    this.#look();
    this.#memory.set(bytes, this.#bytes);
    const idSize = encoder.encodeInto(id, this.#idRoom).written;
    let size = exports.writeLine(bytes.length, idSize, FIND_IT);
    if (size === NO_TITLE) {
      const room = this.#memory.subarray(this.#title);
      const titleSize = encoder.encodeInto(this.#titleOf(bytes), room).written;
      size = exports.writeLine(bytes.length, idSize, titleSize);
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

  /** Memory that has grown is another array. */
  #look(): void {
    const memory = this.#kernel.memory();
    if (memory === this.#memory) return;
    this.#memory = memory;
    this.#idRoom = memory.subarray(this.#id, this.#id + MOST_BYTES);
  }
}
