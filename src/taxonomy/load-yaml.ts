/** One YAML file: its text, its value, and the place of everything in it. */
import { isMap, isNode, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { type Place, type Problem, problem } from "../errors.js";
import { schemaProblems, valueAt } from "./issues.js";
import { readPlain } from "./load-plain.js";

type Path = readonly PropertyKey[];

const OPTIONS = { prettyErrors: false, stringKeys: true } as const;

/** A text as YAML. `value` is undefined where there are problems. */
export interface ParsedYaml {
  readonly value: unknown;
  /** Every way in which it is not YAML. */
  readonly problems: readonly Problem[];
  /** The place of the value at the path; of what stands above it where it is not there. */
  readonly placeOf: (path: Path, part?: "value" | "key") => Place;
  /** The line of placeOf, without a syntax tree where that can be. */
  readonly lineOf: (path: Path) => number;
  /**
   * Lets go of what knows the places, which is many times the file; it is made anew when asked. Places are wanted of
   * a file that is wrong only.
   */
  readonly release: () => void;
}

/** A file that was read and has the form that was asked for. */
export interface YamlFile<T> extends ParsedYaml {
  readonly data: T;
}

/** Reads a text; `name` is what messages call the file. */
export function parseYaml(text: string, name: string): ParsedYaml {
  let plain = readPlain(text);
  let tree = plain === null ? parseDocument(text, OPTIONS) : null;
  let starts: readonly number[] | null = null;
  const lineAt = (offset: number): number => {
    starts ??= lineStarts(text);
    return lineOfOffset(starts, offset);
  };
  const placeAt = (offset: number): Place => {
    const line = lineAt(offset);
    const from = starts?.[line - 1] ?? 0;
    const end = text.indexOf("\n", from);
    const sourceLine = text.slice(from, end < 0 ? text.length : end).replace(/\r$/, "");
    return { file: name, line, column: offset - from + 1, sourceLine };
  };
  const placeOf = (path: Path, part: "value" | "key" = "value"): Place => {
    tree ??= parseDocument(text, OPTIONS);
    // A value that is not there stands where its owner does.
    for (let length = path.length; length >= 0; length--) {
      const node =
        length === path.length && part === "key" ? keyNode(tree, path) : nodeAt(tree, path.slice(0, length));
      if (node !== null) return placeAt(node);
    }
    return placeAt(0);
  };
  const problems = (tree?.errors ?? []).map((error) => {
    const duplicate = error.code === "DUPLICATE_KEY";
    const message = duplicate
      ? "the same key stands twice in one map"
      : (error.message.split("\n")[0] ?? error.message);
    return problem(duplicate ? "duplicate-key" : "yaml-syntax", message, placeAt(error.pos[0]));
  });
  let value = plain?.value;
  if (tree && problems.length === 0) {
    try {
      value = tree.toJS({ maxAliasCount: 100 });
    } catch (error) {
      // Of an alias: there is no anchor of its name, or what they stand for grows without bounds.
      if (!(error instanceof ReferenceError)) throw error;
      problems.push(problem("yaml-syntax", error.message, placeAt(brokenAlias(tree) ?? 0)));
    }
  }
  return {
    value,
    problems,
    placeOf,
    lineOf: (path) => {
      const start = plain?.startOf(path) ?? null;
      return start === null ? placeOf(path).line : lineAt(start);
    },
    release: () => {
      plain = null;
      tree = null;
      starts = null;
    },
  };
}

/** A value of the form of `schema`; problems are added to `problems` and null returned where it has not. */
export function checkYaml<S extends z.ZodType>(
  parsed: ParsedYaml,
  schema: S,
  problems: Problem[],
): YamlFile<z.infer<S>> | null {
  problems.push(...parsed.problems);
  if (parsed.problems.length > 0) return null;
  const result = schema.safeParse(parsed.value);
  if (result.success) return { ...parsed, data: result.data };
  problems.push(...schemaProblems(result.error.issues, parsed.placeOf, parsed.value));
  // Without the fields that are unknown the rest may be sound: then what else is wrong is found in the same run.
  const again = schema.safeParse(withoutUnknown(parsed.value, result.error.issues));
  return again.success ? { ...parsed, data: again.data } : null;
}

function withoutUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const owner = valueAt(copy, issue.path);
    for (const key of issue.keys) delete (owner as Record<string, unknown>)[key];
  }
  return copy;
}

/** Where each line begins. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** The line of an offset, from 1. */
function lineOfOffset(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

type Doc = ReturnType<typeof parseDocument>;

/** Where an alias stands that has no anchor; null where each has one. */
function brokenAlias(doc: Doc): number | null {
  let found: number | null = null;
  visit(doc, {
    Alias: (_, alias) => {
      if (alias.resolve(doc) !== undefined) return undefined;
      found = alias.range?.[0] ?? null;
      return visit.BREAK;
    },
  });
  return found;
}

function nodeAt(doc: Doc, path: Path): number | null {
  const node = path.length === 0 ? doc.contents : doc.getIn(path, true);
  return isNode(node) && node.range ? node.range[0] : null;
}

function keyNode(doc: Doc, path: Path): number | null {
  const owner = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  if (!isMap(owner)) return null;
  const key = owner.items.find(
    (pair) => isNode(pair.key) && "value" in pair.key && pair.key.value === path.at(-1),
  )?.key;
  return isNode(key) && key.range ? key.range[0] : null;
}
