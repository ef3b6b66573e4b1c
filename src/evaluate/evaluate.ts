/** A result against labels, posting by posting. */
import type { GroupLevel, PostingRow } from "../types.js";
import { type Evidence, ofGroup, ofLevel, ofMentions, ofMissed } from "./evidence.js";
import { type Accuracy, AccuracyCounter, type Finding, FindingCounter } from "./figures.js";
import type { KnownGroup, Label } from "./labels.js";
import type { Names } from "./names.js";
import { mentionsThatCount, pairTools, type ToolKind } from "./pairs.js";

/** All figures of an evaluation. */
export interface Evaluation {
  /** Labelled and read. */
  readonly postings: number;
  /** Presence of groups, of all together. */
  readonly groups: Finding;
  /** The same for each, in taxonomy order. */
  readonly eachGroup: readonly (KnownGroup & Finding)[];
  readonly technologies: Finding;
  readonly concepts: Finding;
  /** Of what is both wanted and found: whether the level is right. */
  readonly levels: {
    readonly groups: Accuracy;
    readonly technologies: Accuracy;
    readonly concepts: Accuracy;
  };
  readonly cloud: { readonly anyOf: Accuracy; readonly primary: Accuracy };
  /** Everything that is not as labelled, by posting as they came. */
  readonly errors: readonly Difference[];
}

/** One answer that is not as labelled. */
export interface Difference {
  readonly posting: string;
  /** missed: wanted, not found. extra: found, not wanted. level: found at another level. wrong: another answer. */
  readonly kind: "missed" | "extra" | "level" | "wrong";
  readonly of: "group" | ToolKind | "any of" | "primary";
  /** Group id, the tool's words as labelled, the canonical name of an extra tool; null for answers on the posting. */
  readonly what: string | null;
  /** As labelled. */
  readonly wanted: string;
  /** As found. */
  readonly got: string;
  readonly evidence: readonly Evidence[];
}

/** What an evaluation must know of the taxonomy. */
export interface Scope {
  /** The closed groups, in taxonomy order. */
  readonly groups: readonly KnownGroup[];
  /** Whether a mention of the tool (by canonical name) counts for the group (by id). */
  readonly countsFor: (tool: string, group: string) => boolean;
}

/** Counts postings one by one. */
export interface Evaluator {
  /** `row` holds rules and rejections (explain); `text` is the posting's. */
  add(label: Label, row: PostingRow, text: string): void;
  evaluation(): Evaluation;
}

export function createEvaluator(scope: Scope, names: Names): Evaluator {
  const each = scope.groups.map((group) => ({ group, counter: new FindingCounter() }));
  const groups = new FindingCounter();
  const tools = { technology: new FindingCounter(), concept: new FindingCounter() };
  const levels = {
    group: new AccuracyCounter(),
    technology: new AccuracyCounter(),
    concept: new AccuracyCounter(),
  };
  const cloud = { anyOf: new AccuracyCounter(), primary: new AccuracyCounter() };
  const errors: Difference[] = [];
  let postings = 0;

  function addGroups(label: Label, row: PostingRow): void {
    for (const { group, counter } of each) {
      const wanted = label.groups[group.id] ?? "absent";
      const got = row.groups[group.id] ?? "absent";
      const [isWanted, isGot] = [counts(wanted), counts(got)];
      groups.count(isWanted, isGot);
      counter.count(isWanted, isGot);
      if (isWanted && isGot) levels.group.count(wanted === got);
      // Not needed or not named: no count tells them apart.
      if (wanted === got || !(isWanted || isGot)) continue;
      const kind = isWanted && isGot ? "level" : isWanted ? "missed" : "extra";
      const evidence = ofGroup(row, group.id, scope.countsFor);
      errors.push({ posting: row.id, kind, of: "group", what: group.id, wanted, got, evidence });
    }
  }

  function addTools(label: Label, row: PostingRow, text: string): void {
    for (const { kind, label: wanted, tool, negated } of pairTools(label.tools, row.tools, names)) {
      tools[kind].count(wanted !== null, tool !== null);
      const otherwise = negated ? "negated" : "absent";
      const known = {
        posting: row.id,
        of: kind,
        wanted: wanted?.level ?? otherwise,
        got: tool?.level ?? otherwise,
      };
      if (wanted === null) {
        const evidence = ofMentions(mentionsThatCount(tool!));
        errors.push({ ...known, kind: "extra", what: tool!.name, evidence });
      } else if (tool === null) {
        errors.push({
          ...known,
          kind: "missed",
          what: wanted.surface,
          evidence: ofMissed(wanted, row, text),
        });
      } else {
        levels[kind].count(wanted.level === tool.level);
        if (wanted.level === tool.level) continue;
        errors.push({ ...known, kind: "level", what: wanted.surface, evidence: ofLevel(tool) });
      }
    }
  }

  function addCloud({ cloud: wanted }: Label, row: PostingRow): void {
    if (wanted === null) return;
    const answer = (of: "any of" | "primary", counter: AccuracyCounter, a: unknown, b: unknown) => {
      counter.count(a === b);
      if (a === b) return;
      errors.push({
        posting: row.id,
        kind: "wrong",
        of,
        what: null,
        wanted: `${a}`,
        got: `${b}`,
        evidence: [],
      });
    };
    answer("any of", cloud.anyOf, wanted.anyOf, row.cloud.anyOf);
    answer("primary", cloud.primary, wanted.primary, row.cloud.primary);
  }

  return {
    add(label, row, text) {
      postings++;
      addGroups(label, row);
      addTools(label, row, text);
      addCloud(label, row);
    },
    evaluation: () => ({
      postings,
      groups: groups.figures(),
      eachGroup: each.map(({ group, counter }) => ({ id: group.id, name: group.name, ...counter.figures() })),
      technologies: tools.technology.figures(),
      concepts: tools.concept.figures(),
      levels: {
        groups: levels.group.figures(),
        technologies: levels.technology.figures(),
        concepts: levels.concept.figures(),
      },
      cloud: { anyOf: cloud.anyOf.figures(), primary: cloud.primary.figures() },
      errors,
    }),
  };
}

function counts(level: GroupLevel): boolean {
  return level !== "absent" && level !== "negated";
}
