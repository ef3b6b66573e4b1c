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
import type { MatchList } from "../types.js";
import { firstFrom, type Token } from "./tokens.js";
import { AFTER, type CueInfo, type CueInfos } from "./vocabulary.js";

/** Bytes between a cue or comma and what it touches. */
export const TOUCHING = 2;
/** Bytes between two members of a list at most. */
const LIST_GAP = 24;
/** Bytes between items joined by a slash. */
export const SLASH_BYTES = 3;
/** A bare "no" or "not" speaks of what follows at once: bytes to the first tool, about five words. */
const NEAR_BYTES = 36;
/** The same for a phrase ("we are moving away from"). */
const FAR_BYTES = 72;

/**
 * The tools, as token indexes, that a word of negation at `at` speaks of: the first tool after it in its clause, and
 * the list that it begins.
 */
export function listBehind(tokens: readonly Token[], at: number): number[] {
  const tools: number[] = [];
  const own = tokens[at]!;
  const furthest = own.end + (own.info!.words > 1 ? FAR_BYTES : NEAR_BYTES);
  let inList = false;
  let joined = false;
  let behindComma = false;
  let bracket = -1;
  for (let j = at + 1; j < tokens.length; j++) {
    const token = tokens[j]!;
    // "away from Perl (Perl, Dancer and jQuery)": a bracket behind the thing spells it out.
    if (bracket >= 0) {
      if (token.bracket !== bracket || token.kind === "close") break;
      if (token.kind === "tool") tools.push(j);
      continue;
    }
    if (token.kind === "close" && token.bracket === own.bracket) break;
    if ((token.kind === "clause" || token.kind === "colon") && token.bracket === own.bracket) {
      if (j !== at + 1 || inList) break;
    } else if (token.kind === "tool") {
      if (!inList && token.start > furthest) break;
      if (inList && !joined && token.start - tokens[j - 1]!.end > SLASH_BYTES) break;
      tools.push(j);
      inList = true;
      joined = false;
    } else if (token.kind === "comma") {
      if (inList && !continuesList(tokens, j)) break;
      joined = inList;
      behindComma = true;
    } else if (token.kind === "open") {
      joined = true;
      if (inList) bracket = j;
    } else if (token.info) {
      if (token.info.breaker) break;
      // "No degree needed, strong Python": what has a head of its own is another matter.
      if (behindComma && !inList && token.info.required & AFTER) break;
      if (token.info.joiner) joined = inList;
      else if (inList && isLevelCue(token.info)) break;
    }
  }
  return tools;
}

/** Whether the comma at `j` is followed by a member of the same list: a tool, or a joiner and a tool. */
function continuesList(tokens: readonly Token[], j: number): boolean {
  const next = tokens[j + 1];
  if (!next) return false;
  if (next.kind === "tool") return next.start - tokens[j]!.end <= TOUCHING;
  return next.info?.joiner === true && tokens[j + 2]?.kind === "tool";
}

export function isLevelCue(info: CueInfo): boolean {
  return (info.required | info.preferred | info.mentioned | info.negation | info.denial) !== 0;
}

/**
 * Whether two neighbouring tool matches are members of one enumeration: nothing stands between them but separators
 * (`,` `/` `|` `;` `&` `+`, brackets, bullets), white space and joiners ("and", "or").
 */
export function areListed(
  folded: Uint8Array,
  left: number,
  right: number,
  cues: MatchList,
  infos: CueInfos,
): boolean {
  if (right - left > LIST_GAP) return false;
  let separators = 0;
  let i = left;
  while (i < right) {
    const byte = folded[i]!;
    if (CLASS[byte] === WORD) {
      const cue = firstFrom(cues, i);
      if (cue >= cues.count || cues.data[3 * cue + 1] !== i || !infos.get(cues.data[3 * cue]!).joiner)
        return false;
      i = cues.data[3 * cue + 2]!;
      separators++;
      continue;
    }
    if (isListSeparator(byte)) separators++;
    else if (byte !== SPACE && byte !== IGNORED && byte !== HYPHEN) return false;
    i++;
  }
  return separators > 0;
}

function isListSeparator(byte: number): boolean {
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
