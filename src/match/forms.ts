import { CLASS, HYPHEN, IGNORED, LINE_FEED, SMALL_S, SPACE, WORD } from "../folded.js";
import { createNotes, fold, PADDING } from "./fold.js";
import { hashOf } from "./words.js";

/** Stands for a run of white space and hyphens in a form. */
export const GAP = SPACE;

/** A written form as it is compared with folded text. */
export interface Form {
  /** What matches name: an alias or cue index. */
  readonly id: number;
  /** Folded; every run of white space and hyphens is one GAP. */
  readonly folded: Uint8Array;
  /** The same with upper and lower case kept. */
  readonly kept: Uint8Array;
  /** Whether case must be as kept. */
  readonly exact: boolean;
  /** Whether a plural s may follow. */
  readonly plural: boolean;
}

const notes = createNotes();

/**
 * Folds one written form.
 * @returns null where it has no letter or digit: such a form can never be found
 */
export function foldForm(id: number, text: string, exact: boolean, plural: boolean): Form | null {
  const raw = new TextEncoder().encode(text.trim());
  const all = new Uint8Array(raw.length + PADDING);
  fold(raw, raw.length, all, notes);
  const folded: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const byte = all[i]!;
    if (byte === IGNORED) continue;
    if (isGap(byte)) {
      if (folded.at(-1) === GAP) continue;
      folded.push(GAP);
      kept.push(GAP);
    } else {
      folded.push(byte);
      kept.push(byte < 0x80 && raw[i]! < 0x80 ? raw[i]! : byte);
    }
  }
  if (!folded.some((byte) => CLASS[byte] === WORD)) return null;
  return { id, folded: Uint8Array.from(folded), kept: Uint8Array.from(kept), exact, plural };
}

/** The hashes of a form's words; once more with a plural s behind the last, where one may follow directly. */
export function wordHashes(form: Form): number[][] {
  const { words } = notes;
  const { length } = form.folded;
  const padded = new Uint8Array(length + PADDING);
  // What is folded stays as it is when it is folded again.
  fold(form.folded, length, padded, notes);
  const hashes = Array.from(words.hashes.subarray(0, words.count));
  const end = words.ends[words.count - 1]!;
  if (!form.plural || end !== length) return [hashes];
  padded[end] = SMALL_S;
  const plural = hashOf(padded, words.starts[words.count - 1]!, end + 1);
  return [hashes, [...hashes.slice(0, -1), plural]];
}

/** White space and hyphens: what a GAP matches, and what becomes one. */
export function isGap(byte: number): boolean {
  return byte === SPACE || byte === HYPHEN || byte === LINE_FEED;
}
