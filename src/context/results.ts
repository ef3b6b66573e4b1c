import type { bool, i32 } from "../numbers.js";
import { choice } from "./cloud.js";
import type { Findings } from "./findings.js";
import { IntList } from "./pool.js";

/**
 * What a posting came to, in numbers one behind the other: a header, the tools in order of appearance, the mentions,
 * the rejections, and the sets of alternatives (start, end, how many tools, the tools). analysis.ts reads them.
 */
export const results: IntList = new IntList();

/** anyOf, place of the primary rival or -1; how many tools, mentions, rejections, sets follow. */
export const HEADER_NUMBERS: i32 = 6;
/** tool, level, depth, years */
export const TOOL_NUMBERS: i32 = 4;
/** place among the tools, alias, start, end, level, section, rule, evidence start and end, denied, depth, years */
export const MENTION_NUMBERS: i32 = 12;
/** tool, alias, start, end, section, rule, evidence start and end */
export const REJECTION_NUMBERS: i32 = 8;

/**
 * Writes what was found into `results`.
 * @param whole with mentions, rejections and alternatives; without, there are none of them
 */
export function writeResults(found: Findings, whole: bool): void {
  const tools = writeTools(found);
  const data = results.data;
  data[0] = choice.anyOf ? 1 : 0;
  data[1] = choice.primary;
  data[2] = tools;
  data[3] = whole ? found.mentions.count : 0;
  data[4] = whole ? found.rejections.count : 0;
  data[5] = whole ? found.alternatives.count : 0;
  results.count = HEADER_NUMBERS + TOOL_NUMBERS * tools;
  if (whole) {
    writeMentions(found);
    writeRejections(found);
    writeAlternatives(found);
  }
  for (let m = 0; m < found.mentions.count; m++) found.mentions.at(m).facts.place = 0;
}

/**
 * Writes the tools behind the header, each with its strongest level, strongest depth and most years; `place` of a tool is
 * one more than its own.
 * @returns how many there are
 */
function writeTools(found: Findings): i32 {
  const mentions = found.mentions;
  results.reserve(HEADER_NUMBERS + TOOL_NUMBERS * mentions.count);
  const data = results.data;
  let tools = 0;
  for (let m = 0; m < mentions.count; m++) {
    const mention = mentions.at(m);
    const facts = mention.facts;
    if (facts.place === 0) {
      const behind = HEADER_NUMBERS + TOOL_NUMBERS * tools++;
      facts.place = tools;
      data[behind] = mention.tool;
      data[behind + 1] = mention.level;
      data[behind + 2] = mention.depth;
      data[behind + 3] = mention.years;
      continue;
    }
    const at = HEADER_NUMBERS + TOOL_NUMBERS * (facts.place - 1);
    // Of levels the lowest is the strongest, of the others the highest.
    if (mention.level < data[at + 1]!) data[at + 1] = mention.level;
    if (mention.depth > data[at + 2]!) data[at + 2] = mention.depth;
    if (mention.years > data[at + 3]!) data[at + 3] = mention.years;
  }
  return tools;
}

function writeMentions(found: Findings): void {
  for (let m = 0; m < found.mentions.count; m++) {
    const mention = found.mentions.at(m);
    results.push(mention.facts.place - 1);
    results.push(mention.alias);
    results.push(mention.start);
    results.push(mention.end);
    results.push(mention.level);
    results.push(mention.section);
    results.push(mention.rule);
    results.push(mention.evidenceStart);
    results.push(mention.evidenceEnd);
    results.push(mention.denied ? 1 : 0);
    results.push(mention.depth);
    results.push(mention.years);
  }
}

function writeRejections(found: Findings): void {
  for (let r = 0; r < found.rejections.count; r++) {
    const rejection = found.rejections.at(r);
    results.push(rejection.tool);
    results.push(rejection.alias);
    results.push(rejection.start);
    results.push(rejection.end);
    results.push(rejection.section);
    results.push(rejection.rule);
    results.push(rejection.evidenceStart);
    results.push(rejection.evidenceEnd);
  }
}

function writeAlternatives(found: Findings): void {
  for (let a = 0; a < found.alternatives.count; a++) {
    const set = found.alternatives.at(a);
    results.push(set.start);
    results.push(set.end);
    results.push(set.tools.count);
    for (let i = 0; i < set.tools.count; i++) results.push(set.tools.at(i));
  }
}
