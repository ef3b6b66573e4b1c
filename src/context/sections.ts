import { BAR, COMMA, DASH, DOLLAR, HYPHEN, isDigit, OPEN_BRACKET, SPACE } from "../folded.js";
import type { MatchList, Scan, Section, Span } from "../types.js";
import { bracketSpeaksOfMore, headingBody, holds, LONGEST_HEADING } from "./heading.js";
import { type Block, blockAt } from "./layout.js";
import { asksFor } from "./level.js";
import { lastVisible, nextVisible, onlyMarks } from "./marks.js";
import { AFTER, BEFORE, type CueInfos } from "./vocabulary.js";

/** A part of the posting under one heading; it reaches to the next one. */
export interface SectionSpan {
  /** Where the heading begins. */
  readonly start: number;
  /** Where what it governs begins. */
  readonly body: number;
  readonly section: Section;
  /** The words that told its kind; null for the title and the text before the first heading. */
  readonly heading: Span | null;
}

/**
 * Finds the sections of a posting.
 *
 * A heading is a short block whose beginning, or most of it, is a section cue, and that looks like one: marked as
 * heading or bold, ending in a colon, or no sentence; or such a cue in front of a colon inside a longer line, behind
 * the end of a sentence ("… team. Requirements: five years …"), where a converter lost the line breaks.
 */
export function findSections(
  scan: Pick<Scan, "bytes" | "folded" | "tools">,
  blocks: readonly Block[],
  cues: MatchList,
  infos: CueInfos,
): SectionSpan[] {
  const { folded } = scan;
  const sections: SectionSpan[] = [];
  const title = blocks[0];
  if (!title) return sections;
  sections.push({ start: title.start, body: title.text, section: "title", heading: null });
  const second = blocks[1];
  if (second) sections.push({ start: second.start, body: second.start, section: "body", heading: null });
  let headingEnd = title.end;
  // What goes on where the line of a label ends, the list below an item that is a heading, or the value of a fact.
  let ended: SectionSpan | null = null;
  for (let c = 0; c < cues.count; c++) {
    const info = infos.get(cues.data[3 * c]!);
    if (info.section === null && info.required === 0) continue;
    const start = cues.data[3 * c + 1]!;
    const end = cues.data[3 * c + 2]!;
    if (start < headingEnd) continue;
    if (ended && ended.start <= start) {
      sections.push(ended);
      ended = null;
    }
    const last = sections.at(-1)!;
    if (info.section === null && !isRefused(last.section)) continue;
    const at = blockAt(blocks, start);
    const block = blocks[at];
    if (!block || block === title) continue;
    if (isRefused(last.section) && asksOutright(scan, block, cues, infos, c)) {
      sections.push({
        start: block.start,
        body: block.start,
        section: "requirements",
        heading: { start, end },
      });
      ended = null;
      headingEnd = end;
      continue;
    }
    if (info.section === null) continue;
    const next = blocks[at + 1];
    // "✅ Requirements" above "- Python": a mark of another kind than the list's is an ornament.
    const item =
      block.bullet &&
      !(next && next.indent > block.indent) &&
      (isSibling(folded, block, next) || isSibling(folded, block, blocks[at - 1]));
    const { fact } = info;
    const body = headingBody(scan, { start, end, section: info.section, fact, block, next, item });
    if (body < 0) continue;
    // "Databases (nice to have)": what it is about, and behind it what it means.
    const aside = closingLevel(scan, block, body, cues, infos, c);
    const section = aside < 0 ? info.section : infos.get(cues.data[3 * aside]!).section!;
    const named = aside < 0 ? c : aside;
    // Facts may follow each other, and labels in one line: the first one reaches to the second, no further.
    const outer: SectionSpan = ended && (fact || ended.start === block.end) ? ended : last;
    const isLabel = body < block.end;
    // "• Cloud platforms: AWS" in a list of requirements names a kind of requirement, and opens no other section.
    const leads = block.bullet || onlyMarks(folded, block.text, start);
    if (isLabel && leads && asksFor(outer.section) && !asksFor(section)) continue;
    // "Preferred qualifications", and under it "Technical skills" or "Databases": the same things, sorted by kind.
    const sorts =
      outer.section === "preferred" ||
      (outer.section === "stack" && isLabel) ||
      (asksFor(outer.section) && !asksFor(section));
    if (info.subheading && aside < 0 && sorts) continue;
    // "Apply now" above an ad is a button; an ad that ends so has said what it asks for.
    if (section === "apply" && !isLabel && 4 * at < blocks.length) continue;
    headingEnd = body;
    ended = null;
    sections.push({
      start: start === block.text ? block.start : start,
      body,
      section,
      heading: { start: cues.data[3 * named + 1]!, end: cues.data[3 * named + 2]! },
    });
    // "• Nice to have: Go" is a heading for its own item only; "Location: Berlin" and "Salary: …" for their line.
    const below = block.bullet && !isLabel ? endOfSublist(blocks, at) : undefined;
    if (below) ended = { ...outer, start: below.start, body: below.start };
    // "Good to have: Go", and below it what "Key skills: …" above goes on with: a wish in one line is one line.
    const wish = section === "preferred" && outer.section === "requirements" && next?.bullet === false;
    if (isLabel && (block.bullet || isRefused(section) || (leads && wish)))
      ended = { ...outer, start: block.end, body: block.end };
    else if (fact && !ended) {
      const behind = endOfValue(folded, blocks, at, end, outer.section);
      if (behind) ended = { ...outer, start: behind.start, body: behind.start };
    }
  }
  if (ended) sections.push(ended);
  return sections;
}

