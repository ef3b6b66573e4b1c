import type { AlternativeSet, GroupLevel, Mention, Section, Taxonomy } from "../types.js";
import { isAsked } from "./level.js";
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
/** What a mention weighs for `primary`: in a description, or the provider by its own name (both, where any will do); else. */
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
  const rivalsOf = createRivals(taxonomy, rivals);
  const isProvider = ({ tool }: Mention) =>
    rivals.some((group) => taxonomy.groups[group]!.name === taxonomy.tools.at(tool)!.name);

  return (groups, mentions, evidence) => {
    let present = 0;
    for (const group of rivals) if (groups[group] !== "absent" && groups[group] !== "negated") present++;
    if (present === 0) return { anyOf: evidence.anyWillDo, primary: null };

    const named: Mention[] = [];
    let asked = false;
    for (const mention of mentions) {
      if (named.length === MOST) break;
      if (mention.level === "negated" || rivalsOf(mention.tool) === 0) continue;
      named.push(mention);
      asked ||= isAsked(mention.level);
    }
    const choices: AlternativeSet[] = [];
    for (const set of evidence.enumerations.slice(0, MOST)) {
      let all = 0;
      for (const tool of set.tools) all |= rivalsOf(tool);
      if (isSeveral(all)) choices.push(set);
    }
    const counts = (set: AlternativeSet) =>
      !asked || named.some((mention) => inside(mention, set) && isAsked(mention.level));
    // "GCP is a must, familiarity with AWS or Azure": one that is demanded by itself is no choice.
    let demanded = 0;
    for (const mention of named) {
      if (mention.rule !== DEMANDED || !isProvider(mention)) continue;
      if (!choices.some((set) => inside(mention, set))) demanded |= rivalsOf(mention.tool);
    }
    const demandsOne = demanded !== 0 && !isSeveral(demanded);
    let favoured = 0;
    for (const { tool } of evidence.picked) favoured |= rivalsOf(tool);
    // "or similar" behind a single service speaks of the service.
    const replaced = evidence.exchangeable.some(
      ({ mention, byCloud }) =>
        rivalsOf(mention.tool) !== 0 &&
        (byCloud || isProvider(mention)) &&
        (!asked || isAsked(mention.level)),
    );
    const open = !demandsOne && (replaced || choices.some(counts));
    const anyOf = evidence.anyWillDo || favoured !== 0 || open;

    if (!anyOf && demandsOne) return { anyOf, primary: rivals[lowest(demanded)]! };
    if (favoured !== 0 && !isSeveral(favoured)) return { anyOf, primary: rivals[lowest(favoured)]! };
    // Among alternatives the provider is one of several, not the team's.
    const sets = [...choices, ...evidence.alternatives.slice(0, MOST)];
    const weights = rivals.map(() => 0);
    let before: Mention | undefined;
    for (const mention of named) {
      // "Azure, and Google Cloud Platform (GCP)" names it once.
      const repeats = before?.tool === mention.tool && mention.start - before.end <= SHORT_FORM;
      before = mention;
      const own = rivalsOf(mention.tool);
      if (
        repeats ||
        sets.some((set) => inside(mention, set) && set.tools.some((tool) => !(rivalsOf(tool) & own)))
      )
        continue;
      // Where any one will do, neither a service in a description nor a name in a list of wishes makes one the team's.
      const described = DESCRIBING.has(mention.section);
      const plain = open ? described && isProvider(mention) : described || isProvider(mention);
      const weight = plain ? PLAIN : WEAK;
      for (let rival = 0; rival < rivals.length; rival++) if (own & (1 << rival)) weights[rival]! += weight;
    }
    const most = Math.max(...weights);
    if (most === 0) return { anyOf, primary: null };
    const first = weights.indexOf(most);
    const second = Math.max(0, ...weights.filter((_, rival) => rival !== first));
    const outweighs = present === 1 || (most >= PLAIN && most >= 2 * second);
    return { anyOf, primary: outweighs ? rivals[first]! : null };
  };
}

/** Tells for which of some groups a tool counts: a bit each, in their order. */
function createRivals(taxonomy: Taxonomy, rivals: readonly number[]): (tool: number) => number {
  // Worked out when a tool is first met: most never are.
  const known = new Int32Array(taxonomy.tools.length).fill(-1);
  return (tool) => {
    if (known[tool]! < 0) {
      let bits = 0;
      for (const group of taxonomy.tools.at(tool)!.groups) {
        const rival = rivals.indexOf(group);
        if (rival >= 0) bits |= 1 << rival;
      }
      known[tool] = bits;
    }
    return known[tool]!;
  };
}

/** Whether more than one bit is set. */
function isSeveral(bits: number): boolean {
  return (bits & (bits - 1)) !== 0;
}

/** The index of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function inside(mention: Mention, set: AlternativeSet): boolean {
  return mention.start >= set.start && mention.end <= set.end;
}
