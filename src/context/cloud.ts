import type { AlternativeSet, GroupLevel, Level, Mention, Section, Taxonomy } from "../types.js";
import type { RuleId } from "./rules.js";

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
  readonly exchangeable: readonly Exchangeable[];
}

/** A mention behind which the text says that something else may stand for it. */
export interface Exchangeable {
  readonly mention: Mention;
  /** "or another cloud", and not just "or similar". */
  readonly byCloud: boolean;
}

/** Sections that describe what the team has; a name there says more of the team than one in a list of wishes. */
const DESCRIBING: ReadonlySet<Section> = new Set(["title", "body", "responsibilities", "stack", "about"]);
/** What a mention weighs for `primary`: the provider by its own name, or in a description; else a single service. */
const PLAIN = 2;
/** No posting names its clouds more often; what does is no posting, and must not take the square of its length. */
const MOST = 200;
const WEAK = 1;
/** Bytes between a name and its short form: a space and the bracket. */
const SHORT_FORM = 2;

/** Decides `cloud` of one posting after another. */
export type Chooser = (
  groups: readonly GroupLevel[],
  mentions: readonly Mention[],
  evidence: ChoiceEvidence,
) => Choice;

const DEMANDED: RuleId = "level.clause.demanded";
const NO_GROUPS: readonly number[] = [];

/**
 * Decides `cloud` from the mentions of the groups that can stand for each other.
 *
 * anyOf: an enumeration names two of the groups or more, at the strongest level at which any is named; or the text
 * says that any will do, that another will do as well, or prefers one of several; but not where one is demanded by
 * itself. primary: the one that is preferred; else the only one, or the one
 * that outweighs every other twice, counting mentions outside of enumerations.
 */
export function createChooser(taxonomy: Taxonomy): Chooser {
  const rivals = taxonomy.combined.find((combined) => combined.alternatives)?.groups ?? [];
  // By tool, worked out when it is first met.
  const known = new Array<readonly number[] | undefined>(taxonomy.tools.length).fill(undefined);
  /** The groups among those that can stand for each other for which the tool counts. */
  const groupsOf = (tool: number): readonly number[] => {
    let own = known[tool];
    if (own === undefined) {
      own = taxonomy.tools.at(tool)!.groups.filter((group) => rivals.includes(group));
      if (own.length === 0) own = NO_GROUPS;
      known[tool] = own;
    }
    return own;
  };
  const isProvider = ({ tool }: Mention, group: number) =>
    taxonomy.groups[group]!.name === taxonomy.tools.at(tool)!.name;
  const isPlain = (mention: Mention, group: number) =>
    DESCRIBING.has(mention.section) || isProvider(mention, group);

  return (groups, mentions, evidence) => {
    let present = 0;
    for (const group of rivals) if (groups[group] !== "absent" && groups[group] !== "negated") present++;
    if (present === 0) return { anyOf: evidence.anyWillDo, primary: null };

    const named: Mention[] = [];
    for (const mention of mentions) {
      if (named.length === MOST) break;
      if (mention.level !== "negated" && groupsOf(mention.tool) !== NO_GROUPS) named.push(mention);
    }
    const asked = named.some((mention) => isAsked(mention.level));
    const choices = evidence.enumerations
      .slice(0, MOST)
      .filter((set) => new Set(set.tools.flatMap(groupsOf)).size > 1);
    const counts = (set: AlternativeSet) =>
      !asked || named.some((mention) => inside(mention, set) && isAsked(mention.level));
    // "GCP is a must, familiarity with AWS or Azure": one that is demanded by itself is no choice.
    const demanded = new Set(
      named
        .filter(({ rule }) => rule === DEMANDED)
        .filter((mention) => !choices.some((set) => inside(mention, set)))
        .flatMap((mention) => groupsOf(mention.tool).filter((group) => isProvider(mention, group))),
    );
    const picked = evidence.picked.filter((mention) => groupsOf(mention.tool) !== NO_GROUPS);
    // "or similar" behind a single service speaks of the service.
    const replaced = evidence.exchangeable.some(
      ({ mention, byCloud }) =>
        groupsOf(mention.tool).some((group) => byCloud || isProvider(mention, group)) &&
        (!asked || isAsked(mention.level)),
    );
    const open = (replaced || choices.some(counts)) && demanded.size !== 1;
    const anyOf = evidence.anyWillDo || picked.length > 0 || open;

    if (!anyOf && demanded.size === 1) return { anyOf, primary: [...demanded][0]! };
    const favoured = new Set(picked.flatMap((mention) => groupsOf(mention.tool)));
    if (favoured.size === 1) return { anyOf, primary: [...favoured][0]! };
    // Among alternatives the provider is one of several, not the team's.
    const sets = [...choices, ...evidence.alternatives.slice(0, MOST)];
    const weights = new Map<number, number>();
    for (const [index, mention] of named.entries()) {
      // "Azure, and Google Cloud Platform (GCP)" names it once.
      const before = named[index - 1];
      if (before?.tool === mention.tool && mention.start - before.end <= SHORT_FORM) continue;
      const own = groupsOf(mention.tool);
      const isOneOfSeveral = sets.some(
        (set) =>
          inside(mention, set) &&
          set.tools.some((tool) => !groupsOf(tool).some((group) => own.includes(group))),
      );
      if (isOneOfSeveral) continue;
      const weight = isPlain(mention, own[0]!) ? PLAIN : WEAK;
      for (const group of own) weights.set(group, (weights.get(group) ?? 0) + weight);
    }
    const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!first) return { anyOf, primary: null };
    if (present === 1) return { anyOf, primary: first[0] };
    return { anyOf, primary: first[1] >= PLAIN && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null };
  };
}

function isAsked(level: Level): boolean {
  return level === "required" || level === "preferred";
}

function inside(mention: Mention, set: AlternativeSet): boolean {
  return mention.start >= set.start && mention.end <= set.end;
}
