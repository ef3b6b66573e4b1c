import { CLASS, WORD } from "../folded.js";
import type {
  AlternativeSet,
  GroupLevel,
  Level,
  MatchList,
  Mention,
  PostingAnalysis,
  Rejection,
  Scan,
  Span,
  Taxonomy,
  ToolFinding,
} from "../types.js";
import { LEVELS } from "../types.js";
import { findAlternatives, findEnumerations } from "./alternatives.js";
import { type ChoiceEvidence, chooseCloud } from "./cloud.js";
import { depthAt, type Known, knownInAll, knownOf } from "./depth.js";
import { type Governed, govern } from "./govern.js";
import { type Block, blockAt, findBlocks } from "./layout.js";
import { endsInColon, leadOf } from "./lead.js";
import { levelOf } from "./level.js";
import { conditionsOf } from "./meaning.js";
import { resolveMeanings } from "./resolve.js";
import { findSections, LONGEST_HEADING, sectionAt } from "./sections.js";
import { sentenceAt } from "./sentences.js";
import { type Token, tokenize } from "./tokens.js";
import { AFTER, type CueInfos, Vocabulary } from "./vocabulary.js";

/** Judges the matches of one posting after another. */
export interface Judge {
  /** @param scan of this posting; read now, not kept */
  judge(id: string, title: string, scan: Scan): PostingAnalysis;
}

/** A sentence with what its cues govern, worked out once for all its matches. */
export interface Sentence extends Span {
  readonly block: number;
  /** Its block is a list item. */
  readonly bullet: boolean;
  readonly tokens: readonly Token[];
  readonly governed: readonly Governed[];
}

/** Compiles the taxonomy's conditions and cues for judging. */
export function createJudge(taxonomy: Taxonomy): Judge {
  const vocabulary = new Vocabulary(taxonomy);
  const conditions = conditionsOf(taxonomy);
  const choice = taxonomy.combined.filter((row) => row.alternatives);
  const ofOneKind = (tools: readonly number[]) => {
    const all = tools.map((tool) => taxonomy.tools.at(tool)!);
    return (
      all.every(({ group, category }) => group === all[0]!.group && category === all[0]!.category) ||
      choice.some((row) => all.every((tool) => tool.groups.some((group) => row.groups.includes(group))))
    );
  };

  return {
    judge(id, title, scan) {
      const mentions: Mention[] = [];
      const rejections: Rejection[] = [];
      const alternatives: AlternativeSet[] = [];
      const picked: Mention[] = [];
      const enumerations: AlternativeSet[] = [];
      let anyWillDo = false;
      if (scan.tools.count > 0) {
        const { folded, bytes, tools } = scan;
        const blocks = findBlocks(folded, scan.length);
        const cues = scan.findCues(telling(folded, blocks, tools));
        const infos = vocabulary.infos(vocabulary.languageOf(cues));
        const sections = findSections(folded, bytes, blocks, cues, infos);
        const sentences = sentencesOf(scan, cues, blocks, infos);
        const decisions = resolveMeanings(conditions, infos, scan, cues, sections, sentences);
        const toolOf = (match: number) => {
          const decision = decisions[match]!;
          return decision.rule === null ? taxonomy.aliases.at(tools.data[3 * match]!)!.tool : -1;
        };
        for (const sentence of sentences) {
          const block = blocks[sentence.block]!;
          const section = sectionAt(sections, sentence.start);
          const lead = leadOf(folded, blocks, sentence.block, section.body, cues, infos);
          const leadDepth = lead ? depthAt(lead.evidence, cues, infos) : null;
          let known: readonly Known[] | null = null;
          const aside = isAside(blocks, sentence.block, section.body);
          sentence.tokens.forEach((token, at) => {
            if (token.kind !== "tool") return;
            const match = token.ref;
            const alias = tools.data[3 * match]!;
            const tool = taxonomy.aliases.at(alias)!.tool;
            const decision = decisions[match]!;
            const own = sectionAt(sections, token.start);
            if (decision.rule !== null) {
              rejections.push({
                tool,
                alias,
                start: token.start,
                end: token.end,
                section: own.section,
                rule: decision.rule,
                evidence: decision.evidence,
              });
              return;
            }
            const inHeading = own.heading !== null && token.start < own.body;
            const verdict = levelOf(
              sentence.governed[at]!,
              sentence.tokens,
              sentence,
              own.section,
              own.heading,
              inHeading || block.start < own.start ? null : lead,
              aside,
            );
            const isAsked = verdict.level === "required" || verdict.level === "preferred";
            if (isAsked) known ??= knownOf(folded, sentence.tokens, sentence.governed, cues, infos);
            const mention: Mention = {
              tool,
              alias,
              start: token.start,
              end: token.end,
              level: verdict.level,
              section: own.section,
              rule: verdict.rule,
              evidence: verdict.evidence,
              denied: verdict.denied,
              depth: isAsked ? (known![at]!.depth ?? leadDepth) : null,
              years: isAsked ? known![at]!.years : null,
            };
            mentions.push(mention);
            if (
              verdict.rule === "level.clause.preferred" &&
              picksOut(sentence, sentence.governed[at]!.preferred)
            ) {
              picked.push(mention);
            }
          });
          alternatives.push(...findAlternatives(folded, sentence.tokens, cues, infos, toolOf, ofOneKind));
          enumerations.push(...findEnumerations(folded, sentence.tokens, cues, infos, toolOf));
          anyWillDo ||= sentence.tokens.some((token) => token.info?.alternative === "agnostic");
        }
      }
      return summarise(taxonomy, id, title, mentions, rejections, alternatives, {
        anyWillDo,
        picked,
        enumerations,
        alternatives,
      });
    },
  };
}

