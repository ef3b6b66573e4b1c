import type { PostingRow, Report } from "../types.js";
import { type Column, drawColumns, fitColumns } from "./columns.js";
import { decisionLines } from "./explain.js";
import { type Look, legend } from "./look.js";
import { breakdownLimit, type RenderOptions, type TaxonomyFacts } from "./options.js";
import { sanitize } from "./sanitize.js";
import { shorten, startOf, widthOf } from "./width.js";

/** Least room for a posting's id and for its outliers before the names of the groups are cut. */
const ID_ROOM = 20;
/** An id takes no more of the width than this, so that the outliers have their share. */
const ID_SHARE = 0.28;
const OUTLIER_ROOM = [14, 200] as const;
/** Group names are cut to this many columns at the least. */
const LEAST_HEADING = 3;

/** The groups of each posting at a glance, and what else it names. Empty where no posting is to be shown. */
export function breakdown(
  report: Pick<Report, "postings" | "input">,
  facts: TaxonomyFacts,
  options: RenderOptions,
  look: Look,
): string {
  const rows = report.postings.slice(0, breakdownLimit(options));
  if (rows.length === 0) return "";
  const closed = facts.groups.filter((group) => !group.open);
  const open = new Set(facts.groups.filter((group) => group.open).map((group) => group.id));
  const ids = rows.map(({ id }) => sanitize(id));
  const idWidth = Math.min(
    Math.max(7, ...ids.map(widthOf)),
    Math.max(ID_ROOM, Math.floor(options.width * ID_SHARE)),
  );
  const names = closed.map(({ name }) => sanitize(name));
  const fixed = Math.min(idWidth, ID_ROOM) + (open.size === 0 ? 0 : OUTLIER_ROOM[0] + 2);
  const { gap, headings } = fitHeadings(names, options.width - fixed);

  const outliers = rows.map(({ tools }) =>
    tools
      .filter(({ group, level }) => open.has(group) && level !== "negated")
      .map(({ name }) => sanitize(name)),
  );
  const columns: Column[] = [
    {
      heading: ["Posting"],
      cells: (row, width) => shorten(ids[row]!, width, look.symbols.ellipsis),
      room: [Math.min(idWidth, ID_ROOM), idWidth],
    },
    ...closed.map(({ id }, at): Column => {
      const levels = rows.map(({ groups }) => groups[id] ?? "absent");
      return {
        heading: [headings[at]!],
        align: "center",
        cells: levels.map((level) => look.symbols.level[level]),
        paint: (row) => look.level[levels[row] ?? "absent"],
      };
    }),
  ];
  if (open.size > 0) {
    const cells = (row: number, width: number) =>
      " ".repeat(2 - gap) + firstOf(outliers[row]!, width - (2 - gap));
    columns.push({ heading: [`${" ".repeat(2 - gap)}Outliers`], cells, room: OUTLIER_ROOM, drop: 1 });
  }
  const drawn = drawColumns(
    fitColumns(columns, {
      width: options.width,
      gap,
      ellipsis: "",
      heading: look.heading,
    }),
    rows.length,
  );
  const more = options.breakdown === "all" ? 0 : report.input.postings - rows.length;
  const rest = more === 0 ? "" : `\n${look.faint(`${look.symbols.ellipsis} ${more} more: --breakdown all`)}`;
  return `${withDecisions(drawn, rows, options, look)}${rest}\n${legend(look, options.width)}`;
}

/** Puts under each posting which rule decided on its tools, where that is asked for. A row is a line, below a heading. */
function withDecisions(
  drawn: string,
  rows: readonly PostingRow[],
  { explain, width }: RenderOptions,
  look: Look,
): string {
  if (!explain) return drawn;
  const [heading, ...lines] = drawn.split("\n");
  const below = (row: PostingRow | undefined) => (row ? decisionLines(row, width, look) : []);
  return [heading, ...lines.flatMap((line, at) => [line, ...below(rows[at])])].join("\n");
}

/** The longest headings that leave room for the rest, all cut at the same length; a narrower gap before shorter words. */
function fitHeadings(names: readonly string[], room: number): { gap: number; headings: string[] } {
  const longest = Math.max(LEAST_HEADING, ...names.map(widthOf));
  const cut = (length: number) => names.map((name) => startOf(name, length));
  const needed = (headings: readonly string[], gap: number) =>
    headings.reduce((sum, one) => sum + widthOf(one) + gap, 0);
  for (const [gap, least] of [
    [2, longest],
    [1, LEAST_HEADING],
  ] as const) {
    for (let length = longest; length >= least; length--) {
      if (needed(cut(length), gap) <= room) return { gap, headings: cut(length) };
    }
  }
  return { gap: 1, headings: cut(LEAST_HEADING) };
}

/** `Terraform, Kafka, +12`: as many names as there is room for, and how many there are besides. */
function firstOf(names: readonly string[], width: number): string {
  for (let count = names.length; count > 0; count--) {
    const more = names.length - count;
    const text = names.slice(0, count).join(", ") + (more === 0 ? "" : `, +${more}`);
    if (widthOf(text) <= width) return text;
  }
  return names.length === 0 ? "" : `+${names.length}`;
}
