import type { Level, Section, Span } from "../types.js";
import { isAdjective } from "./phrase.js";
import type { Sentence } from "./reading.js";
import type { RuleId } from "./rules.js";
import type { Token } from "./tokens.js";
import { AFTER, BEFORE, type CueInfo } from "./vocabulary.js";

/** A level with the rule that gave it and the words that the rule rested on. */
export interface Verdict {
  readonly level: Level;
  readonly rule: RuleId;
  readonly evidence: Span | null;
  readonly denied: boolean;
}

/** Whether a mention of such a level is asked for, or wished for. */
export function isAsked(level: Level): boolean {
  return level === "required" || level === "preferred";
}

/** Whether what stands in such a section is asked for, or wished for. */
export function asksFor(section: Section): boolean {
  return section === "requirements" || section === "preferred";
}

/** What leads the list that a mention stands in. */
export interface Lead {
  readonly level: "required" | "preferred" | "mentioned";
  readonly evidence: Span;
}

/** Words that a sentence begins with before the cue that asks: "You have experience with". */
const OPENING_BYTES = 24;
/** Bytes of white space and marks before the first word of a sentence. */
const MARK_BYTES = 3;
/** A phrase of so many words about what the employer uses can be taken for nothing else. */
const OUTRIGHT_WORDS = 4;

/**
 * The level of one mention: the clause's words first, then the line that leads its list, then the section's heading,
 * else mentioned.
 *
 * Where the clause says several things, negation stands above all, and "nice to have" above "asked for", for whoever
 * writes "experience with Go is a plus" means the plus.
 *
 * @param tool the token of the mention
 * @param leads finds the line that leads the list, where the clause does not decide; null where none can
 * @param aside whether the sentence is a paragraph behind the list of its section, which need not be what the heading
 *   says
 */
export function levelOf(
  sentence: Sentence,
  tool: number,
  section: Section,
  heading: Span | null,
  leads: { find(): Lead | null } | null,
  aside: boolean,
): Verdict {
  const { tokens } = sentence;
  const governed = sentence.governed[tool]!;
  const denied = governed.denied >= 0 || governed.deniedLater >= 0;
  if (governed.negated >= 0) return said(tokens, "negated", "level.clause.negated", governed.negated);
  if (governed.preferred >= 0)
    return said(tokens, "preferred", "level.clause.preferred", governed.preferred, denied);
  if (governed.denied >= 0) return said(tokens, "negated", "level.clause.denied", governed.denied);
  if (governed.demanded >= 0 && section !== "title") {
    return said(tokens, "required", "level.clause.demanded", governed.demanded, denied);
  }
  if (governed.mentioned >= 0 && isOwn(sentence, governed.mentioned)) {
    return said(tokens, "mentioned", "level.clause.mentioned", governed.mentioned);
  }
  const lead = sentence.lead ?? (leads === null ? null : leads.find());
  const wanted: Level | null =
    lead?.level ?? (section === "requirements" ? "required" : section === "preferred" ? "preferred" : null);
  if (governed.deniedLater >= 0) {
    const level = wanted === "preferred" ? "preferred" : "mentioned";
    return said(tokens, level, "level.later.denied", governed.deniedLater, true);
  }
  if (lead) {
    return { level: lead.level, rule: `level.lead.${lead.level}`, evidence: lead.evidence, denied: false };
  }
  if (aside && governed.required < 0 && (governed.mentioned >= 0 || section === "preferred")) {
    return governed.mentioned >= 0
      ? said(tokens, "mentioned", "level.clause.mentioned", governed.mentioned)
      : { level: "mentioned", rule: "level.none.mentioned", evidence: null, denied: false };
  }
  if (section === "requirements")
    return { level: "required", rule: "level.section.required", evidence: heading, denied: false };
  if (section === "preferred")
    return { level: "preferred", rule: "level.section.preferred", evidence: heading, denied: false };
  if (governed.required >= 0 && asks(sentence, tool, section)) {
    return said(tokens, "required", "level.clause.required", governed.required);
  }
  if (governed.mentioned >= 0) return said(tokens, "mentioned", "level.clause.mentioned", governed.mentioned);
  return heading
    ? { level: "mentioned", rule: "level.section.mentioned", evidence: heading, denied: false }
    : { level: "mentioned", rule: "level.none.mentioned", evidence: null, denied: false };
}

/** What the cue at a token says. */
function said(tokens: readonly Token[], level: Level, rule: RuleId, token: number, denied = false): Verdict {
  const { start, end } = tokens[token]!;
  return { level, rule, evidence: { start, end }, denied };
}

/**
 * Whether the employer speaks of what it uses beside what it asks for: in a bracket ("pipelines (we use Jenkins)"), or in
 * a sentence of its own behind another.
 */
function isOwn({ tokens, start, follows }: Sentence, at: number): boolean {
  const { info, bracket, start: own } = tokens[at]!;
  if (!info!.own) return false;
  const before = tokens[at - 1];
  if (bracket >= 0) return before!.kind === "comma" || bracket === at - 1;
  // "Some examples of tools in our tech stack include Kafka": so many words say it wherever they stand.
  return follows && (own - start <= MARK_BYTES || info!.words >= OUTRIGHT_WORDS);
}

/**
 * Whether "experience with X" asks the reader for it. Under no heading it does, unless the clause describes the work
 * ("you will use your experience with X"); under a heading of tasks, of the company or the like only where it speaks to
 * the candidate ("candidates should have") or of one ("we are looking for"), or where the clause begins with it, for then
 * it is a requirement that stands in the wrong place.
 */
function asks(sentence: Sentence, tool: number, section: Section): boolean {
  const { tokens } = sentence;
  const governed = sentence.governed[tool]!;
  if (section === "title") return false;
  if (governed.mentioned >= 0) return false;
  if (section === "body") return true;
  // "Minimum of 5 years of experience in": the first cue that reaches it need not be the one that opens the clause.
  const last = Math.max(tool - 1, governed.required);
  let clause = sentence.start;
  for (let at = 0; at <= last; at++) {
    const { kind, info, start, end } = tokens[at]!;
    if (kind === "clause" || kind === "colon") clause = end;
    if (info === null) continue;
    if (info.address) return true;
    // "We are looking for a skilled Go developer" names a job; "with experience in Go" asks for it.
    if (info.search && !isJob(sentence, tool)) return true;
    if (opensRequirement(info, section) && start - clause <= OPENING_BYTES) return true;
  }
  return false;
}

/** Whether a word of praise is all that asks for a tool: it names a job ("a skilled Go developer"). */
function isJob({ tokens, governed }: Sentence, tool: number): boolean {
  for (let at = governed[tool]!.required; at < tool; at++) {
    const { info } = tokens[at]!;
    if (info !== null && (info.required & AFTER) !== 0 && !isPraise(info)) return false;
  }
  return isPraise(tokens[governed[tool]!.required]!.info!);
}

/** "skilled", "strong": one word that says what a person is like. */
function isPraise(info: CueInfo): boolean {
  return info.words === 1 && isAdjective(info);
}

/**
 * Whether a cue that opens a clause makes a requirement of it: "experience with", "experience working in", "5+ years of"
 * (but of the company: "20 years of"). "You have" and "you need" open many a sentence that asks for nothing.
 */
function opensRequirement({ required, depth, years }: CueInfo, section: Section): boolean {
  if (required === (AFTER | BEFORE)) return true;
  return (required & AFTER) !== 0 && (depth !== null || years) && section !== "about";
}
