/** What the files hold → entries of the model: defaults are filled in, shorthands written out. */
import type { CueMeaning, CueRole, Reach } from "../types.js";
import type { ModelAlias, ModelCue, ModelTool, Named, Specs, Where } from "./model.js";
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
  const listed = (data.aliases ?? []).map((alias, index) => aliasEntry(alias, locate("aliases", index)));
  const own = data.name_is_alias === false ? [] : [aliasEntry(data.name, locate("name"))];
  return {
    name: data.name,
    group: home.group,
    category: data.category ?? home.category,
    aliases: [...own, ...listed],
    countsFor: (data.counts_for ?? []).map((name, index) => ({
      name,
      at: locate("counts_for", index),
    })),
    evidence: data.evidence
      ? data.evidence.map((name, index) => ({
          name,
          at: locate("evidence", index),
        }))
      : home.evidence,
    specs: specsEntry(data.specs, locate),
    source,
    at: locate("name"),
  };
}

/** The sentences of a tool. */
export function specsEntry(data: ToolData["specs"], locate: Locate): Specs {
  const sentences = (kind: "accept" | "reject") =>
    (data?.[kind] ?? []).map((name, index) => ({
      name,
      at: locate("specs", kind, index),
    }));
  return { accept: sentences("accept"), reject: sentences("reject") };
}

const THREE_LETTERS = /\p{L}\P{L}*\p{L}\P{L}*\p{L}/u;

/** An alias with its defaults. A plural s behind one or two letters, or behind exact case, makes other words. */
export function aliasEntry(data: AliasData, at: Where): ModelAlias {
  const map = typeof data === "string" ? { text: data } : data;
  const exact = map.case === "exact";
  return {
    text: map.text,
    case: exact ? "exact" : "any",
    plural: map.plural ?? (!exact && THREE_LETTERS.test(map.text)),
    needs: map.needs ?? [],
    cues: map.cues ?? [],
    notBefore: map.not_before ?? [],
    notAfter: map.not_after ?? [],
    onlyIn: map.only_in ?? [],
    notIn: map.not_in ?? [],
    at,
  };
}

/** The roles that a cue file, or the `cues` of a user's file, gives to its texts. */
export function cueEntries(data: CueData): ModelCue[] {
  const cues: ModelCue[] = [];
  const language = data.language ?? null;
  const say = (texts: readonly string[] | undefined, meaning: CueMeaning): void => {
    const role: CueRole = { ...meaning, language };
    for (const text of texts ?? []) cues.push({ text, role });
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
