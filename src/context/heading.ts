import {
  BULLET,
  CLASS,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  EXCLAMATION,
  FULL_STOP,
  IGNORED,
  isDigit,
  isLower,
  isUpper,
  LINE_FEED,
  OPEN_BRACKET,
  QUESTION,
  SEMICOLON,
  SEPARATOR,
  SPACE,
  STAR,
  WORD,
} from "../folded.js";
import type { MatchList, Scan, Section } from "../types.js";
import type { Block } from "./layout.js";
import { asksFor } from "./level.js";
import { lastVisible, nextVisible, onlyMarks } from "./marks.js";
import { firstFrom } from "./tokens.js";

/** Headings are this long at most (bytes, without the text that follows a colon in the same line). */
export const LONGEST_HEADING = 90;
/** Of a heading without mark or colon, the cue covers this share at least. */
const COVERED = 0.4;
/** The same where the heading does not begin with the cue. */
const MOSTLY = 0.6;

/** A cue that may be a heading, and where it stands. */
export interface Candidate {
  /** The cue. */
  readonly start: number;
  readonly end: number;
  readonly section: Section;
  /** It names one fact, whose value stands behind it. */
  readonly fact: boolean;
  readonly block: Block;
  readonly next: Block | undefined;
  /** An item of a list, none of which are headings. */
  readonly item: boolean;
}

/** Where the text under the heading begins, or -1 where the cue is no heading. */
export function headingBody(scan: Pick<Scan, "bytes" | "folded" | "tools">, cue: Candidate): number {
  const { bytes, folded } = scan;
  const { start, end, block } = cue;
  const size = block.end - block.text;
  const next = nextVisible(folded, end);
  if (onlyMarks(folded, block.text, start)) {
    const short = size <= LONGEST_HEADING && !endsSentence(folded, bytes, cue);
    const colon = colonBehind(folded, end, block.end);
    if (colon >= 0 && colon - block.text <= LONGEST_HEADING && covers(start, end, block.text, colon))
      return colon + 1;
    if (short && block.marked) return block.end;
    if (short && (cue.next?.bullet || !(breaksOff(folded, end, block.end) || isWishFor(scan, cue)))) {
      if (covers(start, end, block.text, block.end) && !block.bullet) return block.end;
      if (block.bullet && !cue.item && end - start >= size * MOSTLY && isUpper(bytes[start]!))
        return block.end;
      if (!block.bullet && size <= LONGEST_HEADING / 2 && isTitled(bytes, folded, block.text, block.end))
        return block.end;
    }
    // Glued: the heading runs into the capital of what follows it.
    return next === end && isGlued(bytes[end]!, cue) ? end : -1;
  }
  const asks = asksFor(cue.section);
  if (asks && bracketSpeaksOfMore(scan, block, start)) return -1;
  if (size <= LONGEST_HEADING && !block.bullet && !endsSentence(folded, bytes, cue)) {
    const titled = isTitled(bytes, folded, block.text, block.end);
    // "A degree is a plus" and "Experience With Kafka Is A Plus" speak of that, where no list below shows a heading.
    const isWish = cue.section === "preferred" && !cue.next?.bullet;
    const leads = !isWish || (titled && !holds(scan.tools, block.text, start));
    const most = end - start >= size * MOSTLY && isUpper(bytes[block.text]!) && leads;
    // "Data Engineer Qualifications"; but a list of tools may end in "Office".
    const ends = folded[lastVisible(folded, block.end)] === COLON;
    const ofRole = asks || cue.section === "responsibilities" || (cue.section === "stack" && ends);
    const closes = ofRole && end >= lastVisible(folded, block.end) && titled && leads;
    if (block.marked || most || closes || (ends && covers(start, end, block.text, block.end)))
      return block.end;
  }
  if (isShouted(folded, bytes, cue)) return block.end;
  // Inside a line: behind a sentence's end or a seam, with a capital, before a colon or another seam.
  if (!isUpper(bytes[start]!) || !behindSentence(folded, bytes, start)) return -1;
  if (folded[next] === COLON) return next + 1;
  return next === end && isGlued(bytes[end]!, cue) ? end : -1;
}

/**
 * Whether a cue stands in a bracket that holds a tool, or words before the cue: then it speaks of those, and of nothing
 * that follows ("Infrastructure (AWS preferred)"); "Infrastructure (preferred)" speaks of the infrastructure.
 */
export function bracketSpeaksOfMore(
  { folded, tools }: Pick<Scan, "folded" | "tools">,
  block: Block,
  start: number,
): boolean {
  let open = start - 1;
  while (open > block.text && folded[open] !== OPEN_BRACKET && folded[open] !== CLOSE_BRACKET) open--;
  if (open <= block.text || folded[open] !== OPEN_BRACKET) return false;
  let close = start;
  while (close < block.end && folded[close] !== CLOSE_BRACKET) close++;
  return !onlyMarks(folded, open, start) || holds(tools, start, close);
}

/** Whether a tool's match begins between the two offsets. */
export function holds(tools: MatchList, from: number, to: number): boolean {
  const first = firstFrom(tools, from);
  return first < tools.count && tools.data[3 * first + 1]! < to;
}

