/** One YAML file: its text, its value, and the place of everything in it. */
import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Place, type Problem, problem } from "../errors.js";
import { schemaProblems, valueAt } from "./issues.js";

type Path = readonly PropertyKey[];

/** A file that was read and has the form that was asked for. */
export interface YamlFile<T> {
  readonly data: T;
  /** The place of the value at the path. */
  readonly placeOf: (path: Path, part?: "value" | "key") => Place;
  /**
   * Lets go of the syntax tree; placeOf makes it anew when asked. A taxonomy has megabytes of tree, and places are
   * wanted of a file that is wrong only.
   */
  readonly release: () => void;
}

/** Text → its YAML value, and every way in which it is not YAML. `name` is what messages call the file. */
export function parseYaml(
  text: string,
  name: string,
): {
  value: unknown;
  problems: Problem[];
  placeOf: YamlFile<unknown>["placeOf"];
  release: () => void;
} {
  const counter = new LineCounter();
  const options = { prettyErrors: false, stringKeys: true };
  const doc = parseDocument(text, { ...options, lineCounter: counter });
  let tree: Doc | null = doc;
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    const from = counter.lineStarts[line - 1] ?? 0;
    const end = text.indexOf("\n", from);
    const sourceLine = text.slice(from, end < 0 ? text.length : end).replace(/\r$/, "");
    return {
      file: name,
      line: Math.max(1, line),
      column: Math.max(1, col),
      sourceLine,
    };
  };
  const placeOf = (path: Path, part: "value" | "key" = "value"): Place => {
    tree ??= parseDocument(text, options);
    // A value that is not there stands where its owner does.
    for (let length = path.length; length >= 0; length--) {
      const node =
        length === path.length && part === "key" ? keyNode(tree, path) : nodeAt(tree, path.slice(0, length));
      if (node !== null) return placeAt(node);
    }
    return placeAt(0);
  };
  const problems = doc.errors.map((error) => {
    const duplicate = error.code === "DUPLICATE_KEY";
    const message = duplicate
      ? "the same key stands twice in one map"
      : (error.message.split("\n")[0] ?? error.message);
    return problem(duplicate ? "duplicate-key" : "yaml-syntax", message, placeAt(error.pos[0]));
  });
  return {
    value: problems.length > 0 ? undefined : doc.toJS({ maxAliasCount: 100 }),
    problems,
    placeOf,
    release: () => {
      tree = null;
    },
  };
}

/** A value of the form of `schema`; problems are added to `problems` and null returned where it has not. */
export function checkYaml<S extends z.ZodType>(
  parsed: ReturnType<typeof parseYaml>,
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

type Doc = ReturnType<typeof parseDocument>;

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
