import { CLASS, WORD } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { type Conditions, NO_CONDITIONS } from "./conditions.js";
import { ROLE_COMPANY } from "./cue.js";
import { companyCue, findEmployers } from "./employer.js";
import {
  NEEDS_CAPITAL,
  NEEDS_CUE,
  NEEDS_LIST,
  NEEDS_NEAR,
  NO_RULE,
  REJECT_AFTER,
  REJECT_BEFORE,
  REJECT_COMPANY,
  REJECT_EMPLOYER,
  REJECT_EVIDENCE,
  REJECT_SECTION_ALIAS,
  REJECT_SECTION_APPLY,
  REJECT_SECTION_BENEFITS,
  REJECT_SECTION_LEGAL,
  SECTION_APPLY,
  SECTION_BENEFITS,
  SECTION_LEGAL,
} from "./kinds.js";
import { asksFor } from "./level.js";
import { areListed } from "./lists.js";
import { CERTAIN, hasEvidence, isCapitalised, OPEN, REFUSED, standsBefore, standsBehind } from "./meaning.js";
import type { Page } from "./page.js";
import { rejectedByPlace } from "./place.js";
import { IntList, type Pool } from "./pool.js";
import type { Sentence } from "./reading.js";
import type { SectionSpan } from "./sections.js";
import { TOKEN_TOOL, type Token } from "./token.js";

/** Whether a match means its tool; `rule` is NO_RULE where it does, else the rule that rejects it. */
export class Decision {
  /** What its alias asks for, and the tool. */
  own: Conditions = NO_CONDITIONS;
  /** Index of the section that it stands in. */
  section: i32 = 0;
  rule: i32 = NO_RULE;
  /** The words that it rests on; -1 where it rests on none. */
  start: i32 = -1;
  end: i32 = -1;
  /** OPEN, CERTAIN or REFUSED, while the meaning is sought. */
  standing: i32 = OPEN;

  set(standing: i32, rule: i32, start: i32, end: i32): void {
    this.standing = standing;
    this.rule = rule;
    this.start = start;
    this.end = end;
  }
}

const employers: IntList = new IntList();

/**
 * Decides for every tool match whether its tool is meant, one decision a match.
 *
 * First where it stands and what its alias forbids. What is left and not ambiguous is certain. An ambiguous match then
 * needs one of the things that its alias names: a cue near it, a capital, a certain tool in the same sentence, or a
 * certain neighbour in a list; a match that becomes certain by a list speaks for its own neighbour in turn.
 */
export function resolveMeanings(
  page: Page,
  sections: Pool<SectionSpan>,
  sentences: Pool<Sentence>,
  decisions: Pool<Decision>,
): void {
  decisions.clear();
  decisions.reserve(page.tools.count);
  for (let m = 0; m < page.tools.count; m++) decisions.next().own = page.facts.alias(page.tools.pattern(m));
  let at = 0;
  for (let m = 0; m < decisions.count; m++) {
    const decision = decisions.at(m);
    const own = decision.own;
    const start = page.tools.start(m);
    while (at + 1 < sections.count && sections.at(at + 1).start <= start) at++;
    decision.section = at;
    decision.set(own.ambiguous ? OPEN : CERTAIN, NO_RULE, -1, -1);
    forbid(page, own, sections.at(at), start, page.tools.end(m), decision);
  }
  findEmployers(page.folded, sentences, decisions, employers);
  for (let s = 0; s < sentences.count; s++) {
    const sentence = sentences.at(s);
    // Most postings name no tool as a company: then there is nothing to look for.
    if (employers.count === 0 && (sentence.roles & ROLE_COMPANY) === 0) continue;
    for (let j = 0; j < sentence.tokens.count; j++) {
      const token = sentence.tokens.at(j);
      if (token.kind !== TOKEN_TOOL) continue;
      const decision = decisions.at(token.ref);
      if (decision.standing !== REFUSED)
        refuseCompany(sentence, j, sections.at(decision.section).section, decision);
    }
  }
  // A list costs less to see than evidence costs to find, and what is found there speaks for its list in turn.
  resolveLists(page, decisions);
  if (!holdsOpen(decisions)) return;
  for (let s = 0; s < sentences.count; s++) resolveSentence(page, sentences.at(s), decisions);
  resolveLists(page, decisions);
  for (let m = 0; m < decisions.count; m++) {
    const decision = decisions.at(m);
    if (decision.standing === OPEN) decision.set(OPEN, REJECT_EVIDENCE, -1, -1);
  }
}

/**
 * The employer's own name counts only where it is asked for by name: under requirements, and not as the subject of
 * what the employer says of itself. A customer's or investor's name never counts.
 */
