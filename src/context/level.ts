import type { bool, i32 } from "../numbers.js";
import type { CueInfo } from "./cue.js";
import {
  AFTER,
  BEFORE,
  LEVEL_MENTIONED,
  LEVEL_NEGATED,
  LEVEL_PREFERRED,
  LEVEL_REQUIRED,
  NO_DEPTH,
  NO_LEVEL,
  NO_RULE,
  RULE_CLAUSE_DEMANDED,
  RULE_CLAUSE_DENIED,
  RULE_CLAUSE_MENTIONED,
  RULE_CLAUSE_NEGATED,
  RULE_CLAUSE_PREFERRED,
  RULE_CLAUSE_REQUIRED,
  RULE_LATER_DENIED,
  RULE_LEAD_REQUIRED,
  RULE_NONE_MENTIONED,
  RULE_SECTION_MENTIONED,
  RULE_SECTION_PREFERRED,
  RULE_SECTION_REQUIRED,
  SECTION_ABOUT,
  SECTION_BODY,
  SECTION_PREFERRED,
  SECTION_REQUIREMENTS,
  SECTION_TITLE,
} from "./kinds.js";
import type { LeadFinder } from "./lead.js";
import { isAdjective } from "./phrase.js";
import type { Pool } from "./pool.js";
import type { Sentence } from "./reading.js";
import { TOKEN_CLAUSE, TOKEN_COLON, TOKEN_COMMA, TOKEN_CUE, type Token } from "./token.js";

/** A level with the rule that gave it and the words that the rule rested on. */
export class Verdict {
  /** LEVEL_*, RULE_*. */
  level: i32 = NO_LEVEL;
  rule: i32 = NO_RULE;
  /** The words; -1 where it rested on none. */
  start: i32 = -1;
  end: i32 = -1;
  denied: bool = false;
}

/** Where levelOf leaves its result. */
export const verdict: Verdict = new Verdict();

/** Whether a mention of such a level is asked for, or wished for. */
export function isAsked(level: i32): bool {
  return level === LEVEL_REQUIRED || level === LEVEL_PREFERRED;
}

/** Whether what stands in such a section is asked for, or wished for. */
export function asksFor(section: i32): bool {
  return section === SECTION_REQUIREMENTS || section === SECTION_PREFERRED;
}

/** What leads the list that a mention stands in. */
export class Lead {
  /** LEVEL_REQUIRED, LEVEL_PREFERRED or LEVEL_MENTIONED; NO_LEVEL: nothing leads it. */
  level: i32 = NO_LEVEL;
  /** The words that say so. */
  start: i32 = -1;
  end: i32 = -1;
}

const NO_LEAD: Lead = new Lead();
/** Words that a sentence begins with before the cue that asks: "You have experience with". */
const OPENING_BYTES: i32 = 24;
/** Bytes of white space and marks before the first word of a sentence. */
const MARK_BYTES: i32 = 3;
/** A phrase of so many words about what the employer uses can be taken for nothing else. */
const OUTRIGHT_WORDS: i32 = 4;

/**
 * Leaves the level of one mention in `verdict`: the clause's words first, then the line that leads its list, then the
 * section's heading, else mentioned.
 *
 * Where the clause says several things, negation stands above all, and "nice to have" above "asked for", for whoever
 * writes "experience with Go is a plus" means the plus.
 *
 * @param tool the token of the mention
 * @param section SECTION_*
 * @param headingStart the words of the section's heading; -1 where it has none
 * @param leads finds the line that leads the list, where the clause does not decide; null where none can
 * @param aside whether the sentence is a paragraph behind the list of its section, which need not be what the heading
 *   says
 */
export function levelOf(
  sentence: Sentence,
  tool: i32,
  section: i32,
  headingStart: i32,
  headingEnd: i32,
  leads: LeadFinder | null,
  aside: bool,
): void {
  const tokens = sentence.tokens;
  const governed = tokens.at(tool).governed;
  const mentioned = governed.mentioned;
  const deniedLater = governed.deniedLater;
  const denied = governed.denied >= 0 || deniedLater >= 0;
  if (governed.negated >= 0) {
    said(tokens, LEVEL_NEGATED, RULE_CLAUSE_NEGATED, governed.negated, false);
  } else if (governed.preferred >= 0) {
    said(tokens, LEVEL_PREFERRED, RULE_CLAUSE_PREFERRED, governed.preferred, denied);
  } else if (governed.denied >= 0) {
    said(tokens, LEVEL_NEGATED, RULE_CLAUSE_DENIED, governed.denied, false);
  } else if (governed.demanded >= 0 && section !== SECTION_TITLE) {
    said(tokens, LEVEL_REQUIRED, RULE_CLAUSE_DEMANDED, governed.demanded, denied);
  } else if (mentioned >= 0 && isOwn(sentence, mentioned)) {
    said(tokens, LEVEL_MENTIONED, RULE_CLAUSE_MENTIONED, mentioned, false);
  } else {
    const lead = leadOver(sentence, leads);
    if (deniedLater >= 0) {
      const wish = lead.level !== NO_LEVEL ? lead.level === LEVEL_PREFERRED : section === SECTION_PREFERRED;
      said(tokens, wish ? LEVEL_PREFERRED : LEVEL_MENTIONED, RULE_LATER_DENIED, deniedLater, true);
    } else if (lead.level !== NO_LEVEL) {
      settle(lead.level, RULE_LEAD_REQUIRED + lead.level, lead.start, lead.end, false);
    } else {
      levelInSection(sentence, tool, section, headingStart, headingEnd, aside);
    }
  }
}

