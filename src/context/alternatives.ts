import { SLASH } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import type { Findings, ToolSet } from "./findings.js";
import {
  ALTERNATIVE_ONE_OF,
  ALTERNATIVE_OR,
  ALTERNATIVE_SIMILAR,
  ALTERNATIVE_SIMILAR_CLOUD,
  NO_ALTERNATIVE,
} from "./kinds.js";
import { areListed } from "./lists.js";
import type { Page } from "./page.js";
import { IntList, type Pool } from "./pool.js";
import { TOKEN_CLAUSE, TOKEN_CLOSE, TOKEN_TOOL, type Token } from "./token.js";

/** A run of tools of one sentence that are members of one enumeration, as token indexes. */
class Run {
  first: i32 = 0;
  last: i32 = 0;
}

/** What leaves a choice between the tools of a run. */
const NO_CHOICE: i32 = 0;
const CHOICE_BY_WORDS: i32 = 1;
const CHOICE_BY_SLASHES: i32 = 2;

/** Where choiceIn leaves its result, and the tools of that. */
const chosen: Run = new Run();
const chosenTools: IntList = new IntList();

/**
 * Finds what a sentence enumerates.
 * @param tokens judged: the tool of a token is -1 where the match was rejected or negated
 * @param found takes the sets of which one is enough ("AWS, GCP or Azure", "AWS/GCP/Azure", "one of …"), and the
 *   enumerations as they stand
 */
export function findEnumerations(page: Page, tokens: Pool<Token>, found: Findings): void {
  let first = -1;
  let last = -1;
  for (let j = 0; j < tokens.count; j++) {
    const token = tokens.at(j);
    if (token.tool < 0) continue;
    if (first < 0 || !areListed(page, tokens.at(last).end, token.start)) {
      if (last > first) addRun(page, tokens, first, last, found);
      first = j;
    }
    last = j;
  }
  if (last > first) addRun(page, tokens, first, last, found);
}

/** Whether tools can stand for each other: those of one category, and those of groups that do, as clouds. */
export function ofOneKind(page: Page, tools: IntList): bool {
  let alike = true;
  let kind = 0;
  let choices = -1;
  for (let i = 0; i < tools.count; i++) {
    const tool = page.facts.tool(tools.at(i));
    if (i === 0) kind = tool.kind;
    else if (tool.kind !== kind) alike = false;
    choices &= tool.choices;
  }
  return alike || choices !== 0;
}

/** Adds the enumeration that a run is, and the choice that it leaves. */
function addRun(page: Page, tokens: Pool<Token>, first: i32, last: i32, found: Findings): void {
  const choice = choiceOf(page.folded, tokens, first, last);
  if (choice !== NO_CHOICE) {
    choiceIn(tokens, first, last);
    toolsOf(tokens, chosen.first, chosen.last, chosenTools);
    // "Python / Docker / AWS" is a list of things; "React / Angular" leaves the choice.
    if (chosenTools.count > 1 && (choice === CHOICE_BY_WORDS || ofOneKind(page, chosenTools)))
      addSet(found.alternatives, tokens, chosen.first, chosen.last);
  }
  // A bracket that closes ends the enumeration in it: "(AWS, Azure, GCP) and containers".
  let joined = false;
  let end = first;
  while (end < last && tokens.at(end + 1).kind !== TOKEN_CLOSE) {
    end++;
    const info = tokens.at(end).info;
    if (info.joiner && info.alternative === NO_ALTERNATIVE) joined = true;
  }
  if (!joined || choice !== NO_CHOICE) addSet(found.enumerations, tokens, first, end);
}

/** Adds the tools of the tokens from `first` to `last`. */
function addSet(sets: Pool<ToolSet>, tokens: Pool<Token>, first: i32, last: i32): void {
  const set = sets.add();
  set.start = tokens.at(first).start;
  set.end = tokens.at(last).end;
  toolsOf(tokens, first, last, set.tools);
}

/** The tools of the tokens from `first` to `last`, each once, in order. */
function toolsOf(tokens: Pool<Token>, first: i32, last: i32, tools: IntList): void {
  tools.clear();
  for (let j = first; j <= last; j++) {
    const tool = tokens.at(j).tool;
    if (tool >= 0 && !tools.includes(tool)) tools.push(tool);
  }
}

/**
 * Leaves in `chosen` the part of a run that a choice is left in: "Linux (Debian or Fedora)" leaves it inside the
 * bracket.
 */
function choiceIn(tokens: Pool<Token>, first: i32, last: i32): void {
  chosen.first = first;
  chosen.last = last;
  for (let j = first; j < last; j++) {
    const bracket = tokens.at(j).bracket;
    // "Python (or Java)": the bracket goes on with what stands before it.
    if (tokens.at(j).info.alternative !== ALTERNATIVE_OR || bracket < first || bracket === j - 1) continue;
    let end = j;
    for (let k = j + 1; k <= last; k++) if (tokens.at(k).bracket === bracket) end = k;
    while (tokens.at(end).kind !== TOKEN_TOOL) end--;
    chosen.first = bracket + 1;
    chosen.last = end;
    return;
  }
}

function choiceOf(folded: Uint8Array, tokens: Pool<Token>, first: i32, last: i32): i32 {
  let slashes = 0;
  let gaps = 0;
  for (let j = first; j < last; j++) {
    const token = tokens.at(j);
    if (token.info.alternative === ALTERNATIVE_OR) return CHOICE_BY_WORDS;
    if (token.kind === TOKEN_TOOL) {
      gaps++;
      if (hasSlash(folded, token.end, tokens.at(j + 1).start)) slashes++;
    }
  }
  // "or similar" may follow, "one of" may lead from before a bracket or colon.
  for (let j = last + 1; j < tokens.count && j <= last + 3; j++) {
    const token = tokens.at(j);
    const form = token.info.alternative;
    if (form === ALTERNATIVE_SIMILAR || form === ALTERNATIVE_SIMILAR_CLOUD) return CHOICE_BY_WORDS;
    if (token.kind === TOKEN_TOOL || token.kind === TOKEN_CLAUSE) break;
  }
  for (let j = first - 1; j >= 0; j--) {
    if (tokens.at(j).info.alternative === ALTERNATIVE_ONE_OF) return CHOICE_BY_WORDS;
    if (tokens.at(j).kind === TOKEN_TOOL) break;
  }
  return slashes > 0 && slashes === gaps ? CHOICE_BY_SLASHES : NO_CHOICE;
}

function hasSlash(folded: Uint8Array, from: i32, to: i32): bool {
  for (let i = from; i < to; i++) if (folded[i] === SLASH) return true;
  return false;
}
