import { LEVELS, type PostingRow, type ToolRow } from "../types.js";
import { type CheckOptions, evidence } from "./evidence.js";
import { type Look, legend, lookFor } from "./look.js";
import { counted } from "./numbers.js";
import type { TaxonomyFacts } from "./options.js";
import { sanitize } from "./sanitize.js";
import { padTo, shorten, widthOf, wrap } from "./width.js";

export type { CheckOptions } from "./evidence.js";

/**
 * One posting as a recruiter reads it: what each group gets and through which tools, what else is named, and every
 * mention with the words around it. `lines` is the posting's text, split where its line numbers count.
 */
export function renderCheck(
  row: PostingRow,
  lines: readonly string[],
  facts: TaxonomyFacts,
  options: CheckOptions,
): string {
  const look = lookFor(options.unicode, options.paints);
  const parts = [
    heading(row, options, look),
    groups(row, facts, options, look),
    outliers(row, facts, options, look),
    ...evidence(row, lines, options, look),
    row.tools.length === 0 ? "No technology of the taxonomy is named." : legend(look, options.width),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function heading(
  { id, title }: PostingRow,
  { width }: CheckOptions,
  { heading, faint, symbols }: Look,
): string {
  const name = faint(shorten(sanitize(id), width, symbols.ellipsis));
  return title === "" ? name : `${heading(shorten(sanitize(title), width, symbols.ellipsis))}\n${name}`;
}

const LABEL_GAP = 2;

function groups(row: PostingRow, facts: TaxonomyFacts, options: CheckOptions, look: Look): string {
  const closed = facts.groups.filter((group) => !group.open);
  const labels = ["One of", "Cloud", ...closed.map(({ name }) => sanitize(name))];
  const labelWidth = Math.max(...labels.map(widthOf)) + LABEL_GAP;
  const levelWidth = "preferred".length + LABEL_GAP;
  const out = closed.map(({ id, name }) => {
    const level = row.groups[id] ?? "absent";
    const label = padTo(sanitize(name), labelWidth);
    const tools = row.tools.filter((tool) =>
      (facts.tools.get(tool.name)?.groups ?? [tool.group]).includes(id),
    );
    if (level === "absent") return look.faint(`${label}${look.symbols.dash}`);
    const indent = labelWidth + levelWidth;
    const word = look.level[level](padTo(level, levelWidth));
    return `${look.heading(label)}${word}${toolList(tools, look, options.width, indent)}`;
  });
  const cloud = cloudWords(row);
  if (cloud !== "")
    out.push(
      `${look.heading(padTo("Cloud", labelWidth))}${wrap(cloud.split(" "), options.width, labelWidth)}`,
    );
  for (const set of row.alternatives) {
    const names = set.map(sanitize);
    out.push(
      `${look.heading(padTo("One of", labelWidth))}${wrap(names, options.width, labelWidth, labelWidth, ", ")}`,
    );
  }
  return out.join("\n");
}

function cloudWords({ cloud }: PostingRow): string {
  const primary = cloud.primary === null ? "" : `${sanitize(cloud.primary)} is the one they use or prefer`;
  const any = cloud.anyOf ? "any one of several is enough" : "";
  return [any, primary].filter((part) => part !== "").join("; ");
}

function outliers({ tools }: PostingRow, facts: TaxonomyFacts, { width }: CheckOptions, look: Look): string {
  const open = new Set(facts.groups.filter((group) => group.open).map((group) => group.id));
  const byCategory = new Map<string, ToolRow[]>();
  for (const tool of tools.filter(({ group }) => open.has(group))) {
    const category = facts.tools.get(tool.name)?.category ?? "other";
    byCategory.set(category, [...(byCategory.get(category) ?? []), tool]);
  }
  if (byCategory.size === 0) return "";
  const categories = [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1));
  const labelWidth = Math.max(...categories.map(([category]) => widthOf(sanitize(category)))) + LABEL_GAP;
  const out = categories.map(([category, named]) => {
    const label = look.faint(padTo(sanitize(category), labelWidth));
    return `  ${label}${toolList(named, look, width, labelWidth + 2)}`;
  });
  return [look.heading(`Outliers (${counted([...byCategory.values()].flat().length, "tool")})`), ...out].join(
    "\n",
  );
}

/** `● Kubernetes (strong, 3+ years)  ○ Helm`, strongest first, in the order of the text within a level. */
function toolList(tools: readonly ToolRow[], look: Look, width: number, indent: number): string {
  const sorted = [...tools].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const words = sorted.map(({ name, level, depth, years }) => {
    const details = [depth, years === null ? null : `${years}+ ${years === 1 ? "year" : "years"}`];
    const known = details.filter((detail) => detail !== null).join(", ");
    const sign = look.level[level](look.symbols.level[level]);
    return `${sign} ${sanitize(name)}${known === "" ? "" : look.faint(` (${known})`)}`;
  });
  return wrap(words, width, indent, indent, "  ");
}
