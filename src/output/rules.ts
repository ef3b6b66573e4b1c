import type { Level, PostingRow, ToolRow } from "../types.js";

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

/** The tools of a posting that one rule decided. */
export interface Decision {
  readonly rule: string;
  /** Null where it left matches out. */
  readonly level: Level | null;
  /** In order of the text; `Go (3)` where it left out several matches of one tool. */
  readonly tools: readonly string[];
}

/** What decided the level of each tool of a posting, and what was left out: one entry a rule and level. */
export function decisionsOf({ tools, rejected = [] }: PostingRow): Decision[] {
  const byRule = new Map<string, { rule: string; level: Level; tools: string[] }>();
  for (const tool of tools) {
    const rule = ruleOf(tool);
    if (rule === undefined) continue;
    const key = `${rule} ${tool.level}`;
    const known = byRule.get(key) ?? { rule, level: tool.level, tools: [] };
    known.tools.push(tool.name);
    byRule.set(key, known);
  }
  const leftOut = new Map<string, Map<string, number>>();
  for (const { rule, tool } of rejected) {
    const counts = leftOut.get(rule) ?? new Map<string, number>();
    leftOut.set(rule, counts.set(tool, (counts.get(tool) ?? 0) + 1));
  }
  return [
    ...byRule.values(),
    ...Array.from(leftOut, ([rule, counts]) => ({
      rule,
      level: null,
      tools: Array.from(counts, ([tool, times]) => (times === 1 ? tool : `${tool} (${times})`)),
    })),
  ];
}

/** The rule of the first mention that has the tool's level: the one that the level comes from. */
function ruleOf({ level, mentions }: ToolRow): string | undefined {
  return mentions.find((mention) => mention.level === level)?.rule;
}

/** The ids of all rules behind some mentions, each once, in order of appearance. */
export function rulesOf(tools: readonly ToolRow[]): string[] {
  return [...new Set(tools.flatMap(({ mentions }) => mentions.flatMap(({ rule }) => rule ?? [])))];
}
