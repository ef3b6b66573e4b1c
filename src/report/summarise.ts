import { type ByDepth, type ByLevel, medianOf, shareOf, type Tally, wilson } from "../tally/index.js";
import type { GroupRow, LevelCounts, OutlierRow, PostingRow, Report, Skipped, Taxonomy } from "../types.js";

/** What a report says beside the counts. */
export interface ReportFacts {
  /** The version of skilltag. */
  readonly version: string;
  readonly duplicates: number;
  readonly withoutMatch: readonly string[];
  readonly skipped: readonly Skipped[];
  /** In order of id. */
  readonly postings: readonly PostingRow[];
}

/**
 * Makes the report of a tally: groups in taxonomy order, tools by postings, then name.
 * Shares are of all postings counted.
 */
export function summarise(taxonomy: Taxonomy, tally: Tally, facts: ReportFacts): Report {
  const total = tally.postings;
  const named = [...taxonomy.tools]
    .map((tool, index) => ({ tool, levels: tally.tools[index]!, postings: countOf(tally.tools[index]!) }))
    .filter((entry) => entry.postings > 0)
    .sort((a, b) => b.postings - a.postings || compare(a.tool.name, b.tool.name));

  const groups = taxonomy.groups.map((group, index): GroupRow => {
    const levels = tally.groups[index]!;
    const postings = countOf(levels);
    return {
      id: group.id,
      name: group.name,
      postings,
      share: shareOf(postings, total),
      interval: wilson(postings, total),
      levels: levelCounts(levels),
      negated: levels[3],
      ...depthOf(tally.depths[index]!),
      tools: named
        .filter((entry) => entry.tool.groups.includes(index))
        .map((entry) => ({ name: entry.tool.name, postings: entry.postings })),
    };
  });

  const outliers = named
    .filter((entry) => taxonomy.groups[entry.tool.group]!.open)
    .map(
      (entry): OutlierRow => ({
        name: entry.tool.name,
        category: entry.tool.category ?? "",
        postings: entry.postings,
        share: shareOf(entry.postings, total),
        levels: levelCounts(entry.levels),
      }),
    );

  return {
    schemaVersion: 1,
    generator: { name: "skilltag", version: facts.version },
    taxonomy: { name: taxonomy.name, version: taxonomy.version, digest: taxonomy.digest },
    input: {
      postings: total,
      duplicates: facts.duplicates,
      withoutMatch: facts.withoutMatch,
      skipped: facts.skipped,
    },
    groups,
    combined: taxonomy.combined.map((row, index) => ({
      id: row.id,
      name: row.name,
      ...(row.label === undefined ? {} : { label: row.label }),
      postings: tally.combined[index]!,
      share: shareOf(tally.combined[index]!, total),
      interval: wilson(tally.combined[index]!, total),
    })),
    outliers,
    postings: facts.postings,
  };
}

function depthOf({ depths, years }: ByDepth): Pick<GroupRow, "depth" | "years"> {
  const [exposure = 0, working = 0, strong = 0, expert = 0] = depths;
  const postings = years.reduce((sum, count) => sum + count, 0);
  return { depth: { exposure, working, strong, expert }, years: { postings, median: medianOf(years) } };
}

function levelCounts(levels: ByLevel): LevelCounts {
  return { required: levels[0], preferred: levels[1], mentioned: levels[2] };
}

function countOf(levels: ByLevel): number {
  return levels[0] + levels[1] + levels[2];
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
