/** Which tools of a result answer which labels. */
import type { Level, MentionRow, ToolRow } from "../types.js";
import type { ToolLabel } from "./labels.js";
import { fold, type Names, touches } from "./names.js";

/** What is measured apart. */
export type ToolKind = "technology" | "concept";

/** One tool of a posting, labelled or found. */
export interface Pair {
  readonly kind: ToolKind;
  /** Null: found, and not wanted. */
  readonly label: ToolLabel | null;
  /** Null: wanted, and not found. */
  readonly tool: ToolRow | null;
  /** Where one of the two is null: whether that side has the thing, negated. */
  readonly negated: boolean;
}

/**
 * Pairs the labels of a posting with what was found. A negated label or finding takes no part. A label is answered by
 * the tool that has one of its forms, else by the first of nearly the same name. A tool is extra where it answers no
 * label and shares no word or form with one; what is neither wanted nor wrong gives no pair by itself.
 */
export function pairTools(labels: readonly ToolLabel[], tools: readonly ToolRow[], names: Names): Pair[] {
  const [wanted, unwanted] = split(labels.map(ofLabel));
  const [found, denied] = split(tools.map(ofTool));
  const answered = new Set<Side<ToolRow>>();
  const pairs: Pair[] = [];
  for (const label of wanted) {
    for (const tool of found) if (some(label.forms, tool.forms, touches)) answered.add(tool);
    const hits = found.filter((tool) => some(label.all, tool.all, names.same));
    for (const tool of hits) answered.add(tool);
    const best = hits.find((tool) => some(label.forms, tool.forms, (a, b) => a === b)) ?? hits[0];
    if (best !== undefined || !label.all.some(names.isEither)) {
      const negated = best === undefined && denied.some((tool) => some(label.all, tool.all, names.same));
      pairs.push({ kind: kindOf(label, names), label: label.of, tool: best?.of ?? null, negated });
    }
  }
  for (const tool of found) {
    if (answered.has(tool) || tool.all.some(names.isEither)) continue;
    const negated = unwanted.some((label) => some(label.all, tool.all, names.same));
    pairs.push({ kind: kindOf(tool, names), label: null, tool: tool.of, negated });
  }
  return pairs;
}

/** The mentions by which a tool is found: those that count, or all where none does. */
export function mentionsThatCount(tool: ToolRow): readonly MentionRow[] {
  const counting = tool.mentions.filter((mention) => mention.level !== "negated");
  return counting.length > 0 ? counting : tool.mentions;
}

/** One of the two, with its folded texts. */
interface Side<T> {
  readonly of: T;
  /** As written in the posting. */
  readonly forms: readonly string[];
  /** The same, and its name. */
  readonly all: readonly string[];
  /** The texts that say what kind of thing it is. */
  readonly telling: readonly string[];
}

/** What takes part, and what is negated. */
function split<T extends { readonly level: Level }>(
  sides: readonly Side<T>[],
): readonly [Side<T>[], Side<T>[]] {
  return [sides.filter(({ of }) => of.level !== "negated"), sides.filter(({ of }) => of.level === "negated")];
}

function ofLabel(label: ToolLabel): Side<ToolLabel> {
  return side(label, [label.surface, ...label.also], label.name);
}

function ofTool(tool: ToolRow): Side<ToolRow> {
  const surfaces = mentionsThatCount(tool).map((mention) => mention.surface);
  return side(tool, [...new Set(surfaces)], tool.name);
}

function side<T>(of: T, surfaces: readonly string[], name: string | null): Side<T> {
  const forms = surfaces.map(fold);
  const first = forms.slice(0, 1);
  if (name === null) return { of, forms, all: forms, telling: first };
  return { of, forms, all: [...forms, fold(name)], telling: [...first, fold(name)] };
}

function kindOf({ telling }: Side<unknown>, names: Names): ToolKind {
  return telling.some(names.isConcept) ? "concept" : "technology";
}

function some(a: readonly string[], b: readonly string[], test: (x: string, y: string) => boolean): boolean {
  return a.some((x) => b.some((y) => test(x, y)));
}
