import { AnalysisReader, Vocabulary } from "../context/index.js";
import { isOpener, matchTables } from "../match/index.js";
import type { MatchTables, Posting, PostingAnalysis, Sheet, Tables, Taxonomy, Wanted } from "../types.js";
import type { ReadFile } from "./inbox.js";
import { LineWriter } from "./lines.js";

export type { LineWriter, ReadFile };

/** A compiled WebAssembly module of src/kernel/assembly; it can be handed from thread to thread. */
export type KernelModule = object;

/** The part of WebAssembly's interface that is needed here; it is the same in Node and in browsers. */
declare const WebAssembly: {
  readonly Instance: new (module: KernelModule, imports: object) => { readonly exports: unknown };
};

/** What src/kernel/assembly/index.ts exports: functions, the places of what lies at fixed ones, and sizes. */
export interface KernelExports extends Readonly<Record<Region | Size, { readonly value: number }>> {
  readonly memory: { readonly buffer: ArrayBuffer };
  match(length: number): void;
  judge(whole: number, deep: number): number;
  fingerprint(): number;
  openLines(cells: number, columns: number, count: number): void;
  writeLine(length: number, idSize: number, titleSize: number): number;
  writeFiles(first: number, count: number): number;
  lineSize(): number;
  takeLines(): number;
  setRivals(count: number): void;
  textsOf(size: number): number;
  allocate(size: number): number;
  openTaxonomy(...numbers: number[]): void;
  fold(length: number): void;
  findForms(tables: number, first: number, last: number, matches: number, count: number): number;
  readonly wordCount: { readonly value: number };
  readonly lineCount: { readonly value: number };
  readonly seamCount: { readonly value: number };
}

type Region =
  | "BYTES"
  | "FILES"
  | "FILE_SIZES"
  | "NAMES"
  | "ID"
  | "TITLE"
  | "FOLDED"
  | "WORDS"
  | "HASHES"
  | "LINES"
  | "SEAMS"
  | "TOOLS"
  | "CUES"
  | "EVIDENCE";

/** Bytes of an alias and of a tool, of the room for an id and for a title, for files and for their names; and files at most. */
type Size = "ALIAS_BYTES" | "TOOL_BYTES" | "NAME_BYTES" | "FILES_BYTES" | "NAMES_BYTES" | "MOST_FILES";

/** Longer texts are left to the plain engine: bytes. */
export const LONGEST_TEXT = 64 * 1024;
/** Groups are told apart by the bits of one number. */
const MOST_GROUPS = 31;

/**
 * Matching and judging in WebAssembly: what the plain stages find, in a fraction of the time once its tables are laid
 * out, which takes some milliseconds.
 */
export class Kernel {
  readonly exports: KernelExports;
  /** Where the tables of forms lie, for `findForms`. */
  readonly tables: Readonly<Record<keyof MatchTables, number>>;
  readonly #taxonomy: Taxonomy;
  readonly #vocabulary: Vocabulary;
  readonly #reader: AnalysisReader;
  /** Where the posting's bytes go: to ask the instance takes longer than to copy them. */
  readonly #place: number;
  #bytes = new Uint8Array(0);
  #numbers = new Int32Array(0);
  /** What a posting came to. */
  #results = new Int32Array(0);
  /** So many bytes of the vocabulary's texts are in the kernel's memory. */
  #texts = 0;

