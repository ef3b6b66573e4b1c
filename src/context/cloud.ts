import type { bool, i32 } from "../numbers.js";
import { isSeveral, lowest } from "./bits.js";
import type { Findings, Meant, ToolSet } from "./findings.js";
import {
  LEVEL_NEGATED,
  RULE_CLAUSE_DEMANDED,
  SECTION_ABOUT,
  SECTION_BODY,
  SECTION_RESPONSIBILITIES,
  SECTION_STACK,
  SECTION_TITLE,
} from "./kinds.js";
import { isAsked } from "./level.js";
import type { Page } from "./page.js";
import { IntList, type Pool } from "./pool.js";

/** What a posting says of groups that stand for each other, as clouds do. */
export class Choice {
  anyOf: bool = false;
  /** Place in the row of rivals; -1 for none. */
  primary: i32 = -1;
}

/** Where chooseCloud leaves its result. */
export const choice: Choice = new Choice();

/** Sections that describe what the team has, as bits; a name there says more of the team than one in a list of wishes. */
const DESCRIBING: i32 =
  (1 << SECTION_TITLE) |
  (1 << SECTION_BODY) |
  (1 << SECTION_RESPONSIBILITIES) |
  (1 << SECTION_STACK) |
  (1 << SECTION_ABOUT);
/** What a mention weighs for `primary`: in a description, or the provider by its own name (both, where any will do); else. */
const PLAIN: i32 = 2;
const WEAK: i32 = 1;
/** No posting names its clouds more often; what does is no posting, and must not take the square of its length. */
const MOST: i32 = 200;
/** Bytes between a name and its short form: a space and the bracket. */
const SHORT_FORM: i32 = 2;
/** A row joins so many groups at most: MOST_JOINED of src/types.ts. */
const MOST_RIVALS: i32 = 30;

/** Mentions of rivals that are not negated, by index. */
const named: IntList = new IntList();
/** Enumerations of several rivals, by index. */
const choices: IntList = new IntList();
/** By rival: what its mentions weigh. */
const weights: Int32Array = new Int32Array(MOST_RIVALS);

/**
 * Decides `cloud` from the mentions of the groups that can stand for each other, and leaves it in `choice`.
 *
 * anyOf: an enumeration names two of the groups or more, at the strongest level at which any is named; or the text
 * says that any will do, that another will do as well, or prefers one of several; but not where one is demanded by
 * itself. primary: the one that is preferred; else the only one, or the one
 * that outweighs every other twice, counting mentions outside of enumerations.
 */
export function chooseCloud(page: Page, found: Findings): void {
  choice.anyOf = found.anyWillDo;
  choice.primary = -1;
  const mentions = found.mentions;
  named.clear();
  let present = 0;
  let asked = false;
  for (let m = 0; m < mentions.count; m++) {
    const mention = mentions.at(m);
    const rivals = mention.facts.rivals;
    if (mention.level === LEVEL_NEGATED || rivals === 0) continue;
    present |= rivals;
    if (named.count === MOST) continue;
    named.push(m);
    if (isAsked(mention.level)) asked = true;
  }
  if (present === 0) return;

  choices.clear();
  for (let e = 0; e < found.enumerations.count && e < MOST; e++) {
    if (isSeveral(rivalsIn(page, found.enumerations.at(e).tools))) choices.push(e);
  }
  const demanded = demandedIn(found);
  const demandsOne = demanded !== 0 && !isSeveral(demanded);
  let favoured = 0;
  for (let p = 0; p < found.picked.count; p++) {
    favoured |= mentions.at(found.picked.at(p)).facts.rivals;
  }
  const open = !demandsOne && (isReplaced(found, asked) || isChosen(found, asked));
  if (favoured !== 0 || open) choice.anyOf = true;

  if (!choice.anyOf && demandsOne) choice.primary = lowest(demanded);
  else if (favoured !== 0 && !isSeveral(favoured)) choice.primary = lowest(favoured);
  else {
    weigh(page, found, open);
    choice.primary = heaviest(page.facts.rivals, !isSeveral(present));
  }
}

/** The rivals that are demanded by themselves: "GCP is a must, familiarity with AWS or Azure" leaves no choice. */
function demandedIn(found: Findings): i32 {
  let demanded = 0;
  for (let n = 0; n < named.count; n++) {
    const mention = found.mentions.at(named.at(n));
    if (mention.rule !== RULE_CLAUSE_DEMANDED || !isProvider(mention)) continue;
    let among = false;
    for (let c = 0; c < choices.count && !among; c++) {
      among = inside(mention, found.enumerations.at(choices.at(c)));
    }
    if (!among) demanded |= mention.facts.rivals;
  }
  return demanded;
}

