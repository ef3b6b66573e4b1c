import {
  BULLET,
  CLOSE_BRACKET,
  CLOSE_SQUARE,
  COLON,
  COMMA,
  DASH,
  EXCLAMATION,
  HYPHEN,
  OPEN_BRACKET,
  OPEN_SQUARE,
  QUESTION,
  SEMICOLON,
} from "../folded.js";
import type { MatchList, Span } from "../types.js";
import { breakAt, COLON_BREAK, COMMA_BREAK, NO_BREAK } from "./sentences.js";
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
 * a tool match is left out (it is a part of the name); so are brackets and commas inside one, and what is silent.
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
    const nextTool = tool < tools.count ? tools.data[3 * tool + 1]! : sentence.end;
    const nextCue = cue < cues.count ? cues.data[3 * cue + 1]! : sentence.end;
    for (const stop = Math.min(nextTool, nextCue, sentence.end); i < stop; i++) {
      if (PARTS[folded[i]!] !== 0) punctuate(folded, i, tokens, open);
    }
    if (i >= sentence.end) break;
    const bracket = open.at(-1) ?? -1;
    if (nextTool === i) {
      const end = tools.data[3 * tool + 2]!;
      tokens.push({ kind: "tool", start: i, end, ref: tool, info: null, bracket });
      i = end;
      continue;
    }
    const end = cues.data[3 * cue + 2]!;
    if (nextTool >= end) {
      const info = infos.get(cues.data[3 * cue]!);
      if (info.isSilent) i = end;
      else if (folded[i] === OPEN_BRACKET && folded[end - 1] === CLOSE_BRACKET) {
        // "(plus)" is a cue, where "plus" is none: it fills a bracket like any other.
        punctuate(folded, i, tokens, open);
        tokens.push({ kind: "cue", start: i + 1, end: end - 1, ref: cue, info, bracket: tokens.length - 1 });
        i = end - 1;
        punctuate(folded, i++, tokens, open);
      } else {
        tokens.push({ kind: "cue", start: i, end, ref: cue, info, bracket });
        i = end;
      }
    } else cue++;
  }
  return tokens;
}

/** By folded byte: 1 where it may part a sentence or open or close a bracket. */
const PARTS = new Uint8Array(256);
for (const byte of [
  OPEN_BRACKET,
  CLOSE_BRACKET,
  OPEN_SQUARE,
  CLOSE_SQUARE,
  COMMA,
  SEMICOLON,
  COLON,
  EXCLAMATION,
  QUESTION,
  HYPHEN,
  DASH,
  BULLET,
])
  PARTS[byte] = 1;

/** Adds the token of the byte at `i`, where it makes one. */
function punctuate(folded: Uint8Array, i: number, tokens: Token[], open: number[]): void {
  const byte = folded[i]!;
  const bracket = open.at(-1) ?? -1;
  const push = (kind: Token["kind"], own = bracket) =>
    tokens.push({ kind, start: i, end: i + 1, ref: -1, info: null, bracket: own });
  if (byte === OPEN_BRACKET || byte === OPEN_SQUARE) {
    push("open");
    open.push(tokens.length - 1);
    return;
  }
  if (byte === CLOSE_BRACKET || byte === CLOSE_SQUARE) {
    const opened = open.pop();
    if (opened !== undefined) push("close", opened);
    return;
  }
  const part = breakAt(folded, i);
  if (part !== NO_BREAK) push(part === COMMA_BREAK ? "comma" : part === COLON_BREAK ? "colon" : "clause");
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

/** Whether the word that ends at `stop` is an abbreviation. */
export function abbreviates(cues: MatchList, infos: CueInfos, stop: number): boolean {
  const cue = firstFrom(cues, stop) - 1;
  return cue >= 0 && cues.data[3 * cue + 2] === stop && infos.get(cues.data[3 * cue]!).abbreviation;
}
