import { DEPTHS, type Depth, type MatchList, type Span } from "../types.js";
import type { Governed } from "./govern.js";
import { dashesTo, isAdjective, PHRASE_BYTES } from "./phrase.js";
import { firstFrom, type Token } from "./tokens.js";
import { AFTER, BEFORE, type CueInfo, type CueInfos } from "./vocabulary.js";
import { yearsOf } from "./years.js";

/** What a sentence says of how well one tool has to be known. */
export interface Known {
  readonly depth: Depth | null;
  /** Years, at least. */
  readonly years: number | null;
}

const NOTHING_KNOWN: readonly Known[] = [];
const NOTHING: Known = { depth: null, years: null };
/** Bytes between a tool and the noun behind it ("Python programming experience"). */
const NOUN_BYTES = 40;
/** Bytes between a tool and the bracket, dash or colon behind which its depth stands ("Python (strong)"). */
const ITEM_BYTES = 3;

/**
 * The depth and years of each tool in a sentence: those of the nearest cue that governs it, forward to the end of the
 * cue's clause ("strong Python and basic Go"), or backward from a noun ("Python expertise") or from what stands by
 * itself in a bracket or behind a dash or colon ("Python (strong), Go – basic").
 * @param governed what the level cues of the sentence govern, one entry a token
 * @returns one entry a token, or none at all where nothing is said; those of tokens that are no tool mean nothing
 */
export function knownOf(
  folded: Uint8Array,
  tokens: readonly Token[],
  governed: readonly Governed[],
  cues: MatchList,
  infos: CueInfos,
): readonly Known[] {
  if (!tokens.some(({ info }) => info?.depth || info?.years)) return NOTHING_KNOWN;
  const after = new Array<number>(tokens.length).fill(-1);
  const before = new Array<number>(tokens.length).fill(-1);
  const items = new Array<number>(tokens.length).fill(-1);
  tokens.forEach(({ info }, at) => {
    if (!info?.depth) return;
    // "Python expertise and a knack for Go"
    const closes = (info.depthReach & BEFORE) !== 0 && touchesTool(tokens, at);
    if (info.depthReach & AFTER && !closes && forward(folded, tokens, governed, at, after)) return;
    const item = itemBefore(tokens, at);
    if (item >= 0) items[item] = at;
    else if (info.depthReach & BEFORE) backward(tokens, at, before);
  });
  const years = tokens.some(({ info }) => info?.years)
    ? yearsOf(folded, tokens, governed, cues, infos)
    : null;
  return tokens.map(({ kind }, at) => {
    if (kind !== "tool") return NOTHING;
    const cue = items[at]! >= 0 ? items[at]! : nearer(tokens, at, after[at]!, before[at]!);
    return { depth: cue < 0 ? null : depthOf(tokens, cue), years: years?.[at] ?? null };
  });
}

/** The depth that the words which lead a list ask for ("Proficiency in:"); null where they tell none. */
export function depthAt(words: Span, cues: MatchList, infos: CueInfos): Depth | null {
  const info = infos.get(cues.data[3 * firstFrom(cues, words.start)]!);
  return info.depthReach & AFTER ? info.depth : null;
}

/** What a posting says of a tool in all: the strongest depth and the most years of its mentions. */
export function knownInAll(mentions: readonly Known[]): Known {
  let depth = -1;
  let years: number | null = null;
  for (const mention of mentions) {
    if (mention.depth) depth = Math.max(depth, DEPTHS.indexOf(mention.depth));
    if (mention.years !== null) years = Math.max(years ?? 0, mention.years);
  }
  return { depth: DEPTHS[depth] ?? null, years };
}

