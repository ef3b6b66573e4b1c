/** The checks across files: what each file alone cannot know. */
import { type ErrorCode, type Problem, problem } from "../errors.js";
import { byName, formKey, isAmbiguous, type Model, type ModelTool, type Named, type Where } from "./model.js";
import { checkAliases } from "./validate-aliases.js";

/** How many sentences an ambiguous alias asks for under accept, and under reject. */
const SPECS = 2;

export interface Strictness {
  /**
   * True for a folder of files that many people read: its tools are sorted, and an ambiguous alias without specs is an
   * error. In a user's own file the order is free, and it is a warning.
   */
  readonly published: boolean;
  /** False where a file could not be understood: then nothing is said to be missing. */
  readonly complete: boolean;
}

const MISSING: ReadonlySet<ErrorCode> = new Set([
  "empty-group",
  "unknown-counts-for",
  "unknown-evidence-set",
]);

/** Everything that is wrong with a model, in the order of its files. */
export function validate(model: Model, { published, complete }: Strictness): Problem[] {
  const problems = [
    ...checkGroups(model),
    ...checkTools(model, published),
    ...checkReferences(model),
    ...checkCycles(model.tools),
    ...checkAliases(model.tools),
    ...model.tools.flatMap((tool) => checkSpecs(tool, published ? "error" : "warning")),
  ];
  return complete ? problems : problems.filter((one) => !MISSING.has(one.code));
}

/** What stands in no file of the user's comes from what it extends: it is said, and does not stop. */
function found(
  code: ErrorCode,
  message: string,
  at: Where,
  more: { severity?: "warning"; hint?: string } = {},
): Problem {
  return at === null
    ? problem(code, message, null, { ...more, severity: "warning" })
    : problem(code, message, at(), more);
}

function checkGroups(model: Model): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const group of model.groups) {
    if (seen.has(group.id))
      problems.push(found("duplicate-group", `the group "${group.id}" stands twice`, group.at));
    seen.add(group.id);
    if (!model.tools.some((tool) => tool.group === group.id)) {
      problems.push(found("empty-group", `the group "${group.id}" has no tools`, group.at));
    }
  }
  for (const row of model.combined) {
    for (const ref of row.groups) {
      if (seen.has(ref.name)) continue;
      problems.push(
        found("unknown-group", `"${row.id}" joins the group "${ref.name}", which there is not`, ref.at),
      );
    }
  }
  return problems;
}

function checkTools(model: Model, published: boolean): Problem[] {
  const problems: Problem[] = [];
  const open = new Set(model.groups.filter((group) => group.open).map((group) => group.id));
  const seen = new Map<string, ModelTool>();
  let last: ModelTool | null = null;
  for (const tool of model.tools) {
    const before = seen.get(formKey(tool.name));
    if (before)
      problems.push(found("duplicate-tool", `"${tool.name}" stands at ${before.source} already`, tool.at));
    else seen.set(formKey(tool.name), tool);
    if (tool.aliases.length === 0) {
      problems.push(
        found("tool-without-alias", `"${tool.name}" has no written form, so nothing can find it`, tool.at),
      );
    }
    if (open.has(tool.group) && tool.category === null) {
      problems.push(
        found(
          "missing-category",
          `"${tool.name}" of the open group "${tool.group}" has no category`,
          tool.at,
        ),
      );
    }
    if (published && last && fileOf(last) === fileOf(tool) && byName(last.name, tool.name) > 0) {
      problems.push(
        found("unsorted", `"${tool.name}" stands behind "${last.name}"`, tool.at, { severity: "warning" }),
      );
    }
    last = tool;
  }
  return problems;
}

function fileOf(tool: ModelTool): string {
  return tool.source.replace(/:\d+$/, "");
}

function checkReferences(model: Model): Problem[] {
  const names = new Set(model.tools.map((tool) => tool.name));
  const byKey = new Map(model.tools.map((tool) => [formKey(tool.name), tool.name]));
  const byAlias = new Map(
    model.tools.flatMap((tool) => tool.aliases.map((alias) => [formKey(alias.text), tool.name])),
  );
  const sets = new Set(model.cues.map((cue) => (cue.role.kind === "evidence" ? cue.role.set : "")));
  const problems: Problem[] = [];
  const said = new Set<Named>();
  for (const tool of model.tools) {
    for (const ref of tool.countsFor) {
      if (names.has(ref.name)) continue;
      const near = byKey.get(formKey(ref.name)) ?? byAlias.get(formKey(ref.name));
      const hint = near === undefined ? {} : { hint: `Write "${near}", the canonical name.` };
      problems.push(
        found(
          "unknown-counts-for",
          `"${tool.name}" counts for "${ref.name}", which is no tool`,
          ref.at,
          hint,
        ),
      );
    }
    for (const ref of tool.evidence) {
      if (sets.has(ref.name) || said.has(ref)) continue;
      said.add(ref);
      problems.push(
        found("unknown-evidence-set", `there is no evidence set "${ref.name}" for "${tool.name}"`, ref.at),
      );
    }
    for (const alias of tool.aliases) {
      if (alias.needs.includes("cue") && tool.evidence.length === 0 && alias.cues.length === 0) {
        problems.push(
          found("cue-without-words", `"${alias.text}" needs a cue, and no words are one for it`, alias.at),
        );
      }
    }
  }
  return problems;
}

/** Each circle once, at the first of its tools. */
function checkCycles(tools: readonly ModelTool[]): Problem[] {
  const byItsName = new Map(tools.map((tool) => [tool.name, tool]));
  const done = new Set<ModelTool>();
  const problems: Problem[] = [];
  const visit = (tool: ModelTool, path: readonly ModelTool[]): void => {
    const start = path.indexOf(tool);
    if (start >= 0) {
      const circle = [...path.slice(start), tool].map((member) => member.name).join(" → ");
      problems.push(found("counts-for-cycle", `these count for each other in a circle: ${circle}`, tool.at));
      return;
    }
    if (done.has(tool)) return;
    for (const ref of tool.countsFor) {
      const next = byItsName.get(ref.name);
      if (next) visit(next, [...path, tool]);
    }
    done.add(tool);
  };
  for (const tool of tools) visit(tool, []);
  return problems;
}

function checkSpecs(tool: ModelTool, severity: "error" | "warning"): Problem[] {
  const { accept, reject } = tool.specs;
  if (accept.length >= SPECS && reject.length >= SPECS) return [];
  // What stands in no file comes from a compiled taxonomy, which keeps no specs.
  const first = tool.aliases.find((alias) => alias.at !== null && isAmbiguous(alias));
  if (first === undefined) return [];
  const has = `${accept.length} accept and ${reject.length} reject`;
  return [
    problem(
      "ambiguous-without-specs",
      `"${first.text}" of "${tool.name}" has conditions, and the tool has ${has} sentences`,
      first.at?.() ?? null,
      { severity },
    ),
  ];
}
