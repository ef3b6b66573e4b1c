import type { Alias, Cue, CueRole, Level, Reach, Taxonomy } from "../types.js";
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
} from "./kinds.js";
import { Texts } from "./texts.js";

/** The language whose cues hold in every posting: ads in any language mix English in. */
const EVERYWHERE = "en";
/** A cue that speaks English; see `languagesOf`. */
export const SPEAKS_ENGLISH = -1;
/** Languages are told apart by the bits of one number; those of a taxonomy with more than so many go unheard. */
export const MOST_LANGUAGES = 30;

/** What a taxonomy says of its cues, aliases and tools, in the numbers that the judge reads. */
export class Vocabulary {
  /** Phrases and sets that records point to. */
  readonly texts = new Texts();
  /** English first, then others as they are met. */
  readonly #languages: string[] = [EVERYWHERE];
  /** Group indexes of the groups that stand for each other, as clouds do; a place in this list is a rival's number. */
  readonly rivals: readonly number[];
  readonly #taxonomy: Taxonomy;
  readonly #sets = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #choices: readonly (readonly number[])[];

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
    const choices = taxonomy.combined.filter((row) => row.alternatives).map((row) => row.groups);
    this.rivals = choices[0] ?? [];
    this.#choices = choices;
  }

  /** What a cue means in a posting of a language. */
  cue(index: number, language: number): CueInfo {
    return this.#infoOf(this.#taxonomy.cues.at(index)!, this.#languages[language]!);
  }

  /** The languages that a cue speaks, as bits of their numbers; SPEAKS_ENGLISH where that is one of them. */
  languagesOf(cue: number): number {
    let bits = 0;
    for (const { language } of this.#taxonomy.cues.at(cue)!.roles) {
      if (language === EVERYWHERE) return SPEAKS_ENGLISH;
      if (language !== null) bits |= this.#bitOf(language);
    }
    return bits;
  }

  /** What an alias asks for. */
  alias(index: number): Conditions {
    const alias: Alias = this.#taxonomy.aliases.at(index)!;
    const conditions = new Conditions();
    conditions.ready = 1;
    conditions.tool = alias.tool;
    conditions.needs = bitsOf(NEEDS, alias.needs);
    conditions.onlyIn = bitsOf(SECTIONS, alias.onlyIn);
    conditions.notIn = bitsOf(SECTIONS, alias.notIn);
    conditions.notBefore = this.texts.phrases(alias.notBefore);
    conditions.notAfter = this.texts.phrases(alias.notAfter);
    conditions.ownCues = this.texts.phrases(alias.cues);
    if (conditions.ambiguous) conditions.sets = this.#setsOf(this.#taxonomy.tools.at(alias.tool)!.evidence);
    return conditions;
  }

  tool(index: number): ToolFacts {
    const tool = this.#taxonomy.tools.at(index)!;
    const facts = new ToolFacts();
    facts.ready = 1;
    facts.kind = numberOf(this.#kinds, `${tool.group} ${tool.category ?? ""}`);
    this.rivals.forEach((group, place) => {
      if (tool.groups.includes(group)) facts.rivals |= 1 << place;
      if (this.#taxonomy.groups[group]!.name === tool.name) facts.provider = 1;
    });
    this.#choices.forEach((groups, row) => {
      if (tool.groups.some((group) => groups.includes(group))) facts.choices |= 1 << row;
    });
    return facts;
  }

  /** The bit of a language, which gets a number when it is first met. */
  #bitOf(language: string): number {
    let number = this.#languages.indexOf(language);
    if (number < 0 && this.#languages.length < MOST_LANGUAGES) number = this.#languages.push(language) - 1;
    return number < 0 ? 0 : 1 << number;
  }

  #setsOf(names: readonly string[]): number {
    return this.texts.numbers(names.map((name) => numberOf(this.#sets, name)));
  }

  #infoOf({ text, roles: all }: Cue, language: string): CueInfo {
    const own = all.filter(
      (role) => role.language === null || role.language === EVERYWHERE || role.language === language,
    );
    const first = <K extends CueRole["kind"]>(kind: K) =>
      own.find((role): role is Extract<CueRole, { kind: K }> => role.kind === kind);
    const level = (wanted: Level) =>
      own.reduce(
        (bits, role) =>
          role.kind === "level" && role.level === wanted ? bits | reachBits(role.reach) : bits,
        0,
      );
    const reach = (kind: "negation" | "denial" | "employer" | "company") =>
      own.reduce((bits, role) => (role.kind === kind ? bits | reachBits(role.reach) : bits), 0);
    const section = first("section");
    const depth = first("depth");
    const alternative = first("alternative");
    const info = new CueInfo();
    info.ready = 1;
    info.section = section ? SECTIONS.indexOf(section.section) : NO_SECTION;
    info.required = level("required");
    info.preferred = level("preferred");
    info.mentioned = level("mentioned");
    info.negation = reach("negation");
    info.denial = reach("denial");
    info.employer = reach("employer");
    info.company = reach("company");
    info.depth = depth ? DEPTHS.indexOf(depth.depth) : NO_DEPTH;
    info.depthReach = own.reduce(
      (bits, role) =>
        role.kind === "depth" && role.depth === depth?.depth ? bits | reachBits(role.reach) : bits,
      0,
    );
    info.number = first("number")?.value ?? -1;
    info.alternative = alternative ? ALTERNATIVES[alternative.form] : NO_ALTERNATIVE;
    info.words = text.split(/[\s-]+/).length;
    const sets = own.flatMap((role) => (role.kind === "evidence" ? [role.set] : []));
    info.sets = this.#setsOf(sets);
    for (const [kind, bit] of ROLES) if (first(kind)) info.roles |= bit;
    if (own.some(({ kind }) => GOVERNING.has(kind))) info.roles |= roles.ROLE_GOVERNS;
    if (alternative?.form === "or") info.roles |= roles.ROLE_JOINER;
    if (all.every(({ kind }) => kind === "number" || kind === "abbreviation"))
      info.roles |= roles.ROLE_SILENT;
    return info;
  }
}

const GOVERNING: ReadonlySet<CueRole["kind"]> = new Set(["level", "negation", "denial", "origin"]);

/** Kinds of roles that a bit tells. */
const ROLES: readonly (readonly [CueRole["kind"], number])[] = [
  ["subheading", roles.ROLE_SUBHEADING],
  ["fact", roles.ROLE_FACT],
  ["address", roles.ROLE_ADDRESS],
  ["search", roles.ROLE_SEARCH],
  ["own", roles.ROLE_OWN],
  ["plural", roles.ROLE_PLURAL],
  ["departure", roles.ROLE_DEPARTURE],
  ["origin", roles.ROLE_ORIGIN],
  ["affirmation", roles.ROLE_AFFIRMATION],
  ["years", roles.ROLE_YEARS],
  ["abbreviation", roles.ROLE_ABBREVIATION],
  ["breaker", roles.ROLE_BREAKER],
  ["joiner", roles.ROLE_JOINER],
  ["opener", roles.ROLE_OPENER],
];

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
