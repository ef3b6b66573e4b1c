import { COLON, COMMA, FULL_STOP, SEMICOLON } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import type { CueInfo } from "./cue.js";
import { depthAt } from "./depth.js";
import { bracketSpeaksOfMore } from "./heading.js";
import {
  AFTER,
  BEFORE,
  DEPTH_EXPOSURE,
  LEVEL_MENTIONED,
  LEVEL_PREFERRED,
  LEVEL_REQUIRED,
  NO_DEPTH,
  NO_LEVEL,
  SECTION_ABOUT,
  SECTION_PREFERRED,
  SECTION_RESPONSIBILITIES,
  SECTION_STACK,
} from "./kinds.js";
import type { Block } from "./layout.js";
import { Lead } from "./level.js";
import { lastVisible, onlyMarks } from "./marks.js";
import type { Page } from "./page.js";
import { isAdjective } from "./phrase.js";
import type { Pool } from "./pool.js";
import type { SectionSpan } from "./sections.js";
import { sentenceAt, sentenceFound } from "./sentences.js";

/** Looks for the line that leads the list of one sentence when it is first asked for. Serves one after another. */
export class LeadFinder {
  private page!: Page;
  private blocks!: Pool<Block>;
  private at: i32 = 0;
  private section!: SectionSpan;
  private asked: bool = false;
  private readonly lead: Lead = new Lead();

  /** Turns to a sentence of block `at`, in `section`. */
  begin(page: Page, blocks: Pool<Block>, at: i32, section: SectionSpan): void {
    this.page = page;
    this.blocks = blocks;
    this.at = at;
    this.section = section;
    this.asked = false;
  }

  /** What leads the list; its level is NO_LEVEL where nothing does. Valid until the next `begin`. */
  find(): Lead {
    if (!this.asked) {
      findLead(this.page, this.blocks, this.at, this.section, this.lead);
      this.asked = true;
    }
    return this.lead;
  }

  /** The depth that the lead asks for, or NO_DEPTH. */
  depth(): i32 {
    const lead = this.find();
    return lead.level === NO_LEVEL ? NO_DEPTH : depthAt(this.page, lead.start);
  }
}

/**
 * Leaves in `lead` what the line says that leads the list which block `at` belongs to: the nearest block above that is
 * no item of the same list, when it ends in a colon ("Experience with one or more of:", "A plus:").
 */
function findLead(page: Page, blocks: Pool<Block>, at: i32, section: SectionSpan, lead: Lead): void {
  lead.level = NO_LEVEL;
  const folded = page.folded;
  const block = blocks.at(at);
  const furthest = at > LONGEST_LIST ? at - LONGEST_LIST : 0;
  let i = at - 1;
  while (
    i >= furthest &&
    blocks.at(i).start >= section.body &&
    belongsToSameList(blocks.at(i), block) &&
    !endsInColon(folded, blocks.at(i))
  )
    i--;
  if (i < 0) return;
  const line = blocks.at(i);
  // Back at the level of the line that led deeper items, nothing is led any more.
  if (line.bullet && line.indent === block.indent && holdsDeeper(blocks, i + 1, at, block.indent)) return;
  if (line.start < section.body) return;
  // "It would be great if you also had" and the list below it: a heading by what it says, without a colon.
  const announces = endsInColon(folded, line) || (block.bullet && !line.bullet && isShort(folded, line));
  if (!announces) return;
  // Without marks, only what follows directly is led.
  if (!block.bullet && i !== at - 1) return;
  readLine(page, line, section.section, lead);
}

function belongsToSameList(candidate: Block, block: Block): bool {
  return block.bullet && candidate.bullet && candidate.indent >= block.indent;
}

/** Whether one of the blocks from `from` to `to` is set deeper than `indent`. */
function holdsDeeper(blocks: Pool<Block>, from: i32, to: i32, indent: i32): bool {
  for (let i = from; i < to; i++) if (blocks.at(i).indent > indent) return true;
  return false;
}

