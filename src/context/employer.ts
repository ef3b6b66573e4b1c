import { CLASS, IGNORED, LINE_FEED, QUESTION, SPACE, WORD } from "../folded.js";
import type { Scan } from "../types.js";
import { asksFor } from "./level.js";
import type { Sentence } from "./reading.js";
import { type SectionSpan, sectionAt } from "./sections.js";
import { AFTER, BEFORE } from "./vocabulary.js";

/**
 * The tools whose names are the employer's: those that stand, once at least, where the employer speaks of itself
 * ("About Xy", "At Xy, we …", "Xy is hiring"), and that open the sentence or heading with it.
 * @param toolOf the tool of a match
 * @returns tool indexes
 */
export function findEmployers(
  scan: Scan,
  sentences: readonly Sentence[],
  toolOf: (match: number) => number,
): Set<number> {
  const employers = new Set<number>();
  for (const { tokens, start, end } of sentences) {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind !== "tool") continue;
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      if (before?.info && before.info.employer & AFTER && touches(scan.folded, before.end, token.start)) {
        // "at" and "why" are words of any sentence: they must open it, and the name be set off or end it.
        const opens = startsSentence(scan.folded, start, before.start);
        const closes = token.end >= end - 1 || after?.kind === "comma" || scan.folded[token.end] === QUESTION;
        // "At Xy, we …" sets the name off; "At Xy, Yz and others" goes on with a list.
        const inList = after?.kind === "comma" && tokens[at + 2]?.kind === "tool";
        if (opens && closes && !inList) employers.add(toolOf(token.ref));
      } else if (
        after?.info &&
        after.info.employer & BEFORE &&
        touches(scan.folded, token.end, after.start)
      ) {
        if (startsSentence(scan.folded, start, token.start)) employers.add(toolOf(token.ref));
      }
    }
  }
  return employers;
}

/** No word between the beginning of the sentence and `at`. */
function startsSentence(folded: Uint8Array, start: number, at: number): boolean {
  for (let i = start; i < at; i++) if (CLASS[folded[i]!] === WORD) return false;
  return true;
}

function touches(folded: Uint8Array, left: number, right: number): boolean {
  for (let i = left; i < right; i++) {
    if (folded[i] !== SPACE && folded[i] !== IGNORED && folded[i] !== LINE_FEED) return false;
  }
  return true;
}

/** Bytes between the words that announce companies and the first of them. */
const COMPANY_BYTES = 32;

/**
 * The token of the cue that says that the match is named as a company ("customers such as …"), or -1: the match is
 * the first tool behind it, or a member of the list that begins there. Under requirements nobody lists customers.
 */
export function companyCue(sentence: Sentence, at: number, sections: readonly SectionSpan[]): number {
  const { tokens } = sentence;
  const { section } = sectionAt(sections, tokens[at]!.start);
  if (asksFor(section)) return -1;
  let first = tokens[at]!;
  for (let j = at - 1; j >= 0; j--) {
    const token = tokens[j]!;
    if (token.kind === "tool") first = token;
    else if (token.info && token.info.company & AFTER) {
      // "GraphQL clients such as …" are no customers.
      const named = tokens[j - 1]?.kind === "tool" && token.start - tokens[j - 1]!.end <= 1;
      return first.start - token.end <= COMPANY_BYTES && !named ? j : -1;
    } else if (token.kind === "clause" || token.kind === "colon" || token.info?.breaker) break;
    else if (token.info && !token.info.joiner) break;
  }
  for (let j = at + 1; j < tokens.length; j++) {
    const { kind, info, start } = tokens[j]!;
    if (info && info.company & BEFORE) return start - tokens[j - 1]!.end <= COMPANY_BYTES ? j : -1;
    if (kind !== "tool" && kind !== "comma" && !info?.joiner) break;
  }
  return -1;
}
