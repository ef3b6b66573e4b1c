import { CLASS, COLON, WORD } from "../folded.js";
import type { MatchList, Scan, Span } from "../types.js";
import { type Governed, govern } from "./govern.js";
import { LONGEST_HEADING } from "./heading.js";
import { type Block, blockAt } from "./layout.js";
import { endsInColon } from "./lead.js";
import type { Lead } from "./level.js";
import { areListed } from "./lists.js";
import { sentenceAt } from "./sentences.js";
import { abbreviates, firstFrom, type Token, tokenize } from "./tokens.js";
import { BEFORE, type CueInfos } from "./vocabulary.js";

/** A sentence with what its cues govern, worked out once for all its matches. */
export interface Sentence extends Span {
  /** Index of its block. */
  readonly block: number;
  /** Its block is a list item. */
  readonly bullet: boolean;
  /** Another sentence stands before it in its block. */
  readonly follows: boolean;
  /** It is a bare list, and the sentence before it closed with what is said of that ("… is a plus. Docker, Helm"). */
  readonly lead: Lead | null;
  readonly tokens: readonly Token[];
  readonly governed: readonly Governed[];
}

/** Bytes between the end of a sentence's words and the next sentence, or of marks before its first word. */
const STOP_BYTES = 4;
/** Bytes behind the last tool of a bare list: a full stop, "etc.". */
const REST_BYTES = 8;
/** Headings behind an ornament that may be taken for a bullet are this long at most. */
const LONGEST_ORNATE = 32;

/**
 * Where cues can matter: in blocks that hold a tool; in short lines, which may be headings; and at the ends of the
 * others where a colon says that a heading or what leads a list may stand there. Most of a posting is none of these.
 */
export function telling(folded: Uint8Array, blocks: readonly Block[], tools: MatchList): Span[] {
  const spans: Span[] = [];
  let tool = 0;
  let colon = -1;
  for (const block of blocks) {
    while (tool < tools.count && tools.data[3 * tool + 1]! < block.start) tool++;
    const holdsTool = tool < tools.count && tools.data[3 * tool + 1]! < block.end;
    const size = block.end - block.start;
    if (holdsTool || size <= (block.bullet ? LONGEST_ORNATE : LONGEST_HEADING)) spans.push(block);
    else {
      const head = Math.min(block.end, block.start + LONGEST_HEADING);
      const tail = endsInColon(folded, block) ? Math.max(head, block.end - LONGEST_HEADING) : block.end;
      if (colon < block.start) colon = nextColon(folded, block.start);
      if (colon < head || tail < block.end) spans.push({ start: block.start, end: head });
      if (tail < block.end) spans.push({ start: tail, end: block.end });
    }
  }
  return spans;
}

function nextColon(folded: Uint8Array, from: number): number {
  const at = folded.indexOf(COLON, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
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
  const seams = seamsOf(scan, cues);
  let passed = 0;
  const isAbbreviation = (stop: number) => abbreviates(cues, infos, stop);
  for (let match = 0; match < scan.tools.count; match++) {
    const start = scan.tools.data[3 * match + 1]!;
    if (start < end) continue;
    const at = Math.max(0, blockAt(blocks, start));
    const block = blocks[at]!;
    const from = at === inBlock ? end : Math.min(block.text, start);
    while (passed < seams.length && seams[passed]! <= start) passed++;
    const whole = sentenceAt(scan.folded, scan.bytes, block, from, start, isAbbreviation);
    const span = between(whole, seams[passed - 1] ?? -1, seams[passed] ?? whole.end);
    inBlock = at;
    const tokens = tokenize(scan.folded, span, scan.tools, cues, infos);
    sentences.push({
      start: span.start,
      end: span.end,
      block: at,
      bullet: block.bullet,
      follows: span.start > block.text,
      lead: span.start > from ? announced(scan, cues, infos, span, from, tokens) : null,
      tokens,
      governed: govern(scan.folded, tokens),
    });
    end = span.end;
  }
  return sentences;
}

/**
 * What the sentence before a bare list says of it: it names no tool, and closes with a level. No tool stands between
 * `from` and the sentence.
 */
function announced(
  { folded }: Scan,
  cues: MatchList,
  infos: CueInfos,
  { start, end }: Span,
  from: number,
  tokens: readonly Token[],
): Lead | null {
  const last = firstFrom(cues, start) - 1;
  if (last < 0 || cues.data[3 * last + 1]! < from || start - cues.data[3 * last + 2]! > STOP_BYTES)
    return null;
  const { preferred, required } = infos.get(cues.data[3 * last]!);
  if (((preferred | required) & BEFORE) === 0 || !isBareList(folded, tokens, cues, infos, start, end))
    return null;
  const evidence = { start: cues.data[3 * last + 1]!, end: cues.data[3 * last + 2]! };
  return { level: preferred & BEFORE ? "preferred" : "required", evidence };
}

/** Whether tools and what joins them are all of a sentence, there are several, and no bracket holds it. */
function isBareList(
  folded: Uint8Array,
  tokens: readonly Token[],
  cues: MatchList,
  infos: CueInfos,
  start: number,
  end: number,
): boolean {
  if (tokens[0]!.kind !== "tool") return false;
  let edge = start;
  let tools = 0;
  for (const token of tokens) {
    if (token.kind !== "tool") continue;
    const joined =
      tools === 0 ? token.start - edge <= STOP_BYTES : areListed(folded, edge, token.start, cues, infos);
    if (!joined) return false;
    edge = token.end;
    tools++;
  }
  return tools > 1 && end - edge <= REST_BYTES;
}

/** A paragraph behind the list of its section: "We'll train you …", or the next topic under no heading. */
export function isAside(blocks: readonly Block[], at: number, sectionBody: number): boolean {
  const block = blocks[at]!;
  const before = blocks[at - 1];
  return !block.bullet && block.afterBlank && before?.bullet === true && before.start >= sectionBody;
}

/** Where one line was glued to the next: a cue begins directly behind a letter, and not inside a name ("OneDrive"). */
function seamsOf({ folded, tools }: Scan, cues: MatchList): number[] {
  const seams: number[] = [];
  for (let c = 0; c < cues.count; c++) {
    const start = cues.data[3 * c + 1]!;
    if (start === 0 || CLASS[folded[start - 1]!] !== WORD) continue;
    const before = firstFrom(tools, start) - 1;
    if (before < 0 || tools.data[3 * before + 2]! <= start) seams.push(start);
  }
  return seams;
}

/** The part of a sentence between the seam before and the seam behind. */
function between(sentence: Span, before: number, behind: number): Span {
  return { start: Math.max(sentence.start, before), end: Math.min(sentence.end, behind) };
}
