/**
 * Every rule that decides a mention or a rejection, by its stable id. The ids stand in results (`--explain`), so
 * they never change their meaning. README lists them; a test compares the two.
 */
export const RULES = {
  "level.clause.negated": "the clause says that it is not used, or is being left",
  "level.clause.denied": "the clause says that it is not asked for",
  "level.clause.preferred": "a word of the clause makes it nice to have",
  "level.clause.demanded": "the clause says outright that it is required",
  "level.clause.required": "the clause asks for experience with it or knowledge of it",
  "level.clause.mentioned": "the clause describes what is used or done",
  "level.later.denied": "a following clause says that it is not asked for",
  "level.lead.required": "the line that leads the list asks for it",
  "level.lead.preferred": "the line that leads the list makes it nice to have",
  "level.lead.mentioned": "the line that leads the list describes what is used or done",
  "level.section.required": "it stands under a heading that asks for it",
  "level.section.preferred": "it stands under a heading of things that are nice to have",
  "level.section.mentioned": "it stands under a heading that describes the work, the team or the company",
  "level.none.mentioned": "nothing says that it is asked for",
  "reject.link": "it is part of a link, an address or a file name",
  "reject.hashtag": "it is a hashtag",
  "reject.section.benefits": "it stands among the benefits",
  "reject.section.legal": "it stands in a legal notice",
  "reject.section.apply": "it stands in the text on how to apply",
  "reject.section.alias": "this form does not count in this kind of section",
  "reject.employer": "it is the employer's own name",
  "reject.company": "it is named as a company: a customer, an investor, where the team comes from",
  "reject.before": "the word that follows gives it another meaning",
  "reject.after": "the word that stands before gives it another meaning",
  "reject.evidence": "the word is ambiguous, and nothing near it says that the technology is meant",
} as const;

export type RuleId = keyof typeof RULES;

/** The rule in words. */
export function describeRule(id: string): string {
  return RULES[id as RuleId] ?? id;
}
