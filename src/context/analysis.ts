import {
  type AlternativeSet,
  DEPTHS,
  type GroupLevel,
  LEVELS,
  type Level,
  type Mention,
  type PostingAnalysis,
  type Rejection,
  SECTIONS,
  type Span,
  type Taxonomy,
  type ToolFinding,
} from "../types.js";
import { HEADER_NUMBERS, MENTION_NUMBERS, REJECTION_NUMBERS, TOOL_NUMBERS } from "./results.js";
import { RULES, type RuleId } from "./rules.js";

const RULE_IDS = Object.keys(RULES) as RuleId[];
const NO_MENTIONS: readonly Mention[] = [];
const NO_REJECTIONS: readonly Rejection[] = [];
const NO_SETS: readonly AlternativeSet[] = [];

/** What names a posting, and tells it from others of the same words. */
export type PostingFacts = Pick<PostingAnalysis, "id" | "title" | "fingerprint">;

/**
 * The analysis that the numbers of results.ts stand for.
 * @param rivals group indexes of the groups that stand for each other
 */
export function readAnalysis(
  taxonomy: Taxonomy,
  rivals: readonly number[],
  { id, title, fingerprint }: PostingFacts,
  data: Int32Array,
): PostingAnalysis {
  const toolCount = data[2]!;
  const mentionsAt = HEADER_NUMBERS + TOOL_NUMBERS * toolCount;
  const rejectionsAt = mentionsAt + MENTION_NUMBERS * data[3]!;
  const lists = mentionLists(data, toolCount, mentionsAt);
  const tools: ToolFinding[] = [];
  for (let i = 0; i < toolCount; i++) {
    const at = HEADER_NUMBERS + TOOL_NUMBERS * i;
    tools.push({
      tool: data[at]!,
      level: LEVELS[data[at + 1]!]!,
      depth: DEPTHS[data[at + 2]!] ?? null,
      years: data[at + 3]! < 0 ? null : data[at + 3]!,
      mentions: lists === null ? NO_MENTIONS : lists[i]!,
    });
  }
  return {
    id,
    title,
    groups: groupLevels(taxonomy, tools),
    cloud: { anyOf: data[0] === 1, primary: rivals[data[1]!] ?? null },
    alternatives: readSets(data, rejectionsAt + REJECTION_NUMBERS * data[4]!),
    tools,
    fingerprint,
    rejections: readRejections(data, rejectionsAt),
  };
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
      depth: DEPTHS[data[at + 10]!] ?? null,
      years: data[at + 11]! < 0 ? null : data[at + 11]!,
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

/** The strongest level of what counts for each group, in taxonomy order. */
function groupLevels(taxonomy: Taxonomy, findings: readonly ToolFinding[]): GroupLevel[] {
  const groups = new Array<GroupLevel>(taxonomy.groups.length).fill("absent");
  for (const { tool, level } of findings) {
    const own = taxonomy.tools.at(tool)!.groups;
    for (let i = 0; i < own.length; i++) {
      const before = groups[own[i]!]!;
      groups[own[i]!] = before === "absent" ? level : stronger(before, level);
    }
  }
  return groups;
}

/** The analysis as far as some tools go: what they are named as, and the groups that they count for. */
export function restrict(
  taxonomy: Taxonomy,
  analysis: PostingAnalysis,
  only: ReadonlySet<number>,
): PostingAnalysis {
  const tools = analysis.tools.filter((finding) => only.has(finding.tool));
  return {
    ...analysis,
    tools,
    groups: groupLevels(taxonomy, tools),
    alternatives: analysis.alternatives.filter((set) => set.tools.some((tool) => only.has(tool))),
    rejections: analysis.rejections.filter((rejection) => only.has(rejection.tool)),
  };
}

/** Strongest first. */
const RANK: Readonly<Record<Level, number>> = { required: 0, preferred: 1, mentioned: 2, negated: 3 };

function stronger(a: Level, b: Level): Level {
  return RANK[a] <= RANK[b] ? a : b;
}
