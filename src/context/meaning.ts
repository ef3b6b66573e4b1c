import { CLASS, HYPHEN, IGNORED, isUpper, LINE_FEED, SEPARATOR, SPACE, WORD } from "../folded.js";
import type { Alias, Scan, Span, Taxonomy } from "../types.js";
import type { CueInfos } from "./vocabulary.js";

/** An evidence word speaks for an ambiguous form that is at most so many words away. */
const EVIDENCE_WORDS = 8;
/** No eight words are longer: the part of a sentence that is looked at. */
const EVIDENCE_BYTES = 160;

/** A match's standing while its meaning is sought. */
export const OPEN = 0;
export const CERTAIN = 1;
export const REFUSED = 2;

/** What an alias asks for, ready to be looked up. */
export interface Conditions {
  readonly alias: Alias;
  readonly notBefore: readonly Uint8Array[];
  readonly notAfter: readonly Uint8Array[];
  readonly ownCues: readonly Uint8Array[];
  /** Evidence sets that speak for it; none where it is not ambiguous. */
  readonly sets: ReadonlySet<string>;
  readonly ambiguous: boolean;
  /** It counts in some sections only. */
  readonly placed: boolean;
}

const encoder = new TextEncoder();

/** The conditions of aliases, each made ready when its form is first met. */
export interface AllConditions {
  /** @param alias index in the taxonomy */
  get(alias: number): Conditions;
}

export function conditionsOf(taxonomy: Taxonomy): AllConditions {
  const known = new Array<Conditions | undefined>(taxonomy.aliases.length).fill(undefined);
  return {
    get(index) {
      let conditions = known[index];
      if (!conditions) {
        const alias = taxonomy.aliases.at(index)!;
        const ambiguous = alias.needs.length > 0;
        conditions = {
          alias,
          notBefore: phrases(alias.notBefore),
          notAfter: phrases(alias.notAfter),
          ownCues: phrases(alias.cues),
          sets: ambiguous ? new Set(taxonomy.tools.at(alias.tool)!.evidence) : NO_SETS,
          ambiguous,
          placed: alias.onlyIn.length > 0 || alias.notIn.length > 0,
        };
        known[index] = conditions;
      }
      return conditions;
    },
  };
}

// Most aliases have no condition: they share what is empty.
const NO_SETS: ReadonlySet<string> = new Set();
const NO_PHRASES: readonly Uint8Array[] = [];

function phrases(texts: readonly string[]): readonly Uint8Array[] {
  return texts.length === 0 ? NO_PHRASES : texts.map(phrase);
}

/** Lower case, every run of white space and hyphens one space: what standsAt compares. */
function phrase(text: string): Uint8Array {
  return encoder.encode(
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/[\s-]+/g, " ")
      .trim(),
  );
}

/** Whether a phrase stands directly behind `at` (after white space or hyphens, if any), ending at a word's edge. */
export function standsBehind(folded: Uint8Array, at: number, phrases: readonly Uint8Array[]): boolean {
  if (phrases.length === 0) return false;
  const i = skipGap(folded, at);
  if (i === at && CLASS[folded[at]!] === WORD) return false;
  // Some forms have a hundred phrases: the first byte tells most of them off.
  for (const words of phrases) if (folded[i] === words[0] && standsAt(folded, i, words)) return true;
  return false;
}

/** Whether the phrase stands at `at` and ends at a word's edge. */
function standsAt(folded: Uint8Array, at: number, words: Uint8Array): boolean {
  let i = at;
  for (const byte of words) {
    if (byte === SPACE) {
      const next = skipGap(folded, i);
      if (next === i) return false;
      i = next;
      continue;
    }
    while (folded[i] === IGNORED) i++;
    if (folded[i] !== byte) return false;
    i++;
  }
  return CLASS[words[words.length - 1]!] !== WORD || CLASS[folded[i]!] !== WORD;
}

/** Whether a phrase stands directly before `at`, beginning at a word's edge. */
export function standsBefore(folded: Uint8Array, at: number, phrases: readonly Uint8Array[]): boolean {
  if (phrases.length === 0) return false;
  const i = skipGapBack(folded, at - 1);
  if (i < 0) return false;
  for (const words of phrases) if (folded[i] === words.at(-1) && endsAt(folded, i, words)) return true;
  return false;
}

