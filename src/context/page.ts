import type { i32 } from "../numbers.js";
import type { CueInfo } from "./cue.js";
import type { Facts } from "./facts.js";

/** Matches of one kind, in order of `start`, none overlapping another. */
export class Found {
  count: i32 = 0;
  /** `pattern, start, end` of match i at 3 × i. */
  data: Int32Array = new Int32Array(0);

  pattern(index: i32): i32 {
    return this.data[3 * index]!;
  }

  start(index: i32): i32 {
    return this.data[3 * index + 1]!;
  }

  end(index: i32): i32 {
    return this.data[3 * index + 2]!;
  }

  /** The first match that starts at `offset` or later; `count` where there is none. */
  firstFrom(offset: i32): i32 {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.data[3 * middle + 1]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a match begins between the two offsets. */
  holds(from: i32, to: i32): boolean {
    const first = this.firstFrom(from);
    return first < this.count && this.data[3 * first + 1]! < to;
  }
}

/** The posting in hand, with what was found in it. One page serves one posting after another. */
export class Page {
  /** The posting's bytes, and the same folded; `folded` is zero for 16 bytes behind the text. */
  bytes: Uint8Array = new Uint8Array(0);
  folded: Uint8Array = new Uint8Array(0);
  length: i32 = 0;
  /** Offsets of the line feeds of `folded`, in order. */
  lineCount: i32 = 0;
  lines: Int32Array = new Int32Array(0);
  /** Patterns are alias indexes. */
  readonly tools: Found = new Found();
  /** Patterns are cue indexes. */
  readonly cues: Found = new Found();
  /** By cue: what it means, in the language that the facts speak. */
  readonly infos: CueInfo[] = [];
  /** The roles that any of them has: bits, ROLE_*. */
  roles: i32 = 0;
  /** What the taxonomy says of them. */
  readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** Notes what the cues mean, in the language that the facts speak. */
  readCues(): void {
    this.roles = this.facts.readCues(this.cues, this.infos);
  }

  /** What a cue means. */
  info(cue: i32): CueInfo {
    return this.infos[cue]!;
  }
}
