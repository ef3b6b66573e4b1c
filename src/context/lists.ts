import {
  AMPERSAND,
  BAR,
  BULLET,
  CLASS,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  HYPHEN,
  IGNORED,
  LINE_FEED,
  OPEN_BRACKET,
  PLUS,
  SEMICOLON,
  SLASH,
  SPACE,
  STAR,
  SYMBOL,
  WORD,
} from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import type { CueInfo } from "./cue.js";
import { AFTER, BEFORE } from "./kinds.js";
import type { Page } from "./page.js";
import type { IntList, Pool } from "./pool.js";
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

/** Bytes between a cue or comma and what it touches. */
export const TOUCHING: i32 = 2;
/** Bytes between two members of a list at most. */
const LIST_GAP: i32 = 24;
/** Bytes between items joined by a slash. */
export const SLASH_BYTES: i32 = 3;
/** A bare "no" or "not" speaks of what follows at once: bytes to the first tool, about five words. */
const NEAR_BYTES: i32 = 36;
/** The same for a phrase ("we are moving away from"). */
const FAR_BYTES: i32 = 72;

/**
 * Finds the tools that a word of negation at `at` speaks of: the first tool after it in its clause, and the list that
 * it begins.
 * @param tools takes them, as token indexes, in place of what it held
 */
export function listBehind(tokens: Pool<Token>, at: i32, tools: IntList): void {
  tools.clear();
  const own = tokens.at(at);
  const furthest = own.end + (own.info.words > 1 ? FAR_BYTES : NEAR_BYTES);
  let inList = false;
  let joined = false;
  let behindComma = false;
  let bracket = -1;
  for (let j = at + 1; j < tokens.count; j++) {
    const token = tokens.at(j);
    const kind = token.kind;
    // "away from Perl (Perl, Dancer and jQuery)": a bracket behind the thing spells it out.
    if (bracket >= 0) {
      if (token.bracket !== bracket || kind === TOKEN_CLOSE) break;
      if (kind === TOKEN_TOOL) tools.push(j);
      continue;
    }
    if (kind === TOKEN_CLOSE && token.bracket === own.bracket) break;
    if ((kind === TOKEN_CLAUSE || kind === TOKEN_COLON) && token.bracket === own.bracket) {
      if (j !== at + 1 || inList) break;
    } else if (kind === TOKEN_TOOL) {
      if (!inList && token.start > furthest) break;
      if (inList && !joined && token.start - tokens.at(j - 1).end > SLASH_BYTES) break;
      tools.push(j);
      inList = true;
      joined = false;
    } else if (kind === TOKEN_COMMA) {
      if (inList && !continuesList(tokens, j)) break;
      joined = inList;
      behindComma = true;
    } else if (kind === TOKEN_OPEN) {
      joined = true;
      if (inList) bracket = j;
    } else if (kind === TOKEN_CUE) {
      const info = token.info;
      if (info.breaker) break;
      // "No degree needed, strong Python": what has a head of its own is another matter.
      if (behindComma && !inList && (info.required & AFTER) !== 0) break;
      if (info.joiner) joined = inList;
      else if (inList && isLevelCue(info)) break;
    }
  }
}

/** Whether the comma at `j` is followed by a member of the same list: a tool, or a joiner and a tool. */
function continuesList(tokens: Pool<Token>, j: i32): bool {
  if (j + 1 >= tokens.count) return false;
  const next = tokens.at(j + 1);
  if (next.kind === TOKEN_TOOL) return next.start - tokens.at(j).end <= TOUCHING;
  return next.info.joiner && j + 2 < tokens.count && tokens.at(j + 2).kind === TOKEN_TOOL;
}

/** Whether a cue gives what it reaches a level, or negates or denies it. */
export function isLevelCue(info: CueInfo): bool {
  return (info.required | info.preferred | info.mentioned | info.negation | info.denial) !== 0;
}

/** Whether a cue passed on the way back in the same bracket ends the reach of the one behind it. */
export function endsReach(info: CueInfo): bool {
  return (info.required | info.preferred) !== 0 || (info.denial & BEFORE) !== 0;
}

/**
 * Whether two neighbouring tool matches are members of one enumeration: nothing stands between them but separators
 * (`,` `/` `|` `;` `&` `+`, brackets, bullets), white space and joiners ("and", "or").
 * @param left the end of the first one
 * @param right the start of the other
 */
export function areListed(page: Page, left: i32, right: i32): bool {
  if (right - left > LIST_GAP) return false;
  const folded = page.folded;
  let separates = false;
  let i = left;
  while (i < right) {
    const byte: i32 = folded[i]!;
    if (CLASS[byte] === WORD) {
      const cue = page.cues.firstFrom(i);
      if (cue >= page.cues.count || page.cues.start(cue) !== i) return false;
      if (!page.info(cue).joiner) return false;
      i = page.cues.end(cue);
      separates = true;
      continue;
    }
    if (isListSeparator(byte)) separates = true;
    else if (byte !== SPACE && byte !== IGNORED && byte !== HYPHEN) return false;
    i++;
  }
  return separates;
}

function isListSeparator(byte: i32): bool {
  switch (byte) {
    case COMMA:
    case SLASH:
    case BAR:
    case SEMICOLON:
    case AMPERSAND:
    case PLUS:
    case OPEN_BRACKET:
    case CLOSE_BRACKET:
    case COLON:
    case STAR:
    case BULLET:
    case SYMBOL:
    case LINE_FEED:
      return true;
    default:
      return false;
  }
}
