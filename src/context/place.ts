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
import type { bool, i32 } from "../numbers.js";
import { NO_RULE, REJECT_HASHTAG, REJECT_LINK } from "./kinds.js";
import { WordList } from "./words.js";

const SMALL_W: i32 = 0x77;

/** Top-level domains that job ads link to. Names that end so (socket.io) are aliases that cover the whole word. */
const DOMAINS: WordList = new WordList(
  "com org net io ai dev app de fr nl uk eu es it pl pt ch at be us ca co jobs careers work tech cloud me info gov edu",
);
/** What the names of files end in. */
const FILES: WordList = new WordList(
  "py txt pdf doc docx xls xlsx ppt pptx yml yaml json md csv htm html zip",
);

/**
 * Whether a match stands where no technology is asked for: in a link, a mail address, a file name or a hashtag.
 * @returns the rule that rejects it, or NO_RULE
 */
export function rejectedByPlace(folded: Uint8Array, start: i32, end: i32): i32 {
  let from = start;
  while (from > 0 && isTokenByte(folded[from - 1]!)) from--;
  let to = end;
  while (isTokenByte(folded[to]!)) to++;
  if (from === start - 1 && folded[from] === HASH && CLASS[folded[end]!] !== WORD) return REJECT_HASHTAG;
  if (from === start && to === end) return NO_RULE;
  if (isScheme(folded, end)) return REJECT_LINK;
  for (let i = from; i < to; i++) {
    if (i < start && isScheme(folded, i)) return REJECT_LINK;
    if (
      folded[i] === AT &&
      (i < start || i >= end) &&
      i > 0 &&
      CLASS[folded[i - 1]!] === WORD &&
      CLASS[folded[i + 1]!] === WORD
    ) {
      return REJECT_LINK;
    }
  }
  return startsWithWww(folded, from) || isDomainPart(folded, start, end) ? REJECT_LINK : NO_RULE;
}

/** What ends the scheme of a link stands at `i`: `://`. */
function isScheme(folded: Uint8Array, i: i32): bool {
  return folded[i] === COLON && folded[i + 1] === SLASH && folded[i + 2] === SLASH;
}

/** The run of letters, digits, dots and hyphens around the match is a host or file name longer than the match. */
function isDomainPart(folded: Uint8Array, start: i32, end: i32): bool {
  let from = start;
  while (from > 0 && isHostByte(folded[from - 1]!)) from--;
  let to = end;
  while (isHostByte(folded[to]!)) to++;
  while (to > end && CLASS[folded[to - 1]!] !== WORD) to--;
  if (from === start && to === end) return false;
  let dot = to - 1;
  while (dot >= from && folded[dot] !== FULL_STOP) dot--;
  if (dot < from) return false;
  if (FILES.has(folded, dot + 1, to)) return true;
  return DOMAINS.has(folded, dot + 1, to) && areLabels(folded, from, dot);
}

/** Whether labels of a host stand between the two offsets: letters, digits and hyphens, with single dots between them. */
function areLabels(folded: Uint8Array, from: i32, to: i32): bool {
  let label = from;
  for (let i = from; i < to; i++) {
    if (!isHostByte(folded[i]!)) return false;
    if (folded[i] !== FULL_STOP) continue;
    if (i === label) return false;
    label = i + 1;
  }
  return label < to;
}

function startsWithWww(folded: Uint8Array, from: i32): bool {
  let i = from;
  while (folded[i] === OPEN_BRACKET || folded[i] === OPEN_SQUARE || folded[i] === LESS_THAN) i++;
  return (
    folded[i] === SMALL_W &&
    folded[i + 1] === SMALL_W &&
    folded[i + 2] === SMALL_W &&
    folded[i + 3] === FULL_STOP
  );
}

function isHostByte(byte: i32): bool {
  return (CLASS[byte] === WORD && byte < 0x80) || byte === FULL_STOP || byte === HYPHEN;
}

function isTokenByte(byte: i32): bool {
  return (
    byte !== SPACE &&
    byte !== LINE_FEED &&
    byte !== IGNORED &&
    byte !== 0 &&
    byte !== COMMA &&
    byte !== SEMICOLON
  );
}
