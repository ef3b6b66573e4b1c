/** A user's file → a model: a taxonomy of its own, or another one with things added, changed and dropped. */
import { type ErrorCode, type Problem, problem } from "../errors.js";
import { aliasEntry, cueEntries, evidenceEntries, type Locate, specsEntry, toolEntry } from "./entries.js";
import type { Loaded } from "./load.js";
import {
  formKey,
  type Model,
  type ModelCombined,
  type ModelGroup,
  type ModelTool,
  type Where,
} from "./model.js";
import type { UserData } from "./schema.js";

type Change = NonNullable<NonNullable<UserData["change"]>["tools"]>[number];
type InlineGroup = NonNullable<UserData["groups"]>[number];

/** What a user's file says, and where. */
export interface UserFile {
  readonly data: UserData;
  readonly locate: Locate;
  /** `skilltag.yaml:12` of a path. */
  readonly source: (...path: (string | number)[]) => string;
}

/**
 * Applies a user's file. Order: drop, then change, then add, whatever the order in the file, so that a form can be
 * taken from one tool and given to another.
 * @param base    what it extends; where it extends nothing, only headings and level words are taken of it
 */
export function applyUserFile(file: UserFile, base: Model): Loaded {
  const { data, locate } = file;
  const problems = checkShape(file);
  const extending = data.extends !== undefined;
  const cues = [
    ...(data.cues === "none" ? [] : base.cues.filter((cue) => extending || cue.role.kind !== "evidence")),
    ...(data.cues === undefined || data.cues === "none" ? [] : cueEntries(data.cues)),
    ...evidenceEntries(data.evidence ?? {}),
  ];
  const own = inlineGroups(file, data.groups ?? [], ["groups"]);
  const added = inlineGroups(file, data.add?.groups ?? [], ["add", "groups"]);
  const start = extending ? { groups: base.groups, tools: base.tools } : own;
  const kept = drop(file, start.groups, start.tools, problems);
  const groups = [...rename(file, kept.groups, problems), ...added.groups];
  const tools = [
    ...change(file, kept.tools, problems),
    ...added.tools,
    ...addedTools(file, groups, problems),
  ];
  const combined = joinCombined(extending ? base.combined : [], data, locate, groups);
  // A tool with a category opens its group, in whichever block it stands.
  const open = new Set(tools.filter((tool) => tool.category !== null).map((tool) => tool.group));
  return {
    model: {
      name: data.name,
      version: data.version,
      at: locate("version"),
      groups: groups.map((group) => ({
        ...group,
        open: group.open || open.has(group.id),
      })),
      combined,
      tools,
      cues,
    },
    problems,
    complete: true,
  };
}

function say(code: ErrorCode, message: string, at: Where, hint?: string): Problem {
  return problem(code, message, at?.() ?? null, hint === undefined ? {} : { hint });
}

function checkShape({ data, locate }: UserFile): Problem[] {
  if (data.extends !== undefined && data.groups !== undefined) {
    const hint = "Put the groups to add under `add: groups:`, or take `extends` away.";
    return [
      say("bad-value", '"groups" is the whole list, and "extends" has one already', locate("groups"), hint),
    ];
  }
  if (data.extends !== undefined) return [];
  const problems: Problem[] = [];
  if (data.groups === undefined) {
    const hint = "Write `extends: mlops` to change the shipped taxonomy, or `groups:` for one of your own.";
    problems.push(say("missing-field", '"groups" or "extends" is missing', locate(), hint));
  }
  for (const block of ["add", "change", "drop"] as const) {
    if (data[block] === undefined) continue;
    problems.push(
      say(
        "bad-value",
        `"${block}" asks for "extends"`,
        locate(block),
        "Say what it extends: `extends: mlops`.",
      ),
    );
  }
  return problems;
}

function inlineGroups(file: UserFile, groups: readonly InlineGroup[], path: readonly string[]) {
  const made: ModelGroup[] = [];
  const tools: ModelTool[] = [];
  for (const [index, group] of groups.entries()) {
    const at = file.locate(...path, index, "id");
    made.push({
      id: group.id,
      name: group.name ?? group.id,
      open: group.category !== undefined,
      at,
    });
    const evidence = (group.evidence ?? []).map((name, set) => ({
      name,
      at: file.locate(...path, index, "evidence", set),
    }));
    const home = { group: group.id, category: group.category ?? null, evidence };
    for (const [number, tool] of (group.tools ?? []).entries()) {
      const below = [...path, index, "tools", number];
      tools.push(toolEntry(tool, home, (...rest) => file.locate(...below, ...rest), file.source(...below)));
    }
  }
  return { groups: made, tools };
}

function addedTools(file: UserFile, groups: readonly ModelGroup[], problems: Problem[]): ModelTool[] {
  return (file.data.add?.tools ?? []).map(({ group, ...tool }, index) => {
    const path = ["add", "tools", index];
    if (!groups.some((one) => one.id === group)) {
      problems.push(say("unknown-group", `there is no group "${group}"`, file.locate(...path, "group")));
    }
    const home = { group, category: null, evidence: [] };
    return toolEntry(tool, home, (...rest) => file.locate(...path, ...rest), file.source(...path));
  });
}

function drop(
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

function rename(
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

function change(file: UserFile, tools: readonly ModelTool[], problems: Problem[]): ModelTool[] {
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

/** A row of the same id replaces; one that is left with fewer than two groups joins nothing and goes. */
function joinCombined(
  base: readonly ModelCombined[],
  data: UserData,
  locate: Locate,
  groups: readonly ModelGroup[],
): ModelCombined[] {
  const own = (data.combined ?? []).map((row, index) => ({
    id: row.id,
    name: row.name,
    groups: row.groups.map((name, member) => ({
      name,
      at: locate("combined", index, "groups", member),
    })),
    alternatives: row.alternatives ?? false,
  }));
  const left = base
    .filter((row) => !own.some((one) => one.id === row.id))
    .map((row) => ({
      ...row,
      groups: row.groups.filter((ref) => groups.some((group) => group.id === ref.name)),
    }));
  return [...left.filter((row) => row.groups.length > 1), ...own];
}
