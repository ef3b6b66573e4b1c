/** What ../index.ts calls. */

import type { Conditions, ToolFacts } from "../../context/conditions.js";
import { found, judgePage } from "../../context/judging.js";
import { Page } from "../../context/page.js";
import { results, writeResults } from "../../context/results.js";
import { aliasTables, cueTables, Facts, numbersAt, openTaxonomy } from "./facts";
import { findForms } from "./find";
import { fingerprint } from "./fingerprint";
import { fold, lineCount, seamCount, wordCount } from "./fold";
import {
  bytes,
  cues,
  evidence,
  folded,
  hashes,
  LONGEST_TEXT,
  lines,
  MATCHES_BYTES,
  seams,
  tools,
  words,
} from "./memory";
import { findAtSeams, toolCount } from "./seams";

/** More than anybody looks ahead, as is between the fixed places of bytes. */
const ZEROS: i32 = 32;

const facts: Facts = new Facts();
const page: Page = new Page(facts);
page.bytes = bytesAt(bytes, LONGEST_TEXT + ZEROS);
page.folded = bytesAt(folded, LONGEST_TEXT + ZEROS);
page.lines = numbersAt(lines, 4 * LONGEST_TEXT);
page.tools.data = numbersAt(tools, MATCHES_BYTES);
page.cues.data = numbersAt(cues, MATCHES_BYTES);

function bytesAt(at: usize, size: i32): Uint8Array {
  return changetype<Uint8Array>(numbersAt(at, size));
}

/** Finds what stands in the text of `length` bytes at BYTES. */
export function match(length: i32): void {
  memory.fill(bytes + (length as usize), 0, ZEROS as usize);
  fold(length);
  findAtSeams(aliasTables, cueTables, findForms(aliasTables, 0, wordCount, tools, 0));
  page.length = length;
  page.lineCount = lineCount;
  page.tools.count = toolCount;
}

/**
 * Judges what was found last.
 * @param whole whether mentions, rejections and alternatives are wanted as well
 * @param deep whether depth and years are
 * @returns where the numbers of results.ts stand
 */
export function judge(whole: bool, deep: bool): usize {
  judgePage(page, deep);
  writeResults(found, whole);
  return results.data.dataStart;
}

/** Tells how many groups stand for each other. */
export function setRivals(count: i32): void {
  facts.rivals = count;
}

/** Makes room for so many bytes of texts (see Facts); returns where they lie. */
export function textsOf(size: i32): usize {
  if (facts.texts.length < size) {
    const wider = new Uint8Array(2 * size);
    wider.set(facts.texts);
    facts.texts = wider;
  }
  return facts.texts.dataStart;
}

/** Room for a table, at a multiple of 16 bytes. */
export function allocate(size: i32): usize {
  return heap.alloc(size as usize);
}

export { findForms, fingerprint, fold, lineCount, openTaxonomy, seamCount, wordCount };
export const BYTES: usize = bytes;
export const FOLDED: usize = folded;
export const WORDS: usize = words;
export const HASHES: usize = hashes;
export const LINES: usize = lines;
export const SEAMS: usize = seams;
export const TOOLS: usize = tools;
export const CUES: usize = cues;
export const EVIDENCE: usize = evidence;
/** Sizes of the records that outside.ts asks for. */
export const ALIAS_BYTES: usize = offsetof<Conditions>();
export const TOOL_BYTES: usize = offsetof<ToolFacts>();
