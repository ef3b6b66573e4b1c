/** What zod finds wrong → problems with a place, in the words of a person who edits YAML. */
import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import { type Place, type Problem, problem } from "../errors.js";
import { jsonSchemas } from "./schema-json.js";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
/** Finds the place of a value, or of the key itself. */
export type PlaceOf = (path: Path, part: "value" | "key") => Place;

/** One problem an issue, or one a field where several fields are unknown. */
export function schemaProblems(issues: readonly Issue[], placeOf: PlaceOf, value: unknown): Problem[] {
  return issues.flatMap((issue) => issueProblems(issue, [], placeOf, value));
}

function issueProblems(issue: Issue, above: Path, placeOf: PlaceOf, root: unknown): Problem[] {
  const path = [...above, ...issue.path];
  const field = path.length === 0 ? "the file" : `"${path.filter((key) => typeof key === "string").at(-1)}"`;
  const input = valueAt(root, path);
  const place = (): Place => placeOf(path, "value");
  switch (issue.code) {
    case "unrecognized_keys": {
      const owner = path.length === 0 ? "the top level" : describe(path);
      return issue.keys.map((key) =>
        problem("unknown-field", `"${key}" is not a field of ${owner}`, placeOf([...path, key], "key"), {
          ...hintFor(key),
        }),
      );
    }
    case "invalid_type":
      if (input === undefined) {
        const missing = String(path.at(-1));
        return [problem("missing-field", `"${missing}" is missing`, placeOf(path.slice(0, -1), "value"))];
      }
      return [
        problem(
          "wrong-type",
          `${field} must be ${TYPES[issue.expected] ?? issue.expected}, not ${kindOf(input)}`,
          place(),
        ),
      ];
    case "invalid_union": {
      // The branch that got furthest is the one that was meant.
      const branch = issue.errors.find(
        (errors) => errors[0] && (errors[0].path.length > 0 || errors[0].code === "unrecognized_keys"),
      );
      if (branch) return branch.flatMap((inner) => issueProblems(inner, path, placeOf, root));
      if (kindOf(input) === "an empty text") return [problem("bad-value", `${field} is empty`, place())];
      return [problem("wrong-type", `${field} must be a text or a map, not ${kindOf(input)}`, place())];
    }
    case "invalid_value":
      return [
        problem(
          "bad-value",
          `${field} must be one of ${issue.values.join(", ")}, not ${JSON.stringify(input)}`,
          place(),
        ),
      ];
    case "invalid_key": {
      const key = String(path.at(-1));
      return [problem("unknown-field", `"${key}" is not a name that can stand here`, placeOf(path, "key"))];
    }
    case "too_small":
      return [problem("bad-value", `${field} is empty`, place())];
    case "invalid_format":
      return path.at(-1) === "version"
        ? [problem("bad-version", `"${String(input)}" is not a version`, place())]
        : [problem("bad-value", `${field} must be ${issue.message}, not ${JSON.stringify(input)}`, place())];
    case "custom":
      // A check of our own, which knows best what to do: see schema.ts.
      return [problem("bad-value", `${field}: ${issue.message}`, place(), { ...issue.params })];
    default:
      return [problem("bad-value", `${field}: ${issue.message}`, place())];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a map",
  record: "a map",
  boolean: "true or false",
};

function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (value === "") return "an empty text";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? "a text" : `the ${typeof value} ${String(value)}`;
}

/** "tools[3].specs" as a person says it. */
function describe(path: Path): string {
  const last = path.at(-1);
  return typeof last === "number" ? `an entry of "${String(path.at(-2))}"` : `"${String(last)}"`;
}

/** The value at a path, undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== "object" ? undefined : (value as Record<PropertyKey, unknown>)[key],
    root,
  );
}

/** Every field of every file, as the schemas have them; worked out when one is first missed. */
let fields: ReadonlySet<string> | undefined;

function allFields(): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (schema: unknown): void => {
    if (schema === null || typeof schema !== "object") return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === "properties") for (const name of Object.keys(value)) names.add(name);
      collect(value);
    }
  };
  for (const json of jsonSchemas().values()) collect(JSON.parse(json));
  return names;
}

function hintFor(key: string): { hint?: string } {
  fields ??= allFields();
  const near = [...fields].find((field) => field !== key && distance(field, key) <= 2);
  return near === undefined ? {} : { hint: `Did you mean "${near}"? Otherwise take the field away.` };
}
