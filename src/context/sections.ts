import { CLASS, IGNORED, isUpper, LINE_FEED, SEPARATOR, SPACE, WORD } from "../folded.js";
import type { MatchList, Section, Span } from "../types.js";
import { type Block, blockAt } from "./layout.js";
import type { CueInfos } from "./vocabulary.js";

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

/** Headings are this long at most (bytes, without the text that follows a colon in the same line). */
export const LONGEST_HEADING = 90;
/** Of a heading without mark or colon, the cue covers this share at least. */
const COVERED = 0.4;
/** The same where the heading does not begin with the cue. */
const MOSTLY = 0.6;
const COLON = 0x3a;

/**
 * Finds the sections of a posting.
 *
 * A heading is a short block whose beginning, or most of it, is a section cue, and that looks like one: marked as
 * heading or bold, ending in a colon, or no sentence; or such a cue in front of a colon inside a longer line, behind
 * the end of a sentence ("… team. Requirements: five years …"), where a converter lost the line breaks.
 */
export function findSections(
  folded: Uint8Array,
  bytes: Uint8Array,
  blocks: readonly Block[],
  cues: MatchList,
  infos: CueInfos,
): SectionSpan[] {
  const sections: SectionSpan[] = [];
  const title = blocks[0];
  if (!title) return sections;
  sections.push({ start: title.start, body: title.text, section: "title", heading: null });
  const second = blocks[1];
  if (second) sections.push({ start: second.start, body: second.start, section: "body", heading: null });
  let headingEnd = title.end;
  // What goes on where the list below an item that is a heading ends.
  let ended: SectionSpan | null = null;
  for (let c = 0; c < cues.count; c++) {
    const info = infos.get(cues.data[3 * c]!);
    if (info.section === null) continue;
    const start = cues.data[3 * c + 1]!;
    const end = cues.data[3 * c + 2]!;
    if (start < headingEnd) continue;
    const at = blockAt(blocks, start);
    const block = blocks[at];
    if (!block || block === title) continue;
    // "✅ Requirements" above "- Python": a mark of another kind than the list's is an ornament.
    const item =
      block.bullet && (isSibling(folded, block, blocks[at + 1]) || isSibling(folded, block, blocks[at - 1]));
    const ofRole = asksFor(info.section) || info.section === "responsibilities";
    const bodyStart = headingBody(folded, bytes, block, item, ofRole, start, end);
    if (bodyStart < 0) continue;
    const outer = sections.at(-1)!;
    const isLabel = bodyStart < block.end;
    // "• Cloud platforms: AWS" in a list of requirements names a kind of requirement, and opens no other section.
    const leads = block.bullet || onlyMarks(folded, block.text, start);
    if (isLabel && leads && asksFor(outer.section) && !asksFor(info.section)) continue;
    // "Preferred qualifications", and under it "Technical skills": the same things, sorted by kind.
    if (info.subheading && outer.section === "preferred") continue;
    headingEnd = bodyStart;
    if (ended && ended.start <= start) sections.push(ended);
    ended = null;
    sections.push({
      start: start === block.text ? block.start : start,
      body: bodyStart,
      section: info.section,
      heading: { start, end },
    });
    // "• Nice to have: Go" is a heading for its own item only; "Location: Berlin" and "Salary: …" for their line.
    const below = block.bullet && !isLabel ? endOfSublist(blocks, at) : undefined;
    if (below) ended = { ...outer, start: below.start, body: below.start };
    if (isLabel && (block.bullet || isFact(info.section)))
      sections.push({ ...outer, start: block.end, body: block.end });
  }
  if (ended) sections.push(ended);
  return sections;
}

