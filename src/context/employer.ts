import { CLASS, IGNORED, LINE_FEED, QUESTION, SPACE, WORD } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { ROLE_EMPLOYER } from "./cue.js";
import { AFTER, BEFORE } from "./kinds.js";
import { asksFor } from "./level.js";
import type { IntList, Pool } from "./pool.js";
import type { Sentence } from "./reading.js";
import type { Decision } from "./resolve.js";
import { TOKEN_CLAUSE, TOKEN_COLON, TOKEN_COMMA, TOKEN_CUE, TOKEN_TOOL } from "./token.js";

/**
 * The tools whose names are the employer's: those that stand, once at least, where the employer speaks of itself
 * ("About Xy", "At Xy, we …", "Xy is hiring"), and that open the sentence or heading with it.
 * @param employers takes the tool indexes, each once
 */
export function findEmployers(
  folded: Uint8Array,
  sentences: Pool<Sentence>,
  decisions: Pool<Decision>,
  employers: IntList,
): void {
  employers.clear();
  for (let s = 0; s < sentences.count; s++) {
    const sentence = sentences.at(s);
    if ((sentence.roles & ROLE_EMPLOYER) === 0) continue;
    const tokens = sentence.tokens;
    for (let at = 0; at < tokens.count; at++) {
      const token = tokens.at(at);
      if (token.kind !== TOKEN_TOOL || !namesEmployer(folded, sentence, at)) continue;
      const tool = decisions.at(token.ref).own.tool;
      if (!employers.includes(tool)) employers.push(tool);
    }
  }
}

/** Whether the employer speaks of itself by the name at token `at`. */
function namesEmployer(folded: Uint8Array, sentence: Sentence, at: i32): bool {
  const tokens = sentence.tokens;
  const token = tokens.at(at);
  const behind = at + 1;
  if (at > 0) {
    const before = tokens.at(at - 1);
    if ((before.info.employer & AFTER) !== 0 && touches(folded, before.end, token.start)) {
      // "at" and "why" are words of any sentence: they must open it, and the name be set off or end it.
      if (!startsSentence(folded, sentence.start, before.start)) return false;
      // "At Xy, we …" sets the name off; "At Xy, Yz and others" goes on with a list.
      if (behind < tokens.count && tokens.at(behind).kind === TOKEN_COMMA)
        return behind + 1 >= tokens.count || tokens.at(behind + 1).kind !== TOKEN_TOOL;
      return token.end >= sentence.end - 1 || folded[token.end] === QUESTION;
    }
  }
  if (behind >= tokens.count) return false;
  const after = tokens.at(behind);
  return (
    (after.info.employer & BEFORE) !== 0 &&
    touches(folded, token.end, after.start) &&
    startsSentence(folded, sentence.start, token.start)
  );
}

/** No word between the beginning of the sentence and `at`. */
function startsSentence(folded: Uint8Array, start: i32, at: i32): bool {
  for (let i = start; i < at; i++) if (CLASS[folded[i]!] === WORD) return false;
  return true;
}

function touches(folded: Uint8Array, left: i32, right: i32): bool {
  for (let i = left; i < right; i++) {
    if (folded[i] !== SPACE && folded[i] !== IGNORED && folded[i] !== LINE_FEED) return false;
  }
  return true;
}

/** Bytes between the words that announce companies and the first of them. */
const COMPANY_BYTES: i32 = 32;

/**
 * The token of the cue that says that the match is named as a company ("customers such as …"), or -1: the match is
 * the first tool behind it, or a member of the list that begins there. Under requirements nobody lists customers.
 * @param section SECTION_* of the one that the match stands in
 */
export function companyCue(sentence: Sentence, at: i32, section: i32): i32 {
  const tokens = sentence.tokens;
  let first = tokens.at(at).start;
  if (asksFor(section)) return -1;
  for (let j = at - 1; j >= 0; j--) {
    const token = tokens.at(j);
    if (token.kind === TOKEN_TOOL) first = token.start;
    else if ((token.info.company & AFTER) !== 0) {
      // "GraphQL clients such as …" are no customers.
      const named = j > 0 && tokens.at(j - 1).kind === TOKEN_TOOL && token.start - tokens.at(j - 1).end <= 1;
      return first - token.end <= COMPANY_BYTES && !named ? j : -1;
    } else if (token.kind === TOKEN_CLAUSE || token.kind === TOKEN_COLON || token.info.breaker) break;
    else if (token.kind === TOKEN_CUE && !token.info.joiner) break;
  }
  for (let j = at + 1; j < tokens.count; j++) {
    const token = tokens.at(j);
    if ((token.info.company & BEFORE) !== 0) {
      return token.start - tokens.at(j - 1).end <= COMPANY_BYTES ? j : -1;
    }
    if (token.kind !== TOKEN_TOOL && token.kind !== TOKEN_COMMA && !token.info.joiner) break;
  }
  return -1;
}
