import { IGNORED } from "../folded.js";
import type { MatchList, Span } from "../types.js";
import { breakAt, CLAUSE, COLON, COMMA } from "./sentences.js";
import type { CueInfo, CueInfos } from "./vocabulary.js";

/** A piece of a sentence that matters for judging. */
export interface Token {
  readonly kind: "tool" | "cue" | "comma" | "clause" | "colon" | "open" | "close";
  readonly start: number;
  readonly end: number;
  /** tool: position in the list of tool matches; cue: position in the list of cue matches; else -1. */
  readonly ref: number;
  /** What the cue means; null for other kinds. */
  readonly info: CueInfo | null;
  /** The bracket it stands in: index of the open token, -1 outside of all. */
  readonly bracket: number;
}

/**
 * Splits a sentence into tokens, in order: tool matches, cues, commas, clause ends and brackets. A cue that overlaps
 * a tool match is left out (it is a part of the name); so are brackets and commas inside one, and numbers in words.
 */
export function tokenize(
  folded: Uint8Array,
  sentence: Span,
  tools: MatchList,
  cues: MatchList,
  infos: CueInfos,
): Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  let tool = firstFrom(tools, sentence.start);
  let cue = firstFrom(cues, sentence.start);
  let i = sentence.start;
  while (i < sentence.end) {
    while (cue < cues.count && cues.data[3 * cue + 1]! < i) cue++;
    while (tool < tools.count && tools.data[3 * tool + 1]! < i) tool++;
    const bracket = open.at(-1) ?? -1;
    if (tool < tools.count && tools.data[3 * tool + 1] === i) {
      const end = tools.data[3 * tool + 2]!;
      tokens.push({ kind: "tool", start: i, end, ref: tool, info: null, bracket });
      i = end;
      continue;
    }
    if (cue < cues.count && cues.data[3 * cue + 1] === i) {
      const end = cues.data[3 * cue + 2]!;
      if (tool >= tools.count || tools.data[3 * tool + 1]! >= end) {
        const info = infos.get(cues.data[3 * cue]!);
        if (!info.isNumber) tokens.push({ kind: "cue", start: i, end, ref: cue, info, bracket });
        i = end;
        continue;
      }
      cue++;
    }
    const byte = folded[i]!;
    if (byte === 0x28 || byte === 0x5b) {
      tokens.push({ kind: "open", start: i, end: i + 1, ref: -1, info: null, bracket });
      open.push(tokens.length - 1);
    } else if (byte === 0x29 || byte === 0x5d) {
      const opened = open.pop();
      if (opened !== undefined) {
        tokens.push({ kind: "close", start: i, end: i + 1, ref: -1, info: null, bracket: opened });
      }
    } else if (byte !== IGNORED) {
      const part = breakAt(folded, i);
      if (part === COMMA) tokens.push({ kind: "comma", start: i, end: i + 1, ref: -1, info: null, bracket });
      else if (part === COLON)
        tokens.push({ kind: "colon", start: i, end: i + 1, ref: -1, info: null, bracket });
      else if (part === CLAUSE)
        tokens.push({ kind: "clause", start: i, end: i + 1, ref: -1, info: null, bracket });
    }
    i++;
  }
  return tokens;
}

/** The first match that starts at `offset` or later. */
export function firstFrom(list: MatchList, offset: number): number {
  let low = 0;
  let high = list.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.data[3 * middle + 1]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
