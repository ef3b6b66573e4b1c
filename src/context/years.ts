import { COMMA, FULL_STOP, isDigit } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import type { CueInfo } from "./cue.js";
import { bareNumber, DIGIT_ZERO, isRangeBetween, leadsToUnit } from "./gaps.js";
import { AFTER, ALTERNATIVE_OR, MOST_YEARS, NO_DEPTH, NO_YEARS } from "./kinds.js";
import type { Page } from "./page.js";
import { dashesTo, isAdjective, PHRASE_BYTES } from "./phrase.js";
import type { Pool } from "./pool.js";
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

/** Bytes before a unit in which its number, or both numbers of a range, stand. */
const NUMBER_BYTES: i32 = 40;
/** Bytes between a tool and the number behind it ("Python 5+ years", "Python with 5+ years"). */
const NEAR_BYTES: i32 = 12;
/** Bytes between a tool and the bracket, dash or colon before the number ("Python development – 5+ years"). */
const ITEM_BYTES: i32 = 24;

/** A number before a unit. */
class Amount {
  value: i32 = 0;
  start: i32 = -1;
  end: i32 = -1;

  set(value: i32, start: i32, end: i32): void {
    this.value = value;
    this.start = start;
    this.end = end;
  }
}

/** The last number before a unit and the one before that; `start` is -1 where there is none. */
const last: Amount = new Amount();
const first: Amount = new Amount();

/**
 * Sets the years asked for of the tools in a sentence; of others they stay NO_YEARS. A number counts only before a
 * unit; it reaches forward through the head that it belongs to ("5+ years of experience with Python and Go") and not
 * into another one ("5+ years as an engineer, strong Python"), else back to the item that it stands behind.
 */
export function yearsOf(page: Page, tokens: Pool<Token>): void {
  for (let at = 0; at < tokens.count; at++) {
    const token = tokens.at(at);
    if (!token.info.years) continue;
    const number = numberBefore(page, token.start);
    if (number === null || forward(page, tokens, at, number.value)) continue;
    // "Kafka or Flink: 2 years" holds for both.
    for (let j = itemBefore(tokens, at, number.start); j >= 0; j -= 2) {
      tokens.at(j).years = number.value;
      if (j < 2 || tokens.at(j - 1).info.alternative !== ALTERNATIVE_OR) break;
      if (tokens.at(j - 2).kind !== TOKEN_TOOL) break;
    }
  }
}

/** The number before a unit, the lesser one of a range. */
function numberBefore(page: Page, unit: i32): Amount | null {
  const folded = page.folded;
  const cues = page.cues;
  const from = unit > NUMBER_BYTES ? unit - NUMBER_BYTES : 0;
  last.start = -1;
  first.start = -1;
  for (let i = from; i < unit; i++) if (isDigit(folded[i]!)) i = noteDigits(folded, i);
  for (let c = cues.firstFrom(from); c < cues.count && cues.start(c) < unit; c++) {
    const value = page.info(c).number;
    if (value >= 0) note(value, cues.start(c), cues.end(c));
  }
  if (last.start < 0 || last.value > MOST_YEARS || !leadsToUnit(folded, last.end, unit)) return null;
  const isRange =
    first.start >= 0 && first.value <= last.value && isRangeBetween(folded, first.end, last.start);
  return isRange ? first : last;
}

/**
 * Notes the number in digits at `start`; of a decimal ("1.5", "1,5") the whole part. What has two separators is none.
 * @returns where it ends
 */
function noteDigits(folded: Uint8Array, start: i32): i32 {
  let value = 0;
  let separators = 0;
  let end = start;
  for (;;) {
    const byte: i32 = folded[end]!;
    if (isDigit(byte)) {
      // Above the most it does not matter how much it is.
      if (separators === 0 && value <= MOST_YEARS) value = 10 * value + byte - DIGIT_ZERO;
    } else if ((byte === FULL_STOP || byte === COMMA) && isDigit(folded[end + 1]!)) separators++;
    else break;
    end++;
  }
  note(separators > 1 ? MOST_YEARS + 1 : value, start, end);
  return end;
}

