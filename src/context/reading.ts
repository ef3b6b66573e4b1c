import { CLASS, WORD } from "../folded.js";
import type { MatchList, Scan, Span } from "../types.js";
import { type Governed, govern } from "./govern.js";
import { LONGEST_HEADING } from "./heading.js";
import { type Block, blockAt } from "./layout.js";
import { endsInColon } from "./lead.js";
import { sentenceAt } from "./sentences.js";
import { type Token, tokenize } from "./tokens.js";
import type { CueInfos } from "./vocabulary.js";

/** A sentence with what its cues govern, worked out once for all its matches. */
export interface Sentence extends Span {
  /** Index of its block. */
  readonly block: number;
  /** Its block is a list item. */
  readonly bullet: boolean;
  readonly tokens: readonly Token[];
  readonly governed: readonly Governed[];
}

const COLON = 0x3a;
/** Headings behind an ornament that may be taken for a bullet are this long at most. */
const LONGEST_ORNATE = 32;

/**
 * Where cues can matter: in blocks that hold a tool; in short lines, which may be headings; and at the ends of the
 * others where a colon says that a heading or what leads a list may stand there. Most of a posting is none of these.
 */
export function telling(folded: Uint8Array, blocks: readonly Block[], tools: MatchList): Span[] {
  const spans: Span[] = [];
  let tool = 0;
  for (const block of blocks) {
    while (tool < tools.count && tools.data[3 * tool + 1]! < block.start) tool++;
    const holdsTool = tool < tools.count && tools.data[3 * tool + 1]! < block.end;
    const size = block.end - block.start;
    if (holdsTool || size <= (block.bullet ? LONGEST_ORNATE : LONGEST_HEADING)) spans.push(block);
    else {
      const head = Math.min(block.end, block.start + LONGEST_HEADING);
      const tail = endsInColon(folded, block) ? Math.max(head, block.end - LONGEST_HEADING) : block.end;
      if (hasColon(folded, block.start, head) || tail < block.end)
        spans.push({ start: block.start, end: head });
      if (tail < block.end) spans.push({ start: tail, end: block.end });
    }
  }
  return spans;
}

function hasColon(folded: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (folded[i] === COLON) return true;
  return false;
}

/** The sentences that hold a tool match, in order. */
export function sentencesOf(
  scan: Scan,
  cues: MatchList,
  blocks: readonly Block[],
  infos: CueInfos,
): Sentence[] {
  const sentences: Sentence[] = [];
  let end = -1;
  let inBlock = -1;
  const seams = seamsOf(scan.folded, cues);
  let passed = 0;
  for (let match = 0; match < scan.tools.count; match++) {
    const start = scan.tools.data[3 * match + 1]!;
    if (start < end) continue;
    const at = Math.max(0, blockAt(blocks, start));
    const block = blocks[at]!;
    const from = at === inBlock ? end : Math.min(block.text, start);
    while (passed < seams.length && seams[passed]! <= start) passed++;
    const whole = sentenceAt(scan.folded, scan.bytes, block, from, start);
    const span = between(whole, seams[passed - 1] ?? -1, seams[passed] ?? whole.end);
    inBlock = at;
    const tokens = tokenize(scan.folded, span, scan.tools, cues, infos);
    const { bullet } = block;
    sentences.push({ start: span.start, end: span.end, block: at, bullet, tokens, governed: govern(tokens) });
    end = span.end;
  }
  return sentences;
}

/** A paragraph behind the list of its section: "We'll train you …", or the next topic under no heading. */
export function isAside(blocks: readonly Block[], at: number, sectionBody: number): boolean {
  const block = blocks[at]!;
  const before = blocks[at - 1];
  return !block.bullet && block.afterBlank && before?.bullet === true && before.start >= sectionBody;
}

/** Where one line was glued to the next: a cue begins directly behind a letter. */
function seamsOf(folded: Uint8Array, cues: MatchList): number[] {
  const seams: number[] = [];
  for (let c = 0; c < cues.count; c++) {
    const start = cues.data[3 * c + 1]!;
    if (start > 0 && CLASS[folded[start - 1]!] === WORD) seams.push(start);
  }
  return seams;
}

/** The part of a sentence between the seam before and the seam behind. */
function between(sentence: Span, before: number, behind: number): Span {
  return { start: Math.max(sentence.start, before), end: Math.min(sentence.end, behind) };
}
