import type { Alias, CompiledTaxonomy, MatchTables, Records } from "../types.js";
import {
  type ArrayKind,
  type Arrays,
  align,
  EXACT_CASE,
  type Header,
  MAGIC,
  NO_CATEGORY,
  NO_CONDITIONS,
  PACKED_FORMAT,
  RECORD_ARRAYS,
  TABLE_ARRAYS,
  TABLE_NAMES,
  TAKES_PLURAL,
} from "./layout.js";

/**
 * Packs a taxonomy with the tables made of it and, where they are given, the judge's records. The same input gives the
 * same bytes.
 */
export function pack(
  taxonomy: CompiledTaxonomy,
  tables: MatchTables,
  records: Records | null = null,
): Uint8Array {
  const groupSets = new Pool<readonly number[]>();
  const evidenceSets = new Pool<readonly string[]>();
  const roleSets = new Pool<CompiledTaxonomy["cues"][number]["roles"]>();
  const categories = new Pool<string>();
  const conditions = taxonomy.aliases.map(conditionsOf);
  const spelled = conditions.filter((text) => text !== null);
  let condition = 0;
  const arrays: Record<string, Uint8Array | Uint16Array | Int32Array> = {
    ...strings(
      "toolNames",
      taxonomy.tools.map((tool) => tool.name),
    ),
    ...strings(
      "toolSources",
      taxonomy.tools.map((tool) => tool.source),
    ),
    toolGroup: Uint8Array.from(taxonomy.tools, (tool) => tool.group),
    toolCategory: Uint8Array.from(taxonomy.tools, (tool) =>
      tool.category === null ? NO_CATEGORY : categories.index(tool.category),
    ),
    toolGroups: Uint16Array.from(taxonomy.tools, (tool) => groupSets.index(tool.groups)),
    toolEvidence: Uint16Array.from(taxonomy.tools, (tool) => evidenceSets.index(tool.evidence)),
    toolCountsForStarts: Int32Array.from(starts(taxonomy.tools.map((tool) => tool.countsFor.length))),
    toolCountsFor: Int32Array.from(taxonomy.tools.flatMap((tool) => tool.countsFor)),
    ...strings(
      "aliasTexts",
      taxonomy.aliases.map((alias) => alias.text),
    ),
    aliasTool: Int32Array.from(taxonomy.aliases, (alias) => alias.tool),
    aliasFlags: Uint8Array.from(
      taxonomy.aliases,
      (alias) => (alias.case === "exact" ? EXACT_CASE : 0) | (alias.plural ? TAKES_PLURAL : 0),
    ),
    aliasConditions: Int32Array.from(conditions, (text) => (text === null ? NO_CONDITIONS : condition++)),
    ...strings("conditions", spelled),
    ...strings(
      "cueTexts",
      taxonomy.cues.map((cue) => cue.text),
    ),
    // Roles that many cues share: as JSON, which is parsed for a cue that a posting holds.
    cueRoles: Uint16Array.from(taxonomy.cues, (cue) => roleSets.index(cue.roles)),
    ...strings(
      "roleSets",
      roleSets.items.map((roles) => JSON.stringify(roles)),
    ),
  };
  for (const name of TABLE_NAMES) {
    for (const array of TABLE_ARRAYS) arrays[`${name}.${array}`] = tables[name][array];
  }
  if (records) {
    for (const array of RECORD_ARRAYS) arrays[`records.${array}`] = records[array];
  }
  return write(
    {
      format: PACKED_FORMAT,
      name: taxonomy.name,
      version: taxonomy.version,
      digest: taxonomy.digest,
      groups: taxonomy.groups,
      combined: taxonomy.combined.map((row) => ({ ...row, groups: [...row.groups] })),
      categories: categories.items,
      groupSets: groupSets.items,
      evidenceSets: evidenceSets.items,
      records: records ? { languages: records.languages, sets: records.sets } : null,
    },
    arrays,
  );
}

/** The conditions of an alias as JSON; null where it has none. */
function conditionsOf({ needs, cues, notBefore, notAfter, onlyIn, notIn }: Alias): string | null {
  const lists = [needs, cues, notBefore, notAfter, onlyIn, notIn];
  return lists.every((list) => list.length === 0) ? null : JSON.stringify(lists);
}

function write(facts: Omit<Header, "arrays">, arrays: Arrays): Uint8Array {
  const places: Record<string, { kind: ArrayKind; offset: number; length: number }> = {};
  let size = 0;
  for (const [name, array] of Object.entries(arrays)) {
    places[name] = { kind: kindOf(array), offset: size, length: array.length };
    size += align(array.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ ...facts, arrays: places }));
  const base = align(8 + header.length);
  const file = new Uint8Array(base + size);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  file.set(header, 8);
  for (const [name, array] of Object.entries(arrays)) {
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), base + places[name]!.offset);
  }
  return file;
}

function kindOf(array: Arrays[string]): ArrayKind {
  return array instanceof Uint8Array ? "u8" : array instanceof Uint16Array ? "u16" : "i32";
}

function strings(name: string, texts: readonly string[]): Record<string, Uint8Array | Int32Array> {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, text) => sum + text.length, 0));
  const at = Int32Array.from(starts(encoded.map((text) => text.length)));
  encoded.forEach((text, i) => {
    bytes.set(text, at[i]!);
  });
  return { [name]: bytes, [`${name}Starts`]: at };
}

function starts(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push(all.at(-1)! + length);
  return all;
}

/** Values that are kept once and named by index. */
class Pool<T> {
  readonly items: T[] = [];
  readonly #known = new Map<string, number>();

  index(item: T): number {
    const key = JSON.stringify(item);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.items.push(item) - 1;
      this.#known.set(key, index);
    }
    return index;
  }
}
