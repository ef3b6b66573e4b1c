import { CLASS, IGNORED, WORD } from "../folded.js";
import { fold, PADDING } from "./fold.js";

/** Stands for a run of white space or hyphens in a pattern. */
export const GAP = 0x20;

/** A written form, ready to be compared with folded text. */
export interface Pattern {
  /** What `Match` lists name: an alias or cue index. */
  readonly id: number;
  /** Folded bytes; every run of white space and hyphens is one GAP. */
  readonly folded: Uint8Array;
  /** The same with upper and lower case kept; null where case does not matter. */
  readonly exact: Uint8Array | null;
  /** Bytes before the first letter or digit (".net": 1). */
  readonly lead: number;
  /** Length of the first run of letters and digits: what the text is looked up by. */
  readonly head: number;
  readonly plural: boolean;
}

/**
 * Compiles one written form.
 * @returns null where the text has no letter or digit: such a form can never be found
 */
export function compilePattern(id: number, text: string, exact: boolean, plural: boolean): Pattern | null {
  const raw = new TextEncoder().encode(text.trim());
  const all = new Uint8Array(raw.length + PADDING);
  fold(raw, raw.length, all, { count: 0, positions: new Int32Array(8) });
  const folded: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const byte = all[i]!;
    if (byte === IGNORED) continue;
    if (isGap(byte)) {
      if (folded.at(-1) !== GAP) {
        folded.push(GAP);
        kept.push(GAP);
      }
    } else {
      folded.push(byte);
      kept.push(byte >= 0x80 || byte === raw[i] ? byte : raw[i]! < 0x80 ? raw[i]! : byte);
    }
  }
  const lead = folded.findIndex((byte) => CLASS[byte] === WORD);
  if (lead < 0) return null;
  let head = 0;
  while (lead + head < folded.length && CLASS[folded[lead + head]!] === WORD) head++;
  return {
    id,
    folded: Uint8Array.from(folded),
    exact: exact ? Uint8Array.from(kept) : null,
    lead,
    head,
    plural,
  };
}

/** White space and hyphens: what a GAP matches, and what becomes one. */
export function isGap(byte: number): boolean {
  return byte === 0x20 || byte === 0x2d || byte === 0x0a;
}