/** Whether the phrase ends with the byte at `last` and begins at a word's edge. */
function endsAt(folded: Uint8Array, last: number, words: Uint8Array): boolean {
  let i = last;
  for (let k = words.length - 1; k >= 0; k--) {
    const byte = words[k]!;
    if (byte === SPACE) {
      const next = skipGapBack(folded, i);
      if (next === i) return false;
      i = next;
      continue;
    }
    while (i >= 0 && folded[i] === IGNORED) i--;
    if (i < 0 || folded[i] !== byte) return false;
    i--;
  }
  return CLASS[words[0]!] !== WORD || i < 0 || CLASS[folded[i]!] !== WORD;
}

/** A dash between spaces parts what it stands between; a hyphen inside a word joins. */
function skipGap(folded: Uint8Array, i: number): number {
  let k = i;
  if (folded[k] === SPACE && folded[k + 1] === HYPHEN) return k;
  while (folded[k] === SPACE || folded[k] === HYPHEN || folded[k] === LINE_FEED || folded[k] === IGNORED) k++;
  return k;
}

function skipGapBack(folded: Uint8Array, i: number): number {
  let k = i;
  while (
    k >= 0 &&
    (folded[k] === SPACE || folded[k] === HYPHEN || folded[k] === LINE_FEED || folded[k] === IGNORED)
  )
    k--;
  return k;
}

/** The evidence word for an ambiguous match: a cue of its tool's sets, or one of its own, near it in the sentence. */
export function evidenceFor(
  conditions: Conditions,
  scan: Scan,
  sentence: Span,
  match: Span,
  infos: CueInfos,
): Span | null {
  const { folded } = scan;
  const evidence = scan.findEvidence({
    start: Math.max(sentence.start, match.start - EVIDENCE_BYTES),
    end: Math.min(sentence.end, match.end + EVIDENCE_BYTES),
  });
  for (let c = 0; c < evidence.count; c++) {
    const start = evidence.data[3 * c + 1]!;
    const end = evidence.data[3 * c + 2]!;
    if (start < match.end && end > match.start) continue;
    if (!infos.get(evidence.data[3 * c]!).sets.some((set) => conditions.sets.has(set))) continue;
    if (wordsBetween(folded, Math.min(end, match.end), Math.max(start, match.start)) <= EVIDENCE_WORDS)
      return { start, end };
  }
  if (conditions.ownCues.length > 0) return ownCue(conditions.ownCues, folded, sentence, match);
  return null;
}

function ownCue(own: readonly Uint8Array[], folded: Uint8Array, sentence: Span, match: Span): Span | null {
  for (let i = sentence.start; i < sentence.end; i++) {
    if (
      CLASS[folded[i]!] !== WORD ||
      (i > 0 && CLASS[folded[i - 1]!] === WORD) ||
      (i >= match.start && i < match.end)
    )
      continue;
    for (const words of own) {
      if (folded[i] === words[0] && standsAt(folded, i, words)) {
        const span = { start: i, end: i + words.length };
        if (wordsBetween(folded, Math.min(span.end, match.end), Math.max(i, match.start)) <= EVIDENCE_WORDS)
          return span;
      }
    }
  }
  return null;
}

/** Words that stand between two offsets. */
function wordsBetween(folded: Uint8Array, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let i = from; i < to; i++) {
    const word = CLASS[folded[i]!] !== SEPARATOR;
    if (word && !inside) words++;
    inside = word;
  }
  return words;
}

/**
 * Whether the match is written with a capital where a common word would not be: not at the beginning of its sentence
 * or behind a colon or bracket, and with a neighbouring word in small letters.
 */
export function isCapitalised(folded: Uint8Array, bytes: Uint8Array, sentence: Span, match: Span): boolean {
  if (!isUpper(bytes[match.start]!)) return false;
  const left = skipGapBack(folded, match.start - 1);
  if (left < sentence.start || CLASS[folded[left]!] !== WORD) return false;
  let word = left;
  while (word > sentence.start && CLASS[folded[word - 1]!] === WORD) word--;
  if (isUpper(bytes[word]!)) return false;
  const right = skipGap(folded, match.end);
  return right >= sentence.end || CLASS[folded[right]!] !== WORD || !isUpper(bytes[right]!);
}
