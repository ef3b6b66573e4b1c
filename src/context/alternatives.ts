import { SLASH } from "../folded.js";
import type { AlternativeSet, MatchList } from "../types.js";
import { areListed } from "./lists.js";
import type { Token } from "./tokens.js";
import type { CueInfos } from "./vocabulary.js";

/** A run of tools of one sentence that are members of one enumeration, as token indexes. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** What a sentence enumerates. */
export interface Enumerations {
  /**
   * The sets of which one is enough: joined by "or" or slashes ("AWS, GCP or Azure", "AWS/GCP/Azure"), led by "one
   * of", or followed by "or similar".
   */
  readonly alternatives: readonly AlternativeSet[];
  /**
   * Enumerations as they stand, whether one is enough or all are asked for; but not those that end in "and". Of things
   * that stand for each other ("AWS, Azure, GCP") an enumeration is a choice, even where no "or" says so.
   */
  readonly enumerations: readonly AlternativeSet[];
}

const NONE: Enumerations = { alternatives: [], enumerations: [] };

/**
 * Finds what a sentence enumerates.
 * @param toolOf the tool of a match, or -1 where the match was rejected or negated
 * @param ofOneKind whether tools can stand for each other
 */
export function findEnumerations(
  folded: Uint8Array,
  tokens: readonly Token[],
  cues: MatchList,
  infos: CueInfos,
  toolOf: (match: number) => number,
  ofOneKind: (tools: readonly number[]) => boolean,
): Enumerations {
  const runs = runsOf(folded, tokens, cues, infos, toolOf);
  if (runs.length === 0) return NONE;
  const alternatives: AlternativeSet[] = [];
  const enumerations: AlternativeSet[] = [];
  for (const run of runs) {
    const choice = choiceOf(folded, tokens, run);
    const chosen = choiceIn(tokens, run);
    const tools = toolsOf(tokens.slice(chosen.first, chosen.last + 1), toolOf);
    // "Python / Docker / AWS" is a list of things; "React / Angular" leaves the choice.
    const oneIsEnough = choice === "words" || (choice === "slashes" && ofOneKind(tools));
    if (oneIsEnough && tools.length > 1) {
      alternatives.push({ tools, start: tokens[chosen.first]!.start, end: tokens[chosen.last]!.end });
    }
    // A bracket that closes ends the enumeration in it: "(AWS, Azure, GCP) and containers".
    const close = tokens.findIndex((token, j) => j > run.first && j < run.last && token.kind === "close");
    const inside = tokens.slice(run.first, close < 0 ? run.last + 1 : close);
    const joined = inside.some((token) => token.info?.joiner === true && token.info.alternative === null);
    if (joined && choice === "none") continue;
    enumerations.push({ tools: toolsOf(inside, toolOf), start: inside[0]!.start, end: inside.at(-1)!.end });
  }
  return { alternatives, enumerations };
}

/** The tools of some tokens, each once, in order. */
function toolsOf(tokens: readonly Token[], toolOf: (match: number) => number): number[] {
  const tools: number[] = [];
  for (const token of tokens) {
    if (token.kind !== "tool") continue;
    const tool = toolOf(token.ref);
    if (tool >= 0 && !tools.includes(tool)) tools.push(tool);
  }
  return tools;
}

function runsOf(
  folded: Uint8Array,
  tokens: readonly Token[],
  cues: MatchList,
  infos: CueInfos,
  toolOf: (match: number) => number,
): Run[] {
  const runs: Run[] = [];
  let first = -1;
  let last = -1;
  tokens.forEach((token, j) => {
    if (token.kind !== "tool" || toolOf(token.ref) < 0) return;
    if (first >= 0 && areListed(folded, tokens[last]!.end, token.start, cues, infos)) last = j;
    else {
      if (last > first) runs.push({ first, last });
      first = j;
      last = j;
    }
  });
  if (last > first) runs.push({ first, last });
  return runs;
}

/** The part of a run that a choice is left in: "Linux (Debian or Fedora)" leaves it inside the bracket. */
function choiceIn(tokens: readonly Token[], run: Run): Run {
  for (let j = run.first; j < run.last; j++) {
    const { info, bracket } = tokens[j]!;
    // "Python (or Java)": the bracket goes on with what stands before it.
    if (info?.alternative !== "or" || bracket < run.first || bracket === j - 1) continue;
    let last = j;
    for (let k = j + 1; k <= run.last; k++) if (tokens[k]!.bracket === bracket) last = k;
    while (tokens[last]!.kind !== "tool") last--;
    return { first: bracket + 1, last };
  }
  return run;
}

function choiceOf(folded: Uint8Array, tokens: readonly Token[], run: Run): "none" | "words" | "slashes" {
  let slashes = 0;
  let gaps = 0;
  for (let j = run.first; j < run.last; j++) {
    const form = tokens[j]!.info?.alternative;
    if (form === "or") return "words";
    if (tokens[j]!.kind === "tool") {
      gaps++;
      if (hasSlash(folded, tokens[j]!.end, tokens[j + 1]!.start)) slashes++;
    }
  }
  // "or similar" may follow, "one of" may lead from before a bracket or colon.
  for (let j = run.last + 1; j < tokens.length && j <= run.last + 3; j++) {
    const form = tokens[j]!.info?.alternative;
    if (form === "similar" || form === "similarCloud") return "words";
    if (tokens[j]!.kind === "tool" || tokens[j]!.kind === "clause") break;
  }
  for (let j = run.first - 1; j >= 0; j--) {
    if (tokens[j]!.info?.alternative === "oneOf") return "words";
    if (tokens[j]!.kind === "tool") break;
  }
  return slashes > 0 && slashes === gaps ? "slashes" : "none";
}

function hasSlash(folded: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (folded[i] === SLASH) return true;
  return false;
}
