import { CLASS } from "../folded.js";
import type { MatchTables, Tables } from "../types.js";
import { ASCII, foldLonger } from "./characters.js";
import type { Engine } from "./engine.js";
import { MatchBuffer } from "./list.js";
import type { Text } from "./text.js";

/** A compiled WebAssembly module of the kernel (src/match/kernel); it can be handed from thread to thread. */
export type KernelModule = object;

/** The part of WebAssembly's interface that is needed here; it is the same in Node and in browsers. */
declare const WebAssembly: {
  readonly Memory: new (pages: {
    initial: number;
  }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly Instance: new (module: KernelModule, imports: object) => { readonly exports: unknown };
};

/** What src/match/kernel/index.ts exports. */
interface Kernel {
  heapBase(): number;
  placeText(...places: number[]): void;
  placeCharacters(...places: number[]): void;
  fold(length: number): void;
  findForms(tables: number, first: number, last: number, matches: number, count: number): number;
  readonly wordCount: { readonly value: number };
  readonly lineCount: { readonly value: number };
  readonly seamCount: { readonly value: number };
}

/** Longer texts are left to the plain engine: bytes. */
export const LONGEST_TEXT = 64 * 1024;
/** Zeros behind a text, more than the kernel looks ahead. */
const ZEROS = 32;
const PAGE = 64 * 1024;
/** Every part of the memory begins at a multiple of this: a cache line. */
const ALIGNMENT = 64;

/** Where the parts of the memory are, one behind the other. */
class Layout {
  end: number;

  constructor(start: number) {
    this.end = start;
  }

  /** Takes room for so many bytes; returns where they begin. */
  take(bytes: number): number {
    const at = Math.ceil(this.end / ALIGNMENT) * ALIGNMENT;
    this.end = at + bytes;
    return at;
  }
}

/**
 * The engine in WebAssembly: finds what the plain one finds, in half the time once the memory is laid out, which takes
 * some milliseconds.
 */
export function createKernelEngine(module: KernelModule, tables: MatchTables): Engine {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel;
  const layout = new Layout(kernel.heapBase());
  const waiting: (() => void)[] = [];
  /** Takes room for an array, which is written when the memory is as large as it has to be. */
  const put = (array: Uint8Array | Uint16Array | Int32Array): number => {
    const at = layout.take(array.byteLength);
    waiting.push(() => {
      const source = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      new Uint8Array(memory.buffer).set(source, at);
    });
    return at;
  };

  const placesOf = (of: Tables) => put(Int32Array.from(tablePlaces(of, put)));
  const searched = {
    aliases: placesOf(tables.aliases),
    cues: placesOf(tables.cues),
    evidence: placesOf(tables.evidence),
  };
  const characters = characterTables().map(put);
  const bytesAt = layout.take(LONGEST_TEXT + ZEROS);
  const foldedAt = layout.take(LONGEST_TEXT + ZEROS);
  // At most every second byte begins a word, and each is a line or a seam.
  const notesAt = [2, 2, 2, 4, 4].map((bytes) => layout.take(bytes * (LONGEST_TEXT + ZEROS)));
  const matchesAt = {
    aliases: layout.take(12 * LONGEST_TEXT),
    cues: layout.take(12 * LONGEST_TEXT),
    evidence: layout.take(12 * LONGEST_TEXT),
  };
  memory.grow(Math.ceil(layout.end / PAGE));
  for (const write of waiting) write();
  kernel.placeCharacters(...characters);
  kernel.placeText(bytesAt, foldedAt, ...notesAt);

  const { buffer } = memory;
  const given = new Uint8Array(buffer, bytesAt, LONGEST_TEXT + ZEROS);
  const numbers = (at: number, bytes: number) => new Int32Array(buffer, at, bytes >> 2);
  const matches = (at: number) => new MatchBuffer(numbers(at, 12 * LONGEST_TEXT));
  const [starts, ends, hashes, offsets, positions] = notesAt.map((at, i) =>
    numbers(at, (i < 3 ? 2 : 4) * (LONGEST_TEXT + ZEROS)),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const text: Text = {
    bytes: given,
    length: 0,
    folded: new Uint8Array(buffer, foldedAt, LONGEST_TEXT + ZEROS),
    words: { count: 0, starts, ends, hashes },
    lines: { count: 0, offsets },
    seams: { count: 0, positions },
  };
  const found = {
    aliases: matches(matchesAt.aliases),
    cues: matches(matchesAt.cues),
    evidence: matches(matchesAt.evidence),
  };
  return {
    text,
    found,
    read(bytes, length) {
      text.bytes = bytes;
      text.length = length;
      given.set(length === bytes.length ? bytes : bytes.subarray(0, length));
      given.fill(0, length, length + ZEROS);
      kernel.fold(length);
      text.words.count = kernel.wordCount.value;
      text.lines.count = kernel.lineCount.value;
      text.seams.count = kernel.seamCount.value;
    },
    find(name, first, last) {
      const list = found[name];
      list.count = kernel.findForms(searched[name], first, last, matchesAt[name], list.count);
    },
  };
}

/** Places and numbers in the order that src/match/kernel/tables.ts reads them in. */
function tablePlaces(tables: Tables, put: (array: Uint8Array | Int32Array) => number): number[] {
  return [
    put(tables.filter),
    put(tables.pairs),
    put(tables.edges),
    tables.edges.length - 1,
    put(tables.formStarts),
    put(tables.nodeForms),
    put(tables.inner),
    put(tables.ids),
    put(tables.flags),
    put(tables.leads),
    put(tables.byteStarts),
    put(tables.folded),
    put(tables.kept),
  ];
}

/** The tables of characters.ts in the order of placeCharacters: ASCII, two bytes, three, mathematical, classes. */
function characterTables(): (Uint8Array | Uint16Array)[] {
  const twoBytes = new Uint16Array(0x800);
  const threeBytes = new Uint8Array(0x10000);
  const mathematical = new Uint8Array(0x400);
  const one = new Uint8Array(4);
  const out = new Uint8Array(4);
  for (let point = 0x80; point < 0x800; point++) {
    one[0] = 0xc0 | (point >> 6);
    one[1] = 0x80 | (point & 0x3f);
    const first = foldLonger(one, 0, 2, out);
    twoBytes[point] = first < 0x80 ? first : ((first & 0x1f) << 6) | (out[1]! & 0x3f);
  }
  for (let point = 0x800; point < 0x10000; point++) {
    one[0] = 0xe0 | (point >> 12);
    one[1] = 0x80 | ((point >> 6) & 0x3f);
    one[2] = 0x80 | (point & 0x3f);
    threeBytes[point] = foldLonger(one, 0, 3, out);
  }
  for (let offset = 0; offset < 0x400; offset++) {
    const point = 0x1d400 + offset;
    one.set([0xf0, 0x9d, 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]);
    mathematical[offset] = foldLonger(one, 0, 4, out);
  }
  return [ASCII, twoBytes, threeBytes, mathematical, CLASS];
}