/** "… for our teams JOB REQUIREMENTS:" at the end of a line: the next line's heading, all in capitals. */
function isShouted(folded: Uint8Array, bytes: Uint8Array, { start, block }: Candidate): boolean {
  const colon = lastVisible(folded, block.end);
  if (folded[colon] !== COLON || colon - start > LONGEST_HEADING / 2) return false;
  if (!isLower(bytes[lastVisible(folded, start)]!)) return false;
  for (let i = start; i < colon; i++) if (isLower(bytes[i]!)) return false;
  return true;
}

/** Words that no heading ends in: the sentence goes on in the next line. */
const LEFT_OPEN: ReadonlySet<string> = new Set(
  "a an the our your of with to for and or in as if have ein eine einen einer der die das den und mit un une le la les des et".split(
    " ",
  ),
);
const LONGEST_LEFT_OPEN = 5;

/** Whether what stands behind the cue ends in an article or the like: "We are looking for a". */
function breaksOff(folded: Uint8Array, cueEnd: number, blockEnd: number): boolean {
  const start = lastWord(folded, cueEnd, blockEnd);
  return start > cueEnd && isLeftOpen(folded, start, blockEnd);
}

/** "Bonus points for a degree" and "Nice to have Kafka" are whole sentences, "Bonus points for" is a heading. */
function isWishFor({ folded, tools }: Pick<Scan, "folded" | "tools">, cue: Candidate): boolean {
  const { start, end, block, section } = cue;
  if (section !== "preferred" || onlyMarks(folded, end, block.end)) return false;
  return holds(tools, end, block.end) || isLeftOpen(folded, lastWord(folded, start, end), end);
}

function lastWord(folded: Uint8Array, from: number, to: number): number {
  let start = to;
  while (start > from && CLASS[folded[start - 1]!] === WORD) start--;
  return start;
}

function isLeftOpen(folded: Uint8Array, start: number, end: number): boolean {
  const size = end - start;
  return (
    size > 0 &&
    size <= LONGEST_LEFT_OPEN &&
    LEFT_OPEN.has(String.fromCharCode(...folded.subarray(start, end)))
  );
}

/** What a heading may run into: the capital that the next line began with; or a number, but where it is a name's part. */
function isGlued(byte: number, { fact }: Candidate): boolean {
  return isUpper(byte) || (!fact && isDigit(byte));
}

/** Whether the cue makes up enough of the heading to be what it is about ("Job" is not, of "Job title"). */
function covers(start: number, end: number, from: number, to: number): boolean {
  return end - start >= (to - from) * COVERED;
}

/** The offset of a colon that ends the heading, at most a few words behind the cue; -1 where there is none. */
function colonBehind(folded: Uint8Array, end: number, blockEnd: number): number {
  for (let i = end; i < blockEnd; i++) {
    const byte = folded[i]!;
    if (byte === COLON) return i;
    if (byte === LINE_FEED || byte === FULL_STOP || byte === COMMA || byte === SEMICOLON) return -1;
  }
  return -1;
}

/**
 * Whether a block ends as a sentence does, not as a heading. What it ends in does not count behind a cue that stands
 * alone ("Requirements.") and behind words that the list below goes on with ("In this role you will,").
 */
function endsSentence(folded: Uint8Array, bytes: Uint8Array, cue: Candidate): boolean {
  const { block, start, end, section, next } = cue;
  const at = lastVisible(folded, block.end);
  const last = folded[at];
  // "It would be great if you…" leads on: three dots, or the one character that stands for them.
  if (last === FULL_STOP && (folded[at - 1] === FULL_STOP || folded[at + 1] === IGNORED)) return false;
  if (last !== FULL_STOP && last !== COMMA && last !== SEMICOLON) return false;
  const isDuty = section === "responsibilities";
  if (block.bullet || !next || !isUpper(bytes[block.text]!) || !isUpper(bytes[next.text]!)) return true;
  if (start !== block.text) return true;
  const alone = end === at && (isDuty || asksFor(section));
  return !(alone || (isDuty && last === COMMA && covers(start, end, block.text, block.end)));
}

/** Whether most words longer than three letters begin with a capital. */
function isTitled(bytes: Uint8Array, folded: Uint8Array, start: number, end: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = start; i < end; ) {
    if (CLASS[folded[i]!] !== WORD) {
      i++;
      continue;
    }
    const word = i;
    while (i < end && CLASS[folded[i]!] !== SEPARATOR) i++;
    if (i - word > 3) {
      words++;
      if (isUpper(bytes[word]!)) capitals++;
    }
  }
  return words > 0 && capitals * 2 > words;
}

/** Whether a sentence ends, a bullet stands or text was glued directly before `start`. */
function behindSentence(folded: Uint8Array, bytes: Uint8Array, start: number): boolean {
  let i = start - 1;
  let spaces = 0;
  while (i >= 0 && (folded[i] === SPACE || folded[i] === IGNORED || folded[i] === STAR)) {
    if (folded[i] === SPACE) spaces++;
    i--;
  }
  if (i < 0) return true;
  const byte = folded[i]!;
  if (byte === LINE_FEED) return true;
  if (CLASS[byte] === WORD) return i === start - 1 ? !isUpper(bytes[i]!) : spaces > 2;
  return (
    byte === FULL_STOP ||
    byte === EXCLAMATION ||
    byte === QUESTION ||
    byte === CLOSE_BRACKET ||
    byte === BULLET ||
    byte === COLON ||
    byte === SEMICOLON
  );
}
