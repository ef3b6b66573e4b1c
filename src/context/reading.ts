import { CLASS, COLON, WORD } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { nextByte } from "./bytes.js";
import { ROLE_GOVERNS } from "./cue.js";
import { govern } from "./govern.js";
import { LONGEST_HEADING } from "./heading.js";
import { BEFORE, LEVEL_PREFERRED, LEVEL_REQUIRED, NO_LEVEL } from "./kinds.js";
import type { Block } from "./layout.js";
import { endsInColon } from "./lead.js";
import { Lead } from "./level.js";
import { areListed } from "./lists.js";
import type { Page } from "./page.js";
import { IntList, Pool } from "./pool.js";
import { sentenceAt, sentenceFound } from "./sentences.js";
import { TOKEN_TOOL, Token } from "./token.js";
import { tokenize } from "./tokens.js";

/** A sentence with what its cues govern, worked out once for all its matches. */
export class Sentence {
  start: i32 = 0;
  end: i32 = 0;
  /** Index of its block. */
  block: i32 = 0;
  /** Its block is a list item. */
  bullet: bool = false;
  /** Another sentence stands before it in its block. */
  follows: bool = false;
  /** The roles that any of its cues has: bits, ROLE_*. */
  roles: i32 = 0;
  /**
   * It is a bare list, and the sentence before it closed with what is said of that ("… is a plus. Docker, Helm"). Its
   * level is NO_LEVEL where that is not so.
   */
  readonly lead: Lead = new Lead();
  readonly tokens: Pool<Token> = new Pool<Token>(() => new Token());
}

/** Bytes between the end of a sentence's words and the next sentence, or of marks before its first word. */
const STOP_BYTES: i32 = 4;
/** Bytes behind the last tool of a bare list: a full stop, "etc.". */
const REST_BYTES: i32 = 8;
/** Headings behind an ornament that may be taken for a bullet are this long at most. */
const LONGEST_ORNATE: i32 = 32;

/** Where one line was glued to the next. */
const seams: IntList = new IntList();

/**
 * Where cues can matter: in blocks that hold a tool; in short lines, which may be headings; and at the ends of the
 * others where a colon says that a heading or what leads a list may stand there. Most of a posting is none of these.
 * @param spans takes start and end of each, in place of what it held
 */
export function telling(page: Page, blocks: Pool<Block>, spans: IntList): void {
  spans.reserve(4 * blocks.count);
  const data = spans.data;
  let count = 0;
  const tools = page.tools;
  let tool = 0;
  for (let b = 0; b < blocks.count; b++) {
    const block = blocks.at(b);
    const start = block.start;
    const end = block.end;
    while (tool < tools.count && tools.start(tool) < start) tool++;
    const holdsTool = tool < tools.count && tools.start(tool) < end;
    if (holdsTool || end - start <= (block.bullet ? LONGEST_ORNATE : LONGEST_HEADING)) {
      data[count++] = start;
      data[count++] = end;
      continue;
    }
    const head = end < start + LONGEST_HEADING ? end : start + LONGEST_HEADING;
    let tail = end;
    if (endsInColon(page.folded, block)) {
      tail = end - LONGEST_HEADING;
      if (tail < head) tail = head;
    }
    if (tail < end || nextByte(page.folded, COLON, start, head) < head) {
      data[count++] = start;
      data[count++] = head;
    }
    if (tail < end) {
      data[count++] = tail;
      data[count++] = end;
    }
  }
  spans.count = count;
}

/**
 * The sentences that hold a tool match, in order.
 * @param sentences takes them in place of what it held
 */