/** Keeps a number if it is one of the last two; of two that begin at one place, the one noted later stands behind. */
function note(value: i32, start: i32, end: i32): void {
  if (start >= last.start) {
    first.set(last.value, last.start, last.end);
    last.set(value, start, end);
  } else if (start >= first.start) first.set(value, start, end);
}

/** Lets `value` reach the tools behind the unit at `at`. Returns whether there is one. */
function forward(page: Page, tokens: Pool<Token>, at: i32, value: i32): bool {
  const folded = page.folded;
  const own = tokens.at(at);
  let heads = own.info.depth !== NO_DEPTH ? 1 : 0;
  let headEnd = 0;
  let reached = -1;
  let announced = false;
  let part = own.end;
  let current = value;
  for (let j = at + 1; j < tokens.count; j++) {
    const token = tokens.at(j);
    const kind = token.kind;
    const info = token.info;
    const inScope = token.bracket === own.bracket;
    if (kind === TOKEN_CLOSE && inScope) break;
    if (kind === TOKEN_TOOL) {
      if (reached < 0) reached = j;
      const bare = part > own.end ? bareNumber(folded, part, token.start) : -1;
      if (bare >= 0) current = bare;
      if (token.governed.preferred === tokens.at(reached).governed.preferred) token.years = current;
      part = token.end;
    } else if (kind === TOKEN_COLON) {
      announced = true;
    } else if (kind === TOKEN_CLAUSE && inScope && !announced) {
      if (reached >= 0 || !dashesTo(folded, tokens, j)) break;
      announced = true;
    } else if (kind === TOKEN_COMMA && inScope) {
      // "5+ years in software, Python": no head that a list could belong to.
      if (reached < 0 && heads === 0 && !goesOnBare(page, token.end)) break;
      part = token.end;
    }
    if (kind !== TOKEN_CUE) continue;
    if ((info.breaker && inScope) || info.years || (info.preferred & AFTER) !== 0) break;
    if (info.joiner) part = token.end;
    if (!asks(info)) continue;
    // ", proficient in", "and ability to": asked for beside the years.
    if (isJoint(tokens.at(j - 1))) break;
    if (info.depth === NO_DEPTH) continue;
    // "strong hands-on work experience with" is one head. Any other second head has years of its own, or none.
    if (heads > 0 && token.start > headEnd) break;
    heads++;
    headEnd = isAdjective(info) ? token.end + PHRASE_BYTES : 0;
  }
  return reached >= 0 && tokens.at(reached).years !== NO_YEARS;
}

/** Whether a bare number begins directly behind `from`. */
function goesOnBare(page: Page, from: i32): bool {
  const to = from + ITEM_BYTES;
  return bareNumber(page.folded, from, to < page.length ? to : page.length) >= 0;
}

function asks(info: CueInfo): bool {
  return ((info.depth !== NO_DEPTH ? info.depthReach : info.required) & AFTER) !== 0;
}

function isJoint(token: Token): bool {
  return token.kind === TOKEN_COMMA || token.info.joiner;
}

/** The tool that a number at `start` stands behind: directly, or behind a bracket, dash or colon; -1 for none. */
function itemBefore(tokens: Pool<Token>, at: i32, start: i32): i32 {
  let j = at - 1;
  // "Python: at least 5 years"
  while (j >= 0 && (tokens.at(j).start >= start || isMeasure(tokens.at(j).info))) j--;
  if (j < 0) return -1;
  const before = tokens.at(j);
  if (start - before.end > NEAR_BYTES + ITEM_BYTES) return -1;
  if (before.kind === TOKEN_TOOL) return start - before.end <= NEAR_BYTES ? j : -1;
  if (before.kind !== TOKEN_OPEN && before.kind !== TOKEN_CLAUSE && before.kind !== TOKEN_COLON) return -1;
  for (let k = j - 1; k >= 0; k--) {
    const token = tokens.at(k);
    if (token.kind === TOKEN_TOOL) return before.start - token.end <= ITEM_BYTES ? k : -1;
    if (token.info.depth === NO_DEPTH) return -1;
  }
  return -1;
}

/** "at least", "minimum of": asks, and says nothing of depth. */
function isMeasure(info: CueInfo): bool {
  return info.depth === NO_DEPTH && (info.required & AFTER) !== 0;
}
