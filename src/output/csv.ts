import {
  DEPTHS,
  GROUP_LEVELS,
  type MentionRow,
  type PostingRow,
  type RejectedRow,
  type Report,
  type Sheet,
  type Taxonomy,
} from "../types.js";
import { type Cell, cellText, lines } from "./cells.js";
import type { Renderer, RowStream } from "./format.js";
import { type CsvRows, factsOf, type RenderOptions, type TaxonomyFacts } from "./options.js";
import { rulesOf } from "./rules.js";

/** Postings that are put into words at once: no more is held of a report's text. */
const ROWS_A_PIECE = 100;

/**
 * RFC 4180: CRLF, a header row, UTF-8. Text that a spreadsheet would run as a formula (it starts with = + - @, a tab
 * or a carriage return) gets an apostrophe in front. Unknown is empty.
 */
export const csv: Renderer = {
  *render(report, options) {
    const stream = rowStream(factsOf(report), options);
    if (stream === null) {
      yield mark(options) + lines(groupRows(report));
      return;
    }
    yield stream.head;
    for (let at = 0; at < report.postings.length; at += ROWS_A_PIECE) {
      yield stream.rows(report.postings.slice(at, at + ROWS_A_PIECE));
    }
  },
  stream: rowStream,
};

function rowStream(facts: TaxonomyFacts, options: RenderOptions): RowStream | null {
  if (options.rows === "groups") return null;
  const { columns, cells } = TABLES[options.rows](facts, options.explain);
  const mentions = options.rows !== "postings" || options.explain;
  return {
    head: mark(options) + lines([columns]),
    mentions,
    rows: (rows) => lines(rows.flatMap(cells)),
    ...(mentions || facts.taxonomy === undefined ? {} : { sheet: sheetOf(facts.taxonomy) }),
  };
}

/** The same as `postings` below, of all groups. */
function sheetOf({ groups }: Taxonomy): Sheet {
  return {
    groups: groups.flatMap(({ open }, index) => (open ? [] : [index])),
    levels: GROUP_LEVELS,
    flags: ["false", "true"],
    clouds: groups.map(({ name }) => String(cellText(name))),
  };
}

interface Table {
  readonly columns: readonly string[];
  cells(row: PostingRow): Cell[][];
}

/** `explain` adds columns at the end, so that those before them stay where they are. */
const TABLES: Readonly<
  Record<Exclude<CsvRows, "groups">, (facts: TaxonomyFacts, explain: boolean) => Table>
> = {
  postings(facts, explain) {
    const closed = facts.groups.filter((group) => !group.open).map((group) => group.id);
    const open = new Set(facts.groups.filter((group) => group.open).map((group) => group.id));
    return {
      columns: [
        ...["id", "title", ...closed, "cloud_any_of", "cloud_primary", "outliers"],
        ...(explain ? ["rules", "rejected"] : []),
      ],
      cells: ({ id, title, groups, cloud, tools, rejected = [] }) => {
        const outliers = tools.filter(({ group, level }) => open.has(group) && level !== "negated");
        return [
          [
            ...[id, title, ...closed.map((group) => groups[group]), cloud.anyOf, cloud.primary],
            outliers.map(({ name }) => name).join("; "),
            ...(explain ? [rulesOf(tools).join("; "), rejected.length] : []),
          ],
        ];
      },
    };
  },
  tools: (facts, explain) => ({
    columns: [
      ...["id", "tool", "group", "category", "level", "depth", "years", "mentions", "first_line"],
      ...(explain ? ["rules", "rejected"] : []),
    ],
    cells: ({ id, tools, rejected = [] }) =>
      tools.map((tool) => {
        const { name, group, level, depth, years, mentions } = tool;
        const category = facts.tools.get(name)?.category;
        const leftOut = rejected.filter((one) => one.tool === name).length;
        const why = explain ? [rulesOf([tool]).join("; "), leftOut] : [];
        return [id, name, group, category, level, depth, years, mentions.length, mentions[0]?.line, ...why];
      }),
  }),
  mentions: (facts, explain) => ({
    columns: [
      ...["id", "title", "tool", "group", "category", "surface", "alias", "start", "end", "line", "column"],
      ...["level", "section", "depth", "years", "rule", "evidence"],
      ...(explain ? ["reason"] : []),
    ],
    cells: ({ id, title, tools, rejected = [] }) => {
      const found = (name: string, group: string | undefined, place: MentionRow | RejectedRow) => {
        const { surface, alias, start, end, line, column } = place;
        return [
          id,
          title,
          name,
          group,
          facts.tools.get(name)?.category,
          surface,
          alias,
          start,
          end,
          line,
          column,
        ];
      };
      const why = ({ rule, evidence, reason }: MentionRow | RejectedRow) =>
        explain ? [rule, evidence, reason] : [rule, evidence];
      return [
        ...tools.flatMap(({ name, group, depth, years, mentions }) =>
          mentions.map((one) => [
            ...found(name, group, one),
            ...[one.level, one.section, depth, years, ...why(one)],
          ]),
        ),
        ...rejected.map((one) => [
          ...found(one.tool, facts.tools.get(one.tool)?.groups[0], one),
          ...[REJECTED, one.section, null, null, ...why(one)],
        ]),
      ];
    },
  }),
};

/** Stands where a mention has its level, in the rows of what was found and left out (explain). */
const REJECTED = "rejected";

const DEPTH_COLUMNS = [...DEPTHS.map((depth) => `depth_${depth}`), "years_postings", "years_median"];

function groupRows({ groups, combined, outliers }: Report): Cell[][] {
  const columns = ["kind", "id", "name", "category", "postings", "share", "interval_low", "interval_high"];
  return [
    [...columns, "required", "preferred", "mentioned", "negated", ...DEPTH_COLUMNS],
    ...groups.map(({ id, name, postings, share, interval, levels, negated, depth, years }) => [
      ...["group", id, name, null, postings, share, interval?.[0], interval?.[1]],
      ...[levels.required, levels.preferred, levels.mentioned, negated],
      ...[...DEPTHS.map((one) => depth[one]), years.postings, years.median],
    ]),
    ...combined.map(({ id, name, postings, share, interval }) => [
      ...["combined", id, name, null, postings, share, interval?.[0], interval?.[1], null, null, null, null],
      ...DEPTH_COLUMNS.map(() => null),
    ]),
    ...outliers.map(({ name, category, postings, share, levels }) => [
      ...["outlier", name, name, category, postings, share, null, null],
      ...[levels.required, levels.preferred, levels.mentioned, null],
      ...DEPTH_COLUMNS.map(() => null),
    ]),
  ];
}

function mark(options: RenderOptions): string {
  return options.bom ? "\ufeff" : "";
}
