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
import type { bool, i32 } from "../numbers.js";
import { ByteSet, nextByte } from "./bytes.js";
import { NO_SECTION, SECTION_PREFERRED, SECTION_RESPONSIBILITIES, SECTION_STACK } from "./kinds.js";
import { Block } from "./layout.js";
import { asksFor } from "./level.js";
import { lastVisible, nextVisible, onlyMarks } from "./marks.js";
import type { Page } from "./page.js";
import { WordList } from "./words.js";

/** Headings are this long at most (bytes, without the text that follows a colon in the same line). */
export const LONGEST_HEADING: i32 = 90;
/** Of a heading without mark or colon, the cue covers this share at least. */
const COVERED = 0.4;
/** The same where the heading does not begin with the cue. */
const MOSTLY = 0.6;
const BRACKETS: ByteSet = new ByteSet([OPEN_BRACKET, CLOSE_BRACKET]);

/** A cue that may be a heading, and where it stands. */
export class Candidate {
  /** The cue. */
  start: i32 = 0;
  end: i32 = 0;
  /** SECTION_*. */
  section: i32 = NO_SECTION;
  /** It names one fact, whose value stands behind it. */
  fact: bool = false;
  block: Block = new Block();
  /** The block below; null behind the last. */
  next: Block | null = null;
  /** An item of a list, none of which are headings. */
  item: bool = false;
}

/** Where the text under the heading begins, or -1 where the cue is no heading. */
export function headingBody(page: Page, cue: Candidate): i32 {
  const bytes = page.bytes;
  const folded = page.folded;
  const start = cue.start;
  const end = cue.end;
  const block = cue.block;
  const size = block.end - block.text;
  const next = nextVisible(folded, end);
  if (onlyMarks(folded, block.text, start)) {
    const short = size <= LONGEST_HEADING && !endsSentence(page, cue);
    const colon = colonBehind(folded, end, block.end);
    if (colon >= 0 && colon - block.text <= LONGEST_HEADING && covers(start, end, block.text, colon))
      return colon + 1;
    if (short && block.marked) return block.end;
    if (short && (leadsList(cue) || !(breaksOff(folded, end, block.end) || isWishFor(page, cue)))) {
      if (covers(start, end, block.text, block.end) && !block.bullet) return block.end;
      if (block.bullet && !cue.item && end - start >= size * MOSTLY && isUpper(bytes[start]!))
        return block.end;
      if (!block.bullet && size <= LONGEST_HEADING / 2 && isTitled(bytes, folded, block.text, block.end))
        return block.end;
    }
    // Glued: the heading runs into the capital of what follows it.
    return next === end && isGlued(bytes[end]!, cue.fact) ? end : -1;
  }
  const asks = asksFor(cue.section);
  if (asks && bracketSpeaksOfMore(page, block, start)) return -1;
  if (size <= LONGEST_HEADING && !block.bullet && !endsSentence(page, cue)) {
    const titled = isTitled(bytes, folded, block.text, block.end);
    // "A degree is a plus" and "Experience With Kafka Is A Plus" speak of that, where no list below shows a heading.
    const isWish = cue.section === SECTION_PREFERRED && !leadsList(cue);
    const leads = !isWish || (titled && !page.tools.holds(block.text, start));
    const most = end - start >= size * MOSTLY && isUpper(bytes[block.text]!) && leads;
    // "Data Engineer Qualifications"; but a list of tools may end in "Office".
    const ends = folded[lastVisible(folded, block.end)] === COLON;
    const ofRole =
      asks || cue.section === SECTION_RESPONSIBILITIES || (cue.section === SECTION_STACK && ends);
    const closes = ofRole && end >= lastVisible(folded, block.end) && titled && leads;
    if (block.marked || most || closes || (ends && covers(start, end, block.text, block.end)))
      return block.end;
  }
  if (isShouted(page, cue)) return block.end;
  // Inside a line: behind a sentence's end or a seam, with a capital, before a colon or another seam.
  if (!isUpper(bytes[start]!) || !behindSentence(folded, bytes, start)) return -1;
  if (folded[next] === COLON) return next + 1;
  return next === end && isGlued(bytes[end]!, cue.fact) ? end : -1;
}

/**
 * Whether a cue stands in a bracket that holds a tool, or words before the cue: then it speaks of those, and of nothing
 * that follows ("Infrastructure (AWS preferred)"); "Infrastructure (preferred)" speaks of the infrastructure.
 */
export function bracketSpeaksOfMore(page: Page, block: Block, start: i32): bool {
  const folded = page.folded;
  const open = BRACKETS.last(folded, block.text + 1, start);
  if (open <= block.text || folded[open] !== OPEN_BRACKET) return false;
  return (
    !onlyMarks(folded, open, start) ||
    page.tools.holds(start, nextByte(folded, CLOSE_BRACKET, start, block.end))
  );
}

