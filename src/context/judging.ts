import type { bool, i32 } from "../numbers.js";
import { findEnumerations } from "./alternatives.js";
import { chooseCloud } from "./cloud.js";
import { knownOf } from "./depth.js";
import { Findings, type Meant } from "./findings.js";
import {
  AFTER,
  ALTERNATIVE_AGNOSTIC,
  ALTERNATIVE_SIMILAR,
  ALTERNATIVE_SIMILAR_CLOUD,
  LEVEL_NEGATED,
  NO_DEPTH,
  NO_RULE,
  NO_YEARS,
  RULE_CLAUSE_PREFERRED,
} from "./kinds.js";
import { languageOf } from "./language.js";
import { Block, findBlocks } from "./layout.js";
import { LeadFinder } from "./lead.js";
import { isAsked, levelOf, verdict } from "./level.js";
import type { Page } from "./page.js";
import { IntList, Pool } from "./pool.js";
import { isAside, Sentence, sentencesOf, telling } from "./reading.js";
import { Decision, resolveMeanings } from "./resolve.js";
import { findSections, SectionSpan, sectionAt } from "./sections.js";
import { TOKEN_COMMA, TOKEN_CUE, TOKEN_OPEN, TOKEN_TOOL, type Token } from "./token.js";

/** Bytes between a thing and the words behind it that say what may stand for it. */
const ITEM_BYTES: i32 = 3;

/** What the posting in hand came to: valid until the next one is judged. */
export const found: Findings = new Findings();

const blocks: Pool<Block> = new Pool<Block>(() => new Block());
const spans: IntList = new IntList();
const sections: Pool<SectionSpan> = new Pool<SectionSpan>(() => new SectionSpan());
const sentences: Pool<Sentence> = new Pool<Sentence>(() => new Sentence());
const decisions: Pool<Decision> = new Pool<Decision>(() => new Decision());
const leads: LeadFinder = new LeadFinder();

/**
 * Judges everything that was found in a posting; the result is left in `found` and, of clouds, in cloud.ts.
 * @param deep whether mentions are to tell depth and years
 */
export function judgePage(page: Page, deep: bool): void {
  found.clear();
  if (page.tools.count > 0) {
    findBlocks(page, blocks);
    telling(page, blocks, spans);
    page.facts.findCues(spans, page.cues);
    page.facts.speak(languageOf(page));
    found.anyWillDo = holdsAgnostic(page);
    findSections(page, blocks, sections);
    sentencesOf(page, blocks, sentences);
    resolveMeanings(page, sections, sentences, decisions);
    for (let i = 0; i < sentences.count; i++) judgeSentence(page, sentences.at(i), deep);
  }
  chooseCloud(page, found);
}

/** Whether the text says that any cloud will do, be one named or not. */
function holdsAgnostic(page: Page): bool {
  const cues = page.cues;
  for (let c = 0; c < cues.count; c++) {
    if (page.facts.cue(cues.pattern(c)).alternative === ALTERNATIVE_AGNOSTIC) return true;
  }
  return false;
}

/** Judges the mentions of one sentence, and what it enumerates. */
function judgeSentence(page: Page, sentence: Sentence, deep: bool): void {
  const tokens = sentence.tokens;
  const block = blocks.at(sentence.block);
  const section = sectionAt(sections, sentence.start);
  leads.begin(page, blocks, sentence.block, section);
  const aside = isAside(blocks, sentence.block, section.body);
  const mentions = found.mentions;
  let isKnown = false;
  let tools = 0;
  for (let at = 0; at < tokens.count; at++) {
    const token = tokens.at(at);
    if (token.kind !== TOKEN_TOOL) {
      if (token.kind === TOKEN_CUE && mentions.count > 0) noteExchange(tokens, at, mentions.count - 1);
      continue;
    }
    tools++;
    const alias = page.tools.pattern(token.ref);
    const tool = page.facts.alias(alias).tool;
    const decision = decisions.at(token.ref);
    const own = sectionAt(sections, token.start);
    if (decision.rule !== NO_RULE) {
      const rejection = found.rejections.add();
      rejection.tool = tool;
      rejection.alias = alias;
      rejection.start = token.start;
      rejection.end = token.end;
      rejection.section = own.section;
      rejection.rule = decision.rule;
      rejection.evidenceStart = decision.start;
      rejection.evidenceEnd = decision.end;
      continue;
    }
    const isInHeading = own.headingStart >= 0 && token.start < own.body;
    const led: LeadFinder | null = isInHeading || block.start < own.start ? null : leads;
    levelOf(sentence, at, own.section, own.headingStart, own.headingEnd, led, aside);
    const level = verdict.level;
    const mention = mentions.add();
    mention.tool = tool;
    mention.alias = alias;
    mention.start = token.start;
    mention.end = token.end;
    mention.level = level;
    mention.section = own.section;
    mention.rule = verdict.rule;
    mention.evidenceStart = verdict.start;
    mention.evidenceEnd = verdict.end;
    mention.denied = verdict.denied;
    mention.depth = NO_DEPTH;
    mention.years = NO_YEARS;
    if (deep && isAsked(level)) {
      if (!isKnown) knownOf(page, tokens);
      isKnown = true;
      mention.depth = token.depth === NO_DEPTH ? leads.depth() : token.depth;
      mention.years = token.years;
    }
    token.tool = level === LEVEL_NEGATED ? -1 : tool;
    if (mention.rule === RULE_CLAUSE_PREFERRED && picksOut(tokens, token.governed.preferred)) {
      found.picked.push(mentions.count - 1);
    }
  }
  // One tool is no enumeration.
  if (tools > 1) findEnumerations(page, tokens, found);
}

/** Notes where the cue at `at` says, directly behind a mention, that another thing may stand for it ("AWS or similar"). */
function noteExchange(tokens: Pool<Token>, at: i32, mention: i32): void {
  const alternative = tokens.at(at).info.alternative;
  if (alternative !== ALTERNATIVE_SIMILAR && alternative !== ALTERNATIVE_SIMILAR_CLOUD) return;
  if (!standsFor(tokens, at, found.mentions.at(mention))) return;
  found.exchangeable.push(mention);
  if (alternative === ALTERNATIVE_SIMILAR_CLOUD) found.exchangeableByCloud.push(mention);
}

/** Whether the cue at `at` stands directly behind a mention. */
function standsFor(tokens: Pool<Token>, at: i32, mention: Meant): bool {
  let before = at - 1;
  while (before >= 0) {
    const kind = tokens.at(before).kind;
    if (kind !== TOKEN_OPEN && kind !== TOKEN_COMMA) break;
    before--;
  }
  if (before < 0) return false;
  const tool = tokens.at(before);
  return tool.start === mention.start && tokens.at(at).start - tool.end <= ITEM_BYTES;
}

/**
 * Whether the cue that prefers picks one out of several that would do ("a cloud platform, ideally AWS", "any cloud (AWS
 * preferred)"), and does not just say that more is welcome ("AWS is a plus", "Nice to have: AWS").
 */
function picksOut(tokens: Pool<Token>, cue: i32): bool {
  const token = tokens.at(cue);
  if (token.bracket >= 0) return true;
  if ((token.info.preferred & AFTER) === 0) return false;
  for (let j = 0; j < cue; j++) if (tokens.at(j).kind === TOKEN_CUE) return true;
  return false;
}
