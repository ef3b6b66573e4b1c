import type { AlternativeSet, CompiledTaxonomy, GroupLevel, Mention } from "../types.js";

/** What a posting says of groups that stand for each other, as clouds do. */
export interface Choice {
  readonly anyOf: boolean;
  /** Group index, or null. */
  readonly primary: number | null;
}

/** A mention with what its sentence says of a choice. */
export interface ChoiceEvidence {
  /** Places where any provider will do: "cloud agnostic", "or similar" directly behind a provider. */
  readonly anyWillDo: boolean;
  /** Mentions of a provider that a word of the clause prefers. */
  readonly favoured: readonly Mention[];
}

/**
 * Decides `cloud` from the alternatives and the mentions of the groups that can stand for each other.
 *
 * anyOf: a set of which one is enough names two of the groups or more, or the text says that any will do, or it
 * prefers one by name. primary: the only group that is named, else the one that is preferred, else the one that
 * alone is named outside of sets.
 */
export function chooseCloud(
  taxonomy: CompiledTaxonomy,
  groups: readonly GroupLevel[],
  mentions: readonly Mention[],
  alternatives: readonly AlternativeSet[],
  evidence: ChoiceEvidence,
): Choice {
  const row = taxonomy.combined.find((combined) => combined.alternatives);
  if (!row) return { anyOf: false, primary: null };
  const present = row.groups.filter((group) => groups[group] !== "absent" && groups[group] !== "negated");
  const groupsOf = (tool: number) =>
    taxonomy.tools[tool]!.groups.filter((group) => row.groups.includes(group));
  const choices = alternatives.filter((set) => new Set(set.tools.flatMap(groupsOf)).size > 1);
  const anyOf = present.length > 0 && (choices.length > 0 || evidence.anyWillDo);
  if (present.length === 0) return { anyOf: false, primary: null };
  if (present.length === 1) return { anyOf, primary: present[0]! };
  const favoured = new Set(evidence.favoured.flatMap((mention) => groupsOf(mention.tool)));
  if (favoured.size === 1) return { anyOf, primary: [...favoured][0]! };
  const alone = new Map<number, number>();
  for (const mention of mentions) {
    if (mention.level === "negated") continue;
    if (choices.some((set) => mention.start >= set.start && mention.end <= set.end)) continue;
    for (const group of groupsOf(mention.tool)) alone.set(group, (alone.get(group) ?? 0) + 1);
  }
  const ranked = [...alone].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [first, second] = ranked;
  if (first && (!second || first[1] >= 2 * second[1])) return { anyOf, primary: first[0] };
  return { anyOf, primary: null };
}