function refuseCompany(sentence: Sentence, at: i32, section: i32, decision: Decision): void {
  const token = sentence.tokens.at(at);
  if (employers.includes(decision.own.tool)) {
    const head = token.governed.required;
    const asked = asksFor(section) && head >= 0 && head < at;
    if (!asked) decision.set(REFUSED, REJECT_EMPLOYER, -1, -1);
    return;
  }
  const company = companyCue(sentence, at, section);
  if (company < 0) return;
  const words = sentence.tokens.at(company);
  decision.set(REFUSED, REJECT_COMPANY, words.start, words.end);
}

/** Refuses the match from `start` to `end` where something forbids it in its section, whatever stands near it. */
function forbid(
  page: Page,
  conditions: Conditions,
  section: SectionSpan,
  start: i32,
  end: i32,
  decision: Decision,
): void {
  const place = rejectedByPlace(page.folded, start, end);
  const silent = silentRule(section.section);
  if (place !== NO_RULE) decision.set(REFUSED, place, -1, -1);
  else if (silent !== NO_RULE) decision.set(REFUSED, silent, section.headingStart, section.headingEnd);
  else if (!countsIn(conditions, section.section))
    decision.set(REFUSED, REJECT_SECTION_ALIAS, section.headingStart, section.headingEnd);
  else if (standsBehind(page, end, conditions.notBefore)) decision.set(REFUSED, REJECT_BEFORE, -1, -1);
  else if (standsBefore(page, start, conditions.notAfter)) decision.set(REFUSED, REJECT_AFTER, -1, -1);
}

/** The rule by which nothing counts in such a section; NO_RULE for other sections. */
function silentRule(section: i32): i32 {
  if (section === SECTION_BENEFITS) return REJECT_SECTION_BENEFITS;
  if (section === SECTION_LEGAL) return REJECT_SECTION_LEGAL;
  return section === SECTION_APPLY ? REJECT_SECTION_APPLY : NO_RULE;
}

/** Whether the alias counts in such a section. */
function countsIn(conditions: Conditions, section: i32): bool {
  return ((conditions.sections >> section) & 1) !== 0;
}

function resolveSentence(page: Page, sentence: Sentence, decisions: Pool<Decision>): void {
  const tokens = sentence.tokens;
  for (let j = 0; j < tokens.count; j++) {
    const token = tokens.at(j);
    if (token.kind !== TOKEN_TOOL) continue;
    const decision = decisions.at(token.ref);
    if (decision.standing !== OPEN) continue;
    const own = decision.own;
    const needs = own.needs;
    if (
      ((needs & NEEDS_LIST) !== 0 && fills(page.folded, sentence, token)) ||
      ((needs & NEEDS_CAPITAL) !== 0 && isCapitalised(page, sentence, token)) ||
      ((needs & NEEDS_NEAR) !== 0 && holdsCertain(tokens, decisions)) ||
      ((needs & NEEDS_CUE) !== 0 && hasEvidence(page, own, sentence, token))
    ) {
      decision.standing = CERTAIN;
    }
  }
}

function holdsOpen(decisions: Pool<Decision>): bool {
  for (let m = 0; m < decisions.count; m++) if (decisions.at(m).standing === OPEN) return true;
  return false;
}

/** Whether a match that is not ambiguous, and not refused, stands among the tokens. */
function holdsCertain(tokens: Pool<Token>, decisions: Pool<Decision>): bool {
  for (let j = 0; j < tokens.count; j++) {
    const token = tokens.at(j);
    if (token.kind !== TOKEN_TOOL || decisions.at(token.ref).standing !== CERTAIN) continue;
    if (!decisions.at(token.ref).own.ambiguous) return true;
  }
  return false;
}

/** A list item or line that holds the match and nothing else names it as one of its list. */
function fills(folded: Uint8Array, sentence: Sentence, token: Token): bool {
  if (!sentence.bullet) return false;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (CLASS[folded[i]!] === WORD && (i < token.start || i >= token.end)) return false;
  }
  return true;
}

/** Goes over the matches from the left and from the right until no list neighbour makes another one certain. */
function resolveLists(page: Page, decisions: Pool<Decision>): void {
  for (let m = 1; m < decisions.count; m++) tryNeighbour(page, decisions, m, m - 1);
  for (let m = decisions.count - 2; m >= 0; m--) tryNeighbour(page, decisions, m, m + 1);
}

/** Makes match `m` certain where its neighbour is and the two are listed. */
function tryNeighbour(page: Page, decisions: Pool<Decision>, m: i32, neighbour: i32): void {
  const decision = decisions.at(m);
  if (decision.standing !== OPEN || decisions.at(neighbour).standing !== CERTAIN) return;
  const tools = page.tools;
  if ((decision.own.needs & NEEDS_LIST) === 0) return;
  const left = m < neighbour ? m : neighbour;
  if (!areListed(page, tools.end(left), tools.start(left + 1))) return;
  decision.standing = CERTAIN;
}
