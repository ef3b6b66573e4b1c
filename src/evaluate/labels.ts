/** Labels as a person wrote them: JSONL, one posting a line. taxonomy/LABELS.md tells the fields. */
import { type ErrorCode, type Problem, problem } from "../errors.js";
import { type GroupLevel, LEVELS, type Level } from "../types.js";

/** What a careful reader finds in one posting. */
export interface Label {
  /** The posting's file name without ending, or a record's id. */
  readonly id: string;
  readonly tools: readonly ToolLabel[];
  /** Group id → level; a group that is missing is absent. */
  readonly groups: Readonly<Record<string, GroupLevel>>;
  /** Null where it was not labelled. */
  readonly cloud: { readonly anyOf: boolean; readonly primary: string | null } | null;
}

export interface ToolLabel {
  /** As it stands in the posting. */
  readonly surface: string;
  /** Other ways in which the posting writes it. */
  readonly also: readonly string[];
  readonly name: string | null;
  readonly level: Level;
}

/** What labels may name: the taxonomy's closed groups. */
export interface KnownGroup {
  readonly id: string;
  readonly name: string;
}

/**
 * Reads labels. Lines without an error become labels, whatever is wrong with others.
 * @param text    of the file
 * @param file    what messages call it
 * @param groups  those that `groups` and `cloud.primary` may name
 */
export function parseLabels(
  text: string,
  file: string,
  groups: readonly KnownGroup[],
): { labels: Label[]; problems: Problem[] } {
  const labels: Label[] = [];
  const problems: Problem[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, source] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (source.trim() === "") continue;
    const line = index + 1;
    const found: Problem[] = [];
    const report: Report = (code, message, hint, column = 1) =>
      void found.push(problem(code, message, { file, line, column }, { hint }));
    const label = parseLine(source, groups, report);
    if (label !== null) {
      const before = lineOf.get(label.id);
      if (before !== undefined)
        report(
          "bad-value",
          `"${label.id}" was labelled on line ${before} already`,
          "Keep one of the two lines.",
        );
      lineOf.set(label.id, before ?? line);
    }
    problems.push(...found);
    if (label !== null && found.length === 0) labels.push(label);
  }
  return { labels, problems };
}

type Report = (code: ErrorCode, message: string, hint: string, column?: number) => void;

function parseLine(source: string, groups: readonly KnownGroup[], report: Report): Label | null {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const why = (error as Error).message;
    const column = Number(/ position (\d+)/.exec(why)?.[1] ?? 0) + 1;
    const hint = "Write one whole JSON object a line, without a comma behind it.";
    report("bad-value", `the line is not JSON: ${why}`, hint, column);
    return null;
  }
  if (!isObject(value)) {
    report(
      "wrong-type",
      "the line is not a JSON object",
      'Write { "id": …, "tools": […], "groups": {…} } on a line.',
    );
    return null;
  }
  const id = text(value.id);
  if (id === null)
    report(
      "missing-field",
      "the line has no id",
      "Give it \"id\": the posting's file name without its ending, or the record's id.",
    );
  const cloud = parseCloud(value.cloud, groups, report);
  const tools = parseTools(value.tools, report);
  const levels = parseGroups(value.groups, groups, report);
  return id === null ? null : { id, tools, groups: levels, cloud };
}

function parseTools(value: unknown, report: Report): ToolLabel[] {
  if (!Array.isArray(value)) {
    report(
      "missing-field",
      "tools is not a list",
      'Add "tools": […]; an empty list where the posting names none.',
    );
    return [];
  }
  return value.flatMap((entry: unknown, index): ToolLabel[] => {
    const where = `tools[${index}]`;
    const surface = isObject(entry) ? text(entry.surface) : null;
    if (!isObject(entry) || surface === null) {
      report(
        "missing-field",
        `${where} has no surface`,
        'Give it "surface": the words as they stand in the posting.',
      );
      return [];
    }
    const { level, also = [], name = null } = entry;
    if (!isLevel(level)) {
      report(
        "bad-value",
        `${where} ("${surface}") ${has("level", level)}`,
        `Use one of ${LEVELS.join(", ")}.`,
      );
      return [];
    }
    if (!Array.isArray(also) || also.some((form) => text(form) === null)) {
      const hint = 'Write "also": ["…"], the other forms as they stand in the posting.';
      report("wrong-type", `${where} ("${surface}"): also is not a list of texts`, hint);
      return [];
    }
    if (name !== null && text(name) === null) {
      report(
        "wrong-type",
        `${where} ("${surface}"): name is not a text`,
        "Write the usual name, or leave it out.",
      );
      return [];
    }
    return [{ surface, also: also as string[], name: text(name), level }];
  });
}

function parseGroups(
  value: unknown,
  groups: readonly KnownGroup[],
  report: Report,
): Record<string, GroupLevel> {
  const levels: Record<string, GroupLevel> = {};
  if (!isObject(value)) {
    report("missing-field", "groups is not a map", 'Add "groups": { "group id": "level", … }.');
    return levels;
  }
  for (const [id, level] of Object.entries(value)) {
    if (!groups.some((group) => group.id === id)) {
      const hint = `The taxonomy's groups are ${groups.map((group) => group.id).join(", ")}.`;
      report("unknown-group", `the taxonomy has no group "${id}"`, hint);
    } else if (level === "absent" || isLevel(level)) {
      levels[id] = level;
    } else {
      report("bad-value", `group ${id} ${has("level", level)}`, `Use one of ${LEVELS.join(", ")}, absent.`);
    }
  }
  return levels;
}

function parseCloud(value: unknown, groups: readonly KnownGroup[], report: Report): Label["cloud"] {
  if (value === undefined) return null;
  if (!isObject(value) || typeof value.any_of !== "boolean" || value.primary === undefined) {
    const hint =
      'Write "cloud": { "any_of": true or false, "primary": a group\'s name or null }, or leave it out.';
    report("wrong-type", "cloud is not of this form", hint);
    return null;
  }
  const { any_of: anyOf, primary } = value;
  if (primary !== null && !groups.some((group) => group.name === primary)) {
    const hint = `Use a group's name (${groups.map((group) => group.name).join(", ")}) or null.`;
    report("bad-value", `cloud ${has("primary", primary)}`, hint);
    return null;
  }
  return { anyOf, primary: text(primary) };
}

/** Of a line, and of the objects in it; of what type is to be seen. */
type Fields = {
  readonly [field in
    | "id"
    | "tools"
    | "groups"
    | "cloud"
    | "surface"
    | "also"
    | "name"
    | "level"
    | "any_of"
    | "primary"]?: unknown;
};

/** The end of a sentence on a field's value. */
function has(field: string, value: unknown): string {
  return value === undefined ? `has no ${field}` : `has the ${field} ${JSON.stringify(value)}`;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

/** The value where it is a text with more than white space in it. */
function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
