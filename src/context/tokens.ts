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
import { ByteSet } from "./bytes.js";
import { type CueInfo, NO_INFO } from "./cue.js";
import { NO_DEPTH, NO_YEARS } from "./kinds.js";
import type { Found, Page } from "./page.js";
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
 * @param tool the first match of a tool that begins in the sentence
 * @param cue the first cue that begins in it, or behind
 * @param tokens takes them in place of what it held; nothing is said of the tools yet
 * @returns the roles that any of its cues has: bits, ROLE_*
 */
export function tokenize(page: Page, start: i32, end: i32, tool: i32, cue: i32, tokens: Pool<Token>): i32 {
  tokens.clear();
  open.clear();
  const folded = page.folded;
  const tools = page.tools;
  const cues = page.cues;
  let roles = 0;
  let nextTool = startOf(tools, tool, end);
  let nextCue = startOf(cues, cue, end);
  let i = start;
  while (i < end) {
    const next = nextTool < nextCue ? nextTool : nextCue;
    const stop = next < end ? next : end;
    for (i = PARTS.next(folded, i, stop); i < stop; i = PARTS.next(folded, i + 1, stop)) {
      punctuate(folded, i, tokens);
    }
    if (i >= end) break;
    if (nextTool === i) {
      i = tools.end(tool);
      put(tokens, TOKEN_TOOL, nextTool, i, tool, open.last(), NO_INFO);
      nextTool = startOf(tools, ++tool, end);
    } else {
      const cueEnd = cues.end(cue);
      if (nextTool >= cueEnd) {
        const info = page.info(cue);
        roles |= info.roles;
        putCue(folded, cue, i, cueEnd, info, tokens);
        i = cueEnd;
      }
      nextCue = startOf(cues, ++cue, end);
    }
    while (cue < cues.count && nextCue < i) nextCue = startOf(cues, ++cue, end);
  }
  return roles;
}

/** Where a match begins; `end` where there is none. */
function startOf(found: Found, index: i32, end: i32): i32 {
  return index < found.count ? found.start(index) : end;
}

/** Adds what a cue makes, which stands between the two offsets. */
function putCue(
  folded: Uint8Array,
  cue: i32,
  start: i32,
  end: i32,
  info: CueInfo,
  tokens: Pool<Token>,
): void {
  if (info.isSilent) return;
  if (folded[start] === OPEN_BRACKET && folded[end - 1] === CLOSE_BRACKET) {
    // "(plus)" is a cue, where "plus" is none: it fills a bracket like any other.
    punctuate(folded, start, tokens);
    put(tokens, TOKEN_CUE, start + 1, end - 1, cue, tokens.count - 1, info);
    punctuate(folded, end - 1, tokens);
  } else put(tokens, TOKEN_CUE, start, end, cue, open.last(), info);
}

/** What may part a sentence or open or close a bracket. */
const PARTS: ByteSet = new ByteSet([
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
  token.tool = -1;
  token.depth = NO_DEPTH;
  token.years = NO_YEARS;
  if (kind === TOKEN_TOOL) token.governed.clear();
}
