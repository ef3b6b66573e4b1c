import { COMMA, FULL_STOP, SEMICOLON } from "../folded.js";
import { isLevelCue, SLASH_BYTES } from "./lists.js";
import type { Token } from "./tokens.js";
import { AFTER } from "./vocabulary.js";

/** Bytes behind a comma in which more than a short word stands. */
export const SUBJECT_BYTES = 8;
/** Bytes between a head and a tool in which an object of another kind stands ("experience with brokers such as Kafka"). */
const OBJECT_BYTES = 14;

/**
 * "Python, other languages are a plus": words between the comma or semicolon at `mark` and the cue at `cue` that name
 * something else. Behind a dash stands what is said of the thing before it.
 */
export function hasSubject(folded: Uint8Array, tokens: readonly Token[], mark: number, cue: number): boolean {
  const { start, end } = tokens[mark]!;
  if (folded[start] !== COMMA && folded[start] !== SEMICOLON) return false;
  for (let j = mark + 1; j < cue; j++) {
    // The comma is one of a list's: what stands behind it is a member that is no tool, or "or similar software".
    const { kind, info } = tokens[j]!;
    if (kind === "comma" || info?.joiner || info?.alternative) return false;
  }
  // "other" and "languages" are words of cues, and say nothing by themselves.
  let next = mark + 1;
  while (next < cue && tokens[next]!.info?.governs === false) next++;
  return tokens[next]!.start - end > SUBJECT_BYTES;
}

/**
 * "Strong Python, Go is a plus": whether what stands between the comma and the cue at `cue` is a statement of its own:
 * one tool without a joiner, and before the comma a head with one tool, or a list that "and" has closed or that an expert
 * is asked for. Not so in "experience with Python, Java, Go is a plus" and "experience with brokers such as Kafka,
 * RabbitMQ is a plus", where the head has another object, where dots end the list ("Experience with Go, Rust... is a
 * plus"), and where the cue speaks of several things ("Go and Rust, Scala are a plus").
 */
export function startsAnew(
  folded: Uint8Array,
  tokens: readonly Token[],
  comma: number,
  cue: number,
): boolean {
  for (let k = comma + 1; k < cue; k++)
    if (tokens[k]!.info?.joiner || tokens[k]!.kind === "comma") return false;
  if (tokens[cue]!.info!.plural) return false;
  const { end } = tokens[cue - 1]!;
  if (folded[end] === FULL_STOP && tokens[cue]!.start > end + 1) return false;
  let tools = 0;
  let first = comma;
  let closed = false;
  let alone = true;
  for (let k = comma - 1; k >= 0; k--) {
    const token = tokens[k]!;
    if (token.kind === "tool") {
      const next = tokens[k + 1]!;
      // "Kafka/Flink" is one member.
      if (next.kind !== "tool" || next.start - token.end > SLASH_BYTES) tools++;
      first = k;
    }
    if (token.kind === "clause" || token.info?.breaker) return false;
    if (token.kind === "comma") alone = false;
    if (token.info?.joiner) closed ||= tools === 1;
    else if (token.info && token.info.required !== 0) {
      const head = tokens[first]!;
      const object = head.bracket === token.bracket && head.start - token.end > OBJECT_BYTES;
      const apart = (tools === 1 && alone) || token.info.depth === "expert";
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
export function isOneList(tokens: readonly Token[], open: number): boolean {
  if (open + 3 !== tokens.length) return false;
  let head = false;
  let joined = true;
  let listed = false;
  let colon = false;
  let tools = 0;
  for (let j = 0; j < open; j++) {
    const { kind, info } = tokens[j]!;
    if (kind === "tool") tools++;
    else if (kind === "comma") joined = false;
    else if (kind === "colon") colon = true;
    else if (info === null || info.breaker) return false;
    else if (info.joiner || info.alternative !== null) joined = listed = true;
    else if (info.years && colon) continue;
    else if (info.mentioned !== 0) continue;
    else if (isLevelCue(info) && (tools > 0 || (info.required & AFTER) === 0)) return false;
    else head ||= info.required !== 0;
  }
  if (colon) return tools === 1 && tokens[0]!.kind === "tool";
  return tools > 0 && joined && (head || !listed);
}
