import { BAR, COMMA, DASH, DOLLAR, HYPHEN, OPEN_BRACKET } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { bracketSpeaksOfMore, Candidate, headingBody, LONGEST_HEADING } from "./heading.js";
import {
  NO_SECTION,
  SECTION_ABOUT,
  SECTION_APPLY,
  SECTION_BENEFITS,
  SECTION_BODY,
  SECTION_LEGAL,
  SECTION_PREFERRED,
  SECTION_REQUIREMENTS,
  SECTION_STACK,
  SECTION_TITLE,
} from "./kinds.js";
import type { Block } from "./layout.js";
import { asksFor } from "./level.js";
import { lastVisible, nextVisible, onlyMarks } from "./marks.js";
import { asksOutright } from "./outright.js";
import type { Page } from "./page.js";
import type { Pool } from "./pool.js";

/** A part of the posting under one heading; it reaches to the next one. */
export class SectionSpan {
  /** Where the heading begins. */
  start: i32 = 0;
  /** Where what it governs begins. */
  body: i32 = 0;
  /** SECTION_*. */
  section: i32 = NO_SECTION;
  /** The words that told its kind; -1 for the title and the text before the first heading. */
  headingStart: i32 = -1;
  headingEnd: i32 = -1;

  set(start: i32, body: i32, section: i32, headingStart: i32, headingEnd: i32): void {
    this.start = start;
    this.body = body;
    this.section = section;
    this.headingStart = headingStart;
    this.headingEnd = headingEnd;
  }
}

const candidate: Candidate = new Candidate();
/**
 * What goes on where the line of a label ends, the list below an item that is a heading, or the value of a fact. It
 * begins at NOWHERE while there is nothing of the kind.
 */
const ended: SectionSpan = new SectionSpan();
const NOWHERE: i32 = -1;

/**
 * Finds the sections of a posting, in order. `sections` holds those of this posting alone.
 *
 * A heading is a short block whose beginning, or most of it, is a section cue, and that looks like one: marked as
 * heading or bold, ending in a colon, or no sentence; or such a cue in front of a colon inside a longer line, behind
 * the end of a sentence ("… team. Requirements: five years …"), where a converter lost the line breaks.
 */
export function findSections(page: Page, blocks: Pool<Block>, sections: Pool<SectionSpan>): void {
  sections.clear();
  if (blocks.count === 0) return;
  const title = blocks.at(0);
  sections.add().set(title.start, title.text, SECTION_TITLE, -1, -1);
  if (blocks.count > 1) {
    const second = blocks.at(1).start;
    sections.add().set(second, second, SECTION_BODY, -1, -1);
  }
  let headingEnd = title.end;
  ended.start = NOWHERE;
  let at = 0;
  for (let c = 0; c < page.cues.count; c++) {
    const info = page.info(c);
    if (info.section === NO_SECTION && info.required === 0) continue;
    const start = page.cues.start(c);
    if (start < headingEnd) continue;
    if (ended.start !== NOWHERE && ended.start <= start) pushEnded(sections);
    const last = sections.at(sections.count - 1);
    if (info.section === NO_SECTION && !isRefused(last.section)) continue;
    while (at + 1 < blocks.count && blocks.at(at + 1).start <= start) at++;
    if (at === 0) continue;
    if (isRefused(last.section) && asksOutright(page, blocks.at(at), c)) {
      const outright = blocks.at(at).start;
      headingEnd = page.cues.end(c);
      sections.add().set(outright, outright, SECTION_REQUIREMENTS, start, headingEnd);
      ended.start = NOWHERE;
    } else if (info.section !== NO_SECTION) {
      const body = addHeading(page, blocks, at, c, sections);
      if (body >= 0) headingEnd = body;
    }
  }
  if (ended.start !== NOWHERE) pushEnded(sections);
}

function pushEnded(sections: Pool<SectionSpan>): void {
  sections.add().set(ended.start, ended.body, ended.section, ended.headingStart, ended.headingEnd);
  ended.start = NOWHERE;
}

/**
 * Adds the section that section cue `c`, in the block at `at`, is the heading of, and notes in `ended` what goes on
 * behind it. Returns where its body begins, or -1 where it opens none.
 */
