import type { Level, Section, Span } from "../types.js";
import type { Governed } from "./govern.js";
import type { RuleId } from "./rules.js";
import type { Token } from "./tokens.js";
import { AFTER, BEFORE } from "./vocabulary.js";

/** A level with the rule that gave it and the words that the rule rested on. */
export interface Verdict {
  readonly level: Level;
  readonly rule: RuleId;
  readonly evidence: Span | null;
  readonly denied: boolean;
}

/** What leads the list that a mention stands in. */
export interface Lead {
  readonly level: "required" | "preferred" | "mentioned";
  readonly evidence: Span;
}

/** Words that a sentence begins with before the cue that asks: "You have experience with". */
const OPENING_BYTES = 24;

/**
 * The level of one mention: the clause's words first, then the line that leads its list, then the section's heading,
 * else mentioned.
 *
 * Where the clause says several things, negation stands above all, and "nice to have" above "asked for", for whoever
 * writes "experience with Go is a plus" means the plus.
 *
 * @param leads finds the line that leads the list, where the clause does not decide; null where none can
 * @param aside whether the sentence is a paragraph behind the list of its section, which need not be what the heading
 *   says
 */
export function levelOf(
  governed: Governed,
  tokens: readonly Token[],
  sentence: Span,
  section: Section,
  heading: Span | null,
  leads: { find(): Lead | null } | null,
  aside: boolean,
): Verdict {
  const denied = governed.denied >= 0 || governed.deniedLater >= 0;
  if (governed.negated >= 0) return said(tokens, "negated", "level.clause.negated", governed.negated);
  if (governed.preferred >= 0)
    return said(tokens, "preferred", "level.clause.preferred", governed.preferred, denied);
  if (governed.denied >= 0) return said(tokens, "negated", "level.clause.denied", governed.denied);
  if (governed.demanded >= 0 && section !== "title") {
    return said(tokens, "required", "level.clause.demanded", governed.demanded, denied);
  }
  const lead = leads === null ? null : leads.find();
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
  if (governed.required >= 0 && asks(governed, tokens, sentence, section)) {
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

/** Where the clause of a token begins. */
function clauseStart(tokens: readonly Token[], at: number, sentence: Span): number {
  for (let j = at - 1; j >= 0; j--) {
    if (tokens[j]!.kind === "clause" || tokens[j]!.kind === "colon") return tokens[j]!.end;
  }
  return sentence.start;
}

/**
 * Whether "experience with X" asks the reader for it. Under no heading it does, unless the clause describes the work
 * ("you will use your experience with X"); under a heading of tasks, of the company or the like only where the
 * clause begins with it, for then it is a requirement that stands in the wrong place.
 */
function asks(governed: Governed, tokens: readonly Token[], sentence: Span, section: Section): boolean {
  if (section === "title") return false;
  if (governed.mentioned >= 0) return false;
  if (section === "body") return true;
  return tokens.some(
    (token, at) =>
      at <= governed.required &&
      token.info !== null &&
      // "You have" and "you need" open many a sentence; "experience with" asks for something.
      token.info.required === (AFTER | BEFORE) &&
      token.start - clauseStart(tokens, at, sentence) <= OPENING_BYTES,
  );
}