/** A lead is looked for so many items above, no more: the time must not grow with the square of a list. */
const LONGEST_LIST: i32 = 60;
/** Words that only join a line with its list ("For example:", "These include:"). */
const LONGEST_LINK: i32 = 24;
/** Longer lines are paragraphs. */
const LONGEST_LEAD: i32 = 80;

function isShort(folded: Uint8Array, line: Block): bool {
  const last: i32 = folded[line.end - 1]!;
  return line.end - line.text <= LONGEST_LEAD && last !== FULL_STOP && last !== SEMICOLON && last !== COMMA;
}

/** Whether a block ends in a colon, marks aside. */
export function endsInColon(folded: Uint8Array, block: Block): bool {
  return folded[lastVisible(folded, block.end)] === COLON;
}

/**
 * What the line says of the list: its last sentence, or the ones before it where that is no more than "For example:".
 * What describes the work holds for all that follows.
 */
function readLine(page: Page, line: Block, section: i32, lead: Lead): void {
  sentenceAt(page, line.end, line.text, line.end - 1);
  const last = sentenceFound.start;
  if (readBetween(page, line, last, line.end, section, lead)) return;
  readBetween(page, line, line.text, last, section, lead);
  if (line.end - last > LONGEST_LINK && lead.level !== LEVEL_MENTIONED) lead.level = NO_LEVEL;
}

/**
 * Leaves in `lead` what the cues of the line from one offset to the other say: no level where they name a kind of wish,
 * or say nothing.
 * @returns false where they say nothing
 */
function readBetween(page: Page, line: Block, from: i32, to: i32, section: i32, lead: Lead): bool {
  const folded = page.folded;
  const cues = page.cues;
  let kind = false;
  lead.level = NO_LEVEL;
  for (let c = cues.firstFrom(from); c < cues.count && cues.start(c) < to; c++) {
    const info = page.info(c);
    const start = cues.start(c);
    const end = cues.end(c);
    // "Cloud platform (preferably AWS)" prefers AWS, not what the list holds.
    if (bracketSpeaksOfMore(page, line, start)) continue;
    // "Proficiency in Go is desirable" above a list has said what it speaks of.
    if (!endsInColon(folded, line) && page.tools.holds(line.text, start)) continue;
    if ((info.preferred | info.denial) !== 0) {
      lead.level = LEVEL_PREFERRED;
      lead.start = start;
      lead.end = end;
      return true;
    }
    let level = NO_LEVEL;
    if (info.required !== 0 && namesKind(info, section)) kind = true;
    else if (info.required !== 0 && !(isDuty(section) && praises(folded, line, info, end)))
      level = LEVEL_REQUIRED;
    else if (info.mentioned !== 0) level = LEVEL_MENTIONED;
    if (level !== NO_LEVEL && lead.level === NO_LEVEL) {
      lead.level = level;
      lead.start = start;
      lead.end = end;
    }
  }
  if (!kind) return lead.level !== NO_LEVEL;
  lead.level = NO_LEVEL;
  return true;
}

/** "Additional expertise:" and "Experience with tools we use:" among what is nice to have name kinds of it. */
function namesKind(info: CueInfo, section: i32): bool {
  return section === SECTION_PREFERRED && (info.subheading || info.required === (AFTER | BEFORE));
}

/** "Hands-on engineering:", "Strong leadership:": a cue that describes what stands behind it; not so "Kafka expertise:". */
function praises(folded: Uint8Array, line: Block, info: CueInfo, end: i32): bool {
  return isAdjective(info) && info.depth !== DEPTH_EXPOSURE && !onlyMarks(folded, end, line.end);
}

/** Sections in which praise tells how the work is done. */
function isDuty(section: i32): bool {
  return section === SECTION_RESPONSIBILITIES || section === SECTION_ABOUT || section === SECTION_STACK;
}
