import {
  type AlternativeSet,
  DEPTHS,
  type Depth,
  LEVELS,
  type Mention,
  type PostingAnalysis,
  type Rejection,
  SECTIONS,
  type Span,
  type Taxonomy,
  type ToolFinding,
} from "../types.js";
import { GroupLevels } from "./groups.js";
import { HEADER_NUMBERS, MENTION_NUMBERS, REJECTION_NUMBERS, TOOL_NUMBERS } from "./results.js";
import { RULES, type RuleId } from "./rules.js";

const RULE_IDS = Object.keys(RULES) as RuleId[];
const NO_MENTIONS: readonly Mention[] = [];
const NO_REJECTIONS: readonly Rejection[] = [];
const NO_SETS: readonly AlternativeSet[] = [];

/** What names a posting, and tells it from others of the same words. */
export type PostingFacts = Pick<PostingAnalysis, "id" | "title" | "fingerprint">;

/** Reads the numbers of results.ts, of one posting after another. */
export class AnalysisReader {
  readonly #rivals: readonly number[];
  readonly #groups: GroupLevels;

  /** @param rivals group indexes of the groups that stand for each other */
  constructor(taxonomy: Taxonomy, rivals: readonly number[]) {
    this.#rivals = rivals;
    this.#groups = new GroupLevels(taxonomy);
  }

  /** The analysis that the numbers stand for. Depths are never looked up at -1: V8 takes that for a property's name. */
  read({ id, title, fingerprint }: PostingFacts, data: Int32Array): PostingAnalysis {
    const toolCount = data[2]!;
    const mentionsAt = HEADER_NUMBERS + TOOL_NUMBERS * toolCount;
    const rejectionsAt = mentionsAt + MENTION_NUMBERS * data[3]!;
    const lists = mentionLists(data, toolCount, mentionsAt);
    const tools = new Array<ToolFinding>(toolCount);
    this.#groups.clear();
    for (let i = 0; i < toolCount; i++) {
      const at = HEADER_NUMBERS + TOOL_NUMBERS * i;
      const tool = data[at]!;
      const level = data[at + 1]!;
      this.#groups.add(tool, level);
      tools[i] = {
        tool,
        level: LEVELS[level]!,
        depth: depthAt(data, at + 2),
        years: yearsAt(data, at + 3),
        mentions: lists === null ? NO_MENTIONS : lists[i]!,
      };
    }
    return {
      id,
      title,
      groups: this.#groups.levels(),
      cloud: { anyOf: data[0] === 1, primary: data[1]! < 0 ? null : this.#rivals[data[1]!]! },
      alternatives: readSets(data, rejectionsAt + REJECTION_NUMBERS * data[4]!),
      tools,
      fingerprint,
      rejections: readRejections(data, rejectionsAt),
    };
  }
}

/** The mentions by place of their tool; null where none were written. */
function mentionLists(data: Int32Array, tools: number, from: number): Mention[][] | null {
  const count = data[3]!;
  if (count === 0) return null;
  const lists: Mention[][] = Array.from({ length: tools }, () => []);
  for (let i = 0, at = from; i < count; i++, at += MENTION_NUMBERS) {
    const place = data[at]!;
    lists[place]!.push({
      tool: data[HEADER_NUMBERS + TOOL_NUMBERS * place]!,
      alias: data[at + 1]!,
      start: data[at + 2]!,
      end: data[at + 3]!,
      level: LEVELS[data[at + 4]!]!,
      section: SECTIONS[data[at + 5]!]!,
      rule: RULE_IDS[data[at + 6]!]!,
      evidence: spanAt(data, at + 7),
      denied: data[at + 9] === 1,
      depth: depthAt(data, at + 10),
      years: yearsAt(data, at + 11),
    });
  }
  return lists;
}

function readRejections(data: Int32Array, from: number): readonly Rejection[] {
  const count = data[4]!;
  if (count === 0) return NO_REJECTIONS;
  return Array.from({ length: count }, (_, i) => {
    const at = from + REJECTION_NUMBERS * i;
    return {
      tool: data[at]!,
      alias: data[at + 1]!,
      start: data[at + 2]!,
      end: data[at + 3]!,
      section: SECTIONS[data[at + 4]!]!,
      rule: RULE_IDS[data[at + 5]!]!,
      evidence: spanAt(data, at + 6),
    };
  });
}

function readSets(data: Int32Array, from: number): readonly AlternativeSet[] {
  const count = data[5]!;
  if (count === 0) return NO_SETS;
  const sets: AlternativeSet[] = [];
  for (let at = from; sets.length < count; ) {
    const tools = Array.from(data.subarray(at + 3, at + 3 + data[at + 2]!));
    sets.push({ start: data[at]!, end: data[at + 1]!, tools });
    at += 3 + tools.length;
  }
  return sets;
}

function spanAt(data: Int32Array, at: number): Span | null {
  return data[at]! < 0 ? null : { start: data[at]!, end: data[at + 1]! };
}

function depthAt(data: Int32Array, at: number): Depth | null {
  return data[at]! < 0 ? null : DEPTHS[data[at]!]!;
}

function yearsAt(data: Int32Array, at: number): number | null {
  return data[at]! < 0 ? null : data[at]!;
}

/** Takes away what does not concern some tools: what they are named as stays, and the groups that they count for. */
export function restriction(
  taxonomy: Taxonomy,
  only: ReadonlySet<number>,
): (analysis: PostingAnalysis) => PostingAnalysis {
  const groups = new GroupLevels(taxonomy);
  return (analysis) => {
    const tools = analysis.tools.filter((finding) => only.has(finding.tool));
    groups.clear();
    for (const { tool, level } of tools) groups.add(tool, LEVELS.indexOf(level));
    return {
      ...analysis,
      tools,
      groups: groups.levels(),
      alternatives: analysis.alternatives.filter((set) => set.tools.some((tool) => only.has(tool))),
      rejections: analysis.rejections.filter((rejection) => only.has(rejection.tool)),
    };
  };
}
