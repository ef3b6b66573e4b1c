import type { GroupRow, Report } from "../types.js";
import { breakdown } from "./breakdown.js";
import { type Column, drawColumns, type Fitted, fitColumns } from "./columns.js";
import { DEPTH_COLUMNS, depthCells } from "./depth.js";
import { ruleSection } from "./explain.js";
import type { Renderer } from "./format.js";
import { bar, type Look, lookFor, PLAIN } from "./look.js";
import { counted, percent, percentRange } from "./numbers.js";
import { factsOf, type RenderOptions, type TaxonomyFacts, tableNeeds } from "./options.js";
import { colours } from "./paints.js";
import { sanitize } from "./sanitize.js";
import { summary } from "./summary.js";
import { padTo, shorten, widthOf, wrap } from "./width.js";

/** How many postings without a match are named. */
const NAMED_WITHOUT_MATCH = 10;
/** A bar is of use from 8 columns on; longer than 24 it says no more. */
const BAR_ROOM = [8, 24] as const;
/** From this width on there is room for the tools that a group is named by, beside bars of full length. */
const ROOMY = 140;

/** The report as a person reads it in a terminal: groups, outliers, postings, fitted to its width. */
export const table: Renderer = {
  needs: tableNeeds,
  render(report, options) {
    const look = lookFor(options.unicode, options.color ? colours() : PLAIN);
    const facts = factsOf(report);
    const head = wrap(summary(report), options.width, 0, 0, ` ${look.symbols.dot} `);
    if (report.input.postings === 0) return [`${head}\n\nNothing to count: no posting was read.\n`];
    const nameWidth = firstColumn(report, options);
    const groups = groupRows(report, facts);
    const fitted = fitColumns(groupColumns(groups, options, look, nameWidth), layoutFor(options, look));
    const parts = [
      head,
      drawColumns(fitted, groups.length),
      depthTable(report, options, look, nameWidth),
      outlierTable(report, options, look, nameWidth, barWidth(fitted)),
      breakdown(report, facts, options, look),
      options.explain ? ruleSection(report.postings, options.width, look) : "",
      withoutMatch(report, options, look),
    ];
    return [`${parts.filter((part) => part !== "").join("\n\n")}\n`];
  },
};

/** Groups and outliers stand under each other: one width for the names of both, so that the figures line up. */
function firstColumn(report: Report, { width, outliers }: RenderOptions): number {
  const combined = report.combined.map(({ name, label }) => ({ name: label ?? name }));
  const names = [...report.groups, ...combined, ...listed(report.outliers, outliers)].map(({ name }) => name);
  const longest = Math.max(...names.map((name) => widthOf(sanitize(name))));
  return Math.max(8, Math.min(longest, Math.floor(width / 3), 36));
}

type Counted = Pick<GroupRow, "name" | "postings" | "share"> &
  Partial<Pick<GroupRow, "interval" | "levels" | "tools">>;

/** Closed groups, the rows that join some of them, then the open groups. */
function groupRows({ groups, combined }: Report, facts: TaxonomyFacts): Counted[] {
  const open = new Set(facts.groups.filter((group) => group.open).map((group) => group.id));
  return [
    ...groups.filter(({ id }) => !open.has(id)),
    ...combined.map((row) => ({ ...row, name: row.label ?? row.name })),
    ...groups.filter(({ id }) => open.has(id)),
  ];
}

function groupColumns(
  rows: readonly Counted[],
  options: RenderOptions,
  look: Look,
  nameWidth: number,
): Column[] {
  const { symbols } = look;
  const columns: Column[] = [
    ...countColumns("Group", rows, look, nameWidth, BAR_ROOM),
    {
      heading: ["95 % interval", "95 % int."],
      align: "right",
      cells: rows.map((row) => percentRange(row.interval ?? null, symbols.dash)),
      drop: 3,
    },
    ...levelColumns(rows, 4),
  ];
  if (options.width >= ROOMY) {
    columns.push({
      heading: ["Named most"],
      cells: (row, width) => topTools(rows[row]?.tools ?? [], width, symbols.dot),
      room: [24, 60],
      drop: 1,
      paint: () => look.faint,
    });
  }
  return columns;
}

/** The room of the bars, so that those of the next table have the same scale. */
function barWidth({ columns, widths }: Fitted): readonly [number, number] {
  const at = columns.findIndex((column) => column.room !== undefined && column.heading[0] === "");
  return at === -1 ? BAR_ROOM : [widths[at]!, widths[at]!];
}

