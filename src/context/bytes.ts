import { IGNORED } from "../folded.js";
import type { i32 } from "../numbers.js";

/**
 * Searching folded text. In the WebAssembly build src/kernel/assembly/bytes.ts stands for this file, which looks at
 * sixteen bytes at a time.
 */

/** A few ASCII bytes that are looked for together. */
export class ByteSet {
  /** By byte: 1 where it is one of them. */
  readonly #table = new Uint8Array(256);

  constructor(bytes: readonly i32[]) {
    for (const byte of bytes) this.#table[byte] = 1;
  }

  /** The first of them from `from` to before `to`; `to` where there is none. */
  next(folded: Uint8Array, from: i32, to: i32): i32 {
    const table = this.#table;
    for (let i = from; i < to; i++) if (table[folded[i]!] === 1) return i;
    return to;
  }

  /** The same, or the first of two bytes `pair` that stand side by side. */
  nextOrPair(folded: Uint8Array, pair: i32, from: i32, to: i32): i32 {
    const table = this.#table;
    for (let i = from; i < to; i++) {
      const byte = folded[i]!;
      if (table[byte] === 1 || (byte === pair && folded[i + 1] === pair)) return i;
    }
    return to;
  }

  /** The last of them from `from` to before `to`; `from - 1` where there is none. */
  last(folded: Uint8Array, from: i32, to: i32): i32 {
    const table = this.#table;
    for (let i = to - 1; i >= from; i--) if (table[folded[i]!] === 1) return i;
    return from - 1;
  }
}

/** The first `byte` from `from` to before `to`; `to` where there is none. */
export function nextByte(folded: Uint8Array, byte: i32, from: i32, to: i32): i32 {
  for (let i = from; i < to; i++) if (folded[i] === byte) return i;
  return to;
}

/** Characters between two offsets that begin there and stand for something; no more than `most` are counted. */
export function charactersIn(folded: Uint8Array, from: i32, to: i32, most: i32): i32 {
  let count = 0;
  for (let i = from; i < to && count < most; i++) {
    const byte = folded[i]!;
    // Of a character of two bytes, the second tells no more.
    if (byte !== IGNORED && (byte & 0xc0) !== 0x80) count++;
  }
  return count;
}
