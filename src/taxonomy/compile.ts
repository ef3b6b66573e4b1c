/** Model → CompiledTaxonomy: names become indexes, order becomes that of the text. Uses nothing of Node. */
import {
  type Alias,
  COMPILED_FORMAT,
  type Combined,
  type CompiledTaxonomy,
  type Cue,
  type CueRole,
  type Group,
  NEEDS,
  SECTIONS,
  type Tool,
} from "../types.js";
import {
  byName,
  byText,
  exactKey,
  formKey,
  type Model,
  type ModelAlias,
  type ModelCue,
  type ModelTool,
} from "./model.js";

/** Turns text into `sha256:` and 64 hex digits. Handed in, because there is no one way to it in Node and browsers. */
export type Digest = (text: string) => string;

/**
 * Compiles a model. What `validate` calls an error is left out and never thrown at (a reference to nothing, the second
 * of two equal aliases), so that work can go on beside an unfinished taxonomy.
 */
export function compile(model: Model, digest: Digest): CompiledTaxonomy {
  const groups: Group[] = model.groups.map(({ id, name, open }) => ({
    id,
    name,
    open,
  }));
  const groupIndex = new Map(groups.map((group, index) => [group.id, index]));
  const entries = firstOfEach(model.tools.filter((tool) => groupIndex.has(tool.group)));
  const toolIndex = new Map(entries.map((tool, index) => [tool.name, index]));
  const countsFor = entries.map((tool) =>
    indexes(
      tool.countsFor.map((ref) => ref.name),
      toolIndex,
    ),
  );
  const homes = entries.map((tool) => groupIndex.get(tool.group) ?? 0);
  const tools: Tool[] = entries.map((tool, index) => ({
    name: tool.name,
    group: homes[index]!,
    category: groups[homes[index]!]!.open ? (tool.category ?? "other") : null,
    countsFor: countsFor[index]!,
    groups: reachableGroups(index, homes, countsFor),
    evidence: sorted(tool.evidence.map((ref) => ref.name)),
    source: tool.source,
  }));
  const combined: Combined[] = model.combined.map((one) => ({
    id: one.id,
    name: one.name,
    ...(one.label === undefined ? {} : { label: one.label }),
    groups: indexes(
      one.groups.map((ref) => ref.name),
      groupIndex,
    ),
    alternatives: one.alternatives,
  }));
  const meaning = {
    groups,
    combined,
    tools,
    aliases: compileAliases(entries),
    cues: compileCues(model.cues),
  };
  return {
    format: COMPILED_FORMAT,
    name: model.name,
    version: model.version,
    // Every object of it is made in this file or entries.ts with its fields in one order: one meaning is one text.
    digest: digest(JSON.stringify({ ...meaning, tools: tools.map(({ source: _, ...rest }) => rest) })),
    ...meaning,
  };
}

/** Sorted by name; the first of two with the same name. */
function firstOfEach(tools: readonly ModelTool[]): ModelTool[] {
  const byItsName = new Map<string, ModelTool>();
  for (const tool of tools) if (!byItsName.has(tool.name)) byItsName.set(tool.name, tool);
  return [...byItsName.values()].sort((a, b) => byName(a.name, b.name));
}

/** Sorted indexes of the names that are known. */
function indexes(names: readonly string[], known: ReadonlyMap<string, number>): number[] {
  const found = names.map((name) => known.get(name)).filter((index) => index !== undefined);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Home first, then the homes of all that it counts for, nearest first. A circle ends where it began. */
function reachableGroups(
  start: number,
  homes: readonly number[],
  countsFor: readonly (readonly number[])[],
): number[] {
  const seen = new Set([start]);
  for (const tool of seen) for (const next of countsFor[tool] ?? []) seen.add(next);
  return [...new Set([...seen].map((tool) => homes[tool]!))];
}

function compileAliases(tools: readonly ModelTool[]): Alias[] {
  const taken = new Set<string>();
  const aliases: Alias[] = [];
  for (const [tool, entry] of tools.entries()) {
    for (const alias of entry.aliases) {
      const key = alias.case === "exact" ? `=${exactKey(alias.text)}` : formKey(alias.text);
      if (taken.has(key)) continue;
      taken.add(key);
      aliases.push(compileAlias(alias, tool));
    }
  }
  return aliases.sort((a, b) => byText(a.text, b.text) || byText(a.case, b.case));
}

function compileAlias(alias: ModelAlias, tool: number): Alias {
  return {
    text: alias.text,
    tool,
    case: alias.case,
    plural: alias.plural,
    needs: NEEDS.filter((need) => alias.needs.includes(need)),
    cues: sorted(alias.cues),
    notBefore: sorted(alias.notBefore),
    notAfter: sorted(alias.notAfter),
    onlyIn: SECTIONS.filter((section) => alias.onlyIn.includes(section)),
    notIn: SECTIONS.filter((section) => alias.notIn.includes(section)),
  };
}

/** One entry a text: forms that find the same text share their roles, whatever file they stand in. */
function compileCues(cues: readonly ModelCue[]): Cue[] {
  const entries = new Map<string, { text: string; roles: Map<string, CueRole> }>();
  for (const cue of cues) {
    const key = formKey(cue.text);
    const text = cue.text.toLowerCase();
    const entry = entries.get(key) ?? { text, roles: new Map() };
    // Of "nice-to-have" and "nice to have" always the same one is kept, whichever file is read first.
    if (byText(text, entry.text) < 0) entry.text = text;
    entry.roles.set(Object.values(cue.role).join(" "), cue.role);
    entries.set(key, entry);
  }
  return [...entries.values()]
    .map((entry) => ({
      text: entry.text,
      roles: [...entry.roles].sort(([a], [b]) => byText(a, b)).map(([, role]) => role),
    }))
    .sort((a, b) => byText(a.text, b.text));
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byText);
}
