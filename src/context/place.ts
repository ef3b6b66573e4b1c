import {
  AT,
  CLASS,
  COLON,
  COMMA,
  FULL_STOP,
  HASH,
  HYPHEN,
  IGNORED,
  LESS_THAN,
  LINE_FEED,
  OPEN_BRACKET,
  OPEN_SQUARE,
  SEMICOLON,
  SLASH,
  SPACE,
  WORD,
} from "../folded.js";
import type { RuleId } from "./rules.js";

const SMALL_W = 0x77;
const decoder = new TextDecoder();

/** Top-level domains that job ads link to. Names that end so (socket.io) are aliases that cover the whole word. */
const DOMAIN =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|io|ai|dev|app|de|fr|nl|uk|eu|es|it|pl|pt|ch|at|be|us|ca|co|jobs|careers|work|tech|cloud|me|info|gov|edu)$/;
const FILE = /\.(py|txt|pdf|docx?|xlsx?|pptx?|ya?ml|json|md|csv|html?|zip)$/;

/**
 * Whether a match stands where no technology is asked for: in a link, a mail address, a file name or a hashtag.
 * @returns the rule that rejects it, or null
 */
export function rejectedByPlace(folded: Uint8Array, start: number, end: number): RuleId | null {
  let from = start;
  while (from > 0 && isTokenByte(folded[from - 1]!)) from--;
  let to = end;
  while (isTokenByte(folded[to]!)) to++;
  if (folded[start - 1] === HASH && from === start - 1 && CLASS[folded[end]!] !== WORD)
    return "reject.hashtag";
  if (from === start && to === end) return null;
  if (folded[end] === COLON && folded[end + 1] === SLASH && folded[end + 2] === SLASH) return "reject.link";
  for (let i = from; i < to; i++) {
    const byte = folded[i]!;
    if (byte === COLON && folded[i + 1] === SLASH && folded[i + 2] === SLASH && i < start)
      return "reject.link";
    if (
      byte === AT &&
      (i < start || i >= end) &&
      CLASS[folded[i - 1]!] === WORD &&
      CLASS[folded[i + 1]!] === WORD
    ) {
      return "reject.link";
    }
  }
  if (startsWithWww(folded, from)) return "reject.link";
  return isDomainPart(folded, start, end) ? "reject.link" : null;
}

/** The run of letters, digits, dots and hyphens around the match is a host or file name longer than the match. */
function isDomainPart(folded: Uint8Array, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && isHostByte(folded[from - 1]!)) from--;
  let to = end;
  while (isHostByte(folded[to]!)) to++;
  while (to > end && !(CLASS[folded[to - 1]!] === WORD)) to--;
  if (from === start && to === end) return false;
  let dot = false;
  for (let i = from; i < to; i++) if (folded[i] === FULL_STOP && CLASS[folded[i + 1]!] === WORD) dot = true;
  if (!dot) return false;
  const host = decoder.decode(folded.subarray(from, to));
  return DOMAIN.test(host) || FILE.test(host);
}

function startsWithWww(folded: Uint8Array, i: number): boolean {
  while (folded[i] === OPEN_BRACKET || folded[i] === OPEN_SQUARE || folded[i] === LESS_THAN) i++;
  return (
    folded[i] === SMALL_W &&
    folded[i + 1] === SMALL_W &&
    folded[i + 2] === SMALL_W &&
    folded[i + 3] === FULL_STOP
  );
}

function isHostByte(byte: number): boolean {
  return (CLASS[byte] === WORD && byte < 0x80) || byte === FULL_STOP || byte === HYPHEN;
}

function isTokenByte(byte: number): boolean {
  return (
    byte !== SPACE &&
    byte !== LINE_FEED &&
    byte !== IGNORED &&
    byte !== 0 &&
    byte !== COMMA &&
    byte !== SEMICOLON
  );
}
