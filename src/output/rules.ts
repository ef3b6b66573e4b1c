import { LEVELS, type Level, type PostingRow, type ToolRow } from "../types.js";

/** A rule as a report shows it. */
export interface RuleCount {
  readonly rule: string;
  /** What it says, in words. */
  readonly reason: string;
  /** Mentions that it gave a level, or matches that it left out. */
  readonly decided: number;
  readonly rejects: boolean;
}

/** The rules behind postings that were explained: those that gave levels, then those that left out, busiest first. */
export function countRules(postings: readonly PostingRow[]): RuleCount[] {
  const counts = new Map<string, { rule: string; reason: string; decided: number; rejects: boolean }>();
  const count = (rule: string | undefined, reason: string | undefined, rejects: boolean) => {
    if (rule === undefined) return;
    const known = counts.get(rule) ?? { rule, reason: reason ?? "", decided: 0, rejects };
    known.decided++;
    counts.set(rule, known);
  };
  for (const { tools, rejected } of postings) {
    for (const { mentions } of tools) for (const { rule, reason } of mentions) count(rule, reason, false);
    for (const { rule, reason } of rejected ?? []) count(rule, reason, true);
  }
  return [...counts.values()].sort(
    (a, b) => Number(a.rejects) - Number(b.rejects) || b.decided - a.decided || (a.rule < b.rule ? -1 : 1),
  );
}

/** The tools of a posting that one rule decided, on the same words. */
export interface Decision {
  readonly rule: string;
  /** The words that it rested on; null where it rested on none. */
  readonly evidence: string | null;
  /** Null where it left matches out. */
  readonly level: Level | null;
  /** In order of the text; `Go (3)` where it left out three matches of one tool. */
  readonly tools: readonly string[];
}

/** What decided the level of each tool of a posting, strongest levels first, and then what was left out. */
export function decisionsOf({ tools, rejected = [] }: PostingRow): Decision[] {
  const decisions = new Map<string, Omit<Decision, "tools"> & { tools: Map<string, number> }>();
  const add = (tool: string, level: Level | null, rule: string, evidence: string | null) => {
    const key = JSON.stringify([level, rule, evidence]);
    const known = decisions.get(key) ?? { rule, evidence, level, tools: new Map<string, number>() };
    known.tools.set(tool, (known.tools.get(tool) ?? 0) + 1);
    decisions.set(key, known);
  };
  for (const { name, level, mentions } of tools) {
    // The first mention of the tool's level is the one that the level comes from.
    const mention = mentions.find((one) => one.level === level);
    if (mention?.rule !== undefined) add(name, level, mention.rule, mention.evidence ?? null);
  }
  for (const { tool, rule, evidence } of rejected) add(tool, null, rule, evidence);
  const rank = ({ level }: { level: Level | null }) =>
    level === null ? LEVELS.length : LEVELS.indexOf(level);
  return [...decisions.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map((one) => ({
      ...one,
      tools: Array.from(one.tools, ([tool, times]) => (times === 1 ? tool : `${tool} (${times})`)),
    }));
}

/** The ids of all rules behind some mentions, each once, in order of appearance. */
export function rulesOf(tools: readonly ToolRow[]): string[] {
  return [...new Set(tools.flatMap(({ mentions }) => mentions.flatMap(({ rule }) => rule ?? [])))];
}
