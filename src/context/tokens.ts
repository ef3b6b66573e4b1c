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
import type { i32 } from "../numbers.js";
import { type CueInfo, NO_INFO } from "./cue.js";
import { NO_DEPTH, NO_YEARS } from "./kinds.js";
import type { Page } from "./page.js";
import { IntList, type Pool } from "./pool.js";
import { breakAt, COLON_BREAK, COMMA_BREAK, NO_BREAK } from "./sentences.js";
import {
  TOKEN_CLAUSE,
  TOKEN_CLOSE,
  TOKEN_COLON,
  TOKEN_COMMA,
  TOKEN_CUE,
  TOKEN_OPEN,
  TOKEN_TOOL,
  type Token,
} from "./token.js";

/** The brackets that are open, outermost first, as token indexes. */
const open: IntList = new IntList();

/**
 * Splits a sentence into tokens, in order: tool matches, cues, commas, clause ends and brackets. A cue that overlaps
 * a tool match is left out (it is a part of the name); so are brackets and commas inside one, and what is silent.
 * @param tokens takes them in place of what it held; nothing is said of the tools yet
 */
export function tokenize(page: Page, start: i32, end: i32, tokens: Pool<Token>): void {
  tokens.clear();
  open.clear();
  const folded = page.folded;
  const tools = page.tools;
  const cues = page.cues;
  let tool = tools.firstFrom(start);
  let cue = cues.firstFrom(start);
  let i = start;
  while (i < end) {
    while (cue < cues.count && cues.start(cue) < i) cue++;
    while (tool < tools.count && tools.start(tool) < i) tool++;
    const nextTool = tool < tools.count ? tools.start(tool) : end;
    const nextCue = cue < cues.count ? cues.start(cue) : end;
    const next = nextTool < nextCue ? nextTool : nextCue;
    const stop = next < end ? next : end;
    for (; i < stop; i++) {
      if (PARTS[folded[i]!] !== 0) punctuate(folded, i, tokens);
    }
    if (i >= end) break;
    if (nextTool === i) {
      const toolEnd = tools.end(tool);
      put(tokens, TOKEN_TOOL, i, toolEnd, tool, open.last(), NO_INFO);
      i = toolEnd;
      continue;
    }
    const cueEnd = cues.end(cue);
    if (nextTool >= cueEnd) {
      const info = page.facts.cue(cues.pattern(cue));
      if (info.isSilent) i = cueEnd;
      else if (folded[i] === OPEN_BRACKET && folded[cueEnd - 1] === CLOSE_BRACKET) {
        // "(plus)" is a cue, where "plus" is none: it fills a bracket like any other.
        punctuate(folded, i, tokens);
        put(tokens, TOKEN_CUE, i + 1, cueEnd - 1, cue, tokens.count - 1, info);
        punctuate(folded, cueEnd - 1, tokens);
        i = cueEnd;
      } else {
        put(tokens, TOKEN_CUE, i, cueEnd, cue, open.last(), info);
        i = cueEnd;
      }
    } else cue++;
  }
}

/** By folded byte: 1 where it may part a sentence or open or close a bracket. */
const PARTS: Uint8Array = tableOf([
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
]);

function tableOf(bytes: i32[]): Uint8Array {
  const table = new Uint8Array(256);
  for (let i = 0; i < bytes.length; i++) table[bytes[i]!] = 1;
  return table;
}

/** Adds the token of the byte at `i`, where it makes one. */
function punctuate(folded: Uint8Array, i: i32, tokens: Pool<Token>): void {
  const byte: i32 = folded[i]!;
  if (byte === OPEN_BRACKET || byte === OPEN_SQUARE) {
    put(tokens, TOKEN_OPEN, i, i + 1, -1, open.last(), NO_INFO);
    open.push(tokens.count - 1);
  } else if (byte === CLOSE_BRACKET || byte === CLOSE_SQUARE) {
    if (open.count > 0) put(tokens, TOKEN_CLOSE, i, i + 1, -1, open.pop(), NO_INFO);
  } else {
    const part = breakAt(folded, i);
    if (part === NO_BREAK) return;
    const kind = part === COMMA_BREAK ? TOKEN_COMMA : part === COLON_BREAK ? TOKEN_COLON : TOKEN_CLAUSE;
    put(tokens, kind, i, i + 1, -1, open.last(), NO_INFO);
  }
}

/** Adds a token; see the fields of Token. */
function put(
  tokens: Pool<Token>,
  kind: i32,
  start: i32,
  end: i32,
  ref: i32,
  bracket: i32,
  info: CueInfo,
): void {
  const token = tokens.add();
  token.kind = kind;
  token.start = start;
  token.end = end;
  token.ref = ref;
  token.bracket = bracket;
  token.info = info;
  token.governed.clear();
  token.tool = -1;
  token.depth = NO_DEPTH;
  token.years = NO_YEARS;
}
