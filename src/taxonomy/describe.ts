/** What is known of a word: the entry of its tool, or the names that are near to it. */
import { distance } from "fastest-levenshtein";
import type { CompiledTaxonomy } from "../types.js";
import { describeConditions, diffTaxonomies } from "./diff.js";
import { byText, formKey } from "./model.js";

/** What a taxonomy was made from, for the answer to "what overrides what". */
export interface Extended {
  readonly base: CompiledTaxonomy;
  /** The file that changes it. */
  readonly by: string;
}

/** The tools, by index, that a term names or is a form of; the one of that name first. */
export function findTools(taxonomy: CompiledTaxonomy, term: string): number[] {
  const key = formKey(term);
  const byItsName = taxonomy.tools.flatMap((tool, index) => (formKey(tool.name) === key ? [index] : []));
  const byForm = taxonomy.aliases
    .filter((alias) => matchesForm(alias.text, alias.plural, key))
    .map((alias) => alias.tool);
  return [...new Set([...byItsName, ...byForm])];
}

function matchesForm(text: string, plural: boolean, key: string): boolean {
  const form = formKey(text);
  return form === key || (plural && `${form}s` === key);
}

/** Everything about a tool, in lines. */
export function describeTool(taxonomy: CompiledTaxonomy, index: number, extended: Extended | null): string[] {
  const tool = taxonomy.tools[index]!;
  const group = taxonomy.groups[tool.group]!;
  const name = (other: number): string => taxonomy.tools[other]?.name ?? "";
  const forms = taxonomy.aliases.filter((alias) => alias.tool === index);
  const countedBy = taxonomy.tools
    .filter((other) => other.countsFor.includes(index))
    .map((other) => other.name);
  const field = (label: string, values: readonly string[]): string[] =>
    values.map((value, line) => `  ${(line === 0 ? label : "").padEnd(13)}${value}`);
  const changes =
    extended === null
      ? []
      : diffTaxonomies(extended.base, taxonomy).changes.filter((one) => one.tool === tool.name);
  return [
    tool.name,
    ...field("group", [tool.category === null ? group.name : `${group.name}, ${tool.category}`]),
    ...field("stands at", [tool.source]),
    ...field(
      "forms",
      forms.map((alias) =>
        [alias.text, describeConditions(alias)].filter((part) => part !== "").join("  · "),
      ),
    ),
    ...field("evidence", tool.evidence.length > 0 ? [tool.evidence.join(", ")] : []),
    ...field("counts for", tool.countsFor.length > 0 ? [tool.countsFor.map(name).join(", ")] : []),
    ...field(
      "groups",
      tool.groups.length > 1 ? [tool.groups.map((one) => taxonomy.groups[one]?.name).join(", ")] : [],
    ),
    ...field("counted by", countedBy.length > 0 ? [countedBy.join(", ")] : []),
    ...field(
      "overridden",
      changes.map((change) => `${change.kind} by ${extended?.by}: ${change.text}`),
    ),
  ];
}

/** At most five names and forms that a mistyped or partial term may have meant, nearest first. */
export function nearNames(taxonomy: CompiledTaxonomy, term: string): string[] {
  const key = formKey(term);
  const limit = Math.max(1, Math.floor(key.length / 3));
  const best = new Map<string, number>();
  const offer = (tool: number, text: string): void => {
    const form = formKey(text);
    const inside = key.length > 2 && form.split(" ").includes(key);
    const far = inside ? 0.5 : distance(form, key);
    if (far > limit) return;
    const name = taxonomy.tools[tool]?.name ?? "";
    best.set(name, Math.min(far, best.get(name) ?? far));
  };
  for (const [index, tool] of taxonomy.tools.entries()) offer(index, tool.name);
  for (const alias of taxonomy.aliases) offer(alias.tool, alias.text);
  return [...best]
    .sort((a, b) => a[1] - b[1] || byText(a[0], b[0]))
    .slice(0, 5)
    .map(([name]) => name);
}
