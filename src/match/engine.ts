import type { MatchTables, Tables } from "../types.js";
import { findForms } from "./find.js";
import { createNotes, fold, PADDING } from "./fold.js";
import { MatchBuffer } from "./list.js";
import type { Text } from "./text.js";

/** Folds a text and finds forms in it. There are two that find the same: this file's, and src/kernel. */
export interface Engine {
  /** The text read last. */
  readonly text: Text;
  /** What was found in it, by the tables that were searched; who asks clears it first. */
  readonly found: Readonly<Record<keyof MatchTables, MatchBuffer>>;
  /** Folds a text. */
  read(bytes: Uint8Array, length: number): void;
  /** Adds the forms from word `first` to before word `last` to what was found; see findForms. */
  find(tables: keyof MatchTables, first: number, last: number): void;
}

/** Text buffers begin at this size and double. */
const FIRST_BUFFER = 16 * 1024;

/** The engine in plain TypeScript: for texts of any length, and where WebAssembly would not pay or is not there. */
export function createPlainEngine(tables: MatchTables): Engine {
  const text: Text = {
    bytes: new Uint8Array(0),
    length: 0,
    folded: new Uint8Array(FIRST_BUFFER),
    ...createNotes(),
  };
  const found = { aliases: new MatchBuffer(), cues: new MatchBuffer(), evidence: new MatchBuffer() };
  return {
    text,
    found,
    read(bytes, length) {
      if (text.folded.length < length + PADDING) text.folded = new Uint8Array(2 * length + PADDING);
      text.bytes = bytes;
      text.length = length;
      fold(bytes, length, text.folded, text);
    },
    find(name, first, last) {
      const searched: Tables = tables[name];
      findForms(searched, text, first, last, found[name]);
    },
  };
}
