import type { bool, i32 } from "../numbers.js";
import { type CueInfo, ROLE_DEPTH, ROLE_YEARS } from "./cue.js";
import { AFTER, BEFORE, DEPTH_WORKING, NO_DEPTH } from "./kinds.js";
import type { Page } from "./page.js";
import { dashesTo, isAdjective, PHRASE_BYTES } from "./phrase.js";
import { IntList, type Pool } from "./pool.js";
import type { Sentence } from "./reading.js";
import {
  TOKEN_CLAUSE,
  TOKEN_CLOSE,
  TOKEN_COLON,
  TOKEN_COMMA,
  TOKEN_OPEN,
  TOKEN_TOOL,
  type Token,
} from "./token.js";
import { yearsOf } from "./years.js";

/** Bytes between a tool and the noun behind it ("Python programming experience"). */
const NOUN_BYTES: i32 = 40;
/** Bytes between a tool and the bracket, dash or colon behind which its depth stands ("Python (strong)"). */
const ITEM_BYTES: i32 = 3;

/** By token: the cue that reaches it from before it, from behind it, and as an item; -1 where none does. */
const after: IntList = new IntList();
const before: IntList = new IntList();
const items: IntList = new IntList();

/**
 * Sets the depth and years of each tool in a sentence: those of the nearest cue that governs it, forward to the end of
 * the cue's clause ("strong Python and basic Go"), or backward from a noun ("Python expertise") or from what stands by
 * itself in a bracket or behind a dash or colon ("Python (strong), Go – basic"). Where nothing is said they stay as they
 * were made: NO_DEPTH, NO_YEARS.
 */
export function knownOf(page: Page, sentence: Sentence): void {
  if ((sentence.roles & ROLE_DEPTH) !== 0) setDepths(page.folded, sentence.tokens);
  if ((sentence.roles & ROLE_YEARS) !== 0) yearsOf(page, sentence.tokens);
}

function setDepths(folded: Uint8Array, tokens: Pool<Token>): void {
  after.fill(tokens.count, -1);
  before.fill(tokens.count, -1);
  items.fill(tokens.count, -1);
  for (let at = 0; at < tokens.count; at++) {
    const info = tokens.at(at).info;
    if (info.depth === NO_DEPTH) continue;
    const isAfter = (info.depthReach & AFTER) !== 0;
    const isBefore = (info.depthReach & BEFORE) !== 0;
    // "Python expertise and a knack for Go"
    const closes = isBefore && touchesTool(tokens, at);
    if (isAfter && !closes && forward(folded, tokens, at)) continue;
    const item = itemBefore(tokens, at);
    if (item >= 0) items.data[item] = at;
    else if (isBefore) backward(tokens, at);
  }
  for (let at = 0; at < tokens.count; at++) {
    const token = tokens.at(at);
    if (token.kind !== TOKEN_TOOL) continue;
    const item = items.at(at);
    const cue = item >= 0 ? item : nearer(tokens, at, after.at(at), before.at(at));
    token.depth = cue < 0 ? NO_DEPTH : depthOf(tokens, cue);
  }
}

/**
 * The depth that the words which lead a list ask for ("Proficiency in:"); NO_DEPTH where they tell none.
 * @param start of the cue
 */
export function depthAt(page: Page, start: i32): i32 {
  const info = page.info(page.cues.firstFrom(start));
  return (info.depthReach & AFTER) !== 0 ? info.depth : NO_DEPTH;
}

/** Lets the cue at `at` reach the tools behind it; a later cue takes them over. Returns whether it reached one. */
function forward(folded: Uint8Array, tokens: Pool<Token>, at: i32): bool {
  const own = tokens.at(at);
  let first = -1;
  let announced = false;
  let noun = false;
  let behindComma = false;
  for (let j = at + 1; j < tokens.count; j++) {
    const token = tokens.at(j);
    const kind = token.kind;
    const info = token.info;
    const inScope = token.bracket === own.bracket;
    if (kind === TOKEN_CLOSE && inScope) break;
    if (kind === TOKEN_TOOL) {
      if (first < 0) first = j;
      // "strong Python, Go is a plus": what is only nice to have is another matter.
      if (token.governed.preferred === tokens.at(first).governed.preferred) after.data[j] = at;
    } else if (kind === TOKEN_COLON) announced = true;
    else if (kind === TOKEN_CLAUSE && inScope && !announced) {
      const announces = j === at + 1 && token.start - own.end <= ITEM_BYTES;
      if (!announces && (first >= 0 || !dashesTo(folded, tokens, j))) break;
      announced = true;
    }
    if (info.breaker && inScope) break;
    if (first < 0 && own.info.words === 1) {
      // "excellent communication, Python", "strong people skills and Python": the word has an object of its own.
      if (kind === TOKEN_COMMA && inScope) break;
      if (info.joiner && noun) break;
    }
    if (isNoun(info)) noun = true;
    if (behindComma && isOtherHead(info)) break;
    behindComma = kind === TOKEN_COMMA || info.joiner;
  }
  return first >= 0;
}

