import type { bool, i32 } from "../numbers.js";

/** What an alias asks for. Like CueInfo, nothing but numbers. */
export class Conditions {
  /** 1 when the other fields are set. */
  ready: i32 = 0;
  /** Tool index. */
  tool: i32 = 0;
  /** Bits: NEEDS_*. */
  needs: i32 = 0;
  /** Sections in which it counts, as bits by SECTION_*. */
  sections: i32 = 0;
  /** Where its phrases stand in the texts of Facts; 0 for none. */
  notBefore: i32 = 0;
  notAfter: i32 = 0;
  /** Words of its own that speak for it. */
  ownCues: i32 = 0;
  /** Evidence sets that speak for it; none where it is not ambiguous. */
  sets: i32 = 0;

  get ambiguous(): bool {
    return this.needs !== 0;
  }
}

export const NO_CONDITIONS: Conditions = new Conditions();

/** What the judge asks of a tool. Nothing but numbers. */
export class ToolFacts {
  /** 1 when the other fields are set. */
  ready: i32 = 0;
  /** The same for tools of one group and category. */
  kind: i32 = 0;
  /** The groups that stand for each other, as clouds do, that it counts for: bits by their place in the row. */
  rivals: i32 = 0;
  /** 1 where it bears the name of such a group: it is the provider itself. */
  provider: i32 = 0;
  /** The rows of such groups that it counts for, as bits. */
  choices: i32 = 0;
  /** The groups that it counts for: bits by index. */
  groups: i32 = 0;
  /** Where its name stands in the texts of Facts, if it is reported by name; otherwise 0. */
  name: i32 = 0;
  /** Used while results are written (results.ts): one more than its place among the tools of a posting; 0 otherwise. */
  place: i32 = 0;
}

export const NO_FACTS: ToolFacts = new ToolFacts();
