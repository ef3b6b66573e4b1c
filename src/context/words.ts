import { SPACE } from "../folded.js";
import type { bool, i32 } from "../numbers.js";

/** A few words, looked for in folded text. */
export class WordList {
  /** Each word behind its length; the length stands where its space stood. */
  private readonly table: Uint8Array;
  private readonly longest: i32;

  /** @param words in small ASCII letters and digits, one space between two */
  constructor(words: string) {
    const table = new Uint8Array(words.length + 1);
    let head = 0;
    let longest = 0;
    for (let i = 0; i < words.length; i++) {
      const byte: i32 = words.charCodeAt(i);
      if (byte === SPACE) head = i + 1;
      else {
        table[i + 1] = byte;
        const size: i32 = i + 1 - head;
        table[head] = size;
        if (size > longest) longest = size;
      }
    }
    this.table = table;
    this.longest = longest;
  }

  /** Whether the bytes from `start` to `end` are one of the words. */
  has(folded: Uint8Array, start: i32, end: i32): bool {
    const table = this.table;
    const size = end - start;
    if (size <= 0 || size > this.longest) return false;
    let at = 0;
    while (at < table.length) {
      const length: i32 = table[at]!;
      if (length === size) {
        let i = 0;
        while (i < size && table[at + 1 + i] === folded[start + i]) i++;
        if (i === size) return true;
      }
      at += length + 1;
    }
    return false;
  }
}
