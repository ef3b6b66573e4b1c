import type { bool, i32 } from "../numbers.js";
import type { Pool } from "./pool.js";
import { TOKEN_CLAUSE, TOKEN_CLOSE, TOKEN_COLON, TOKEN_TOOL, type Token } from "./token.js";

/** Bytes between an item and the bracket that speaks of it. */
export const ITEM_BYTES: i32 = 16;

/** "Java (nice to have)": whether the bracket that opens at a token stands behind a tool. */
export function isBehindTool(tokens: Pool<Token>, open: i32): bool {
  if (open < 1) return false;
  const before = tokens.at(open - 1);
  return before.kind === TOKEN_TOOL && tokens.at(open).start - before.end <= ITEM_BYTES;
}

/** Whether the cue at a token stands alone in its bracket. */
export function fillsBracket(tokens: Pool<Token>, cue: i32): bool {
  const bracket = tokens.at(cue).bracket;
  if (bracket < 0 || bracket !== cue - 1) return false;
  return cue + 1 < tokens.count && tokens.at(cue + 1).kind === TOKEN_CLOSE;
}

/**
 * "(preferred Python or Go)", "(preferred) experience with Go", "Preferred: Go": nothing stands before the cue in its
 * bracket; or it fills a bracket with which the sentence begins.
 */
export function leadsBracket(tokens: Pool<Token>, cue: i32): bool {
  const bracket = tokens.at(cue).bracket;
  if (bracket < 0) return cue === 0;
  return bracket === cue - 1 && (bracket === 0 || !fillsBracket(tokens, cue));
}

/** Whether a colon or the end of a clause stands at a token; there need be none. */
export function isColon(tokens: Pool<Token>, at: i32): bool {
  if (at >= tokens.count) return false;
  const kind = tokens.at(at).kind;
  return kind === TOKEN_COLON || kind === TOKEN_CLAUSE;
}
