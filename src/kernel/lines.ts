import type { FileGroup, Posting, Sheet } from "../types.js";
import { Inbox, type ReadFile } from "./inbox.js";
import { type Kernel, LONGEST_TEXT } from "./index.js";

/** What the kernel answers instead of a size: the title has to be found here. */
const NO_TITLE = -1;
/** Where the title is to be found in the text. */
const FIND_IT = -1;
/** Lines are held until they are so many bytes. */
const ENOUGH = 16 * 1024;

const encoder = new TextEncoder();

/** Writes a line for each posting: the same as would be written from its analysis, of which nothing is made. */
export class LineWriter {
  readonly #kernel: Kernel;
  readonly #titleOf: (bytes: Uint8Array) => string;
  readonly #inbox: Inbox;
  readonly #write: (lines: Uint8Array) => void;
  /** Where the kernel expects a posting's bytes, its id, its title: to ask for them takes longer than to copy them. */
  readonly #bytes: number;
  readonly #id: number;
  readonly #title: number;
  /** Bytes of an id and of a title at most. */
  readonly #longest: number;
  /** The room for the id in the kernel's memory; nothing is left of it when that has grown. */
  #idRoom: Uint8Array = new Uint8Array(0);

  /**
   * @param sheet with clouds by their place among those that stand for each other
   * @param write gets lines in UTF-8, valid during the call
   */
  constructor(
    kernel: Kernel,
    sheet: Sheet,
    titleOf: (bytes: Uint8Array) => string,
    read: ReadFile,
    write: (lines: Uint8Array) => void,
  ) {
    const { exports } = kernel;
    this.#kernel = kernel;
    this.#titleOf = titleOf;
    this.#inbox = new Inbox(kernel, read);
    this.#write = write;
    this.#bytes = exports.BYTES.value;
    this.#id = exports.ID.value;
    this.#title = exports.TITLE.value;
    this.#longest = exports.NAME_BYTES.value;
    const places: number[] = [];
    for (const cell of [...sheet.levels, ...sheet.flags, ...sheet.clouds]) {
      const text = encoder.encode(cell);
      places.push(kernel.copy(text), text.length);
    }
    const columns = kernel.copy(Int32Array.from(sheet.groups));
    exports.openLines(kernel.copy(Int32Array.from(places)), columns, sheet.groups.length);
  }

  /** Analyses a posting and writes its line; false where it has to be written from its analysis. */
  add({ id, bytes }: Posting): boolean {
    // A UTF-16 unit takes three bytes at most.
    if (bytes.length > LONGEST_TEXT || 3 * id.length > this.#longest) return false;
    const { exports } = this.#kernel;
    const memory = this.#kernel.memory();
    if (this.#idRoom.length === 0) this.#idRoom = memory.subarray(this.#id, this.#id + this.#longest);
    memory.set(bytes, this.#bytes);
    const idSize = encoder.encodeInto(id, this.#idRoom).written;
    let size = exports.writeLine(bytes.length, idSize, FIND_IT);
    if (size === NO_TITLE) {
      const titleSize = encoder.encodeInto(this.#titleOf(bytes), memory.subarray(this.#title)).written;
      size = exports.writeLine(bytes.length, idSize, titleSize);
    }
    if (size < 0) return false;
    if (size >= ENOUGH) this.flush();
    return true;
  }

  /**
   * Reads files of one folder and writes the lines of their postings: of plain texts, without anything being made of them
   * but numbers in the kernel's memory.
   * @param others gets the names of files that have to be looked at here, in order with the lines
   * @returns how many postings were written
   */
  addFiles(group: FileGroup, others: (name: string) => void): number {
    const { exports } = this.#kernel;
    const { names } = group;
    let postings = 0;
    for (let from = 0; from < names.length; ) {
      const count = this.#inbox.fill(group, from);
      for (let at = 0; at < count; ) {
        const end = exports.writeFiles(at, count);
        postings += end - at;
        if (exports.lineSize() >= ENOUGH) this.flush();
        if (end < count) others(names[from + end]!);
        at = end + 1;
      }
      from += count;
    }
    return postings;
  }

  /** Writes the lines that wait. */
  flush(): void {
    const { exports } = this.#kernel;
    const size = exports.lineSize();
    if (size === 0) return;
    const at = exports.takeLines();
    this.#write(this.#kernel.memory().subarray(at, at + size));
  }
}
