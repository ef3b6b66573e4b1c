import type { Report, Taxonomy } from "../types.js";
import type { RowNeeds } from "./format.js";

/** What a CSV has one row of. */
export const CSV_ROWS = ["postings", "groups", "tools", "mentions"] as const;
export type CsvRows = (typeof CSV_ROWS)[number];

/** How a report is to look. Each format takes what concerns it and leaves the rest. */
export interface RenderOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** False: ASCII stands for the symbols, where the terminal cannot show them. */
  readonly unicode: boolean;
  /** How many outliers are listed. */
  readonly outliers: number | "all";
  /** How many postings are broken down. */
  readonly breakdown: number | "all" | "none";
  readonly rows: CsvRows;
  /** Whether CSV starts with a byte order mark, as Excel wants it. */
  readonly bom: boolean;
  /** Whether the rules behind mentions, and rejections, are shown. */
  readonly explain: boolean;
  /** Whether a table says how deeply each group has to be known. */
  readonly depth: boolean;
}

export const DEFAULT_RENDER_OPTIONS: RenderOptions = {
  width: 80,
  color: false,
  unicode: true,
  outliers: 20,
  breakdown: 20,
  rows: "postings",
  bom: false,
  explain: false,
  depth: false,
};

/** How many postings are broken down. */
export function breakdownLimit({ breakdown }: Pick<RenderOptions, "breakdown">): number {
  return breakdown === "all" ? Number.POSITIVE_INFINITY : breakdown === "none" ? 0 : breakdown;
}

/** What tables need of the postings: those that are broken down; all, where the rules are counted. See Renderer. */
export function tableNeeds(options: RenderOptions): RowNeeds {
  if (options.explain) return { postings: Number.POSITIVE_INFINITY, mentions: true };
  return { postings: Math.max(1, breakdownLimit(options)), mentions: false };
}

/** What a renderer of single postings must know of the taxonomy. */
export interface TaxonomyFacts {
  /** In taxonomy order. `open`: its tools are reported one by one. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly open: boolean }[];
  /** By tool name: its category in an open group, and the ids of all groups that it counts for. */
  readonly tools: ReadonlyMap<
    string,
    { readonly category: string | null; readonly groups: readonly string[] }
  >;
  /** All of it, where all of it is shown. */
  readonly taxonomy?: Taxonomy;
}

/** The facts as far as a report shows them: all groups, and the tools that it counts. */
export function factsOf(report: Report): TaxonomyFacts {
  const tools = new Map<string, { category: string | null; groups: string[] }>();
  for (const group of report.groups) {
    for (const { name } of group.tools) {
      const known = tools.get(name) ?? { category: null, groups: [] };
      known.groups.push(group.id);
      tools.set(name, known);
    }
  }
  for (const { name, category } of report.outliers) {
    const known = tools.get(name) ?? { category, groups: [] };
    tools.set(name, { category, groups: known.groups });
  }
  // A posting lists the closed groups. Without a posting nothing was counted, and no group has a tool to report.
  const closed = report.postings[0]?.groups;
  const groups = report.groups.map(({ id, name }) => ({
    id,
    name,
    open: closed !== undefined && !(id in closed),
  }));
  return { groups, tools };
}
