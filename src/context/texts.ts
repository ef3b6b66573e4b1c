const FIRST_SIZE = 4096;
/** The length of a phrase, and the number of a set, take two bytes. */
const LARGEST = 0xffff;
const encoder = new TextEncoder();

/**
 * Lists of phrases and of numbers in bytes, each named by the offset at which it begins; 0 stands for the empty list.
 * A phrase is its length in two bytes, the lower one first, and its bytes; a number is two bytes. A zero ends a list.
 */
export class Texts {
  bytes: Uint8Array;
  /** So many bytes are written; what is written stays as it is. */
  length: number;
  readonly #lists = new Map<string, number>();

  /** @param bytes lists that are there already, which are not written to */
  constructor(bytes: Uint8Array = new Uint8Array(1)) {
    this.bytes = bytes;
    this.length = bytes.length;
  }

  /** The list of these phrases, made ready to be compared with folded text. */
  phrases(texts: readonly string[]): number {
    if (texts.length === 0) return 0;
    return this.#once(`p${texts.join("\n")}`, () => {
      for (const text of texts) {
        const phrase = encoder.encode(readyPhrase(text)).subarray(0, LARGEST);
        if (phrase.length > 0) this.#text(phrase);
      }
    });
  }

  /** A name as it is: its length in two bytes, and its bytes. */
  name(text: string): number {
    return this.#once(`t${text}`, () => this.#text(encoder.encode(text).subarray(0, LARGEST)));
  }

  /** The list of these numbers, from 1 to 65,535. */
  numbers(numbers: readonly number[]): number {
    if (numbers.length === 0) return 0;
    return this.#once(`n${numbers.join(" ")}`, () => {
      for (const number of numbers) this.#number(number);
    });
  }

  /** Lists are shared: many aliases have the same. */
  #once(key: string, write: () => void): number {
    let at = this.#lists.get(key);
    if (at === undefined) {
      at = this.length;
      write();
      this.#number(0);
      this.#lists.set(key, at);
    }
    return at;
  }

  #text(text: Uint8Array): void {
    this.#number(text.length);
    this.#room(text.length);
    this.bytes.set(text, this.length);
    this.length += text.length;
  }

  #number(value: number): void {
    this.#room(2);
    this.bytes[this.length++] = value & 0xff;
    this.bytes[this.length++] = value >> 8;
  }

  #room(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(FIRST_SIZE, 2 * (this.bytes.length + bytes)));
    wider.set(this.bytes);
    this.bytes = wider;
  }
}

/** Lower case, every run of white space and hyphens one space. */
function readyPhrase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2019\u2018]/g, "'")
    .replace(/[\s-]+/g, " ")
    .trim();
}
