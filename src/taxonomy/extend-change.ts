/** The blocks `drop` and `change` of a user's file. */
import { type ErrorCode, type Problem, problem } from "../errors.js";
import { aliasEntry, type Locate, specsEntry } from "./entries.js";
import { formKey, type ModelGroup, type ModelTool, type Where } from "./model.js";
import type { UserData } from "./schema.js";

type Change = NonNullable<NonNullable<UserData["change"]>["tools"]>[number];

/** What a user's file says, and where. */
export interface UserFile {
  readonly data: UserData;
  readonly locate: Locate;
  /** `skilltag.yaml:12` of a path. */
  readonly source: (...path: (string | number)[]) => string;
}

/** A problem of a user's file. */
export function say(code: ErrorCode, message: string, at: Where, hint?: string): Problem {
  return problem(code, message, at?.() ?? null, hint === undefined ? {} : { hint });
}

/** What is left when the things of `drop` are gone. */
export function drop(
  file: UserFile,
  groups: readonly ModelGroup[],
  tools: readonly ModelTool[],
  problems: Problem[],
) {
  const wanted = file.data.drop ?? {};
  const set = (
    key: "groups" | "tools" | "aliases",
    known: ReadonlySet<string>,
    code: ErrorCode,
    fold: (text: string) => string,
  ) => {
    for (const [index, text] of (wanted[key] ?? []).entries()) {
      if (known.has(fold(text))) continue;
      problems.push(say(code, `there is no "${text}" to drop`, file.locate("drop", key, index)));
    }
    return new Set((wanted[key] ?? []).map(fold));
  };
  const same = (text: string): string => text;
  const noGroups = set("groups", new Set(groups.map((group) => group.id)), "unknown-group", same);
  const noTools = set("tools", new Set(tools.map((tool) => tool.name)), "unknown-tool", same);
  const forms = new Set(tools.flatMap((tool) => tool.aliases.map((alias) => formKey(alias.text))));
  const noForms = set("aliases", forms, "unknown-alias", formKey);
  const gone = (tool: ModelTool): boolean => noGroups.has(tool.group) || noTools.has(tool.name);
  const goneNames = new Set(tools.filter(gone).map((tool) => tool.name));
  return {
    groups: groups.filter((group) => !noGroups.has(group.id)),
    tools: tools
      .filter((tool) => !gone(tool))
      .map((tool) => ({
        ...tool,
        aliases: tool.aliases.filter((alias) => !noForms.has(formKey(alias.text))),
        // Who drops a tool means also that nothing counts for it any more.
        countsFor: tool.countsFor.filter((ref) => !goneNames.has(ref.name)),
      })),
  };
}

/** The groups with the names of `change.groups`. */
export function rename(
  { data, locate }: UserFile,
  groups: readonly ModelGroup[],
  problems: Problem[],
): ModelGroup[] {
  const names = new Map<string, string>();
  for (const [index, { id, name }] of (data.change?.groups ?? []).entries()) {
    if (groups.some((group) => group.id === id)) names.set(id, name);
    else
      problems.push(
        say("unknown-group", `there is no group "${id}" to change`, locate("change", "groups", index, "id")),
      );
  }
  return groups.map((group) => ({
    ...group,
    name: names.get(group.id) ?? group.name,
  }));
}

/** The tools with the changes of `change.tools`. */
export function change(file: UserFile, tools: readonly ModelTool[], problems: Problem[]): ModelTool[] {
  const changed = new Map(tools.map((tool) => [tool.name, tool]));
  const renamed = new Map<string, string>();
  for (const [index, entry] of (file.data.change?.tools ?? []).entries()) {
    const tool = changed.get(entry.name);
    const locate: Locate = (...rest) => file.locate("change", "tools", index, ...rest);
    if (tool === undefined) {
      problems.push(say("unknown-tool", `there is no tool "${entry.name}" to change`, locate("name")));
      continue;
    }
    if (entry.rename !== undefined) renamed.set(entry.name, entry.rename);
    changed.set(entry.name, changeTool(tool, entry, locate, file.source("change", "tools", index), problems));
  }
  return [...changed.values()].map((tool) => ({
    ...tool,
    countsFor: tool.countsFor.map((ref) => ({
      ...ref,
      name: renamed.get(ref.name) ?? ref.name,
    })),
  }));
}

function changeTool(
  tool: ModelTool,
  entry: Change,
  locate: Locate,
  source: string,
  problems: Problem[],
): ModelTool {
  const dropped = new Set((entry.aliases?.drop ?? []).map(formKey));
  for (const [index, text] of (entry.aliases?.drop ?? []).entries()) {
    if (tool.aliases.some((alias) => formKey(alias.text) === formKey(text))) continue;
    problems.push(
      say("unknown-alias", `"${tool.name}" has no form "${text}"`, locate("aliases", "drop", index)),
    );
  }
  const added = (entry.aliases?.add ?? []).map((alias, index) =>
    aliasEntry(alias, locate("aliases", "add", index)),
  );
  if (entry.rename !== undefined) added.push(aliasEntry(entry.rename, locate("rename")));
  // A form that is added again comes with its new conditions.
  for (const alias of added) dropped.add(formKey(alias.text));
  const moved = entry.group !== undefined && entry.group !== tool.group;
  return {
    ...tool,
    name: entry.rename ?? tool.name,
    group: entry.group ?? tool.group,
    category: entry.category ?? (moved ? null : tool.category),
    aliases: [...tool.aliases.filter((alias) => !dropped.has(formKey(alias.text))), ...added],
    countsFor:
      entry.counts_for?.map((name, index) => ({
        name,
        at: locate("counts_for", index),
      })) ?? tool.countsFor,
    evidence:
      entry.evidence?.map((name, index) => ({
        name,
        at: locate("evidence", index),
      })) ?? tool.evidence,
    specs: specsEntry(entry.specs, locate),
    source: `${tool.source} + ${source}`,
    at: locate("name"),
  };
}
