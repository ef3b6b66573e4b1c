import type { i32 } from "../numbers.js";

/** What src/types.ts and rules.ts have words for, as numbers: each is the index of the word in its list. */

/** Of SECTIONS. */
export const NO_SECTION: i32 = -1;
export const SECTION_TITLE: i32 = 0;
export const SECTION_BODY: i32 = 1;
export const SECTION_REQUIREMENTS: i32 = 2;
export const SECTION_PREFERRED: i32 = 3;
export const SECTION_RESPONSIBILITIES: i32 = 4;
export const SECTION_STACK: i32 = 5;
export const SECTION_ABOUT: i32 = 6;
export const SECTION_BENEFITS: i32 = 7;
export const SECTION_LEGAL: i32 = 8;
export const SECTION_APPLY: i32 = 9;

/** Of LEVELS: strongest first. */
export const NO_LEVEL: i32 = -1;
export const LEVEL_REQUIRED: i32 = 0;
export const LEVEL_PREFERRED: i32 = 1;
export const LEVEL_MENTIONED: i32 = 2;
export const LEVEL_NEGATED: i32 = 3;

/** Of DEPTHS: weakest first. */
export const NO_DEPTH: i32 = -1;
export const DEPTH_EXPOSURE: i32 = 0;
export const DEPTH_WORKING: i32 = 1;
export const DEPTH_STRONG: i32 = 2;
export const DEPTH_EXPERT: i32 = 3;

/** The languages of a cue that speaks English, whatever else it speaks; see CueInfo. */
export const SPEAKS_ENGLISH: i32 = -1;

/** No years are named. */
export const NO_YEARS: i32 = -1;
/** The same as MOST_YEARS of src/types.ts, which portable files cannot import. */
export const MOST_YEARS: i32 = 40;

/** Forms of an alternative; see CueMeaning. */
export const NO_ALTERNATIVE: i32 = 0;
export const ALTERNATIVE_OR: i32 = 1;
export const ALTERNATIVE_ONE_OF: i32 = 2;
export const ALTERNATIVE_SIMILAR: i32 = 3;
export const ALTERNATIVE_SIMILAR_CLOUD: i32 = 4;
export const ALTERNATIVE_AGNOSTIC: i32 = 5;

/** Of RULES (rules.ts). */
export const NO_RULE: i32 = -1;
export const RULE_CLAUSE_NEGATED: i32 = 0;
export const RULE_CLAUSE_DENIED: i32 = 1;
export const RULE_CLAUSE_PREFERRED: i32 = 2;
export const RULE_CLAUSE_DEMANDED: i32 = 3;
export const RULE_CLAUSE_REQUIRED: i32 = 4;
export const RULE_CLAUSE_MENTIONED: i32 = 5;
export const RULE_LATER_DENIED: i32 = 6;
/** The rules of a lead stand in the order of levels, and so do those of a section. */
export const RULE_LEAD_REQUIRED: i32 = 7;
export const RULE_LEAD_PREFERRED: i32 = 8;
export const RULE_LEAD_MENTIONED: i32 = 9;
export const RULE_SECTION_REQUIRED: i32 = 10;
export const RULE_SECTION_PREFERRED: i32 = 11;
export const RULE_SECTION_MENTIONED: i32 = 12;
export const RULE_NONE_MENTIONED: i32 = 13;
export const REJECT_LINK: i32 = 14;
export const REJECT_HASHTAG: i32 = 15;
export const REJECT_SECTION_BENEFITS: i32 = 16;
export const REJECT_SECTION_LEGAL: i32 = 17;
export const REJECT_SECTION_APPLY: i32 = 18;
export const REJECT_SECTION_ALIAS: i32 = 19;
export const REJECT_EMPLOYER: i32 = 20;
export const REJECT_COMPANY: i32 = 21;
export const REJECT_BEFORE: i32 = 22;
export const REJECT_AFTER: i32 = 23;
export const REJECT_EVIDENCE: i32 = 24;

/** Bits of a reach: what a cue governs comes after it, stands before it, or both. */
export const AFTER: i32 = 1;
export const BEFORE: i32 = 2;

/** Bits of NEEDS: what may speak for an ambiguous alias. */
export const NEEDS_LIST: i32 = 1;
export const NEEDS_CUE: i32 = 2;
export const NEEDS_NEAR: i32 = 4;
export const NEEDS_CAPITAL: i32 = 8;
