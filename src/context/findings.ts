import type { bool, i32 } from "../numbers.js";
import { NO_FACTS, type ToolFacts } from "./conditions.js";
import { NO_DEPTH, NO_YEARS } from "./kinds.js";
import { IntList, Pool } from "./pool.js";

/** A match that was judged to mean its tool; see Mention in src/types.ts. */
export class Meant {
  tool: i32 = 0;
  facts: ToolFacts = NO_FACTS;
  alias: i32 = 0;
  start: i32 = 0;
  end: i32 = 0;
  /** LEVEL_*, SECTION_*, RULE_*. */
  level: i32 = 0;
  section: i32 = 0;
  rule: i32 = 0;
  /** The words that the rule rested on; -1 where it rested on none. */
  evidenceStart: i32 = -1;
  evidenceEnd: i32 = -1;
  denied: bool = false;
  depth: i32 = NO_DEPTH;
  years: i32 = NO_YEARS;
}

/** A match that was judged not to mean its tool. */
export class Refused {
  tool: i32 = 0;
  alias: i32 = 0;
  start: i32 = 0;
  end: i32 = 0;
  section: i32 = 0;
  /** REJECT_*. */
  rule: i32 = 0;
  evidenceStart: i32 = -1;
  evidenceEnd: i32 = -1;
}

/** Tools that are enumerated together: each once, in order of appearance. */
export class ToolSet {
  start: i32 = 0;
  end: i32 = 0;
  readonly tools: IntList = new IntList();
}

/** What the sentences of a posting came to. */
export class Findings {
  readonly mentions: Pool<Meant> = new Pool<Meant>(() => new Meant());
  readonly rejections: Pool<Refused> = new Pool<Refused>(() => new Refused());
  /** Sets of which one is enough: joined by "or" or slashes, led by "one of", or followed by "or similar". */
  readonly alternatives: Pool<ToolSet> = new Pool<ToolSet>(() => new ToolSet());
  /**
   * Enumerations as they stand, whether one is enough or all are asked for; but not those that end in "and". Of things
   * that stand for each other ("AWS, Azure, GCP") an enumeration is a choice, even where no "or" says so.
   */
  readonly enumerations: Pool<ToolSet> = new Pool<ToolSet>(() => new ToolSet());
  /** Mentions, by index, that "preferably" or "(preferred)" picks out of several that would do. */
  readonly picked: IntList = new IntList();
  /** Mentions, by index, behind which the text says that something else may stand for them. */
  readonly exchangeable: IntList = new IntList();
  /** The same where that is "or another cloud", and not just "or similar". */
  readonly exchangeableByCloud: IntList = new IntList();
  /** The text says that any will do ("cloud agnostic"). */
  anyWillDo: bool = false;

  clear(): void {
    this.mentions.clear();
    this.rejections.clear();
    this.alternatives.clear();
    this.enumerations.clear();
    this.picked.clear();
    this.exchangeable.clear();
    this.exchangeableByCloud.clear();
    this.anyWillDo = false;
  }
}