/**
 * Whether the cue that prefers picks one out of several that would do ("a cloud platform, ideally AWS", "any cloud (AWS
 * preferred)"), and does not just say that more is welcome ("AWS is a plus", "Nice to have: AWS").
 */
function picksOut(sentence: Sentence, cue: number): boolean {
  const token = sentence.tokens[cue]!;
  if (token.bracket >= 0) return true;
  return (
    (token.info!.preferred & AFTER) !== 0 &&
    sentence.tokens.slice(0, cue).some((before) => before.info !== null)
  );
}

/**
 * Where cues can matter: in blocks that hold a tool, in short ones (headings), and at both ends of the others, where a
 * heading or what leads a list may stand.
 */
function telling(folded: Uint8Array, blocks: readonly Block[], tools: MatchList): Span[] {
  const spans: Span[] = [];
  let tool = 0;
  for (const block of blocks) {
    while (tool < tools.count && tools.data[3 * tool + 1]! < block.start) tool++;
    const whole = tool < tools.count && tools.data[3 * tool + 1]! < block.end;
    if (whole || block.end - block.start <= 2 * LONGEST_HEADING)
      spans.push({ start: block.start, end: block.end });
    else {
      spans.push({ start: block.start, end: block.start + LONGEST_HEADING });
      if (endsInColon(folded, block)) spans.push({ start: block.end - LONGEST_HEADING, end: block.end });
    }
  }
  return spans;
}

/** The sentences that hold a tool match, in order. */
function sentencesOf(scan: Scan, cues: MatchList, blocks: readonly Block[], infos: CueInfos): Sentence[] {
  const sentences: Sentence[] = [];
  let end = -1;
  let inBlock = -1;
  const seams = seamsOf(scan.folded, cues);
  for (let match = 0; match < scan.tools.count; match++) {
    const start = scan.tools.data[3 * match + 1]!;
    if (start < end) continue;
    const at = Math.max(0, blockAt(blocks, start));
    const block = blocks[at]!;
    const from = at === inBlock ? end : Math.min(block.text, start);
    const span = cutAtSeams(sentenceAt(scan.folded, scan.bytes, block, from, start), start, seams);
    inBlock = at;
    const tokens = tokenize(scan.folded, span, scan.tools, cues, infos);
    sentences.push({ ...span, block: at, bullet: block.bullet, tokens, governed: govern(tokens) });
    end = span.end;
  }
  return sentences;
}

/** A paragraph behind the list of its section: "We'll train you …", or the next topic under no heading. */
function isAside(blocks: readonly Block[], at: number, sectionBody: number): boolean {
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

/** The part of a sentence that holds `offset` between two seams. */
function cutAtSeams(sentence: Span, offset: number, seams: readonly number[]): Span {
  let { start, end } = sentence;
  for (const seam of seams) {
    if (seam <= offset) start = Math.max(start, seam);
    else end = Math.min(end, seam);
  }
  return { start, end };
}

function summarise(
  taxonomy: Taxonomy,
  id: string,
  title: string,
  mentions: readonly Mention[],
  rejections: readonly Rejection[],
  alternatives: readonly AlternativeSet[],
  evidence: ChoiceEvidence,
): PostingAnalysis {
  const byTool = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const list = byTool.get(mention.tool);
    if (list) list.push(mention);
    else byTool.set(mention.tool, [mention]);
  }
  const tools = [...byTool].map(([tool, list]): ToolFinding => {
    const level = list.map((mention) => mention.level).reduce(stronger);
    return { tool, level, ...knownInAll(list), mentions: list };
  });
  const groups = groupLevels(taxonomy, tools);
  return {
    id,
    title,
    groups,
    cloud: chooseCloud(taxonomy, groups, mentions, evidence),
    alternatives,
    tools,
    rejections,
  };
}

/** The strongest level of what counts for each group, in taxonomy order. */
function groupLevels(taxonomy: Taxonomy, tools: readonly ToolFinding[]): GroupLevel[] {
  const groups: GroupLevel[] = taxonomy.groups.map(() => "absent");
  for (const { tool, level } of tools) {
    for (const group of taxonomy.tools.at(tool)!.groups) {
      const before = groups[group]!;
      groups[group] = before === "absent" ? level : stronger(before, level);
    }
  }
  return groups;
}

/** The analysis as far as some tools go: what they are named as, and the groups that they count for. */
export function restrict(
  taxonomy: Taxonomy,
  analysis: PostingAnalysis,
  only: ReadonlySet<number>,
): PostingAnalysis {
  const tools = analysis.tools.filter((finding) => only.has(finding.tool));
  return {
    ...analysis,
    tools,
    groups: groupLevels(taxonomy, tools),
    alternatives: analysis.alternatives.filter((set) => set.tools.some((tool) => only.has(tool))),
    rejections: analysis.rejections.filter((rejection) => only.has(rejection.tool)),
  };
}

function stronger(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b;
}