export function sentencesOf(page: Page, blocks: Pool<Block>, sentences: Pool<Sentence>): void {
  sentences.clear();
  findSeams(page);
  const tools = page.tools;
  let end = -1;
  let at = 0;
  let inBlock = -1;
  let passed = 0;
  let tool = 0;
  let cue = 0;
  for (let match = 0; match < tools.count; match++) {
    const offset = tools.start(match);
    if (offset < end) continue;
    while (at + 1 < blocks.count && blocks.at(at + 1).start <= offset) at++;
    const block = blocks.at(at);
    const from = at === inBlock ? end : block.text < offset ? block.text : offset;
    inBlock = at;
    sentenceAt(page, block.end, from, offset);
    // The part of it between the seam before and the seam behind.
    while (passed < seams.count && seams.at(passed) <= offset) passed++;
    let start = sentenceFound.start;
    if (passed > 0 && seams.at(passed - 1) > start) start = seams.at(passed - 1);
    end = sentenceFound.end;
    if (passed < seams.count && seams.at(passed) < end) end = seams.at(passed);
    const sentence = sentences.add();
    sentence.start = start;
    sentence.end = end;
    sentence.block = at;
    sentence.bullet = block.bullet;
    sentence.follows = start > block.text;
    while (tool < tools.count && tools.start(tool) < start) tool++;
    while (cue < page.cues.count && page.cues.start(cue) < start) cue++;
    sentence.roles = tokenize(page, start, end, tool, cue, sentence.tokens);
    if ((sentence.roles & ROLE_GOVERNS) !== 0) govern(page, sentence.tokens);
    announce(page, sentence, from, cue - 1);
  }
}

/**
 * Sets the lead of a sentence: what the sentence before a bare list says of it, where that names no tool and closes
 * with a level. No tool stands between `from`, where the sentence before may begin, and the sentence.
 * @param last the last cue before the sentence; -1 where there is none
 */
function announce(page: Page, sentence: Sentence, from: i32, last: i32): void {
  const lead = sentence.lead;
  lead.level = NO_LEVEL;
  lead.start = -1;
  lead.end = -1;
  if (sentence.start <= from) return;
  const cues = page.cues;
  if (last < 0 || cues.start(last) < from || sentence.start - cues.end(last) > STOP_BYTES) return;
  const info = page.info(last);
  if (((info.preferred | info.required) & BEFORE) === 0 || !isBareList(page, sentence)) return;
  lead.level = (info.preferred & BEFORE) !== 0 ? LEVEL_PREFERRED : LEVEL_REQUIRED;
  lead.start = cues.start(last);
  lead.end = cues.end(last);
}

/** Whether tools and what joins them are all of a sentence, there are several, and no bracket holds it. */
function isBareList(page: Page, sentence: Sentence): bool {
  const tokens = sentence.tokens;
  if (tokens.count === 0 || tokens.at(0).kind !== TOKEN_TOOL) return false;
  let edge = sentence.start;
  let tools = 0;
  for (let j = 0; j < tokens.count; j++) {
    const token = tokens.at(j);
    if (token.kind !== TOKEN_TOOL) continue;
    const joined = tools === 0 ? token.start - edge <= STOP_BYTES : areListed(page, edge, token.start);
    if (!joined) return false;
    edge = token.end;
    tools++;
  }
  return tools > 1 && sentence.end - edge <= REST_BYTES;
}

/** A paragraph behind the list of its section: "We'll train you …", or the next topic under no heading. */
export function isAside(blocks: Pool<Block>, at: i32, sectionBody: i32): bool {
  if (at === 0) return false;
  const block = blocks.at(at);
  const before = blocks.at(at - 1);
  return !block.bullet && block.afterBlank && before.bullet && before.start >= sectionBody;
}

/** Finds the seams: where a cue begins directly behind a letter, and not inside a name ("OneDrive"). */
function findSeams(page: Page): void {
  seams.clear();
  const folded = page.folded;
  const tools = page.tools;
  const cues = page.cues;
  for (let c = 0; c < cues.count; c++) {
    const start = cues.start(c);
    if (start === 0 || CLASS[folded[start - 1]!] !== WORD) continue;
    const before = tools.firstFrom(start) - 1;
    if (before < 0 || tools.end(before) <= start) seams.push(start);
  }
}
