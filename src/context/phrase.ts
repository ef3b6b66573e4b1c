import { DASH, HYPHEN } from "../folded.js";
import type { Token } from "./tokens.js";
import { AFTER, type CueInfo } from "./vocabulary.js";

/** Bytes between an adjective and the experience that it describes ("strong software development experience in"). */
export const PHRASE_BYTES = 24;
/** Bytes between a dash, which may be three bytes long, and the tool behind it. */
const TOUCHING = 4;

/** "strong", "hands-on": describes the experience that follows, and is not plain experience itself. */
export function isAdjective({ depth, depthReach, words }: CueInfo): boolean {
  return depth !== null && depth !== "working" && words <= 2 && (depthReach & AFTER) !== 0;
}

/** Whether the clause end at `at` is a dash that goes on to a tool ("experience with a public cloud – AWS, GCP"). */
export function dashesTo(folded: Uint8Array, tokens: readonly Token[], at: number): boolean {
  const { start, end } = tokens[at]!;
  const next = tokens[at + 1];
  const isDash = folded[start] === HYPHEN || folded[start] === DASH;
  return isDash && next?.kind === "tool" && next.start - end <= TOUCHING;
}