function addHeading(page: Page, blocks: Pool<Block>, at: i32, c: i32, sections: Pool<SectionSpan>): i32 {
  const folded = page.folded;
  const start = page.cues.start(c);
  const end = page.cues.end(c);
  const info = page.info(c);
  const fact = info.fact;
  const block = blocks.at(at);
  const next: Block | null = at + 1 < blocks.count ? blocks.at(at + 1) : null;
  candidate.start = start;
  candidate.end = end;
  candidate.section = info.section;
  candidate.fact = fact;
  candidate.block = block;
  candidate.next = next;
  // "✅ Requirements" above "- Python": a mark of another kind than the list's is an ornament.
  candidate.item =
    block.bullet &&
    !(next !== null && next.indent > block.indent) &&
    ((next !== null && isSibling(folded, block, next)) || isSibling(folded, block, blocks.at(at - 1)));
  const body = headingBody(page, candidate);
  if (body < 0) return -1;
  // "Databases (nice to have)": what it is about, and behind it what it means.
  const aside = closingLevel(page, block, body, c);
  const named = aside < 0 ? c : aside;
  const section = page.info(named).section;
  // Facts may follow each other, and labels in one line: the first one reaches to the second, no further.
  const goesOn = ended.start !== NOWHERE && (fact || ended.start === block.end);
  const outer = goesOn ? ended : sections.at(sections.count - 1);
  const outerSection = outer.section;
  const isLabel = body < block.end;
  // "• Cloud platforms: AWS" in a list of requirements names a kind of requirement, and opens no other section.
  const leads = block.bullet || onlyMarks(folded, block.text, start);
  if (isLabel && leads && asksFor(outerSection) && !asksFor(section)) return -1;
  // "Preferred qualifications", and under it "Technical skills" or "Databases": the same things, sorted by kind.
  const sorts =
    outerSection === SECTION_PREFERRED ||
    (outerSection === SECTION_STACK && isLabel) ||
    (asksFor(outerSection) && !asksFor(section));
  if (info.subheading && aside < 0 && sorts) return -1;
  // "Apply now" above an ad is a button; an ad that ends so has said what it asks for.
  if (section === SECTION_APPLY && !isLabel && 4 * at < blocks.count) return -1;
  // "• Nice to have: Go" is a heading for its own item only; "Location: Berlin" and "Salary: …" for their line.
  let behind = block.bullet && !isLabel ? startOf(blocks, endOfSublist(blocks, at)) : NOWHERE;
  // "Good to have: Go", and below it what "Key skills: …" above goes on with: a wish in one line is one line.
  const wish =
    next !== null && !next.bullet && section === SECTION_PREFERRED && outerSection === SECTION_REQUIREMENTS;
  if (isLabel && (block.bullet || isRefused(section) || (leads && wish))) behind = block.end;
  else if (fact && behind === NOWHERE)
    behind = startOf(blocks, endOfValue(folded, blocks, at, end, outerSection));
  // What is outer may be `ended` itself: only its place changes.
  ended.set(behind, behind, outerSection, outer.headingStart, outer.headingEnd);
  sections
    .add()
    .set(
      start === block.text ? block.start : start,
      body,
      section,
      page.cues.start(named),
      page.cues.end(named),
    );
  return body;
}

function startOf(blocks: Pool<Block>, at: i32): i32 {
  return at < 0 ? NOWHERE : blocks.at(at).start;
}

/**
 * The cue behind cue `c` of a heading that says whether its things are asked for: alone in a bracket, or behind a dash,
 * comma or bar to the end of the heading ("Additional skills - nice to have"); or -1.
 */
function closingLevel(page: Page, block: Block, body: i32, c: i32): i32 {
  if (block.end - block.text > LONGEST_HEADING) return -1;
  const folded = page.folded;
  for (let k = c + 1; k < page.cues.count && page.cues.start(k) < body; k++) {
    const section = page.info(k).section;
    if (section === NO_SECTION || !asksFor(section)) continue;
    const start = page.cues.start(k);
    if (folded[start - 1] === OPEN_BRACKET && !bracketSpeaksOfMore(page, block, start)) return k;
    const mark: i32 = folded[lastVisible(folded, start)]!;
    // "Desirable skills, knowledge and experience" goes on behind the comma; "Skills, preferred" says something of them.
    const setsOff = isDash(mark) || (mark === COMMA && section === SECTION_PREFERRED);
    if (setsOff && onlyMarks(folded, page.cues.end(k), body)) return k;
  }
  return -1;
}

/** Sections in which no tool counts. A single fact may stand for them, beside whole parts of the posting. */
function isRefused(section: i32): bool {
  return section === SECTION_BENEFITS || section === SECTION_APPLY || section === SECTION_LEGAL;
}

/** The value of a fact is that long at most, where it is no sum of money. */
const LONGEST_VALUE: i32 = 80;

/** What sets the end of a heading off. */
function isDash(byte: i32): bool {
  return byte === HYPHEN || byte === DASH || byte === BAR;
}

/**
 * The block behind the value of a fact, which stands in its line or in the next; -1 where it may go on to the next
 * heading: behind what is asked for, pay and places close the posting.
 */
function endOfValue(folded: Uint8Array, blocks: Pool<Block>, at: i32, end: i32, outer: i32): i32 {
  if (at + 1 >= blocks.count || (outer !== SECTION_BODY && outer !== SECTION_ABOUT)) return -1;
  const first = blocks.at(at + 1);
  const mark: i32 = folded[nextVisible(folded, end)]!;
  if (end < blocks.at(at).end && (isDash(mark) || mark === OPEN_BRACKET)) return at + 1;
  if (first.end - first.text > LONGEST_VALUE && !namesMoney(folded, first)) return at + 1;
  let behind = at + 2;
  while (first.bullet && behind < blocks.count && isShortItem(blocks.at(behind))) behind++;
  return behind < blocks.count ? behind : -1;
}

function isShortItem(block: Block): bool {
  return block.bullet && block.end - block.text <= LONGEST_VALUE;
}

function namesMoney(folded: Uint8Array, block: Block): bool {
  for (let i = block.text; i < block.end; i++) if (folded[i] === DOLLAR) return true;
  return false;
}

function isSibling(folded: Uint8Array, block: Block, other: Block): bool {
  return other.bullet && folded[other.start] === folded[block.start];
}

/** The block behind the deeper items of an item; -1 where it has none, or nothing follows. */
function endOfSublist(blocks: Pool<Block>, at: i32): i32 {
  const indent = blocks.at(at).indent;
  let behind = at + 1;
  while (behind < blocks.count && blocks.at(behind).indent > indent) behind++;
  return behind > at + 1 && behind < blocks.count ? behind : -1;
}
