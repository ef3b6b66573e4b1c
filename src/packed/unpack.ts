import type { Alias, Cue, List, MatchTables, Tables, Taxonomy, Tool } from "../types.js";
import {
  align,
  EXACT_CASE,
  type Header,
  MAGIC,
  NO_CATEGORY,
  NO_CONDITIONS,
  PACKED_FORMAT,
  TABLE_ARRAYS,
  TABLE_NAMES,
  TAKES_PLURAL,
} from "./layout.js";

const EMPTY: readonly never[] = [];

/**
 * Reads a packed taxonomy. Arrays are views of `file`, which must not change; tools, aliases and cues are made when
 * they are first asked for.
 * @returns null where the bytes are no packed taxonomy of this format
 */
export function unpack(file: Uint8Array): Taxonomy | null {
  try {
    return read(file);
  } catch {
    // Cut off or garbled: a header that is no JSON, an array that lies outside of the file.
    return null;
  }
}

function read(file: Uint8Array): Taxonomy | null {
  // Views of numbers need a buffer that is aligned as the file is.
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return null;
  const headerLength = view.getUint32(4, true);
  const decoder = new TextDecoder();
  const header: Header = JSON.parse(decoder.decode(bytes.subarray(8, 8 + headerLength)));
  if (header.format !== PACKED_FORMAT) return null;
  const base = bytes.byteOffset + align(8 + headerLength);

  const place = (name: string) => header.arrays[name]!;
  const u8 = (name: string) => new Uint8Array(bytes.buffer, base + place(name).offset, place(name).length);
  const u16 = (name: string) => new Uint16Array(bytes.buffer, base + place(name).offset, place(name).length);
  const i32 = (name: string) => new Int32Array(bytes.buffer, base + place(name).offset, place(name).length);
  const strings = (name: string) => {
    const text = u8(name);
    const starts = i32(`${name}Starts`);
    return (index: number) => decoder.decode(text.subarray(starts[index]!, starts[index + 1]!));
  };
  const table = (name: string) =>
    Object.fromEntries(
      TABLE_ARRAYS.map((array) => {
        const whole = `${name}.${array}`;
        return [array, place(whole).kind === "u8" ? u8(whole) : i32(whole)];
      }),
    ) as unknown as Tables;

  const toolName = strings("toolNames");
  const toolSource = strings("toolSources");
  const toolGroup = u8("toolGroup");
  const toolCategory = u8("toolCategory");
  const toolGroups = u16("toolGroups");
  const toolEvidence = u16("toolEvidence");
  const countsFor = i32("toolCountsFor");
  const countsForStarts = i32("toolCountsForStarts");
  const tool = (index: number): Tool => ({
    name: toolName(index),
    group: toolGroup[index]!,
    category: toolCategory[index] === NO_CATEGORY ? null : header.categories[toolCategory[index]!]!,
    countsFor: [...countsFor.subarray(countsForStarts[index]!, countsForStarts[index + 1]!)],
    groups: header.groupSets[toolGroups[index]!]!,
    evidence: header.evidenceSets[toolEvidence[index]!]!,
    source: toolSource(index),
  });

  const aliasText = strings("aliasTexts");
  const aliasTool = i32("aliasTool");
  const aliasFlags = u8("aliasFlags");
  const aliasConditions = i32("aliasConditions");
  const condition = strings("conditions");
  const alias = (index: number): Alias => {
    const spelled = aliasConditions[index]!;
    const [needs, cues, notBefore, notAfter, onlyIn, notIn] =
      spelled === NO_CONDITIONS ? [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY] : JSON.parse(condition(spelled));
    const flags = aliasFlags[index]!;
    return {
      text: aliasText(index),
      tool: aliasTool[index]!,
      case: flags & EXACT_CASE ? "exact" : "any",
      plural: (flags & TAKES_PLURAL) !== 0,
      needs,
      cues,
      notBefore,
      notAfter,
      onlyIn,
      notIn,
    };
  };

  const cueText = strings("cueTexts");
  const cueRoles = u16("cueRoles");
  const roleSet = strings("roleSets");
  const roleSets = onDemand(place("roleSetsStarts").length - 1, (index): Cue["roles"] =>
    JSON.parse(roleSet(index)),
  );
  const cue = (index: number): Cue => ({ text: cueText(index), roles: roleSets.at(cueRoles[index]!)! });

  return {
    name: header.name,
    version: header.version,
    digest: header.digest,
    groups: header.groups,
    combined: header.combined,
    tools: onDemand(toolGroup.length, tool),
    aliases: onDemand(aliasTool.length, alias),
    cues: onDemand(cueRoles.length, cue),
    tables: Object.fromEntries(TABLE_NAMES.map((name) => [name, table(name)])) as unknown as MatchTables,
    ...(header.records && {
      records: {
        aliases: i32("records.aliases"),
        tools: i32("records.tools"),
        cues: i32("records.cues"),
        cueRecords: u16("records.cueRecords"),
        texts: u8("records.texts"),
        ...header.records,
      },
    }),
  };
}

/** A list whose items are made once each, when they are asked for. */
function onDemand<T>(length: number, make: (index: number) => T): List<T> {
  const made = new Map<number, T>();
  const at = (index: number): T | undefined => {
    if (index < 0 || index >= length) return undefined;
    let item = made.get(index);
    if (item === undefined) {
      item = make(index);
      made.set(index, item);
    }
    return item;
  };
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield at(index)!;
    },
  };
}
