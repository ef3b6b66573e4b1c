import type { MatchList, Mention, PostingAnalysis, Scan, Taxonomy } from "../types.js";
import { findEnumerations } from "./alternatives.js";
import { type Known, knownOf } from "./depth.js";
import { createSummary, Findings } from "./findings.js";
import { type Block, findBlocks } from "./layout.js";
import { LeadFinder } from "./lead.js";
import { isAsked, levelOf } from "./level.js";
import { type AllConditions, conditionsOf } from "./meaning.js";
import { isAside, type Sentence, sentencesOf, telling } from "./reading.js";
import { type Decision, resolveMeanings } from "./resolve.js";
import { findSections, type SectionSpan, sectionAt } from "./sections.js";
import type { Token } from "./tokens.js";
import { AFTER, type CueInfos, Vocabulary } from "./vocabulary.js";

/** Bytes between a thing and the words behind it that say what may stand for it. */
const ITEM_BYTES = 3;

/** Judges the matches of one posting after another. */
export interface Judge {
  /** @param scan of this posting; read now, not kept */
  judge(id: string, title: string, scan: Scan): PostingAnalysis;
}

/** Compiles the taxonomy's conditions and cues for judging. */
export function createJudge(taxonomy: Taxonomy): Judge {
  const vocabulary = new Vocabulary(taxonomy);
  const conditions = conditionsOf(taxonomy);
  const ofOneKind = kindsOf(taxonomy);
  const summarise = createSummary(taxonomy);

  return {
    judge(id, title, scan) {
      const found = new Findings();
      if (scan.tools.count > 0) {
        const blocks = findBlocks(scan);
        const cues = scan.findCues(telling(scan.folded, blocks, scan.tools));
        const infos = vocabulary.infos(vocabulary.languageOf(cues));
        found.anyWillDo = holdsAgnostic(cues, infos);
        const sections = findSections(scan, blocks, cues, infos);
        const sentences = sentencesOf(scan, cues, blocks, infos);
        const decisions = resolveMeanings(conditions, infos, scan, cues, sections, sentences);
        const posting = { scan, cues, infos, blocks, sections, decisions, conditions };
        for (const sentence of sentences) judgeSentence(posting, sentence, ofOneKind, found);
      }
      return summarise(id, title, scan.fingerprint, found);
    },
  };
}

/** Whether the cue at `at` says, directly behind a mention, that another thing may stand for it ("AWS or similar"). */
function standsFor(tokens: readonly Token[], at: number, { start }: Mention): boolean {
  const { info, start: own } = tokens[at]!;
  if (info?.alternative !== "similar" && info?.alternative !== "similarCloud") return false;
  let before = at - 1;
  while (before >= 0 && (tokens[before]!.kind === "open" || tokens[before]!.kind === "comma")) before--;
  const tool = tokens[before];
  return tool?.start === start && own - tool.end <= ITEM_BYTES;
}

/** Whether the text says that any cloud will do, be one named or not. */
function holdsAgnostic({ count, data }: MatchList, infos: CueInfos): boolean {
  for (let c = 0; c < count; c++) if (infos.get(data[3 * c]!).alternative === "agnostic") return true;
  return false;
}

/** Whether tools can stand for each other: those of one category, and those of groups that do, as clouds. */
function kindsOf(taxonomy: Taxonomy): (tools: readonly number[]) => boolean {
  const choice = taxonomy.combined.filter((row) => row.alternatives);
  return (tools) => {
    const all = tools.map((tool) => taxonomy.tools.at(tool)!);
    return (
      all.every(({ group, category }) => group === all[0]!.group && category === all[0]!.category) ||
      choice.some((row) => all.every((tool) => tool.groups.some((group) => row.groups.includes(group))))
    );
  };
}

/** What is known of a posting before its mentions are judged. */
interface Posting {
  readonly scan: Scan;
  readonly cues: MatchList;
  readonly infos: CueInfos;
  readonly blocks: readonly Block[];
  readonly sections: readonly SectionSpan[];
  /** One a match. */
  readonly decisions: readonly Decision[];
  readonly conditions: AllConditions;
}

/** Judges the mentions of one sentence, and what it enumerates. */
function judgeSentence(
  posting: Posting,
  sentence: Sentence,
  ofOneKind: (tools: readonly number[]) => boolean,
  found: Findings,
): void {
  const { scan, cues, infos, blocks, sections, decisions, conditions } = posting;
  const { folded, tools } = scan;
  const { tokens, governed } = sentence;
  const block = blocks[sentence.block]!;
  const section = sectionAt(sections, sentence.start);
  const lead = new LeadFinder(scan, blocks, sentence.block, section, cues, infos);
  const aside = isAside(blocks, sentence.block, section.body);
  let known: readonly Known[] | null = null;
  /** By match of this sentence, from the first on: the tool that is meant and not said not to be needed, or -1. */
  const meant: number[] = [];
  let firstMatch = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== "tool") {
      const last = found.mentions.at(-1);
      if (last && standsFor(tokens, at, last))
        found.exchangeable.push({ mention: last, byCloud: token.info!.alternative === "similarCloud" });
      continue;
    }
    const { start, end } = token;
    if (firstMatch < 0) firstMatch = token.ref;
    const alias = tools.data[3 * token.ref]!;
    const { tool } = conditions.get(alias).alias;
    const { rule, evidence } = decisions[token.ref]!;
    const own = sectionAt(sections, start);
    if (rule !== null) {
      found.rejections.push({ tool, alias, start, end, section: own.section, rule, evidence });
      meant[token.ref - firstMatch] = -1;
      continue;
    }
    const inHeading = own.heading !== null && start < own.body;
    const verdict = levelOf(
      sentence,
      at,
      own.section,
      own.heading,
      inHeading || block.start < own.start ? null : lead,
      aside,
    );
    const asked = isAsked(verdict.level);
    if (asked) known ??= knownOf(folded, tokens, governed, cues, infos);
    const mention: Mention = {
      tool,
      alias,
      start,
      end,
      level: verdict.level,
      section: own.section,
      rule: verdict.rule,
      evidence: verdict.evidence,
      denied: verdict.denied,
      depth: asked ? (known![at]?.depth ?? lead.depth()) : null,
      years: asked ? (known![at]?.years ?? null) : null,
    };
    found.mentions.push(mention);
    meant[token.ref - firstMatch] = mention.level === "negated" ? -1 : tool;
    if (verdict.rule === "level.clause.preferred" && picksOut(sentence, governed[at]!.preferred)) {
      found.picked.push(mention);
    }
  }
  // One tool is no enumeration.
  if (meant.length < 2) return;
  const lists = findEnumerations(
    folded,
    tokens,
    cues,
    infos,
    (match) => meant[match - firstMatch]!,
    ofOneKind,
  );
  found.alternatives.push(...lists.alternatives);
  found.enumerations.push(...lists.enumerations);
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