  constructor(module: KernelModule, taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
    this.#vocabulary = new Vocabulary(taxonomy);
    this.#reader = new AnalysisReader(taxonomy, this.#vocabulary.rivals);
    const outside = {
      readCue: (cue: number, language: number, at: number) => {
        this.#write(this.#vocabulary.cue(cue, language), at);
      },
      readRow: (language: number, at: number) => {
        const { records, cues } = taxonomy;
        const row = records!.cueRecords.subarray(language * cues.length, (language + 1) * cues.length);
        this.#look();
        this.#bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), at);
      },
      readAlias: (alias: number, at: number) => this.#write(this.#vocabulary.alias(alias), at),
      readTool: (tool: number, at: number) => this.#write(this.#vocabulary.tool(tool), at),
      isOpener: (cue: number) => isOpener(taxonomy, cue),
    };
    const env = {
      abort: () => {
        throw new Error("the kernel gave up");
      },
    };
    this.exports = new WebAssembly.Instance(module, { outside, env }).exports as KernelExports;
    this.#place = this.exports.BYTES.value;
    const { aliases, cues, evidence } = taxonomy.tables ?? matchTables(taxonomy);
    this.tables = { aliases: this.#put(aliases), cues: this.#put(cues), evidence: this.#put(evidence) };
    const { records } = taxonomy;
    this.exports.openTaxonomy(
      ...[this.tables.aliases, this.tables.cues, this.tables.evidence, taxonomy.cues.length],
      this.copy(records?.aliases ?? new Uint8Array(taxonomy.aliases.length * this.exports.ALIAS_BYTES.value)),
      this.copy(records?.tools ?? new Uint8Array(taxonomy.tools.length * this.exports.TOOL_BYTES.value)),
      records ? this.copy(records.cues) : 0,
    );
    this.#writeTexts();
    this.exports.setRivals(this.#vocabulary.rivals.length);
  }

  /** What writes postings as lines of a sheet; null where the taxonomy has more groups than it can tell apart. */
  lineWriter(
    sheet: Sheet,
    titleOf: (bytes: Uint8Array) => string,
    read: ReadFile,
    write: (lines: Uint8Array) => void,
  ): LineWriter | null {
    if (this.#taxonomy.groups.length > MOST_GROUPS) return null;
    const clouds = this.#vocabulary.rivals.map((group) => sheet.clouds[group]!);
    return new LineWriter(this, { ...sheet, clouds }, titleOf, read, write);
  }

  /** Finds and judges everything in one posting of LONGEST_TEXT bytes at most. */
  analyze({ id, bytes }: Posting, title: string, wanted: Wanted): PostingAnalysis {
    this.memory().set(bytes, this.#place);
    this.exports.match(bytes.length);
    const results = this.exports.judge(wanted.mentions ? 1 : 0, wanted.depth ? 1 : 0);
    this.#look();
    if (this.#results.byteOffset !== results) this.#results = this.#numbers.subarray(results >> 2);
    const fingerprint = wanted.fingerprint ? this.exports.fingerprint() : 0;
    return this.#reader.read({ id, title, fingerprint }, this.#results);
  }

  /** The kernel's memory, until it is called again. */
  memory(): Uint8Array {
    this.#look();
    return this.#bytes;
  }

  /** The same as numbers. */
  numbers(): Int32Array {
    this.#look();
    return this.#numbers;
  }

  /** Memory that has grown is another buffer; nothing is left of the one before. */
  #look(): void {
    if (this.#bytes.length > 0) return;
    const { buffer } = this.exports.memory;
    this.#bytes = new Uint8Array(buffer);
    this.#numbers = new Int32Array(buffer);
    this.#results = this.#numbers;
  }

  /** Writes a record, field by field, and the texts that it points to. */
  #write(record: object, at: number): void {
    this.#writeTexts();
    this.#look();
    this.#numbers.set(Object.values(record), at >> 2);
  }

  /** Writes what was added to the texts. */
  #writeTexts(): void {
    const { bytes, length } = this.#vocabulary.texts;
    const texts = this.exports.textsOf(length);
    this.#look();
    this.#bytes.set(bytes.subarray(this.#texts, length), texts + this.#texts);
    this.#texts = length;
  }

  /** Copies tables into the memory; returns where their places stand, in the order of assembly/tables.ts. */
  #put({ filter, pairs, edges, nodes, forms, folded, kept, alone }: Tables): number {
    const places = [
      ...[filter, pairs, edges].map((array) => this.copy(array)),
      edges.length - 1,
      ...[nodes, forms, folded, kept, alone].map((array) => this.copy(array)),
      alone.length - 1,
    ];
    return this.copy(Int32Array.from(places));
  }

  /** Copies an array into the kernel's memory; returns where it lies. */
  copy(array: Uint8Array | Int32Array): number {
    const at = this.exports.allocate(array.byteLength);
    this.#look();
    this.#bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    return at;
  }
}