/** "expertise": tells the depth of what stands before it, and of nothing behind it. */
function isNoun(info: CueInfo): bool {
  return info.depth !== NO_DEPTH && info.depthReach === BEFORE;
}

/** A head that says nothing of depth: "strong Python and ability to …". */
function isOtherHead(info: CueInfo): bool {
  return info.depth === NO_DEPTH && !info.years && ((info.required | info.mentioned) & AFTER) !== 0;
}

/** Lets the noun at `at` reach the tools before it: the nearest one and the list that it ends. */
function backward(tokens: Pool<Token>, at: i32): void {
  const own = tokens.at(at);
  let reached = false;
  for (let j = at - 1; j >= 0; j--) {
    const token = tokens.at(j);
    const kind = token.kind;
    const info = token.info;
    if (kind === TOKEN_TOOL) {
      if (!reached && own.start - token.end > NOUN_BYTES) return;
      if (before.at(j) < 0) before.data[j] = at;
      reached = true;
      continue;
    }
    if (token.bracket !== own.bracket) continue;
    if (kind === TOKEN_OPEN || kind === TOKEN_CLAUSE || kind === TOKEN_COLON || info.breaker) return;
    // "Python and communication skills", "Python; strong skills": the noun is not said of the tool.
    if (!reached && (kind === TOKEN_COMMA || info.joiner || info.depth !== NO_DEPTH)) return;
    if (isNoun(info)) return;
  }
}

/** The depth of a cue; the one of an adjective before it, where it is plain experience ("strong work experience in"). */
function depthOf(tokens: Pool<Token>, cue: i32): i32 {
  let at = cue;
  while (at > 0) {
    const own = tokens.at(at);
    const info = own.info;
    if (info.depth === NO_DEPTH || (info.depthReach & AFTER) === 0) break;
    const adjective = tokens.at(at - 1);
    if (adjective.info.depth === NO_DEPTH || own.start - adjective.end > PHRASE_BYTES) break;
    if (!isAdjective(adjective.info)) break;
    at--;
  }
  return tokens.at(at).info.depth;
}

/**
 * The tool of which a cue speaks that stands by itself behind it ("Python (strong)", "Python: strong", "Python
 * proficient"); -1 for none.
 */
function itemBefore(tokens: Pool<Token>, at: i32): i32 {
  const own = tokens.at(at);
  if (at + 1 < tokens.count) {
    const next = tokens.at(at + 1).kind;
    if (next !== TOKEN_CLOSE && next !== TOKEN_COMMA && next !== TOKEN_CLAUSE) return -1;
  }
  if (at === 0) return -1;
  const mark = tokens.at(at - 1);
  if (own.start - mark.end > ITEM_BYTES) return -1;
  if (mark.kind === TOKEN_TOOL) return (own.info.depthReach & BEFORE) !== 0 ? -1 : at - 1;
  if (mark.kind !== TOKEN_OPEN && mark.kind !== TOKEN_CLAUSE && mark.kind !== TOKEN_COLON) return -1;
  if (at === 1) return -1;
  const tool = tokens.at(at - 2);
  return tool.kind === TOKEN_TOOL && mark.start - tool.end <= ITEM_BYTES ? at - 2 : -1;
}

function touchesTool(tokens: Pool<Token>, at: i32): bool {
  if (at === 0) return false;
  const tool = tokens.at(at - 1);
  return tool.kind === TOKEN_TOOL && tokens.at(at).start - tool.end <= 1;
}

/** Of a cue before the tool and one behind it: the one that says more than plain experience, then the nearer one. */
function nearer(tokens: Pool<Token>, at: i32, left: i32, right: i32): i32 {
  if (left < 0 || right < 0) return left > right ? left : right;
  if (tokens.at(right).info.depth === DEPTH_WORKING) return left;
  if (tokens.at(left).info.depth === DEPTH_WORKING) return right;
  const tool = tokens.at(at);
  return tokens.at(right).start - tool.end < tool.start - tokens.at(left).end ? right : left;
}
