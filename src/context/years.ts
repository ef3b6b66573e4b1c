import { COMMA, FULL_STOP, IGNORED, isDigit } from "../folded.js";
import { type MatchList, MOST_YEARS, type Span } from "../types.js";
import type { Governed } from "./govern.js";
import { dashesTo, isAdjective, PHRASE_BYTES } from "./phrase.js";
import { firstFrom, type Token } from "./tokens.js";
import { AFTER, type CueInfo, type CueInfos } from "./vocabulary.js";

/** Bytes before a unit in which its number, or both numbers of a range, stand. */
const NUMBER_BYTES = 40;
/** Bytes between a tool and the number behind it ("Python 5+ years", "Python with 5+ years"). */
const NEAR_BYTES = 12;
/** Bytes between a tool and the bracket, dash or colon before the number ("Python development – 5+ years"). */
const ITEM_BYTES = 24;
/** Between a number and its unit: "5+ years", "5 (or more) years". */
const TO_UNIT = /^[\s+~()>-]*(?:\p{L}+[\s+()-]*){0,2}$/u;
/** Between the numbers of a range: "3-5", "3 to 5", "five (5)". */
const RANGE = /^[\s+~()]*(?:[-/]|\p{L}{1,4})?[\s+~()]*$/u;
/** A number without a unit that goes on from one with it: "10+ years in software, 3 with Kubernetes". */
const BARE = /^\s*(?:\p{L}+\s+){0,2}(\d{1,2})\+?\s+\p{L}{2,4}\s/u;
const decoder = new TextDecoder();

/**
 * The years asked for of each tool in a sentence, one entry a token; null where none are. A number counts only before
 * a unit; it reaches forward through the head that it belongs to ("5+ years of experience with Python and Go") and not
 * into another one ("5+ years as an engineer, strong Python"), else back to the item that it stands behind.
 */
export function yearsOf(
  folded: Uint8Array,
  tokens: readonly Token[],
  governed: readonly Governed[],
  cues: MatchList,
  infos: CueInfos,
): (number | null)[] {
  const years = new Array<number | null>(tokens.length).fill(null);
  tokens.forEach((token, at) => {
    if (!token.info?.years) return;
    const number = numberBefore(folded, token, cues, infos);
    if (number === null) return;
    if (forward(folded, tokens, governed, at, number.value, years)) return;
    const item = itemBefore(tokens, at, number.start);
    // "Kafka or Flink: 2 years" holds for both.
    for (let j = item; j >= 0; j -= 2) {
      years[j] = number.value;
      if (tokens[j - 1]?.info?.alternative !== "or" || tokens[j - 2]?.kind !== "tool") break;
    }
  });
  return years;
}

/** The number before a unit, the lesser one of a range, and where it begins. */
function numberBefore(
  folded: Uint8Array,
  unit: Span,
  cues: MatchList,
  infos: CueInfos,
): { readonly value: number; readonly start: number } | null {
  const numbers: { value: number; start: number; end: number }[] = [];
  const from = Math.max(0, unit.start - NUMBER_BYTES);
  for (let i = from; i < unit.start; i++) {
    if (!isDigit(folded[i]!)) continue;
    let end = i;
    while (
      isDigit(folded[end]!) ||
      ((folded[end] === FULL_STOP || folded[end] === COMMA) && isDigit(folded[end + 1]!))
    )
      end++;
    numbers.push({ value: Math.floor(Number(read(folded, i, end).replace(",", "."))), start: i, end });
    i = end;
  }
  for (let c = firstFrom(cues, from); c < cues.count && cues.data[3 * c + 1]! < unit.start; c++) {
    const value = infos.get(cues.data[3 * c]!).number;
    if (value !== null) numbers.push({ value, start: cues.data[3 * c + 1]!, end: cues.data[3 * c + 2]! });
  }
  numbers.sort((a, b) => a.start - b.start);
  const last = numbers.pop();
  if (!last || !TO_UNIT.test(read(folded, last.end, unit.start)) || !(last.value <= MOST_YEARS)) return null;
  const first = numbers.pop();
  if (!first || !RANGE.test(read(folded, first.end, last.start)) || !(first.value <= last.value)) return last;
  return first;
}

