import { DASH, HYPHEN } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import type { CueInfo } from "./cue.js";
import { AFTER, DEPTH_WORKING, NO_DEPTH } from "./kinds.js";
import type { Pool } from "./pool.js";
import { TOKEN_TOOL, type Token } from "./token.js";

/** Bytes between an adjective and the experience that it describes ("strong software development experience in"). */
export const PHRASE_BYTES: i32 = 24;
/** Bytes between a dash, which may be three bytes long, and the tool behind it. */
const TOUCHING: i32 = 4;

/** "strong", "hands-on": describes the experience that follows, and is not plain experience itself. */
export function isAdjective(info: CueInfo): bool {
  if (info.depth === NO_DEPTH || info.depth === DEPTH_WORKING) return false;
  return info.words <= 2 && (info.depthReach & AFTER) !== 0;
}

/** Whether the clause end at `at` is a dash that goes on to a tool ("experience with a public cloud – AWS, GCP"). */
export function dashesTo(folded: Uint8Array, tokens: Pool<Token>, at: i32): bool {
  if (at + 1 >= tokens.count) return false;
  const next = tokens.at(at + 1);
  if (next.kind !== TOKEN_TOOL) return false;
  const dash = tokens.at(at);
  const byte: i32 = folded[dash.start]!;
  return (byte === HYPHEN || byte === DASH) && next.start - dash.end <= TOUCHING;
}
