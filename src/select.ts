import { distance } from "fastest-levenshtein";
import { SkilltagError } from "./errors.js";
import type { TaxonomyFacts } from "./output/index.js";
import type { PostingRow, Report, Taxonomy, Tool } from "./types.js";

/** What `--group` and `--tool` leave of a taxonomy. */
export interface Selection {
  /** Indexes of the tools that count. */
  readonly tools: ReadonlySet<number>;
  /** Indexes of the groups that are shown. */
  readonly groups: ReadonlySet<number>;
}

/**
 * Resolves `--group` ids and `--tool` names (canonical names or written forms, in any case). Without either: null,
 * everything counts.
 * @throws SkilltagError with a near name, where one is unknown
 */
export function select(
  taxonomy: Taxonomy,
  groupIds: readonly string[],
  toolNames: readonly string[],
): Selection | null {
  if (groupIds.length === 0 && toolNames.length === 0) return null;
  const groups = new Set<number>();
  const tools = new Set<number>();
  for (const id of groupIds) {
    const group = taxonomy.groups.findIndex(
      (candidate) => same(candidate.id, id) || same(candidate.name, id),
    );
    if (group < 0) {
      throw unknown(
        "group",
        id,
        taxonomy.groups.map((candidate) => candidate.id),
      );
    }
    groups.add(group);
    [...taxonomy.tools].forEach((tool, index) => {
      if (tool.groups.includes(group)) tools.add(index);
    });
  }
  for (const name of toolNames) {
    const index = findTool(taxonomy, name);
    if (index < 0) {
      throw unknown("tool", name, [
        ...[...taxonomy.tools].map((tool) => tool.name),
        ...[...taxonomy.aliases].map((alias) => alias.text),
      ]);
    }
    tools.add(index);
    for (const group of taxonomy.tools.at(index)!.groups) groups.add(group);
  }
  return { tools, groups };
}

/**
 * What renderers of single postings need to know.
 * @param tools those that the postings may name
 */
export function factsOf(
  taxonomy: Taxonomy,
  selection: Selection | null,
  tools: Iterable<Tool>,
): TaxonomyFacts {
  let known: TaxonomyFacts["tools"] | undefined;
  return {
    ...(selection ? {} : { taxonomy }),
    groups: taxonomy.groups.filter((_, index) => selection?.groups.has(index) ?? true),
    // Most outputs never ask, and thousands of names take longer to read than a posting to judge.
    get tools() {
      known ??= new Map(
        Array.from(tools, (tool) => [
          tool.name,
          { category: tool.category, groups: tool.groups.map((group) => taxonomy.groups[group]!.id) },
        ]),
      );
      return known;
    },
  };
}

/** A posting's row with the selected groups only. */
export function selectRow(row: PostingRow, taxonomy: Taxonomy, selection: Selection): PostingRow {
  const shown = new Set([...selection.groups].map((group) => taxonomy.groups[group]!.id));
  return { ...row, groups: Object.fromEntries(Object.entries(row.groups).filter(([id]) => shown.has(id))) };
}

/** A report with the selected groups only; joined rows stay where all their groups do. */
export function selectReport(report: Report, taxonomy: Taxonomy, selection: Selection): Report {
  const shown = new Set([...selection.groups].map((group) => taxonomy.groups[group]!.id));
  return {
    ...report,
    groups: report.groups.filter((group) => shown.has(group.id)),
    combined: report.combined.filter((_, index) =>
      taxonomy.combined[index]!.groups.every((group) => selection.groups.has(group)),
    ),
  };
}

function findTool(taxonomy: Taxonomy, name: string): number {
  const byName = [...taxonomy.tools].findIndex((tool) => same(tool.name, name));
  return byName >= 0 ? byName : ([...taxonomy.aliases].find((alias) => same(alias.text, name))?.tool ?? -1);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** So many near names are enough to see a slip of the finger. */
const NEAR_NAMES = 3;

function unknown(kind: "group" | "tool", name: string, known: readonly string[]): SkilltagError {
  const wanted = name.toLowerCase();
  const near = [...new Set(known)]
    .map((candidate) => ({ candidate, far: distance(candidate.toLowerCase(), wanted) }))
    .filter(({ far }) => far <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, NEAR_NAMES)
    .map(({ candidate }) => candidate);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(", ")}?`
      : kind === "group"
        ? `The groups are ${known.join(", ")}.`
        : "Ask `skilltag taxonomy list` what the taxonomy knows.";
  return new SkilltagError("usage", `the taxonomy has no ${kind} "${name}"`, { hint });
}
