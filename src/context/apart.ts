import { COMMA, FULL_STOP, SEMICOLON } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { AFTER, DEPTH_EXPERT, NO_ALTERNATIVE } from "./kinds.js";
import { isLevelCue, SLASH_BYTES } from "./lists.js";
import type { Pool } from "./pool.js";
import { TOKEN_CLAUSE, TOKEN_COLON, TOKEN_COMMA, TOKEN_CUE, TOKEN_TOOL, type Token } from "./token.js";

/** Bytes behind a comma in which more than a short word stands. */
export const SUBJECT_BYTES: i32 = 8;
/** Bytes between a head and a tool in which an object of another kind stands ("experience with brokers such as Kafka"). */
const OBJECT_BYTES: i32 = 14;

/**
 * "Python, other languages are a plus": words between the comma or semicolon at `mark` and the cue at `cue` that name
 * something else. Behind a dash stands what is said of the thing before it.
 */
export function hasSubject(folded: Uint8Array, tokens: Pool<Token>, mark: i32, cue: i32): bool {
  const before = tokens.at(mark);
  const byte: i32 = folded[before.start]!;
  if (byte !== COMMA && byte !== SEMICOLON) return false;
  for (let j = mark + 1; j < cue; j++) {
    // The comma is one of a list's: what stands behind it is a member that is no tool, or "or similar software".
    const token = tokens.at(j);
    if (token.kind === TOKEN_COMMA) return false;
    if (token.info.joiner || token.info.alternative !== NO_ALTERNATIVE) return false;
  }
  // "other" and "languages" are words of cues, and say nothing by themselves.
  let next = mark + 1;
  while (next < cue && tokens.at(next).kind === TOKEN_CUE && !tokens.at(next).info.governs) next++;
  return tokens.at(next).start - before.end > SUBJECT_BYTES;
}

/**
 * "Strong Python, Go is a plus": whether what stands between the comma and the cue at `cue` is a statement of its own:
 * one tool without a joiner, and before the comma a head with one tool, or a list that "and" has closed or that an expert
 * is asked for. Not so in "experience with Python, Java, Go is a plus" and "experience with brokers such as Kafka,
 * RabbitMQ is a plus", where the head has another object, where dots end the list ("Experience with Go, Rust... is a
 * plus"), and where the cue speaks of several things ("Go and Rust, Scala are a plus").
 */
export function startsAnew(folded: Uint8Array, tokens: Pool<Token>, comma: i32, cue: i32): bool {
  for (let k = comma + 1; k < cue; k++) {
    if (tokens.at(k).info.joiner || tokens.at(k).kind === TOKEN_COMMA) return false;
  }
  if (tokens.at(cue).info.plural) return false;
  const stop = tokens.at(cue - 1).end;
  if (folded[stop] === FULL_STOP && tokens.at(cue).start > stop + 1) return false;
  let tools = 0;
  let first = comma;
  let closed = false;
  let alone = true;
  for (let k = comma - 1; k >= 0; k--) {
    const token = tokens.at(k);
    if (token.kind === TOKEN_TOOL) {
      const next = tokens.at(k + 1);
      // "Kafka/Flink" is one member.
      if (next.kind !== TOKEN_TOOL || next.start - token.end > SLASH_BYTES) tools++;
      first = k;
    }
    const info = token.info;
    if (token.kind === TOKEN_CLAUSE || info.breaker) return false;
    if (token.kind === TOKEN_COMMA) alone = false;
    if (info.joiner) {
      if (tools === 1) closed = true;
    } else if (info.required !== 0) {
      const head = tokens.at(first);
      const object = head.bracket === token.bracket && head.start - token.end > OBJECT_BYTES;
      const apart = (tools === 1 && alone) || info.depth === DEPTH_EXPERT;
      return tools > 0 && (closed || (apart && !object));
    }
  }
  return false;
}

/**
 * "Experience with AWS and Docker (preferred)", "Python: 3 years (preferred)": whether all that stands before the bracket
 * at `open`, with which the sentence ends, is one head and its tools, closed by "and" or "or" where there are several; or
 * one tool and its years; or no list at all ("Use Docker for containers (preferred)").
 */
export function isOneList(tokens: Pool<Token>, open: i32): bool {
  if (open + 3 !== tokens.count) return false;
  let head = false;
  let joined = true;
  let listed = false;
  let colon = false;
  let tools = 0;
  for (let j = 0; j < open; j++) {
    const kind = tokens.at(j).kind;
    const info = tokens.at(j).info;
    if (kind === TOKEN_TOOL) tools++;
    else if (kind === TOKEN_COMMA) joined = false;
    else if (kind === TOKEN_COLON) colon = true;
    else if (kind !== TOKEN_CUE || info.breaker) return false;
    else if (info.joiner || info.alternative !== NO_ALTERNATIVE) {
      joined = true;
      listed = true;
    } else if (info.years && colon) continue;
    else if (info.mentioned !== 0) continue;
    else if (isLevelCue(info) && (tools > 0 || (info.required & AFTER) === 0)) return false;
    else if (info.required !== 0) head = true;
  }
  if (colon) return tools === 1 && tokens.at(0).kind === TOKEN_TOOL;
  return tools > 0 && joined && (head || !listed);
}