/** Sections that a single fact may stand for, beside whole parts of the posting. */
function isFact(section: Section): boolean {
  return section === "benefits" || section === "apply" || section === "legal";
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

/** Whether what stands in such a section is asked for, or wished for. */
export function asksFor(section: Section): boolean {
  return section === "requirements" || section === "preferred";
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

/** Where the text under the heading begins, or -1 where the cue is no heading. */
function headingBody(
  folded: Uint8Array,
  bytes: Uint8Array,
  block: Block,
  item: boolean,
  ofRole: boolean,
  start: number,
  end: number,
): number {
  const atStart = onlyMarks(folded, block.text, start);
  const next = nextVisible(folded, end);
  if (atStart) {
    const colon = colonBehind(folded, end, block.end);
    if (colon >= 0 && colon - block.text <= LONGEST_HEADING && covers(start, end, block.text, colon))
      return colon + 1;
    const size = block.end - block.text;
    if (size <= LONGEST_HEADING && !endsSentence(folded, block.end)) {
      if (block.marked) return block.end;
      if (covers(start, end, block.text, block.end) && !block.bullet) return block.end;
      if (block.bullet && !item && end - start >= size * MOSTLY && isUpper(bytes[start]!)) return block.end;
      if (!block.bullet && size <= LONGEST_HEADING / 2 && isTitled(bytes, folded, block.text, block.end))
        return block.end;
    }
    // Glued: the heading runs into the capital of what follows it.
    if (next === end && isGlued(bytes[end]!)) return end;
    return -1;
  }
  const size = block.end - block.text;
  if (size <= LONGEST_HEADING && !block.bullet && !endsSentence(folded, block.end)) {
    const ends = folded[lastVisible(folded, block.end)] === COLON;
    const most = end - start >= size * MOSTLY && isUpper(bytes[block.text]!);
    // "Data Engineer Qualifications"; but a list of tools may end in "Office".
    const closes =
      ofRole && end >= lastVisible(folded, block.end) && isTitled(bytes, folded, block.text, block.end);
    if (block.marked || most || closes || (ends && covers(start, end, block.text, block.end)))
      return block.end;
  }
  // Inside a line: behind a sentence's end or a seam, with a capital, before a colon or another seam.
  if (!isUpper(bytes[start]!) || !behindSentence(folded, bytes, start)) return -1;
  if (folded[next] === COLON) return next + 1;
  return next === end && isGlued(bytes[end]!) ? end : -1;
}

/** What a heading may run into: the capital or number that the next line began with. */
function isGlued(byte: number): boolean {
  return isUpper(byte) || (byte >= 0x30 && byte <= 0x39);
}

/** Whether the cue makes up enough of the heading to be what it is about ("Job" is not, of "Job title"). */
function covers(start: number, end: number, from: number, to: number): boolean {
  return end - start >= (to - from) * COVERED;
}

/** Nothing but marks and brackets between the two offsets. */
function onlyMarks(folded: Uint8Array, from: number, to: number): boolean {
  if (to - from > 12) return false;
  for (let i = from; i < to; i++) if (CLASS[folded[i]!] === WORD) return false;
  return true;
}

/** The offset of a colon that ends the heading, at most a few words behind the cue; -1 where there is none. */
function colonBehind(folded: Uint8Array, end: number, blockEnd: number): number {
  for (let i = end; i < blockEnd; i++) {
    const byte = folded[i]!;
    if (byte === COLON) return i;
    if (byte === LINE_FEED || byte === 0x2e || byte === 0x2c || byte === 0x3b) return -1;
  }
  return -1;
}

function endsSentence(folded: Uint8Array, end: number): boolean {
  const at = lastVisible(folded, end);
  const last = folded[at];
  // "It would be great if you…" leads on: three dots, or the one character that stands for them.
  if (last === 0x2e && (folded[at - 1] === 0x2e || folded[at + 1] === IGNORED)) return false;
  return last === 0x2e || last === 0x2c || last === 0x3b;
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
  while (i >= 0 && (folded[i] === SPACE || folded[i] === IGNORED || folded[i] === 0x2a)) {
    if (folded[i] === SPACE) spaces++;
    i--;
  }
  if (i < 0) return true;
  const byte = folded[i]!;
  if (byte === LINE_FEED) return true;
  if (CLASS[byte] === WORD) return i === start - 1 ? !isUpper(bytes[i]!) : spaces > 2;
  return (
    byte === 0x2e ||
    byte === 0x21 ||
    byte === 0x3f ||
    byte === 0x29 ||
    byte === 0x02 ||
    byte === 0x3a ||
    byte === 0x3b
  );
}

function nextVisible(folded: Uint8Array, i: number): number {
  while (folded[i] === IGNORED || folded[i] === SPACE || folded[i] === 0x2a) i++;
  return i;
}

/** The last byte before `end` that is seen: marks of emphasis and white space aside. */
export function lastVisible(folded: Uint8Array, end: number): number {
  let i = end - 1;
  while (i > 0 && (folded[i] === IGNORED || folded[i] === SPACE || folded[i] === 0x2a || folded[i] === 0x5f))
    i--;
  return i;
}
