import type {
  AlternativeSet,
  GroupLevel,
  Level,
  Mention,
  PostingAnalysis,
  Rejection,
  Taxonomy,
  ToolFinding,
} from "../types.js";
import { type ChoiceEvidence, chooseCloud } from "./cloud.js";
import { knownInAll } from "./depth.js";

/** Gathers what was judged of a posting, mention by mention, into what it says of tools, groups and clouds. */
export function summarise(
  taxonomy: Taxonomy,
  id: string,
  title: string,
  mentions: readonly Mention[],
  fingerprint: number,
  rejections: readonly Rejection[],
  alternatives: readonly AlternativeSet[],
  evidence: ChoiceEvidence,
): PostingAnalysis {
  const byTool = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const list = byTool.get(mention.tool);
    if (list) list.push(mention);
    else byTool.set(mention.tool, [mention]);
  }
  const tools = [...byTool].map(([tool, list]): ToolFinding => {
    let level = list[0]!.level;
    for (const mention of list) level = stronger(level, mention.level);
    return { tool, level, ...knownInAll(list), mentions: list };
  });
  const groups = groupLevels(taxonomy, tools);
  return {
    id,
    title,
    groups,
    cloud: chooseCloud(taxonomy, groups, mentions, evidence),
    alternatives,
    tools,
    fingerprint,
    rejections,
  };
}

/** The strongest level of what counts for each group, in taxonomy order. */
function groupLevels(taxonomy: Taxonomy, tools: readonly ToolFinding[]): GroupLevel[] {
  const groups: GroupLevel[] = taxonomy.groups.map(() => "absent");
  for (const { tool, level } of tools) {
    for (const group of taxonomy.tools.at(tool)!.groups) {
      const before = groups[group]!;
      groups[group] = before === "absent" ? level : stronger(before, level);
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
