/** Where in a posting a difference shows, and which rule is behind it. */
import type { MentionRow, PostingRow, RejectedRow, ToolRow } from "../types.js";
import type { ToolLabel } from "./labels.js";

export interface Evidence {
  /** From 1. */
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
  /** The words as they stand there. */
  readonly words: string;
  /** The rule that gave the level or rejected the words; null where no tool has this form. */
  readonly rule: string | null;
  /** The words that the rule rested on, where it rested on any. */
  readonly because: string | null;
}

/** The mentions as evidence. */
export function ofMentions(mentions: readonly MentionRow[]): Evidence[] {
  return mentions.map(({ line, column, surface, rule = null, evidence = null }) => ({
    line,
    column,
    words: surface,
    rule,
    because: evidence,
  }));
}

function ofRejections(rejections: readonly RejectedRow[]): Evidence[] {
  return rejections.map(({ line, column, surface, rule }) => ({
    line,
    column,
    words: surface,
    rule,
    because: null,
  }));
}

/** What speaks for or against a group: mentions at the level found, else all, else what was rejected. */
export function ofGroup(
  row: PostingRow,
  group: string,
  countsFor: (tool: string, group: string) => boolean,
): Evidence[] {
  const mentions = row.tools.filter((tool) => countsFor(tool.name, group)).flatMap((tool) => tool.mentions);
  const deciding = mentions.filter((mention) => mention.level === row.groups[group]);
  if (mentions.length > 0) return ofMentions(deciding.length > 0 ? deciding : mentions);
  return ofRejections((row.rejected ?? []).filter((one) => countsFor(one.tool, group)));
}

/** The mentions that gave a tool its level. */
export function ofLevel(tool: ToolRow): Evidence[] {
  return ofMentions(tool.mentions.filter((mention) => mention.level === tool.level));
}

/** Where the forms of a label stand in the text, with what became of them. */
export function ofMissed(label: ToolLabel, row: PostingRow, text: string): Evidence[] {
  return [label.surface, ...label.also].flatMap((form) => {
    const at = find(form, text);
    if (at === null) return [];
    const covers = (one: Covering) =>
      one.line === at.line &&
      one.column < at.column + at.length &&
      at.column < one.column + [...one.surface].length;
    const mention = row.tools.flatMap((tool) => tool.mentions).find(covers);
    const rejected = row.rejected?.find(covers);
    const words = text.slice(at.index, at.index + at.size).replace(/\s+/g, " ");
    return [
      {
        line: at.line,
        column: at.column,
        words,
        rule: mention?.rule ?? rejected?.rule ?? null,
        because: mention?.evidence ?? null,
      },
    ];
  });
}

type Covering = Pick<MentionRow, "line" | "column" | "surface">;

/** The first place of a form in a text, where it stands as a word if it does so anywhere. */
function find(form: string, text: string) {
  const words = form
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const source = words.join("\\s+");
  const match =
    new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "iu").exec(text) ??
    new RegExp(source, "iu").exec(text);
  if (match === null) return null;
  const lines = text.slice(0, match.index).split(/\r\n|\r|\n/);
  return {
    index: match.index,
    size: match[0].length,
    length: [...match[0]].length,
    line: lines.length,
    column: [...lines.at(-1)!].length + 1,
  };
}