/** Lets the cue at `at` reach the tools behind it; a later cue takes them over. Returns whether it reached one. */
function forward(
  folded: Uint8Array,
  tokens: readonly Token[],
  governed: readonly Governed[],
  at: number,
  reach: number[],
): boolean {
  const own = tokens[at]!;
  let first = -1;
  let announced = false;
  let noun = false;
  let behindComma = false;
  for (let j = at + 1; j < tokens.length; j++) {
    const { kind, bracket, info, start } = tokens[j]!;
    const inScope = bracket === own.bracket;
    if (kind === "close" && inScope) break;
    if (kind === "tool") {
      if (first < 0) first = j;
      // "strong Python, Go is a plus": what is only nice to have is another matter.
      if (governed[j]!.preferred === governed[first]!.preferred) reach[j] = at;
    } else if (kind === "colon") announced = true;
    else if (kind === "clause" && inScope && !announced) {
      const announces = j === at + 1 && start - own.end <= ITEM_BYTES;
      if (!announces && (first >= 0 || !dashesTo(folded, tokens, j))) break;
      announced = true;
    }
    if (info?.breaker && inScope) break;
    if (first < 0 && own.info!.words === 1) {
      // "excellent communication, Python", "strong people skills and Python": the word has an object of its own.
      if (kind === "comma" && inScope) break;
      if (info?.joiner && noun) break;
    }
    noun ||= info?.depth != null && info.depthReach === BEFORE;
    if (behindComma && info && isOtherHead(info)) break;
    behindComma = kind === "comma" || info?.joiner === true;
  }
  return first >= 0;
}

/** A head that says nothing of depth: "strong Python and ability to …". */
function isOtherHead(info: CueInfo): boolean {
  return !info.depth && !info.years && ((info.required | info.mentioned) & AFTER) !== 0;
}

/** Lets the noun at `at` reach the tools before it: the nearest one and the list that it ends. */
function backward(tokens: readonly Token[], at: number, reach: number[]): void {
  const own = tokens[at]!;
  let reached = false;
  for (let j = at - 1; j >= 0; j--) {
    const { kind, bracket, info, end } = tokens[j]!;
    const inScope = bracket === own.bracket;
    if (kind === "tool") {
      if (!reached && own.start - end > NOUN_BYTES) return;
      if (reach[j]! < 0) reach[j] = at;
      reached = true;
    } else if (!inScope) continue;
    else if (kind === "open" || kind === "clause" || kind === "colon" || info?.breaker) return;
    // "Python and communication skills", "Python; strong skills": the noun is not said of the tool.
    else if (!reached && (kind === "comma" || info?.joiner || info?.depth)) return;
    else if (info?.depth && info.depthReach === BEFORE) return;
  }
}

/** The depth of a cue; the one of an adjective before it, where it is plain experience ("strong work experience in"). */
function depthOf(tokens: readonly Token[], cue: number): Depth | null {
  const { info, start } = tokens[cue]!;
  const before = tokens[cue - 1];
  if (!info!.depth || !before?.info?.depth || start - before.end > PHRASE_BYTES) return info!.depth;
  return isAdjective(before.info) && info!.depthReach & AFTER ? depthOf(tokens, cue - 1) : info!.depth;
}

/** The tool of which a cue speaks that stands by itself behind it: "Python (strong)", "Python: strong", "Python proficient". */
function itemBefore(tokens: readonly Token[], at: number): number {
  const own = tokens[at]!;
  const next = tokens[at + 1];
  if (next && next.kind !== "close" && next.kind !== "comma" && next.kind !== "clause") return -1;
  const mark = tokens[at - 1];
  if (!mark || own.start - mark.end > ITEM_BYTES) return -1;
  if (mark.kind === "tool") return own.info!.depthReach & BEFORE ? -1 : at - 1;
  if (mark.kind !== "open" && mark.kind !== "clause" && mark.kind !== "colon") return -1;
  const tool = tokens[at - 2];
  return tool?.kind === "tool" && mark.start - tool.end <= ITEM_BYTES ? at - 2 : -1;
}

function touchesTool(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === "tool" && tokens[at]!.start - before.end <= 1;
}

/** Of a cue before the tool and one behind it: the one that says more than plain experience, then the nearer one. */
function nearer(tokens: readonly Token[], at: number, after: number, before: number): number {
  if (after < 0 || before < 0) return Math.max(after, before);
  if (tokens[before]!.info!.depth === "working") return after;
  if (tokens[after]!.info!.depth === "working") return before;
  const tool = tokens[at]!;
  return tokens[before]!.start - tool.end < tool.start - tokens[after]!.end ? before : after;
}
