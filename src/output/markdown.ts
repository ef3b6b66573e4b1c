import type { CombinedRow, GroupRow, PostingRow, Report } from "../types.js";
import { DEPTH_COLUMNS, depthCells } from "./depth.js";
import type { Renderer } from "./format.js";
import { legend, lookFor, PLAIN } from "./look.js";
import { counted, percent, percentRange } from "./numbers.js";
import { breakdownLimit, factsOf, type RenderOptions, tableNeeds } from "./options.js";
import { countRules, decisionsOf } from "./rules.js";
import { sanitize } from "./sanitize.js";
import { summary } from "./summary.js";

const LOOK = lookFor(true, PLAIN);
const NAMED_WITHOUT_MATCH = 10;

/** The tables of the terminal for an issue, a wiki or a README, as GitHub reads markdown. */
export const markdown: Renderer = {
  needs: tableNeeds,
  render(report, options) {
    const parts = [
      summary(report).map(escaped).join(" · "),
      ...(report.input.postings === 0 ? ["Nothing to count: no posting was read."] : tables(report, options)),
    ];
    return [`${parts.filter((part) => part !== "").join("\n\n")}\n`];
  },
};

function tables(report: Report, options: RenderOptions): string[] {
  const facts = factsOf(report);
  const open = new Set(facts.groups.filter((group) => group.open).map((group) => group.id));
  const isOpen = (group: GroupRow) => open.has(group.id);
  const groupRows: (GroupRow | CombinedRow)[] = [
    ...report.groups.filter((group) => !isOpen(group)),
    ...report.combined.map((row) => ({ ...row, name: row.label ?? row.name })),
    ...report.groups.filter(isOpen),
  ];
  const outliers = options.outliers === "all" ? report.outliers : report.outliers.slice(0, options.outliers);
  const limit = breakdownLimit(options);
  const postings = report.postings.slice(0, limit);
  const closed = facts.groups.filter((group) => !group.open);
  return [
    table(
      ["Group", ...["Postings", "Share", "95 % interval", "Required", "Preferred", "Mentioned"].map(right)],
      groupRows.map((row) => [
        ...[escaped(row.name), row.postings, percent(row.share), percentRange(row.interval, "–")],
        ...("levels" in row
          ? [row.levels.required, row.levels.preferred, row.levels.mentioned]
          : ["", "", ""]),
      ]),
    ),
    options.depth
      ? table(
          ["Depth", ...DEPTH_COLUMNS.map(({ heading }) => right(heading[0]))],
          report.groups.map((row) => [escaped(row.name), ...depthCells(row)]),
        )
      : "",
    table(
      ["Outliers", right("Postings"), right("Share"), "Category"],
      outliers.map(({ name, postings: count, share, category }) => [
        ...[escaped(name), count, percent(share), escaped(category)],
      ]),
    ),
    remainder(report.outliers.length - outliers.length, "outlier"),
    table(
      ["Posting", ...closed.map(({ name }) => center(escaped(name))), "Outliers"],
      postings.map(({ id, groups, tools }) => [
        escaped(id),
        ...closed.map((group) => LOOK.symbols.level[groups[group.id] ?? "absent"]),
        tools
          .filter(({ group, level }) => open.has(group) && level !== "negated")
          .map(({ name }) => escaped(name))
          .join(", "),
      ]),
    ),
    limit === 0 || options.breakdown === "all"
      ? ""
      : remainder(report.input.postings - postings.length, "posting"),
    postings.length === 0 ? "" : legend(LOOK, Number.POSITIVE_INFINITY),
    ...(options.explain ? explained(report.postings, postings) : []),
    withoutMatch(report.input.withoutMatch),
  ];
}

/** The rule behind every tool of the postings shown, and what all the rules say. */
function explained(all: readonly PostingRow[], shown: readonly PostingRow[]): string[] {
  return [
    table(
      ["Posting", center("Level"), "Rule", "Words", "Tools"],
      shown.flatMap((row) =>
        decisionsOf(row).map(({ rule, evidence, level, tools }) => {
          const sign = level === null ? LOOK.symbols.dash : LOOK.symbols.level[level];
          return [escaped(row.id), sign, code(rule), escaped(evidence ?? ""), tools.map(escaped).join(", ")];
        }),
      ),
    ),
    table(
      ["Rules", right("Decided"), "What they say"],
      countRules(all).map(({ rule, decided, reason }) => [code(rule), decided, escaped(reason)]),
    ),
  ];
}

function withoutMatch(ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const more = ids.length - NAMED_WITHOUT_MATCH;
  const named = ids.slice(0, NAMED_WITHOUT_MATCH).map(escaped).join(", ");
  return `${counted(ids.length, "posting")} without a match: ${named}${more > 0 ? `, … ${more} more` : ""}`;
}

function remainder(count: number, noun: string): string {
  return count <= 0 ? "" : `… and ${counted(count, `more ${noun}`)}`;
}

/** A heading with the rule that stands under it. */
type Heading = string | { readonly text: string; readonly rule: string };

function right(text: string): Heading {
  return { text, rule: "---:" };
}

function center(text: string): Heading {
  return { text, rule: ":---:" };
}

function table(headings: readonly Heading[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return "";
  const texts = headings.map((heading) => (typeof heading === "string" ? heading : heading.text));
  const rules = headings.map((heading) => (typeof heading === "string" ? "---" : heading.rule));
  return [texts, rules, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A rule's id, which has no signs that would end the code. */
function code(id: string): string {
  return `\`${sanitize(id)}\``;
}

/** Text that shows as it is: no markup, HTML, cell border or line break of its own. */
function escaped(text: string): string {
  return sanitize(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_[\]|~]/g, "\\$&");
}
