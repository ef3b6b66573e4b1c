/** A user's file → a model: a taxonomy of its own, or another one with things added, changed and dropped. */
import type { Problem } from "../errors.js";
import { cueEntries, evidenceEntries, type Locate, toolEntry } from "./entries.js";
import { change, drop, rename, say, type UserFile } from "./extend-change.js";
import type { Loaded } from "./load.js";
import type { Model, ModelCombined, ModelGroup, ModelTool } from "./model.js";
import type { UserData } from "./schema.js";

type InlineGroup = NonNullable<UserData["groups"]>[number];

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
    ...(row.label === undefined ? {} : { label: row.label }),
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
