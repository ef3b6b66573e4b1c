import type { Alias, Cue, CueRole, Reach, Records, Taxonomy } from "../types.js";
import { DEPTHS, NEEDS, SECTIONS } from "../types.js";
import { Conditions, ToolFacts } from "./conditions.js";
import * as roles from "./cue.js";
import { CueInfo } from "./cue.js";
import {
  AFTER,
  ALTERNATIVE_AGNOSTIC,
  ALTERNATIVE_ONE_OF,
  ALTERNATIVE_OR,
  ALTERNATIVE_SIMILAR,
  ALTERNATIVE_SIMILAR_CLOUD,
  BEFORE,
  NO_ALTERNATIVE,
  NO_DEPTH,
  NO_SECTION,
  SPEAKS_ENGLISH,
} from "./kinds.js";
import { read, rowOf } from "./records.js";
import { Texts } from "./texts.js";

/** The language whose cues hold in every posting: ads in any language mix English in. */
const EVERYWHERE = "en";
/** Languages are told apart by the bits of one number; those of a taxonomy with more than so many go unheard. */
export const MOST_LANGUAGES = 30;
/** Records of cues that two bytes tell apart. */
const MOST_RECORDS = 0x10000;

/** What a taxonomy says of its cues, aliases and tools, in the numbers that the judge reads. */
export class Vocabulary {
  /** Phrases and sets that records point to. */
  readonly texts: Texts;
  /** English first, then the others by name: what breaks a tie between languages must not depend on the postings before. */
  readonly #languages: readonly string[];
  /** Group indexes of the groups that stand for each other, as clouds do; a place in this list is a rival's number. */
  readonly rivals: readonly number[];
  readonly #taxonomy: Taxonomy;
  /** Numbers of evidence sets by their names. */
  readonly #sets: Map<string, number>;
  readonly #kinds = new Map<string, number>();
  readonly #choices: readonly (readonly number[])[];

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
    this.#languages = taxonomy.records?.languages ?? languagesIn(taxonomy.cues);
    this.texts = new Texts(taxonomy.records?.texts);
    this.#sets = new Map(taxonomy.records?.sets.map((name, index) => [name, index + 1]));
    const choices = taxonomy.combined.filter((row) => row.alternatives).map((row) => row.groups);
    this.rivals = choices[0] ?? [];
    this.#choices = choices;
  }

  /** What a cue means in a posting of a language. */
  cue(index: number, language: number): CueInfo {
    const { records, cues } = this.#taxonomy;
    if (!records) return this.#infoOf(cues.at(index)!, this.#languages[language]!);
    return read(new CueInfo(), records.cues, records.cueRecords[language * cues.length + index]!);
  }

  /** See CueInfo. */
  #languagesOf(roles: readonly CueRole[]): number {
    let bits = 0;
    for (const { language } of roles) {
      if (language === EVERYWHERE) return SPEAKS_ENGLISH;
      const number = language === null ? -1 : this.#languages.indexOf(language);
      if (number >= 0) bits |= 1 << number;
    }
    return bits;
  }

  /** What an alias asks for. */
  alias(index: number): Conditions {
    const conditions = new Conditions();
    const { records } = this.#taxonomy;
    if (records) return read(conditions, records.aliases, index);
    const alias: Alias = this.#taxonomy.aliases.at(index)!;
    conditions.ready = 1;
    conditions.tool = alias.tool;
    conditions.needs = bitsOf(NEEDS, alias.needs);
    const onlyIn = alias.onlyIn.length > 0 ? alias.onlyIn : SECTIONS;
    conditions.sections = bitsOf(SECTIONS, onlyIn) & ~bitsOf(SECTIONS, alias.notIn);
    conditions.notBefore = this.texts.phrases(alias.notBefore);
    conditions.notAfter = this.texts.phrases(alias.notAfter);
    conditions.ownCues = this.texts.phrases(alias.cues);
    if (conditions.ambiguous) conditions.sets = this.#setsOf(this.#taxonomy.tools.at(alias.tool)!.evidence);
    return conditions;
  }

  tool(index: number): ToolFacts {
    const facts = new ToolFacts();
    const { records } = this.#taxonomy;
    if (records) return read(facts, records.tools, index);
    const tool = this.#taxonomy.tools.at(index)!;
    facts.ready = 1;
    facts.kind = numberOf(this.#kinds, `${tool.group} ${tool.category ?? ""}`);
    this.rivals.forEach((group, place) => {
      if (tool.groups.includes(group)) facts.rivals |= 1 << place;
      if (this.#taxonomy.groups[group]!.name === tool.name) facts.provider = 1;
    });
    this.#choices.forEach((groups, row) => {
      if (tool.groups.some((group) => groups.includes(group))) facts.choices |= 1 << row;
    });
    facts.groups = tool.groups.reduce((bits, group) => bits | (1 << group), 0);
    if (this.#taxonomy.groups[tool.group]!.open) facts.name = this.texts.name(tool.name);
    return facts;
  }

  /** All that it says, to be kept with the taxonomy; null where there are more kinds of cues than can be told apart. */
  records(): Records | null {
    const { aliases, tools } = this.#taxonomy;
    const cues = [...this.#taxonomy.cues];
    const known = new Map<string, number>();
    const different: CueInfo[] = [];
    const numbers = this.#languages.flatMap((_, language) =>
      cues.map((_, index) => {
        const info = this.cue(index, language);
        const key = Object.values(info).join();
        const number = known.get(key) ?? different.push(info) - 1;
        known.set(key, number);
        return number;
      }),
    );
    if (different.length > MOST_RECORDS) return null;
    return {
      aliases: rowOf(Array.from(aliases, (_, index) => this.alias(index))),
      tools: rowOf(Array.from(tools, (_, index) => this.tool(index))),
      cues: rowOf(different),
      cueRecords: Uint16Array.from(numbers),
      languages: this.#languages,
      texts: this.texts.bytes.slice(0, this.texts.length),
      sets: [...this.#sets.keys()],
    };
  }

  #setsOf(names: readonly string[]): number {
    return this.texts.numbers(names.map((name) => numberOf(this.#sets, name)));
  }

  #infoOf({ text, roles: all }: Cue, language: string): CueInfo {
    const info = new CueInfo();
    info.languages = this.#languagesOf(all);
    info.words = text.split(/[\s-]+/).length;
    info.roles = roles.ROLE_ANY | roles.ROLE_SILENT;
    const sets: string[] = [];
    for (const role of all) {
      if (role.kind !== "number" && role.kind !== "abbreviation") info.roles &= ~roles.ROLE_SILENT;
      if (role.language !== null && role.language !== EVERYWHERE && role.language !== language) continue;
      info.roles |= ROLES.get(role.kind) ?? 0;
      if (role.kind === "evidence") sets.push(role.set);
      else addRole(info, role);
    }
    info.sets = this.#setsOf(sets);
    return info;
  }
}

/** English, and the other languages of the cues by name. */
function languagesIn(cues: Iterable<Cue>): string[] {
  const names = new Set<string>();
  for (const cue of cues) for (const { language } of cue.roles) if (language !== null) names.add(language);
  names.delete(EVERYWHERE);
  return [EVERYWHERE, ...[...names].sort()].slice(0, MOST_LANGUAGES);
}

/** Adds what a role says by more than being there. Of several sections, depths, numbers and alternatives, the first holds. */
function addRole(info: CueInfo, role: CueRole): void {
  switch (role.kind) {
    case "level":
    case "negation":
    case "denial":
    case "employer":
    case "company":
      info[role.kind === "level" ? role.level : role.kind] |= reachBits(role.reach);
      break;
    case "section":
      if (info.section === NO_SECTION) info.section = SECTIONS.indexOf(role.section);
      break;
    case "depth": {
      const depth = DEPTHS.indexOf(role.depth);
      if (info.depth === NO_DEPTH) info.depth = depth;
      if (info.depth === depth) info.depthReach |= reachBits(role.reach);
      break;
    }
    case "number":
      if (info.number < 0) info.number = role.value;
      break;
    case "alternative":
      if (info.alternative !== NO_ALTERNATIVE) break;
      info.alternative = ALTERNATIVES[role.form];
      if (role.form === "or") info.roles |= roles.ROLE_JOINER;
      if (role.form === "agnostic") info.roles |= roles.ROLE_AGNOSTIC;
  }
}

/** Kinds of roles that bits tell. */
const ROLES: ReadonlyMap<CueRole["kind"], number> = new Map([
  ["subheading", roles.ROLE_SUBHEADING],
  ["fact", roles.ROLE_FACT],
  ["address", roles.ROLE_ADDRESS],
  ["search", roles.ROLE_SEARCH],
  ["own", roles.ROLE_OWN],
  ["plural", roles.ROLE_PLURAL],
  ["departure", roles.ROLE_DEPARTURE],
  ["origin", roles.ROLE_ORIGIN | roles.ROLE_GOVERNS],
  ["affirmation", roles.ROLE_AFFIRMATION],
  ["years", roles.ROLE_YEARS],
  ["abbreviation", roles.ROLE_ABBREVIATION],
  ["breaker", roles.ROLE_BREAKER],
  ["joiner", roles.ROLE_JOINER],
  ["opener", roles.ROLE_OPENER],
  ["depth", roles.ROLE_DEPTH],
  ["employer", roles.ROLE_EMPLOYER],
  ["company", roles.ROLE_COMPANY],
  ["level", roles.ROLE_GOVERNS],
  ["negation", roles.ROLE_GOVERNS],
  ["denial", roles.ROLE_GOVERNS],
]);

const ALTERNATIVES: Readonly<Record<Extract<CueRole, { kind: "alternative" }>["form"], number>> = {
  or: ALTERNATIVE_OR,
  oneOf: ALTERNATIVE_ONE_OF,
  similar: ALTERNATIVE_SIMILAR,
  similarCloud: ALTERNATIVE_SIMILAR_CLOUD,
  agnostic: ALTERNATIVE_AGNOSTIC,
};

function reachBits(reach: Reach): number {
  return reach === "after" ? AFTER : reach === "before" ? BEFORE : AFTER | BEFORE;
}

/** A bit for each of the words, by its place among all. */
function bitsOf<T extends string>(all: readonly T[], words: readonly T[]): number {
  return words.reduce((bits, word) => bits | (1 << all.indexOf(word)), 0);
}

/** The number of a name, from 1, given when it is first asked for. */
function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name) ?? numbers.size + 1;
  numbers.set(name, known);
  return known;
}