/**
 * The cue behind cue `c` of a heading that says whether its things are asked for: alone in a bracket, or behind a dash,
 * comma or bar to the end of the heading ("Additional skills - nice to have"); or -1.
 */
function closingLevel(
  scan: Pick<Scan, "folded" | "tools">,
  block: Block,
  body: number,
  cues: MatchList,
  infos: CueInfos,
  c: number,
): number {
  if (block.end - block.text > LONGEST_HEADING) return -1;
  for (let k = c + 1; k < cues.count && cues.data[3 * k + 1]! < body; k++) {
    const { section } = infos.get(cues.data[3 * k]!);
    if (section === null || !asksFor(section)) continue;
    const start = cues.data[3 * k + 1]!;
    if (scan.folded[start - 1] === OPEN_BRACKET && !bracketSpeaksOfMore(scan, block, start)) return k;
    const end = cues.data[3 * k + 2]!;
    const mark = scan.folded[lastVisible(scan.folded, start)]!;
    // "Desirable skills, knowledge and experience" goes on behind the comma; "Skills, preferred" says something of them.
    const setsOff = SETS_OFF.has(mark) || (mark === COMMA && section === "preferred");
    if (setsOff && onlyMarks(scan.folded, end, body)) return k;
  }
  return -1;
}

/** Sections in which no tool counts. A single fact may stand for them, beside whole parts of the posting. */
function isRefused(section: Section): boolean {
  return section === "benefits" || section === "apply" || section === "legal";
}

/**
 * Whether a block that begins with cue `c` asks for something, where only what is offered stands otherwise: "Experience
 * with …", "You have experience with …", "5+ years of …". Items do; of other lines those with a tool.
 */
function asksOutright(
  { folded, tools }: Pick<Scan, "folded" | "tools">,
  block: Block,
  cues: MatchList,
  infos: CueInfos,
  c: number,
): boolean {
  const info = infos.get(cues.data[3 * c]!);
  const start = cues.data[3 * c + 1]!;
  const end = cues.data[3 * c + 2]!;
  const counts = isDigit(folded[block.text]!) && start - block.text <= LONGEST_COUNT && info.required !== 0;
  // "Strong", "hands-on" and "exposure to" praise what is offered as well.
  const asks =
    info.required === (AFTER | BEFORE) && info.depth !== "exposure" && end - start >= SHORTEST_ASKING;
  const opens = onlyMarks(folded, block.text, start) || isAddressed(folded, block, cues, infos, c);
  if (!counts && !(asks && opens && endsShort(folded, start, end))) return false;
  return block.bullet || holds(tools, block.text, block.end);
}

/** Whether the block opens with a cue of what the candidate has, and cue `c` stands behind it ("You have solid …"). */
function isAddressed(folded: Uint8Array, block: Block, cues: MatchList, infos: CueInfos, c: number): boolean {
  for (let k = c - 1; k >= 0 && cues.data[3 * k + 1]! >= block.text; k--) {
    if (cues.data[3 * c + 1]! - cues.data[3 * k + 2]! > LONGEST_PRAISE) return false;
    const { required } = infos.get(cues.data[3 * k]!);
    if (required === AFTER && onlyMarks(folded, block.text, cues.data[3 * k + 1]!)) return true;
  }
  return false;
}

/** Whether the last word is a preposition: short. */
function endsShort(folded: Uint8Array, start: number, end: number): boolean {
  return folded.subarray(start, end).lastIndexOf(SPACE) >= end - start - LONGEST_PREPOSITION - 1;
}

/** "a solid practical " between what addresses the candidate and what it asks for. */
const LONGEST_PRAISE = 24;
/** "Knowledge of" is as long. */
const SHORTEST_ASKING = 12;
const LONGEST_PREPOSITION = 4;
/** "10 or more " before "years of experience". */
const LONGEST_COUNT = 11;
/** The value of a fact is that long at most, where it is no sum of money. */
const LONGEST_VALUE = 80;
/** What sets the end of a heading off. */
const SETS_OFF: ReadonlySet<number> = new Set([HYPHEN, DASH, BAR]);

/**
 * The block behind the value of a fact, which stands in its line or in the next; undefined where it may go on to the
 * next heading: behind what is asked for, pay and places close the posting.
 */
function endOfValue(
  folded: Uint8Array,
  blocks: readonly Block[],
  at: number,
  end: number,
  outer: Section,
): Block | undefined {
  const first = blocks[at + 1];
  const mark = folded[nextVisible(folded, end)];
  if (!first || (outer !== "body" && outer !== "about")) return undefined;
  if (end < blocks[at]!.end && (mark === HYPHEN || mark === DASH || mark === BAR || mark === OPEN_BRACKET))
    return first;
  if (first.end - first.text > LONGEST_VALUE && folded.subarray(first.text, first.end).indexOf(DOLLAR) < 0)
    return first;
  if (!first.bullet) return blocks[at + 2];
  return blocks.slice(at + 2).find((other) => !other.bullet || other.end - other.text > LONGEST_VALUE);
}

function isSibling(folded: Uint8Array, block: Block, other: Block | undefined): boolean {
  return other?.bullet === true && folded[other.start] === folded[block.start];
}

/** The block behind the deeper items of an item; undefined where it has none, or nothing follows. */
function endOfSublist(blocks: readonly Block[], at: number): Block | undefined {
  const { indent } = blocks[at]!;
  if (!blocks[at + 1] || blocks[at + 1]!.indent <= indent) return undefined;
  return blocks.slice(at + 1).find((block) => block.indent <= indent);
}

/** The section that holds `offset`. */
export function sectionAt(sections: readonly SectionSpan[], offset: number): SectionSpan {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sections[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return sections[low]!;
}
