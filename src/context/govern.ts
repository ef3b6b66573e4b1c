import type { bool, i32 } from "../numbers.js";
import { SUBJECT_BYTES } from "./apart.js";
import { AFTER, BEFORE } from "./kinds.js";
import type { Page } from "./page.js";
import type { Pool } from "./pool.js";
import { Reach } from "./reach.js";
import {
  GOVERNED_DEMANDED,
  GOVERNED_DENIED,
  GOVERNED_MENTIONED,
  GOVERNED_NEGATED,
  GOVERNED_PREFERRED,
  GOVERNED_REQUIRED,
  TOKEN_CLAUSE,
  type Token,
} from "./token.js";

/** The cue in hand. */
const reach: Reach = new Reach();

/**
 * Lets every cue of a sentence reach what it governs: forward to the end of its clause, or backward to its beginning,
 * never out of its bracket but for a bracket that holds nothing else ("Go (a plus)").
 * @param tokens as tokenize leaves them; takes in `governed` of each tool what is said of it
 */
export function govern(page: Page, tokens: Pool<Token>): void {
  for (let at = 0; at < tokens.count; at++) {
    const info = tokens.at(at).info;
    if (!info.governs || info.affirmation) continue;
    reach.begin(page.folded, tokens, at);
    if (info.preferred !== 0) reach.both(info.preferred, GOVERNED_PREFERRED, GOVERNED_PREFERRED);
    if (info.required !== 0) {
      // "no experience with either is required": what is asked for is denied.
      const by = reach.deniedBy();
      // "(no frontend skills required)" denies what it names, and nothing before it.
      if (by >= 0) {
        if (tokens.at(by + 1).start - tokens.at(by).end <= SUBJECT_BYTES) {
          reach.laterClause(GOVERNED_DENIED, at);
        }
      } else {
        const outright = (info.required & AFTER) === 0;
        reach.both(info.required, GOVERNED_REQUIRED, outright ? GOVERNED_DEMANDED : GOVERNED_REQUIRED);
      }
    }
    if (info.mentioned !== 0) reach.both(info.mentioned, GOVERNED_MENTIONED, GOVERNED_MENTIONED);
    if ((info.negation & AFTER) !== 0 || (info.origin && departs(tokens, at))) reach.list(GOVERNED_NEGATED);
    if ((info.negation & BEFORE) !== 0) reach.backward(GOVERNED_NEGATED);
    if ((info.denial & AFTER) !== 0 && !reach.list(GOVERNED_DENIED)) reach.laterClause(GOVERNED_DENIED, at);
    if ((info.denial & BEFORE) !== 0) reach.backward(GOVERNED_DENIED);
  }
}

/** "migrating our services from": whether a word of leaving stands before the one of origin. */
function departs(tokens: Pool<Token>, at: i32): bool {
  for (let j = at - 1; j >= 0 && tokens.at(j).kind !== TOKEN_CLAUSE; j--) {
    if (tokens.at(j).info.departure) return true;
  }
  return false;
}
