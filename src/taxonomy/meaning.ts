/** What a taxonomy means, as one text: the digest is made of it. */
import type { Combined, CompiledTaxonomy, Cue, CueRole, Group, Tool } from "../types.js";

export interface Meaning {
  readonly groups: readonly Group[];
  readonly combined: readonly Combined[];
  readonly tools: readonly Omit<Tool, "source">[];
  readonly aliases: CompiledTaxonomy["aliases"];
  readonly cues: readonly Cue[];
}

/**
 * The same text for the same meaning, and another for another. Groups, combined rows and tools stand as they are:
 * compile.ts makes them with their fields in one order. Of aliases and cues, which are ten times as many, the fields
 * follow each other without their names, and a role is named by its index in a table of roles in the order of use.
 */
export function meaningText({ groups, combined, tools, aliases, cues }: Meaning): string {
  // Loops by index: in code that runs once, an iterator makes an object for each of a hundred thousand steps.
  const aliasFields: unknown[] = [];
  for (let index = 0; index < aliases.length; index++) {
    const alias = aliases[index]!;
    aliasFields.push(alias.text, alias.tool, alias.case, alias.plural, alias.needs, alias.cues);
    aliasFields.push(alias.notBefore, alias.notAfter, alias.onlyIn, alias.notIn);
  }
  const table = new Map<string, number>();
  // Cues of one list share one role.
  const known = new Map<CueRole, number>();
  const indexOf = (role: CueRole): number => {
    const text = JSON.stringify(role);
    const index = table.get(text) ?? table.size;
    table.set(text, index);
    known.set(role, index);
    return index;
  };
  const cueFields: unknown[] = [];
  for (let index = 0; index < cues.length; index++) {
    const { text, roles } = cues[index]!;
    cueFields.push(text, roles.length);
    for (let at = 0; at < roles.length; at++) cueFields.push(known.get(roles[at]!) ?? indexOf(roles[at]!));
  }
  return JSON.stringify([groups, combined, tools, aliasFields, [...table.keys()], cueFields]);
}
