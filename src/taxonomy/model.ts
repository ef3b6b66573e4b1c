/** A taxonomy as resolved and not yet compiled: names instead of indexes, and where each thing stands. */
import type { Place } from "../errors.js";
import type { Alias, CueRole } from "../types.js";

/** Where a thing was written, asked only when there is something to say about it; null where no file holds it. */
export type Where = (() => Place) | null;

export interface Model {
  readonly name: string;
  readonly version: string;
  readonly at: Where;
  /** In the order of every table. */
  readonly groups: readonly ModelGroup[];
  readonly combined: readonly ModelCombined[];
  /** In the order of their files. */
  readonly tools: readonly ModelTool[];
  readonly cues: readonly ModelCue[];
}

export interface ModelGroup {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  readonly at: Where;
}

export interface ModelCombined {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly groups: readonly Named[];
  readonly alternatives: boolean;
}

/** A text and where it stands: a reference by name, a sentence. */
export interface Named {
  readonly name: string;
  readonly at: Where;
}

export interface ModelTool {
  readonly name: string;
  readonly group: string;
  readonly category: string | null;
  /** The name itself included, where it is a form. */
  readonly aliases: readonly ModelAlias[];
  readonly countsFor: readonly Named[];
  readonly evidence: readonly Named[];
  readonly specs: Specs;
  /** `groups/aws.yaml:12`. */
  readonly source: string;
  readonly at: Where;
}

/** Sentences in which a tool must be found, must not be found. */
export interface Specs {
  readonly accept: readonly Named[];
  readonly reject: readonly Named[];
}

export interface ModelAlias extends Omit<Alias, "tool"> {
  readonly at: Where;
}

/** One role of one text. */
export interface ModelCue {
  readonly text: string;
  readonly role: CueRole;
}

/** One list for all that is empty: most lists of most entries are. */
export const NONE: readonly never[] = [];

/** What separates the words of a form: white space and hyphens of any kind. */
const SEPARATORS = /[\s\u00ad\u2010-\u2015\u2212-]+/gu;
/** Any of them but a single space: what most texts have none of. */
const OTHER_SEPARATORS = / {2}|[^\S ]|[\u00ad\u2010-\u2015\u2212-]/u;

/** Two forms with the same key find the same text, as far as case is folded. */
export function formKey(text: string): string {
  return exactKey(text).toLowerCase();
}

/** Like formKey, with upper and lower case as written. */
export function exactKey(text: string): string {
  return (OTHER_SEPARATORS.test(text) ? text.replace(SEPARATORS, " ") : text).trim();
}

/** An order that no locale changes. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of tools: by name without regard to case. */
export function byName(a: string, b: string): number {
  return byText(a.toLowerCase(), b.toLowerCase()) || byText(a, b);
}

/** Whether an alias has a condition, and so needs specs. */
export function isAmbiguous(alias: Omit<Alias, "tool">): boolean {
  return [alias.needs, alias.notBefore, alias.notAfter, alias.onlyIn, alias.notIn].some(
    (list) => list.length > 0,
  );
}
