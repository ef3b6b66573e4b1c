/** CompiledTaxonomy → Model: so that a user's file can extend a compiled taxonomy without the YAML behind it. */
import type { CompiledTaxonomy } from "../types.js";
import type { Model, ModelAlias, ModelCue } from "./model.js";

/** The model that compiles to the same meaning. Specs are not compiled, so there are none; nothing has a place. */
export function decompile(compiled: CompiledTaxonomy): Model {
  const named = (name: string) => ({ name, at: null });
  const aliases = compiled.tools.map((): ModelAlias[] => []);
  for (const { tool, ...alias } of compiled.aliases) aliases[tool]?.push({ ...alias, at: null });
  const groupId = (index: number): string => compiled.groups[index]?.id ?? "";
  return {
    name: compiled.name,
    version: compiled.version,
    at: null,
    groups: compiled.groups.map((group) => ({ ...group, at: null })),
    combined: compiled.combined.map((one) => ({
      ...one,
      groups: one.groups.map((index) => named(groupId(index))),
    })),
    tools: compiled.tools.map((tool, index) => ({
      name: tool.name,
      group: groupId(tool.group),
      category: tool.category,
      aliases: aliases[index] ?? [],
      countsFor: tool.countsFor.map((other) => named(compiled.tools[other]?.name ?? "")),
      evidence: tool.evidence.map(named),
      specs: { accept: [], reject: [] },
      source: tool.source,
      at: null,
    })),
    cues: compiled.cues.flatMap((cue) => cue.roles.map((role): ModelCue => ({ text: cue.text, role }))),
  };
}
