/** Lines of a CSV, one a posting: the same text as ../../output/csv.ts writes of rows. */

import { choice } from "../../context/cloud.js";
import type { ToolFacts } from "../../context/conditions.js";
import { found, judgePage } from "../../context/judging.js";
import { LEVEL_NEGATED } from "../../context/kinds.js";
import { HEADER_NUMBERS, results, TOOL_NUMBERS, writeResults } from "../../context/results.js";
import { COMMA, LINE_FEED, SEMICOLON, SPACE } from "../../folded.js";
import { CARRIAGE_RETURN } from "./fold";
import { bytes, id, numberAt, title } from "./memory";
import { facts, match, page } from "./posting";
import { Text } from "./text";
import { findTitle, titleEnd, titleStart } from "./title";

/** Why there is no line: its title has to be found in JavaScript, or a cell needs more care than is taken here. */
const NO_TITLE: i32 = -1;
const NO_LINE: i32 = -2;
/** In the place of a title's size: it is to be found in the text. */
export const FIND_IT: i32 = -1;
/** The level of a group behind the last one of a tool. */
const ABSENT: i32 = LEVEL_NEGATED + 1;
const MOST_GROUPS: usize = 32;

/** Where the cells of the levels are, of false and true, and of clouds: two numbers each, place and size. */
const ANY_CLOUD: i32 = ABSENT + 1;
const CLOUDS: i32 = ANY_CLOUD + 2;
let cells: usize = 0;
/** The groups that have a cell, in order. */
let columns: usize = 0;
let columnCount: i32 = 0;
/** By group: its strongest level so far. */
const strongest: usize = memory.data(32);

/** Lines that were not taken yet. */
const written: Text = new Text();
/** The names of a posting's outliers. */
const names: Text = new Text();

/** Begins a CSV; the arguments are as ../lines.ts lays them out of a Sheet (../../types.ts). */
export function openLines(cellPlaces: usize, groups: usize, count: i32): void {
  cells = cellPlaces;
  columns = groups;
  columnCount = count;
}

/**
 * Judges the text of `length` bytes at BYTES and writes its line.
 * @param idSize bytes of its id, at ID
 * @param titleSize bytes of its title, at TITLE; or FIND_IT
 * @returns how many bytes of lines there are to take, or a number below zero: NO_TITLE, NO_LINE
 */
export function writeLine(length: i32, idSize: i32, titleSize: i32): i32 {
  let titleAt = title;
  let size = titleSize;
  if (size < 0) {
    if (!findTitle(length)) return NO_TITLE;
    titleAt = bytes + (titleStart as usize);
    size = titleEnd - titleStart;
  }
  const begin = written.size;
  if (!written.addCell(id, idSize)) return noLine(begin);
  written.addByte(COMMA);
  if (!written.addCell(titleAt, size)) return noLine(begin);
  match(length);
  judgePage(page, false);
  writeResults(found, false);
  summarise();
  for (let i = 0; i < columnCount; i++) addReady(load<u8>(strongest + (numberAt(columns, i) as usize)));
  addReady(choice.anyOf ? ANY_CLOUD + 1 : ANY_CLOUD);
  if (choice.primary < 0) written.addByte(COMMA);
  else addReady(CLOUDS + choice.primary);
  written.addByte(COMMA);
  if (!written.addCell(names.at, names.size)) return noLine(begin);
  written.addByte(CARRIAGE_RETURN);
  written.addByte(LINE_FEED);
  return written.size;
}

/** Hands out the lines that were written: where they stand. */
export function takeLines(): usize {
  written.size = 0;
  return written.at;
}

/** How many bytes of lines there are to take. */
export function lineSize(): i32 {
  return written.size;
}

/** Takes back what was written of a line. */
function noLine(begin: i32): i32 {
  written.size = begin;
  return NO_LINE;
}

/** Works out the groups' levels and the names of outliers from the results of one posting. */
function summarise(): void {
  memory.fill(strongest, ABSENT as u8, MOST_GROUPS);
  names.size = 0;
  const data = results.data;
  const count = data[2];
  for (let i = 0; i < count; i++) {
    const at = HEADER_NUMBERS + TOOL_NUMBERS * i;
    const level = data[at + 1];
    const tool = facts.tool(data[at]);
    let groups = tool.groups;
    while (groups !== 0) {
      const group = strongest + (ctz(groups) as usize);
      if (level < (load<u8>(group) as i32)) store<u8>(group, level as u8);
      groups &= groups - 1;
    }
    if (tool.name !== 0 && level !== LEVEL_NEGATED) addName(tool);
  }
}

function addName(tool: ToolFacts): void {
  const at = facts.texts.dataStart + (tool.name as usize);
  const size: i32 = load<u16>(at);
  if (names.size > 0) {
    names.addByte(SEMICOLON);
    names.addByte(SPACE);
  }
  names.add(at + 2, size);
}

/** Adds a comma and a cell that is ready. */
function addReady(cell: i32): void {
  written.addByte(COMMA);
  written.add(numberAt(cells, 2 * cell) as usize, numberAt(cells, 2 * cell + 1));
}