/** Whether a list stands below. */
function leadsList(cue: Candidate): bool {
  const next = cue.next;
  if (next === null) return false;
  return next.bullet;
}

/** "… for our teams JOB REQUIREMENTS:" at the end of a line: the next line's heading, all in capitals. */
function isShouted(page: Page, cue: Candidate): bool {
  const bytes = page.bytes;
  const folded = page.folded;
  const start = cue.start;
  const colon = lastVisible(folded, cue.block.end);
  if (folded[colon] !== COLON || colon - start > LONGEST_HEADING / 2) return false;
  if (!isLower(bytes[lastVisible(folded, start)]!)) return false;
  for (let i = start; i < colon; i++) if (isLower(bytes[i]!)) return false;
  return true;
}

/** Words that no heading ends in: the sentence goes on in the next line. */
const LEFT_OPEN: WordList = new WordList(
  "a an the our your of with to for and or in as if have ein eine einen einer der die das den und mit un une le la les des et",
);

/** Whether what stands behind the cue ends in an article or the like: "We are looking for a". */
function breaksOff(folded: Uint8Array, cueEnd: i32, blockEnd: i32): bool {
  const start = lastWord(folded, cueEnd, blockEnd);
  return start > cueEnd && LEFT_OPEN.has(folded, start, blockEnd);
}

/** "Bonus points for a degree" and "Nice to have Kafka" are whole sentences, "Bonus points for" is a heading. */
function isWishFor(page: Page, cue: Candidate): bool {
  const folded = page.folded;
  const end = cue.end;
  const blockEnd = cue.block.end;
  if (cue.section !== SECTION_PREFERRED || onlyMarks(folded, end, blockEnd)) return false;
  return page.tools.holds(end, blockEnd) || LEFT_OPEN.has(folded, lastWord(folded, cue.start, end), end);
}

function lastWord(folded: Uint8Array, from: i32, to: i32): i32 {
  let start = to;
  while (start > from && CLASS[folded[start - 1]!] === WORD) start--;
  return start;
}

/** What a heading may run into: the capital that the next line began with; or a number, but where it is a name's part. */
function isGlued(byte: i32, fact: bool): bool {
  return isUpper(byte) || (!fact && isDigit(byte));
}

/** Whether the cue makes up enough of the heading to be what it is about ("Job" is not, of "Job title"). */
function covers(start: i32, end: i32, from: i32, to: i32): bool {
  return end - start >= (to - from) * COVERED;
}

/** The offset of a colon that ends the heading, at most a few words behind the cue; -1 where there is none. */
function colonBehind(folded: Uint8Array, end: i32, blockEnd: i32): i32 {
  for (let i = end; i < blockEnd; i++) {
    const byte: i32 = folded[i]!;
    if (byte === COLON) return i;
    if (byte === LINE_FEED || byte === FULL_STOP || byte === COMMA || byte === SEMICOLON) return -1;
  }
  return -1;
}

/**
 * Whether a block ends as a sentence does, not as a heading. What it ends in does not count behind a cue that stands
 * alone ("Requirements.") and behind words that the list below goes on with ("In this role you will,").
 */
function endsSentence(page: Page, cue: Candidate): bool {
  const bytes = page.bytes;
  const folded = page.folded;
  const start = cue.start;
  const end = cue.end;
  const block = cue.block;
  const next = cue.next;
  const at = lastVisible(folded, block.end);
  const last: i32 = folded[at]!;
  // "It would be great if you…" leads on: three dots, or the one character that stands for them.
  if (last === FULL_STOP && (folded[at - 1] === FULL_STOP || folded[at + 1] === IGNORED)) return false;
  if (last !== FULL_STOP && last !== COMMA && last !== SEMICOLON) return false;
  const isDuty = cue.section === SECTION_RESPONSIBILITIES;
  if (block.bullet || next === null || !isUpper(bytes[block.text]!) || !isUpper(bytes[next.text]!))
    return true;
  if (start !== block.text) return true;
  const alone = end === at && (isDuty || asksFor(cue.section));
  return !(alone || (isDuty && last === COMMA && covers(start, end, block.text, block.end)));
}

/** Whether most words longer than three letters begin with a capital. */
function isTitled(bytes: Uint8Array, folded: Uint8Array, start: i32, end: i32): bool {
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
function behindSentence(folded: Uint8Array, bytes: Uint8Array, start: i32): bool {
  let i = start - 1;
  let spaces = 0;
  while (i >= 0 && (folded[i] === SPACE || folded[i] === IGNORED || folded[i] === STAR)) {
    if (folded[i] === SPACE) spaces++;
    i--;
  }
  if (i < 0) return true;
  const byte: i32 = folded[i]!;
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
