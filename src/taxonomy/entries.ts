/** What the files hold → entries of the model: defaults are filled in, shorthands written out. */
import type { CueMeaning, CueRole, Reach } from "../types.js";
import { phrasesOf } from "./choices.js";
import {
  type ModelAlias,
  type ModelCue,
  type ModelTool,
  type Named,
  NONE,
  type Specs,
  type Where,
} from "./model.js";
import type { AliasData, CueData, EvidenceData, ToolData } from "./schema.js";

/** Where the value at a path below the entry stands. */
export type Locate = (...path: (string | number)[]) => Where;

/** What a file says of all its tools. */
export interface ToolHome {
  readonly group: string;
  readonly category: string | null;
  /** One object for all its tools: what is wrong with it is said once. */
  readonly evidence: readonly Named[];
}

/** A tool entry; `source` is its `file:line`. */
export function toolEntry(data: ToolData, home: ToolHome, locate: Locate, source: string): ModelTool {
  const at = locate("name");
  const aliases = data.name_is_alias === false ? [] : [aliasEntry(data.name, at)];
  data.aliases?.forEach((alias, index) => {
    aliases.push(aliasEntry(alias, locate("aliases", index)));
  });
  return {
    name: data.name,
    group: home.group,
    category: data.category ?? home.category,
    aliases,
    countsFor: namedEntries(data.counts_for, locate, "counts_for"),
    evidence: data.evidence ? namedEntries(data.evidence, locate, "evidence") : home.evidence,
    specs: specsEntry(data.specs, locate),
    source,
    at,
  };
}

const NO_SPECS: Specs = { accept: NONE, reject: NONE };

function namedEntries(
  names: readonly string[] | undefined,
  locate: Locate,
  ...path: string[]
): readonly Named[] {
  return names?.map((name, index) => ({ name, at: locate(...path, index) })) ?? NONE;
}

/** The sentences of a tool. */
export function specsEntry(data: ToolData["specs"], locate: Locate): Specs {
  if (data === undefined) return NO_SPECS;
  return {
    accept: namedEntries(data.accept, locate, "specs", "accept"),
    reject: namedEntries(data.reject, locate, "specs", "reject"),
  };
}

const THREE_LETTERS = /[A-Za-z]{3}|\p{L}\P{L}*\p{L}\P{L}*\p{L}/u;

/** An alias with its defaults. A plural s behind one or two letters, or behind exact case, makes other words. */
export function aliasEntry(data: AliasData, at: Where): ModelAlias {
  const map: Exclude<AliasData, string> = typeof data === "string" ? { text: data } : data;
  const exact = map.case === "exact";
  return {
    text: map.text,
    case: exact ? "exact" : "any",
    plural: map.plural ?? (!exact && THREE_LETTERS.test(map.text)),
    needs: map.needs ?? NONE,
    cues: map.cues ?? NONE,
    notBefore: map.not_before ?? NONE,
    notAfter: map.not_after ?? NONE,
    onlyIn: map.only_in ?? NONE,
    notIn: map.not_in ?? NONE,
    at,
  };
}

/** The roles that a cue file, or the `cues` of a user's file, gives to its texts. */
export function cueEntries(data: CueData): ModelCue[] {
  const cues: ModelCue[] = [];
  const language = data.language ?? null;
  const say = (texts: readonly string[] | undefined, meaning: CueMeaning): void => {
    const role: CueRole = { ...meaning, language };
    texts?.forEach((text) => {
      for (const phrase of phrasesOf(text)) cues.push({ text: phrase, role });
    });
  };
  const sayReaches = (reaches: Reaches | undefined, role: (reach: Reach) => CueMeaning): void => {
    for (const reach of ["after", "before", "both"] as const) say(reaches?.[reach], role(reach));
  };
  for (const [section, texts] of keyed(data.sections)) say(texts, { kind: "section", section });
  for (const [level, reaches] of keyed(data.levels))
    sayReaches(reaches, (reach) => ({ kind: "level", level, reach }));
  say(data.addresses, { kind: "address" });
  say(data.addresses, { kind: "level", level: "required", reach: "after" });
  say(data.addresses, { kind: "section", section: "requirements" });
  say(data.searches, { kind: "search" });
  say(data.own, { kind: "own" });
  say(data.own, { kind: "level", level: "mentioned", reach: "after" });
  say(data.plurals, { kind: "plural" });
  say(data.subheadings, { kind: "subheading" });
  say(data.facts, { kind: "fact" });
  sayReaches(data.negation, (reach) => ({ kind: "negation", reach }));
  sayReaches(data.denial, (reach) => ({ kind: "denial", reach }));
  say(data.departure, { kind: "departure" });
  say(data.origin, { kind: "origin" });
  say(data.affirmation, { kind: "affirmation" });
  for (const [depth, reaches] of keyed(data.depth))
    sayReaches(reaches, (reach) => ({ kind: "depth", depth, reach }));
  say(data.years, { kind: "years" });
  for (const [text, value] of keyed(data.numbers)) say([text], { kind: "number", value });
  for (const [form, texts] of keyed(data.alternatives)) {
    say(texts, {
      kind: "alternative",
      form: form === "one_of" ? "oneOf" : form === "similar_cloud" ? "similarCloud" : form,
    });
  }
  say(data.abbreviations, { kind: "abbreviation" });
  say(data.breakers, { kind: "breaker" });
  say(data.joiners, { kind: "joiner" });
  say(data.openers, { kind: "opener" });
  sayReaches(data.employer, (reach) => ({ kind: "employer", reach }));
  sayReaches(data.companies, (reach) => ({ kind: "company", reach }));
  return cues;
}

/** Evidence sets as cues. */
export function evidenceEntries(sets: EvidenceData): ModelCue[] {
  return Object.entries(sets).flatMap(([set, texts]) => {
    const role: CueRole = { kind: "evidence", set, language: null };
    return texts.map((text): ModelCue => ({ text, role }));
  });
}

type Reaches = { readonly [reach in Reach]?: readonly string[] | undefined };

function keyed<K extends string, V>(map: { readonly [key in K]?: V | undefined } | undefined): [K, V][] {
  return Object.entries(map ?? {}).filter((pair) => pair[1] !== undefined) as [K, V][];
}