/** Lets `value` reach the tools behind the unit at `at`. Returns whether there is one. */
function forward(
  folded: Uint8Array,
  tokens: readonly Token[],
  governed: readonly Governed[],
  at: number,
  value: number,
  years: (number | null)[],
): boolean {
  const own = tokens[at]!;
  let heads = own.info!.depth ? 1 : 0;
  let headEnd = 0;
  let first = -1;
  let announced = false;
  let part = own.end;
  let current = value;
  for (let j = at + 1; j < tokens.length; j++) {
    const { kind, bracket, info, start, end } = tokens[j]!;
    const inScope = bracket === own.bracket;
    if (kind === "close" && inScope) break;
    if (kind === "tool") {
      if (first < 0) first = j;
      const bare = BARE.exec(read(folded, part, start));
      if (bare && part > own.end) current = Number(bare[1]);
      if (governed[j]!.preferred === governed[first]!.preferred) years[j] = current;
      part = end;
    } else if (kind === "colon") {
      announced = true;
    } else if (kind === "clause" && inScope && !announced) {
      if (first >= 0 || !dashesTo(folded, tokens, j)) break;
      announced = true;
    } else if (kind === "comma" && inScope) {
      // "5+ years in software, Python": no head that a list could belong to.
      if (first < 0 && heads === 0 && !BARE.test(read(folded, end, end + ITEM_BYTES))) break;
      part = end;
    }
    if (!info) continue;
    if ((info.breaker && inScope) || info.years || info.preferred & AFTER) break;
    if (info.joiner) part = end;
    if (!asks(info)) continue;
    // ", proficient in", "and ability to": asked for beside the years.
    if (isJoint(tokens[j - 1]!)) break;
    if (!info.depth) continue;
    // "strong hands-on work experience with" is one head. Any other second head has years of its own, or none.
    if (heads > 0 && start > headEnd) break;
    heads++;
    headEnd = isAdjective(info) ? end + PHRASE_BYTES : 0;
  }
  return first >= 0 && years[first] !== null;
}

function asks(info: CueInfo): boolean {
  return ((info.depth ? info.depthReach : info.required) & AFTER) !== 0;
}

function isJoint({ kind, info }: Token): boolean {
  return kind === "comma" || info?.joiner === true;
}

/** The tool that a number at `start` stands behind: directly, or behind a bracket, dash or colon. */
function itemBefore(tokens: readonly Token[], at: number, start: number): number {
  let j = at - 1;
  // "Python: at least 5 years"
  while (j >= 0 && (tokens[j]!.start >= start || isMeasure(tokens[j]!.info))) j--;
  const before = tokens[j];
  if (!before || start - before.end > NEAR_BYTES + ITEM_BYTES) return -1;
  if (before.kind === "tool") return start - before.end <= NEAR_BYTES ? j : -1;
  if (before.kind !== "open" && before.kind !== "clause" && before.kind !== "colon") return -1;
  for (let k = j - 1; k >= 0; k--) {
    const { kind, end, info } = tokens[k]!;
    if (kind === "tool") return before.start - end <= ITEM_BYTES ? k : -1;
    if (!info?.depth) return -1;
  }
  return -1;
}

/** "at least", "minimum of": asks, and says nothing of depth. */
function isMeasure(info: CueInfo | null): boolean {
  return info !== null && !info.depth && (info.required & AFTER) !== 0;
}

/** Folded text in words; what stands for nothing is left out. */
function read(folded: Uint8Array, start: number, end: number): string {
  return decoder.decode(folded.subarray(start, Math.max(start, end)).filter((byte) => byte !== IGNORED));
}
