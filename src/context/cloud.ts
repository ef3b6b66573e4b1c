import type { AlternativeSet, GroupLevel, Level, Mention, Section, Taxonomy } from "../types.js";

/** What a posting says of groups that stand for each other, as clouds do. */
export interface Choice {
  readonly anyOf: boolean;
  /** Group index, or null. */
  readonly primary: number | null;
}

/** What the sentences of a posting say that bears on the choice. */
export interface ChoiceEvidence {
  /** Enumerations whose members can stand for each other. */
  readonly enumerations: readonly AlternativeSet[];
  readonly alternatives: readonly AlternativeSet[];
  /** The text says that any will do ("cloud agnostic"). */
  readonly anyWillDo: boolean;
  /** Mentions that "preferably" or "(preferred)" picks out of several that would do. */
  readonly picked: readonly Mention[];
}

/** Sections that describe what the team has; a name there says more of the team than one in a list of wishes. */
const DESCRIBING: ReadonlySet<Section> = new Set(["title", "body", "responsibilities", "stack", "about"]);
/** What a mention weighs for `primary`: the provider by its own name, or in a description; else a single service. */
const PLAIN = 2;
/** No posting names its clouds more often; what does is no posting, and must not take the square of its length. */
const MOST = 200;
const WEAK = 1;

/**
 * Decides `cloud` from the mentions of the groups that can stand for each other.
 *
 * anyOf: an enumeration names two of the groups or more, at the strongest level at which any is named; or the text
 * says that any will do, or prefers one of several. primary: the one that is preferred; else the only one, or the one
 * that outweighs every other twice, counting mentions outside of enumerations.
 */
export function chooseCloud(
  taxonomy: Taxonomy,
  groups: readonly GroupLevel[],
  mentions: readonly Mention[],
  evidence: ChoiceEvidence,
): Choice {
  const row = taxonomy.combined.find((combined) => combined.alternatives);
  const groupsOf = (tool: number) =>
    row ? taxonomy.tools.at(tool)!.groups.filter((group) => row.groups.includes(group)) : [];
  const present = (row?.groups ?? []).filter(
    (group) => groups[group] !== "absent" && groups[group] !== "negated",
  );
  if (present.length === 0) return { anyOf: evidence.anyWillDo, primary: null };

  const named = mentions
    .filter((mention) => mention.level !== "negated" && groupsOf(mention.tool).length > 0)
    .slice(0, MOST);
  const asked = named.some((mention) => isAsked(mention.level));
  const choices = evidence.enumerations
    .slice(0, MOST)
    .filter((set) => new Set(set.tools.flatMap(groupsOf)).size > 1);
  const counts = (set: AlternativeSet) =>
    !asked || named.some((mention) => inside(mention, set) && isAsked(mention.level));
  const picked = evidence.picked.filter((mention) => groupsOf(mention.tool).length > 0);
  const anyOf = evidence.anyWillDo || picked.length > 0 || choices.some(counts);

  const favoured = new Set(picked.flatMap((mention) => groupsOf(mention.tool)));
  if (favoured.size === 1) return { anyOf, primary: [...favoured][0]! };
  const weights = new Map<number, number>();
  for (const mention of named) {
    const own = groupsOf(mention.tool);
    // Among alternatives the provider is one of several, not the team's.
    const rivals = [...choices, ...evidence.alternatives.slice(0, MOST)].filter((set) =>
      inside(mention, set),
    );
    if (rivals.some((set) => set.tools.some((tool) => !groupsOf(tool).some((group) => own.includes(group)))))
      continue;
    const plain =
      taxonomy.groups[own[0]!]!.name === taxonomy.tools.at(mention.tool)!.name ||
      DESCRIBING.has(mention.section);
    for (const group of own) weights.set(group, (weights.get(group) ?? 0) + (plain ? PLAIN : WEAK));
  }
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!first) return { anyOf, primary: null };
  if (present.length === 1) return { anyOf, primary: first[0] };
  return { anyOf, primary: first[1] >= PLAIN && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null };
}

function isAsked(level: Level): boolean {
  return level === "required" || level === "preferred";
}

function inside(mention: Mention, set: AlternativeSet): boolean {
  return mention.start >= set.start && mention.end <= set.end;
}