/** What leads the list that the sentence stands in, or is. */
function leadOver(sentence: Sentence, leads: LeadFinder | null): Lead {
  if (sentence.lead.level !== NO_LEVEL) return sentence.lead;
  return leads === null ? NO_LEAD : leads.find();
}

/** The level of a mention that neither its clause nor a lead decides. See levelOf. */
function levelInSection(
  sentence: Sentence,
  tool: i32,
  section: i32,
  headingStart: i32,
  headingEnd: i32,
  aside: bool,
): void {
  const tokens = sentence.tokens;
  const required = tokens.at(tool).governed.required;
  const mentioned = tokens.at(tool).governed.mentioned;
  if (aside && required < 0 && (mentioned >= 0 || section === SECTION_PREFERRED)) {
    if (mentioned >= 0) said(tokens, LEVEL_MENTIONED, RULE_CLAUSE_MENTIONED, mentioned, false);
    else settle(LEVEL_MENTIONED, RULE_NONE_MENTIONED, -1, -1, false);
  } else if (section === SECTION_REQUIREMENTS) {
    settle(LEVEL_REQUIRED, RULE_SECTION_REQUIRED, headingStart, headingEnd, false);
  } else if (section === SECTION_PREFERRED) {
    settle(LEVEL_PREFERRED, RULE_SECTION_PREFERRED, headingStart, headingEnd, false);
  } else if (required >= 0 && asks(sentence, tool, section)) {
    said(tokens, LEVEL_REQUIRED, RULE_CLAUSE_REQUIRED, required, false);
  } else if (mentioned >= 0) {
    said(tokens, LEVEL_MENTIONED, RULE_CLAUSE_MENTIONED, mentioned, false);
  } else if (headingStart >= 0) {
    settle(LEVEL_MENTIONED, RULE_SECTION_MENTIONED, headingStart, headingEnd, false);
  } else settle(LEVEL_MENTIONED, RULE_NONE_MENTIONED, -1, -1, false);
}

/** The verdict is what the cue at a token says. */
function said(tokens: Pool<Token>, level: i32, rule: i32, token: i32, denied: bool): void {
  const cue = tokens.at(token);
  settle(level, rule, cue.start, cue.end, denied);
}

function settle(level: i32, rule: i32, start: i32, end: i32, denied: bool): void {
  verdict.level = level;
  verdict.rule = rule;
  verdict.start = start;
  verdict.end = end;
  verdict.denied = denied;
}

/**
 * Whether the employer speaks of what it uses beside what it asks for: in a bracket ("pipelines (we use Jenkins)"), or in
 * a sentence of its own behind another.
 */
function isOwn(sentence: Sentence, at: i32): bool {
  const tokens = sentence.tokens;
  const cue = tokens.at(at);
  if (!cue.info.own) return false;
  // What opens the bracket stands before the cue.
  if (cue.bracket >= 0) return cue.bracket === at - 1 || tokens.at(at - 1).kind === TOKEN_COMMA;
  // "Some examples of tools in our tech stack include Kafka": so many words say it wherever they stand.
  return sentence.follows && (cue.start - sentence.start <= MARK_BYTES || cue.info.words >= OUTRIGHT_WORDS);
}

/**
 * Whether "experience with X" asks the reader for it. Under no heading it does, unless the clause describes the work
 * ("you will use your experience with X"); under a heading of tasks, of the company or the like only where it speaks to
 * the candidate ("candidates should have") or of one ("we are looking for"), or where the clause begins with it, for then
 * it is a requirement that stands in the wrong place.
 */
function asks(sentence: Sentence, tool: i32, section: i32): bool {
  const tokens = sentence.tokens;
  const governed = tokens.at(tool).governed;
  if (section === SECTION_TITLE) return false;
  if (governed.mentioned >= 0) return false;
  if (section === SECTION_BODY) return true;
  // "Minimum of 5 years of experience in": the first cue that reaches it need not be the one that opens the clause.
  const required = governed.required;
  const last = required > tool - 1 ? required : tool - 1;
  let clause = sentence.start;
  for (let at = 0; at <= last; at++) {
    const token = tokens.at(at);
    if (token.kind === TOKEN_CLAUSE || token.kind === TOKEN_COLON) clause = token.end;
    if (token.kind !== TOKEN_CUE) continue;
    if (token.info.address) return true;
    // "We are looking for a skilled Go developer" names a job; "with experience in Go" asks for it.
    if (token.info.search && !isJob(tokens, tool)) return true;
    if (opensRequirement(token.info, section) && token.start - clause <= OPENING_BYTES) return true;
  }
  return false;
}

/** Whether a word of praise is all that asks for a tool: it names a job ("a skilled Go developer"). */
function isJob(tokens: Pool<Token>, tool: i32): bool {
  const required = tokens.at(tool).governed.required;
  for (let at = required; at < tool; at++) {
    const info = tokens.at(at).info;
    if ((info.required & AFTER) !== 0 && !isPraise(info)) return false;
  }
  return isPraise(tokens.at(required).info);
}

/** "skilled", "strong": one word that says what a person is like. */
function isPraise(info: CueInfo): bool {
  return info.words === 1 && isAdjective(info);
}

/**
 * Whether a cue that opens a clause makes a requirement of it: "experience with", "experience working in", "5+ years of"
 * (but of the company: "20 years of"). "You have" and "you need" open many a sentence that asks for nothing.
 */
function opensRequirement(info: CueInfo, section: i32): bool {
  if (info.required === (AFTER | BEFORE)) return true;
  return (
    (info.required & AFTER) !== 0 && (info.depth !== NO_DEPTH || info.years) && section !== SECTION_ABOUT
  );
}
