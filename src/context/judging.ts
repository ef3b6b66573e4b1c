import type { bool, i32 } from "../numbers.js";
import { findEnumerations } from "./alternatives.js";
import { chooseCloud } from "./cloud.js";
import { ROLE_AGNOSTIC } from "./cue.js";
import { knownOf } from "./depth.js";
import { Findings, type Meant } from "./findings.js";
import {
  AFTER,
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
import { findSections, SectionSpan } from "./sections.js";
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
    page.facts.expectAliases(page.tools);
    findBlocks(page, blocks);
    telling(page, blocks, spans);
    page.facts.findCues(spans, page.cues);
    readCues(page);
    found.anyWillDo = (page.roles & ROLE_AGNOSTIC) !== 0;
    findSections(page, blocks, sections);
    sentencesOf(page, blocks, sentences);
    resolveMeanings(page, sections, sentences, decisions);
    let at = 0;
    for (let i = 0; i < sentences.count; i++) {
      const sentence = sentences.at(i);
      while (at + 1 < sections.count && sections.at(at + 1).start <= sentence.start) at++;
      judgeSentence(page, sentence, sections.at(at), deep);
    }
  }
  chooseCloud(page, found);
}

/** Notes what the cues mean in the language of the posting, which is mostly that of the posting before. */
function readCues(page: Page): void {
  page.readCues();
  const language = languageOf(page);
  if (language === page.facts.language) return;
  page.facts.speak(language);
  page.readCues();
}

/** Judges the mentions of one sentence, which begins in `section`, and what it enumerates. */
function judgeSentence(page: Page, sentence: Sentence, section: SectionSpan, deep: bool): void {
  const tokens = sentence.tokens;
  const block = blocks.at(sentence.block);
  leads.begin(page, blocks, sentence.block, section);
  const aside = isAside(blocks, sentence.block, section.body);
  const mentions = found.mentions;
  mentions.reserve(mentions.count + tokens.count);
  let isKnown = false;
  let tools = 0;
  for (let at = 0; at < tokens.count; at++) {
    const token = tokens.at(at);
    if (token.kind !== TOKEN_TOOL) {
      if (isExchange(token.info.alternative) && mentions.count > 0)
        noteExchange(tokens, at, mentions.count - 1);
      continue;
    }
    tools++;
    const alias = page.tools.pattern(token.ref);
    const decision = decisions.at(token.ref);
    const tool = decision.own.tool;
    const own = sections.at(decision.section);
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
    const mention = mentions.next();
    mention.tool = tool;
    mention.facts = page.facts.tool(tool);
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
      if (!isKnown) knownOf(page, sentence);
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

/** Whether a cue says that another thing may stand for what it speaks of. */
function isExchange(alternative: i32): bool {
  return alternative === ALTERNATIVE_SIMILAR || alternative === ALTERNATIVE_SIMILAR_CLOUD;
}

/** Notes where such a cue, at `at`, stands directly behind a mention ("AWS or similar"). */
function noteExchange(tokens: Pool<Token>, at: i32, mention: i32): void {
  if (!standsFor(tokens, at, found.mentions.at(mention))) return;
  found.exchangeable.push(mention);
  if (tokens.at(at).info.alternative === ALTERNATIVE_SIMILAR_CLOUD) found.exchangeableByCloud.push(mention);
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