/** How deeply the groups have to be known, where that is asked for. */
function depthTable({ groups }: Report, options: RenderOptions, look: Look, nameWidth: number): string {
  if (!options.depth) return "";
  const cells = groups.map(depthCells);
  const columns: Column[] = [
    nameColumn("Depth", groups, look, nameWidth),
    ...DEPTH_COLUMNS.map(
      (column, at): Column => ({ ...column, align: "right", cells: cells.map((row) => row[at]!) }),
    ),
  ];
  return drawColumns(fitColumns(columns, layoutFor(options, look)), groups.length);
}

function outlierTable(
  report: Report,
  options: RenderOptions,
  look: Look,
  nameWidth: number,
  bars: readonly [number, number],
): string {
  const rows = listed(report.outliers, options.outliers);
  if (rows.length === 0) return "";
  const categories: Column = {
    heading: ["Category"],
    cells: rows.map(({ category }) => sanitize(category)),
    paint: () => look.faint,
    drop: 4,
  };
  const columns = [
    ...countColumns("Outliers", rows, look, nameWidth, bars),
    categories,
    ...levelColumns(rows, 1),
  ];
  const drawn = drawColumns(fitColumns(columns, layoutFor(options, look)), rows.length);
  const more = report.outliers.length - rows.length;
  return more === 0
    ? drawn
    : `${drawn}\n${look.faint(`${look.symbols.ellipsis} ${more} more: --outliers all`)}`;
}

function nameColumn(
  heading: string,
  rows: readonly { readonly name: string }[],
  look: Look,
  width: number,
): Column {
  const names = rows.map(({ name }) => padTo(shorten(sanitize(name), width, look.symbols.ellipsis), width));
  return { heading: [heading], cells: names, least: 8 };
}

function countColumns(
  heading: string,
  rows: readonly Counted[],
  look: Look,
  nameWidth: number,
  bars: readonly [number, number],
): Column[] {
  return [
    nameColumn(heading, rows, look, nameWidth),
    { heading: ["Postings"], align: "right", cells: rows.map(({ postings }) => String(postings)) },
    // The widest share, so that this column is as wide in each table.
    { heading: ["Share"], align: "right", cells: rows.map(({ share }) => percent(share).padStart(7)) },
    {
      heading: [""],
      cells: (row, width) => bar(rows[row]?.share ?? null, width, look),
      room: bars,
      drop: 2,
      paint: () => look.bar,
    },
  ];
}

function levelColumns(rows: readonly Counted[], drop: number): Column[] {
  const headings = {
    required: ["Required", "Req."],
    preferred: ["Preferred", "Pref."],
    mentioned: ["Mentioned", "Ment."],
  } as const;
  return (Object.keys(headings) as (keyof typeof headings)[]).map((level) => ({
    heading: headings[level],
    align: "right",
    cells: rows.map((row) => (row.levels === undefined ? "" : String(row.levels[level]))),
    drop,
  }));
}

/** `Kubernetes 120 · Docker 98`: as many as there is room for. */
function topTools(tools: GroupRow["tools"], width: number, dot: string): string {
  let text = "";
  for (const { name, postings } of tools) {
    const longer = `${text === "" ? "" : `${text} ${dot} `}${sanitize(name)} ${postings}`;
    if (widthOf(longer) > width) break;
    text = longer;
  }
  return text;
}

function withoutMatch({ input }: Report, { width }: RenderOptions, look: Look): string {
  const ids = input.withoutMatch;
  if (ids.length === 0) return "";
  const { ellipsis } = look.symbols;
  const named = ids.slice(0, NAMED_WITHOUT_MATCH).map((id) => shorten(sanitize(id), width - 4, ellipsis));
  const more = ids.length - named.length;
  const words = more === 0 ? named : [...named, `${ellipsis} ${more} more`];
  const head = `${counted(ids.length, "posting")} without a match:`;
  return `${head} ${wrap(words, width, 2, head.length + 1, ", ")}`;
}

function listed<Row>(rows: readonly Row[], limit: number | "all"): readonly Row[] {
  return limit === "all" ? rows : rows.slice(0, limit);
}

function layoutFor({ width }: RenderOptions, { symbols, heading }: Look) {
  return { width, gap: 2, ellipsis: symbols.ellipsis, heading };
}
