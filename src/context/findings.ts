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
import { type ChoiceEvidence, createChooser, type Exchangeable } from "./cloud.js";
import { knownInAll } from "./depth.js";

/** What the sentences of a posting came to. */
export class Findings implements ChoiceEvidence {
  readonly mentions: Mention[] = [];
  readonly rejections: Rejection[] = [];
  readonly alternatives: AlternativeSet[] = [];
  readonly enumerations: AlternativeSet[] = [];
  readonly picked: Mention[] = [];
  readonly exchangeable: Exchangeable[] = [];
  anyWillDo = false;
}

/**
 * Gathers what was judged of a posting, mention by mention, into what it says of tools, groups and clouds. One
 * summary serves one posting after another.
 */
export function createSummary(
  taxonomy: Taxonomy,
): (id: string, title: string, fingerprint: number, found: Findings) => PostingAnalysis {
  const chooseCloud = createChooser(taxonomy);
  /** By tool: one more than its place among those of the posting in hand; 0 for all others. */
  const places = new Int32Array(taxonomy.tools.length);
  return (id, title, fingerprint, found) => {
    const tools: number[] = [];
    const lists: Mention[][] = [];
    for (const mention of found.mentions) {
      const place = places[mention.tool]!;
      if (place > 0) lists[place - 1]!.push(mention);
      else {
        places[mention.tool] = tools.push(mention.tool);
        lists.push([mention]);
      }
    }
    for (const tool of tools) places[tool] = 0;
    const findings = lists.map(findingOf);
    const groups = groupLevels(taxonomy, findings);
    return {
      id,
      title,
      groups,
      cloud: chooseCloud(groups, found.mentions, found),
      alternatives: found.alternatives,
      tools: findings,
      fingerprint,
      rejections: found.rejections,
    };
  };
}

function findingOf(mentions: readonly Mention[]): ToolFinding {
  let { level } = mentions[0]!;
  for (const mention of mentions) level = stronger(level, mention.level);
  const { depth, years } = knownInAll(mentions);
  return { tool: mentions[0]!.tool, level, depth, years, mentions };
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
