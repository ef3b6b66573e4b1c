import { SUBJECT_BYTES } from "./apart.js";
import { Reach } from "./reach.js";
import type { Token } from "./tokens.js";
import { AFTER, BEFORE } from "./vocabulary.js";

/** What the cues of its sentence say of one tool match; the number is the token of the cue, -1 where none does. */
export interface Governed {
  required: number;
  /** Required by a cue that says so outright ("is required", "must"). */
  demanded: number;
  preferred: number;
  mentioned: number;
  negated: number;
  /** Said not to be asked for, in its own clause. */
  denied: number;
  /** The same, said in a clause that follows ("…, but no experience with it is needed"). */
  deniedLater: number;
}

function ungoverned(): Governed {
  return {
    required: -1,
    demanded: -1,
    preferred: -1,
    mentioned: -1,
    negated: -1,
    denied: -1,
    deniedLater: -1,
  };
}

const NO_TOOL: Governed = Object.freeze(ungoverned());

/**
 * Lets every cue of a sentence reach what it governs: forward to the end of its clause, or backward to its beginning,
 * never out of its bracket but for a bracket that holds nothing else ("Go (a plus)").
 * @returns one Governed a token; tokens that are no tool share one that says nothing
 */
export function govern(folded: Uint8Array, tokens: readonly Token[]): Governed[] {
  const governed = tokens.map((token) => (token.kind === "tool" ? ungoverned() : NO_TOOL));
  tokens.forEach((token, at) => {
    const info = token.info;
    if (!info?.governs || info.affirmation) return;
    const reach = new Reach(folded, tokens, governed, at);
    if (info.preferred) reach.both(info.preferred, "preferred", "preferred");
    if (info.required) {
      // "no experience with either is required": what is asked for is denied.
      const by = reach.deniedBy();
      // "(no frontend skills required)" denies what it names, and nothing before it.
      if (by >= 0) {
        if (tokens[by + 1]!.start - tokens[by]!.end <= SUBJECT_BYTES) reach.laterClause("denied");
      } else reach.both(info.required, "required", info.required & AFTER ? "required" : "demanded");
    }
    if (info.mentioned) reach.both(info.mentioned, "mentioned", "mentioned");
    if (info.negation & AFTER || (info.origin && departs(tokens, at))) reach.list("negated");
    if (info.negation & BEFORE) reach.backward("negated");
    if (info.denial & AFTER && !reach.list("denied")) reach.laterClause("denied");
    if (info.denial & BEFORE) reach.backward("denied");
  });
  return governed;
}

/** "migrating our services from": whether a word of leaving stands before the one of origin. */
function departs(tokens: readonly Token[], at: number): boolean {
  for (let j = at - 1; j >= 0 && tokens[j]!.kind !== "clause"; j--)
    if (tokens[j]!.info?.departure) return true;
  return false;
}
