import type { bool, i32 } from "../numbers.js";
import { NO_ALTERNATIVE, NO_DEPTH, NO_SECTION } from "./kinds.js";

/** Bits of `CueInfo.roles`. */
export const ROLE_SUBHEADING: i32 = 1;
export const ROLE_FACT: i32 = 2;
export const ROLE_ADDRESS: i32 = 4;
export const ROLE_SEARCH: i32 = 8;
export const ROLE_OWN: i32 = 16;
export const ROLE_PLURAL: i32 = 32;
export const ROLE_DEPARTURE: i32 = 64;
export const ROLE_ORIGIN: i32 = 128;
export const ROLE_AFFIRMATION: i32 = 256;
export const ROLE_GOVERNS: i32 = 512;
export const ROLE_YEARS: i32 = 1024;
export const ROLE_ABBREVIATION: i32 = 2048;
export const ROLE_SILENT: i32 = 4096;
export const ROLE_BREAKER: i32 = 8192;
export const ROLE_JOINER: i32 = 16384;
export const ROLE_OPENER: i32 = 32768;
/** It has a depth, an employer, a company; it says that any will do. */
export const ROLE_DEPTH: i32 = 65536;
export const ROLE_EMPLOYER: i32 = 131072;
export const ROLE_COMPANY: i32 = 262144;
export const ROLE_AGNOSTIC: i32 = 524288;
/** Every cue has it: the fields are set. */
export const ROLE_ANY: i32 = 1048576;

/**
 * A cue's roles in the language of a posting, each where the judge looks for it. A reach of 0: the cue has no such
 * role. All fields are numbers: in WebAssembly they lie one behind the other, where facts.ts has written them.
 */
export class CueInfo {
  /** Bits: ROLE_*; 0 until the fields are set. */
  roles: i32 = 0;
  /** The languages that the cue speaks, as bits of their numbers; SPEAKS_ENGLISH where that is one of them. */
  languages: i32 = 0;
  /** SECTION_*, or NO_SECTION. */
  section: i32 = NO_SECTION;
  /** Reaches: bits of AFTER and BEFORE. */
  required: i32 = 0;
  preferred: i32 = 0;
  mentioned: i32 = 0;
  negation: i32 = 0;
  denial: i32 = 0;
  employer: i32 = 0;
  company: i32 = 0;
  /** DEPTH_*, or NO_DEPTH, and its reach. */
  depth: i32 = NO_DEPTH;
  depthReach: i32 = 0;
  /** A number in words; -1 where it is none. */
  number: i32 = -1;
  /** ALTERNATIVE_*, or NO_ALTERNATIVE. */
  alternative: i32 = NO_ALTERNATIVE;
  /** Words in the text. */
  words: i32 = 0;
  /** Where the numbers of its evidence sets stand in the texts of Facts; 0 for none. */
  sets: i32 = 0;

  get subheading(): bool {
    return (this.roles & ROLE_SUBHEADING) !== 0;
  }
  get fact(): bool {
    return (this.roles & ROLE_FACT) !== 0;
  }
  get address(): bool {
    return (this.roles & ROLE_ADDRESS) !== 0;
  }
  get search(): bool {
    return (this.roles & ROLE_SEARCH) !== 0;
  }
  get own(): bool {
    return (this.roles & ROLE_OWN) !== 0;
  }
  get plural(): bool {
    return (this.roles & ROLE_PLURAL) !== 0;
  }
  get departure(): bool {
    return (this.roles & ROLE_DEPARTURE) !== 0;
  }
  get origin(): bool {
    return (this.roles & ROLE_ORIGIN) !== 0;
  }
  get affirmation(): bool {
    return (this.roles & ROLE_AFFIRMATION) !== 0;
  }
  /** Whether it has a role that reaches tools: a level, a negation, a denial, an origin. */
  get governs(): bool {
    return (this.roles & ROLE_GOVERNS) !== 0;
  }
  get years(): bool {
    return (this.roles & ROLE_YEARS) !== 0;
  }
  get abbreviation(): bool {
    return (this.roles & ROLE_ABBREVIATION) !== 0;
  }
  /** A number in words or an abbreviation and nothing else, in any language: no token of a sentence. */
  get isSilent(): bool {
    return (this.roles & ROLE_SILENT) !== 0;
  }
  get breaker(): bool {
    return (this.roles & ROLE_BREAKER) !== 0;
  }
  get joiner(): bool {
    return (this.roles & ROLE_JOINER) !== 0;
  }
  get opener(): bool {
    return (this.roles & ROLE_OPENER) !== 0;
  }
}

/** What a token that is no cue means: nothing. */
export const NO_INFO: CueInfo = new CueInfo();