/** Whether the text says of a rival that another will do as well. "Or similar" behind a single service speaks of the service. */
function isReplaced(found: Findings, asked: bool): bool {
  for (let x = 0; x < found.exchangeable.count; x++) {
    const mention = found.mentions.at(found.exchangeable.at(x));
    if (counts(mention, asked) && isProvider(mention)) return true;
  }
  for (let x = 0; x < found.exchangeableByCloud.count; x++) {
    if (counts(found.mentions.at(found.exchangeableByCloud.at(x)), asked)) return true;
  }
  return false;
}

/** Whether the mention is one of a rival, and asked for where any is. */
function counts(mention: Meant, asked: bool): bool {
  return mention.facts.rivals !== 0 && (!asked || isAsked(mention.level));
}

/** Whether one of `choices` counts: where anything is asked for, it holds something that is. */
function isChosen(found: Findings, asked: bool): bool {
  if (!asked) return choices.count > 0;
  for (let c = 0; c < choices.count; c++) {
    const set = found.enumerations.at(choices.at(c));
    for (let n = 0; n < named.count; n++) {
      const mention = found.mentions.at(named.at(n));
      if (inside(mention, set) && isAsked(mention.level)) return true;
    }
  }
  return false;
}

/** Weighs the rivals by their mentions: among alternatives the provider is one of several, not the team's. */
function weigh(page: Page, found: Findings, open: bool): void {
  weights.fill(0);
  let tool = -1;
  let end = 0;
  for (let n = 0; n < named.count; n++) {
    const mention = found.mentions.at(named.at(n));
    // "Azure, and Google Cloud Platform (GCP)" names it once.
    const repeats = tool === mention.tool && mention.start - end <= SHORT_FORM;
    tool = mention.tool;
    end = mention.end;
    if (repeats || isOneOfSeveral(page, found, mention)) continue;
    // Where any one will do, neither a service in a description nor a name in a list of wishes makes one the team's.
    const described = ((1 << mention.section) & DESCRIBING) !== 0;
    const provider = isProvider(mention);
    const weight = (open ? described && provider : described || provider) ? PLAIN : WEAK;
    const own = mention.facts.rivals;
    for (let rival = 0; rival < page.facts.rivals; rival++) {
      if ((own & (1 << rival)) !== 0) weights[rival] = weights[rival]! + weight;
    }
  }
}

/** Whether a set of which one is enough holds the mention, and something that is no rival or another one. */
function isOneOfSeveral(page: Page, found: Findings, mention: Meant): bool {
  for (let c = 0; c < choices.count; c++) {
    if (hasOther(page, found.enumerations.at(choices.at(c)), mention)) return true;
  }
  const alternatives: Pool<ToolSet> = found.alternatives;
  for (let a = 0; a < alternatives.count && a < MOST; a++) {
    if (hasOther(page, alternatives.at(a), mention)) return true;
  }
  return false;
}

function hasOther(page: Page, set: ToolSet, mention: Meant): bool {
  if (!inside(mention, set)) return false;
  const own = mention.facts.rivals;
  for (let t = 0; t < set.tools.count; t++) {
    if ((rivalsOf(page, set.tools.at(t)) & own) === 0) return true;
  }
  return false;
}

/** The rival that weighs most; -1 where none does, or, if there is more than `only` one, none outweighs the others. */
function heaviest(rivals: i32, only: bool): i32 {
  let first = -1;
  let most = 0;
  let second = 0;
  for (let rival = 0; rival < rivals; rival++) {
    const weight = weights[rival]!;
    if (weight > most) {
      second = most;
      most = weight;
      first = rival;
    } else if (weight > second) second = weight;
  }
  return only || (most >= PLAIN && most >= 2 * second) ? first : -1;
}

/** The rivals that a tool counts for: a bit each, by their place in the row. */
function rivalsOf(page: Page, tool: i32): i32 {
  return page.facts.tool(tool).rivals;
}

/** Those that any of some tools count for. */
function rivalsIn(page: Page, tools: IntList): i32 {
  let all = 0;
  for (let t = 0; t < tools.count; t++) all |= rivalsOf(page, tools.at(t));
  return all;
}

function isProvider(mention: Meant): bool {
  return mention.facts.provider !== 0;
}

function inside(mention: Meant, set: ToolSet): bool {
  return mention.start >= set.start && mention.end <= set.end;
}
