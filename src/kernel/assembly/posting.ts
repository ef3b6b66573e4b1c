/** The posting in hand: its page, and what is found in it. */

import { Page } from "../../context/page.js";
import { aliasTables, cueTables, Facts, numbersAt } from "./facts";
import { findForms } from "./find";
import { fold } from "./fold";
import { bytes, cues, folded, LONGEST_TEXT, lines, MATCHES_BYTES, tools } from "./memory";
import { lineCount, wordCount } from "./notes";
import { findAtSeams, toolCount } from "./seams";

/** More than anybody looks ahead, as is between the fixed places of bytes. */
const ZEROS: i32 = 32;

export const facts: Facts = new Facts();
export const page: Page = new Page(facts);
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
