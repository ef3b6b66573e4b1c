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
import { meaningText } from "./meaning.js";
import {
  byText,
  exactKey,
  formKey,
  type Model,
  type ModelAlias,
  type ModelCue,
  type ModelTool,
  NONE,
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
  const tools = entries.map((tool, index) => ({
    name: tool.name,
    group: homes[index]!,
    category: groups[homes[index]!]!.open ? (tool.category ?? "other") : null,
    countsFor: countsFor[index]!,
    groups: reachableGroups(index, homes, countsFor),
    evidence: sorted(tool.evidence.map((ref) => ref.name)),
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
    digest: digest(meaningText(meaning)),
    ...meaning,
    tools: tools.map((tool, index): Tool => ({ ...tool, source: entries[index]!.source })),
  };
}

/** Sorted by name without regard to case; the first of two with the same name. */
function firstOfEach(tools: readonly ModelTool[]): ModelTool[] {
  const seen = new Set<string>();
  const keyed: { readonly key: string; readonly tool: ModelTool }[] = [];
  for (const tool of tools) {
    if (seen.has(tool.name)) continue;
    seen.add(tool.name);
    keyed.push({ key: tool.name.toLowerCase(), tool });
  }
  // byName with the keys made once.
  keyed.sort((a, b) => byText(a.key, b.key) || byText(a.tool.name, b.tool.name));
  return keyed.map(({ tool }) => tool);
}

/** Sorted indexes of the names that are known. */
function indexes(names: readonly string[], known: ReadonlyMap<string, number>): readonly number[] {
  if (names.length === 0) return NONE;
  const found = names.map((name) => known.get(name)).filter((index) => index !== undefined);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Home first, then the homes of all that it counts for, nearest first. A circle ends where it began. */
function reachableGroups(
  start: number,
  homes: readonly number[],
  countsFor: readonly (readonly number[])[],
): number[] {
  if (countsFor[start]!.length === 0) return [homes[start]!];
  const seen = new Set([start]);
  for (const tool of seen) for (const next of countsFor[tool] ?? []) seen.add(next);
  return [...new Set([...seen].map((tool) => homes[tool]!))];
}

function compileAliases(tools: readonly ModelTool[]): Alias[] {
  const taken = new Set<string>();
  const aliases: Alias[] = [];
  tools.forEach((entry, tool) => {
    entry.aliases.forEach((alias) => {
      const key = alias.case === "exact" ? `=${exactKey(alias.text)}` : formKey(alias.text);
      if (taken.has(key)) return;
      taken.add(key);
      aliases.push(compileAlias(alias, tool));
    });
  });
  return aliases.sort((a, b) => byText(a.text, b.text) || byText(a.case, b.case));
}

function compileAlias(alias: ModelAlias, tool: number): Alias {
  return {
    text: alias.text,
    tool,
    case: alias.case,
    plural: alias.plural,
    needs: inOrder(alias.needs, NEEDS),
    cues: sorted(alias.cues),
    notBefore: sorted(alias.notBefore),
    notAfter: sorted(alias.notAfter),
    onlyIn: inOrder(alias.onlyIn, SECTIONS),
    notIn: inOrder(alias.notIn, SECTIONS),
  };
}

/** One entry a text: forms that find the same text share their roles, whatever file they stand in. */
function compileCues(cues: readonly ModelCue[]): Cue[] {
  const entries = new Map<string, { text: string; roles: readonly CueRole[] }>();
  const alone = new Map<CueRole, readonly CueRole[]>();
  cues.forEach((cue) => {
    const text = cue.text.toLowerCase();
    const key = exactKey(text);
    const entry = entries.get(key);
    if (entry === undefined) {
      // Thousands of texts have one role, and the same.
      const roles = alone.get(cue.role) ?? [cue.role];
      alone.set(cue.role, roles);
      entries.set(key, { text, roles });
      return;
    }
    // Of "nice-to-have" and "nice to have" always the same one is kept, whichever file is read first.
    if (text < entry.text) entry.text = text;
    entry.roles = [...entry.roles, cue.role];
  });
  const compiled = [...entries.values()];
  for (const entry of compiled) if (entry.roles.length > 1) entry.roles = distinct(entry.roles);
  return compiled.sort((a, b) => byText(a.text, b.text));
}

/** Each role once, in an order that the files do not change. */
function distinct(roles: readonly CueRole[]): CueRole[] {
  const byKey = new Map(roles.map((role) => [Object.values(role).join(" "), role]));
  return [...byKey].sort(([a], [b]) => byText(a, b)).map(([, role]) => role);
}

function inOrder<T>(values: readonly T[], order: readonly T[]): readonly T[] {
  return values.length === 0 ? NONE : order.filter((value) => values.includes(value));
}

function sorted(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? NONE : [...new Set(texts)].sort(byText);
}
