import type { i32 } from "../numbers.js";
import { type CueInfo, NO_INFO } from "./cue.js";
import { NO_DEPTH, NO_YEARS } from "./kinds.js";

/** Kinds of tokens. */
export const TOKEN_TOOL: i32 = 0;
export const TOKEN_CUE: i32 = 1;
export const TOKEN_COMMA: i32 = 2;
export const TOKEN_CLAUSE: i32 = 3;
export const TOKEN_COLON: i32 = 4;
export const TOKEN_OPEN: i32 = 5;
export const TOKEN_CLOSE: i32 = 6;

/** What a cue may say of a tool match: the fields of Governed. */
export const GOVERNED_REQUIRED: i32 = 0;
export const GOVERNED_DEMANDED: i32 = 1;
export const GOVERNED_PREFERRED: i32 = 2;
export const GOVERNED_MENTIONED: i32 = 3;
export const GOVERNED_NEGATED: i32 = 4;
export const GOVERNED_DENIED: i32 = 5;
export const GOVERNED_DENIED_LATER: i32 = 6;
/** What the cues of its sentence say of one tool match; the number is the token of the cue, -1 where none does. */
export class Governed {
  required: i32 = -1;
  /** Required by a cue that says so outright ("is required", "must"). */
  demanded: i32 = -1;
  preferred: i32 = -1;
  mentioned: i32 = -1;
  negated: i32 = -1;
  /** Said not to be asked for, in its own clause. */
  denied: i32 = -1;
  /** The same, said in a clause that follows ("…, but no experience with it is needed"). */
  deniedLater: i32 = -1;

  clear(): void {
    this.required = -1;
    this.demanded = -1;
    this.preferred = -1;
    this.mentioned = -1;
    this.negated = -1;
    this.denied = -1;
    this.deniedLater = -1;
  }

  /** Lets the cue at a token govern, where none of this kind does yet. */
  note(kind: i32, cue: i32): void {
    if (kind === GOVERNED_REQUIRED) this.required = kept(this.required, cue);
    else if (kind === GOVERNED_PREFERRED) this.preferred = kept(this.preferred, cue);
    else if (kind === GOVERNED_MENTIONED) this.mentioned = kept(this.mentioned, cue);
    else if (kind === GOVERNED_DEMANDED) this.demanded = kept(this.demanded, cue);
    else if (kind === GOVERNED_NEGATED) this.negated = kept(this.negated, cue);
    else if (kind === GOVERNED_DENIED) this.denied = kept(this.denied, cue);
    else this.deniedLater = kept(this.deniedLater, cue);
  }
}

/** The first of two cues; -1 stands for none. */
function kept(first: i32, second: i32): i32 {
  return first < 0 ? second : first;
}

/** A piece of a sentence that matters for judging. */
export class Token {
  /** TOKEN_*. */
  kind: i32 = 0;
  start: i32 = 0;
  end: i32 = 0;
  /** tool: position in the list of tool matches; cue: position in the list of cue matches; else -1. */
  ref: i32 = -1;
  /** The bracket it stands in: index of the open token in its sentence, -1 outside of all. */
  bracket: i32 = -1;
  /** What the cue means; NO_INFO for other kinds. */
  info: CueInfo = NO_INFO;
  /** tool: what is said of it; of other kinds it says nothing. */
  readonly governed: Governed = new Governed();
  /** tool: the tool that is meant and not said not to be needed, set when it is judged; -1 until then, and for all else. */
  tool: i32 = -1;
  /** tool: how well it has to be known, where knownOf was asked. */
  depth: i32 = NO_DEPTH;
  years: i32 = NO_YEARS;
}
