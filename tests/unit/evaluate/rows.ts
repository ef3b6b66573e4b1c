import type { GroupLevel, Level, MentionRow, PostingRow, ToolRow } from "../../../src/types.js";

/** A mention of these words in a text, judged by a rule of its level. */
export function mention(text: string, surface: string, level: Level): MentionRow {
  const start = text.indexOf(surface);
  const above = text.slice(0, start).split("\n");
  return {
    surface,
    alias: surface,
    start,
    end: start + surface.length,
    line: above.length,
    column: above.at(-1)!.length + 1,
    level,
    section: "body",
    rule: `test.${level}`,
    evidence: null,
  };
}

/** A tool that was found by its mentions, with the strongest of their levels. */
export function tool(name: string, level: Level, mentions: readonly MentionRow[]): ToolRow {
  return { name, group: "rest", level, depth: null, years: null, mentions };
}

/** A posting's row with these tools and groups. */
export function row(
  id: string,
  tools: readonly ToolRow[],
  groups: Readonly<Record<string, GroupLevel>> = {},
  more: Partial<PostingRow> = {},
): PostingRow {
  return {
    id,
    title: id,
    groups,
    cloud: { anyOf: false, primary: null },
    alternatives: [],
    tools,
    rejected: [],
    ...more,
  };
}
