import { COLON, COMMA, FULL_STOP, SEMICOLON } from "../folded.js";
import type { Depth, MatchList, Scan, Section, Span } from "../types.js";
import { depthAt } from "./depth.js";
import { bracketSpeaksOfMore, holds } from "./heading.js";
import type { Block } from "./layout.js";
import type { Lead } from "./level.js";
import { lastVisible, onlyMarks } from "./marks.js";
import { isAdjective } from "./phrase.js";
import type { SectionSpan } from "./sections.js";
import { sentenceAt } from "./sentences.js";
import { abbreviates, firstFrom } from "./tokens.js";
import { AFTER, BEFORE, type CueInfo, type CueInfos } from "./vocabulary.js";

/** Looks for the line that leads the list of one sentence when it is first asked for. */
export class LeadFinder {
  readonly #scan: Scan;
  readonly #blocks: readonly Block[];
  readonly #at: number;
  readonly #section: SectionSpan;
  readonly #cues: MatchList;
  readonly #infos: CueInfos;
  #found: Lead | null | undefined;

  /** See leadOf. */
  constructor(
    scan: Scan,
    blocks: readonly Block[],
    at: number,
    section: SectionSpan,
    cues: MatchList,
    infos: CueInfos,
  ) {
    this.#scan = scan;
    this.#blocks = blocks;
    this.#at = at;
    this.#section = section;
    this.#cues = cues;
    this.#infos = infos;
  }

  find(): Lead | null {
    if (this.#found === undefined) {
      this.#found = leadOf(this.#scan, this.#blocks, this.#at, this.#section, this.#cues, this.#infos);
    }
    return this.#found;
  }

  /** The depth that the lead asks for. */
  depth(): Depth | null {
    const lead = this.find();
    return lead ? depthAt(lead.evidence, this.#cues, this.#infos) : null;
  }
}

/**
 * The line that leads the list which block `at` belongs to, and what it says: the nearest block above that is no
 * item of the same list, when it ends in a colon ("Experience with one or more of:", "A plus:").
 */
export function leadOf(
  scan: Scan,
  blocks: readonly Block[],
  at: number,
  section: SectionSpan,
  cues: MatchList,
  infos: CueInfos,
): Lead | null {
  const { folded } = scan;
  const block = blocks[at]!;
  let i = at - 1;
  while (
    i >= at - LONGEST_LIST &&
    i >= 0 &&
    blocks[i]!.start >= section.body &&
    belongsToSameList(blocks[i]!, block) &&
    !endsInColon(folded, blocks[i]!)
  )
    i--;
  // Back at the level of the line that led deeper items, nothing is led any more.
  const deeper = i >= 0 && i < at - 1 && blocks[i]!.bullet && blocks[i]!.indent === block.indent;
  if (deeper && blocks.slice(i + 1, at).some((between) => between.indent > block.indent)) return null;
  const lead = blocks[i];
  if (!lead || lead.start < section.body) return null;
  // "It would be great if you also had" and the list below it: a heading by what it says, without a colon.
  const announces = endsInColon(folded, lead) || (block.bullet && !lead.bullet && isShort(folded, lead));
  if (!announces) return null;
  // Without marks, only what follows directly is led.
  if (!block.bullet && i !== at - 1) return null;
  return leadLevel(scan, lead, section.section, cues, infos);
}

function belongsToSameList(candidate: Block, block: Block): boolean {
  return block.bullet && candidate.bullet && candidate.indent >= block.indent;
}

/** A lead is looked for so many items above, no more: the time must not grow with the square of a list. */
const LONGEST_LIST = 60;
/** Words that only join a line with its list ("For example:", "These include:"). */
const LONGEST_LINK = 24;
/** Longer lines are paragraphs. */
const LONGEST_LEAD = 80;

function isShort(folded: Uint8Array, lead: Block): boolean {
  const last = folded[lead.end - 1];
  return lead.end - lead.text <= LONGEST_LEAD && last !== FULL_STOP && last !== SEMICOLON && last !== COMMA;
}

/** Whether a block ends in a colon, marks aside. */
export function endsInColon(folded: Uint8Array, block: Block): boolean {
  return folded[lastVisible(folded, block.end)] === COLON;
}

/**
 * What the line says of the list: its last sentence, or the ones before it where that is no more than "For example:".
 * What describes the work holds for all that follows.
 */
function leadLevel(scan: Scan, lead: Block, section: Section, cues: MatchList, infos: CueInfos): Lead | null {
  const isAbbreviation = (stop: number) => abbreviates(cues, infos, stop);
  const last = sentenceAt(scan.folded, scan.bytes, lead, lead.text, lead.end - 1, isAbbreviation).start;
  const said = saidBetween(scan, lead, last, lead.end, section, cues, infos);
  if (said !== undefined) return said;
  const before = saidBetween(scan, lead, lead.text, last, section, cues, infos) ?? null;
  return lead.end - last <= LONGEST_LINK || before?.level === "mentioned" ? before : null;
}

/** What the cues of the line from one offset to the other say; null where they name a kind of wish, undefined for nothing. */
function saidBetween(
  scan: Scan,
  lead: Block,
  from: number,
  to: number,
  section: Section,
  cues: MatchList,
  infos: CueInfos,
): Lead | null | undefined {
  let found: Lead | undefined;
  let kind = false;
  for (let c = firstFrom(cues, from); c < cues.count && cues.data[3 * c + 1]! < to; c++) {
    const info = infos.get(cues.data[3 * c]!);
    const evidence = { start: cues.data[3 * c + 1]!, end: cues.data[3 * c + 2]! };
    // "Cloud platform (preferably AWS)" prefers AWS, not what the list holds.
    if (bracketSpeaksOfMore(scan, lead, evidence.start)) continue;
    // "Proficiency in Go is desirable" above a list has said what it speaks of.
    if (!endsInColon(scan.folded, lead) && holds(scan.tools, lead.text, evidence.start)) continue;
    if (info.preferred || info.denial) return { level: "preferred", evidence };
    if (info.required && namesKind(info, section)) kind = true;
    else if (info.required && !(isDuty(section) && praises(scan.folded, lead, info, evidence)))
      found ??= { level: "required", evidence };
    else if (info.mentioned) found ??= { level: "mentioned", evidence };
  }
  return kind ? null : found;
}

/** "Additional expertise:" and "Experience with tools we use:" among what is nice to have name kinds of it. */
function namesKind({ subheading, required }: CueInfo, section: Section): boolean {
  return section === "preferred" && (subheading || required === (AFTER | BEFORE));
}

/** "Hands-on engineering:", "Strong leadership:": a cue that describes what stands behind it; not so "Kafka expertise:". */
function praises(folded: Uint8Array, lead: Block, info: CueInfo, { end }: Span): boolean {
  return isAdjective(info) && info.depth !== "exposure" && !onlyMarks(folded, end, lead.end);
}

/** Sections in which praise tells how the work is done. */
function isDuty(section: Section): boolean {
  return section === "responsibilities" || section === "about" || section === "stack";
}
