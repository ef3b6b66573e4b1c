/** What ../index.ts calls. */

import type { Conditions, ToolFacts } from "../../context/conditions.js";
import { found, judgePage } from "../../context/judging.js";
import { results, writeResults } from "../../context/results.js";
import { openTaxonomy } from "./facts";
import { writeFiles } from "./files";
import { findForms } from "./find";
import { fingerprint } from "./fingerprint";
import { fold } from "./fold";
import { lineSize, openLines, takeLines, writeLine } from "./lines";
import {
  allocateLines,
  bytes,
  cues,
  evidence,
  FILES_BYTES,
  fileSizes,
  files,
  folded,
  hashes,
  id,
  LONGEST_NAME,
  lines,
  MOST_FILES,
  NAMES_BYTES,
  names,
  seams,
  title,
  tools,
  words,
} from "./memory";
import { lineCount, seamCount, wordCount } from "./notes";
import { facts, match, page } from "./posting";

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

/** Room for a table. */
export function allocate(size: i32): usize {
  return allocateLines(size as usize);
}

export {
  findForms,
  fingerprint,
  fold,
  lineCount,
  lineSize,
  match,
  openLines,
  openTaxonomy,
  seamCount,
  takeLines,
  wordCount,
  writeFiles,
  writeLine,
};
export const BYTES: usize = bytes;
export const ID: usize = id;
export const TITLE: usize = title;
export const FILES: usize = files;
export const FILE_SIZES: usize = fileSizes;
export const NAMES: usize = names;
export const FOLDED: usize = folded;
export const WORDS: usize = words;
export const HASHES: usize = hashes;
export const LINES: usize = lines;
export const SEAMS: usize = seams;
export const TOOLS: usize = tools;
export const CUES: usize = cues;
export const EVIDENCE: usize = evidence;
/** The room for an id and for a title. */
export const NAME_BYTES: i32 = LONGEST_NAME;
export { FILES_BYTES, MOST_FILES, NAMES_BYTES };
/** Sizes of the records that outside.ts asks for. */
export const ALIAS_BYTES: usize = offsetof<Conditions>();
export const TOOL_BYTES: usize = offsetof<ToolFacts>();
