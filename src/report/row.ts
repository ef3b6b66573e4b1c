import type {
  GroupLevel,
  MentionRow,
  PostingAnalysis,
  PostingRow,
  RejectedRow,
  Span,
  Taxonomy,
  ToolRow,
} from "../types.js";
import { createPlaces } from "./places.js";

const decoder = new TextDecoder();

/** What a row holds beside the levels. */
export interface RowOptions {
  /** Adds the rule and its words to every mention, and the rejections with their reasons. */
  readonly explain: boolean;
  /** Whether tools list their mentions, which takes most of the time; without, the lists are empty. */
  readonly mentions: boolean;
  /** A rule's id in words. */
  readonly describeRule: (id: string) => string;
}

/** Turns the analysis of a posting into its printed form: names for indexes, words, lines and columns for offsets. */
export function postingRow(
  taxonomy: Taxonomy,
  analysis: PostingAnalysis,
  bytes: Uint8Array,
  options: RowOptions,
): PostingRow {
  const places = createPlaces(bytes);
  const surface = (span: Span) => decoder.decode(bytes.subarray(span.start, span.end)).replace(/\s+/g, " ");
  // In order of the text, so that the walk for lines and columns goes over it once.
  const spans = [
    ...(options.mentions ? analysis.tools.flatMap((tool) => tool.mentions) : []),
    ...(options.explain ? analysis.rejections : []),
  ];
  const placeOf = new Map(
    [...spans].sort((a, b) => a.start - b.start).map((span) => [span, places(span.start)] as const),
  );

  const tools: ToolRow[] = analysis.tools.map((finding) => {
    const tool = taxonomy.tools.at(finding.tool)!;
    return {
      name: tool.name,
      group: taxonomy.groups[tool.group]!.id,
      level: finding.level,
      depth: finding.depth,
      years: finding.years,
      mentions: (options.mentions ? finding.mentions : []).map((mention): MentionRow => {
        const row: MentionRow = {
          surface: surface(mention),
          alias: taxonomy.aliases.at(mention.alias)!.text,
          start: mention.start,
          end: mention.end,
          ...placeOf.get(mention)!,
          level: mention.level,
          section: mention.section,
        };
        if (!options.explain) return row;
        return {
          ...row,
          rule: mention.rule,
          reason: options.describeRule(mention.rule),
          evidence: mention.evidence ? surface(mention.evidence) : null,
        };
      }),
    };
  });

  const groups: Record<string, GroupLevel> = {};
  taxonomy.groups.forEach((group, i) => {
    if (!group.open) groups[group.id] = analysis.groups[i]!;
  });

  const row: PostingRow = {
    id: analysis.id,
    title: analysis.title,
    groups,
    cloud: {
      anyOf: analysis.cloud.anyOf,
      primary: analysis.cloud.primary === null ? null : taxonomy.groups[analysis.cloud.primary]!.name,
    },
    alternatives: analysis.alternatives.map((set) => set.tools.map((tool) => taxonomy.tools.at(tool)!.name)),
    tools,
  };
  if (!options.explain) return row;
  const rejected: RejectedRow[] = analysis.rejections.map((rejection) => ({
    surface: surface(rejection),
    tool: taxonomy.tools.at(rejection.tool)!.name,
    alias: taxonomy.aliases.at(rejection.alias)!.text,
    start: rejection.start,
    end: rejection.end,
    ...placeOf.get(rejection)!,
    section: rejection.section,
    reason: options.describeRule(rejection.rule),
    rule: rejection.rule,
    evidence: rejection.evidence ? surface(rejection.evidence) : null,
  }));
  return { ...row, rejected };
}
