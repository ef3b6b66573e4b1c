import type { Conditions, ToolFacts } from "../../context/conditions.js";
import { type CueInfo, NO_INFO, ROLE_ANY } from "../../context/cue.js";
import { ENGLISH } from "../../context/language.js";
import { Found } from "../../context/page.js";
import type { IntList } from "../../context/pool.js";
import { findForms } from "./find";
import { insertMatch } from "./matches";
import { allocateLines, cues, evidence, glued, MATCHES_BYTES, numberAt, startOf } from "./memory";
import { wordCount } from "./notes";
import { readAlias, readCue, readRow, readTool } from "./outside";
import { gluedCount, wordFrom } from "./seams";

/** More than there are; see Vocabulary. */
const MOST_LANGUAGES: i32 = 32;
const FIRST_TEXTS: i32 = 64 * 1024;
/** Words that are passed at once. */
const STRIDE: i32 = 8;

/** How many there are in the taxonomy, and where their tables are. */
let cueCount: i32 = 0;
export let aliasTables: usize = 0;
export let cueTables: usize = 0;
let evidenceTables: usize = 0;
/** Records, one behind the other: of aliases, of tools, and those of cues that were made ahead, 0 for none. */
let aliases: usize = 0;
let tools: usize = 0;
let readyCues: usize = 0;
/** By language, 0 where it was not spoken yet: by cue the number of its record, or its record where none were made ahead. */
const cueRows: StaticArray<usize> = new StaticArray<usize>(MOST_LANGUAGES);
/** That of the language that is spoken. */
let cueRow: usize = 0;

/** Tells where the tables of forms are, how many cues there are, and where records lie. */
export function openTaxonomy(
  aliasForms: usize,
  cueForms: usize,
  evidenceForms: usize,
  howManyCues: i32,
  aliasRecords: usize,
  toolRecords: usize,
  cueRecords: usize,
): void {
  aliasTables = aliasForms;
  cueTables = cueForms;
  evidenceTables = evidenceForms;
  cueCount = howManyCues;
  aliases = aliasRecords;
  tools = toolRecords;
  readyCues = cueRecords;
  openLanguage(ENGLISH);
}

/** Turns to the records of cues in a language. */
function openLanguage(language: i32): void {
  if (cueRows[language] === 0) {
    const size = (cueCount as usize) * (readyCues === 0 ? offsetof<CueInfo>() : 2);
    const row = allocateLines(size);
    if (readyCues === 0) memory.fill(row, 0, size);
    else readRow(language, row);
    cueRows[language] = row;
  }
  cueRow = cueRows[language];
}

/** A list of numbers that lies at `at`. */
export function numbersAt(at: usize, size: i32): Int32Array {
  const list = changetype<Int32Array>(heap.alloc(offsetof<Int32Array>()));
  store<usize>(changetype<usize>(list), at, offsetof<Int32Array>("buffer"));
  store<usize>(changetype<usize>(list), at, offsetof<Int32Array>("dataStart"));
  store<i32>(changetype<usize>(list), size, offsetof<Int32Array>("byteLength"));
  return list;
}

/** The first word from the `word`th on that begins at `offset` or later. */
function wordBehind(word: i32, offset: i32): i32 {
  while (word + STRIDE <= wordCount && startOf(word + STRIDE - 1) < offset) word += STRIDE;
  while (word < wordCount && startOf(word) < offset) word++;
  return word;
}

/** Where a record lies. */
function cueAt(cue: i32): usize {
  if (readyCues === 0) return cueRow + (cue as usize) * offsetof<CueInfo>();
  return readyCues + (load<u16>(cueRow + ((cue as usize) << 1)) as usize) * offsetof<CueInfo>();
}

function aliasAt(alias: i32): usize {
  return aliases + (alias as usize) * offsetof<Conditions>();
}

function toolAt(tool: i32): usize {
  return tools + (tool as usize) * offsetof<ToolFacts>();
}

/** Stands for ../../context/facts.ts, whose answers it gives: records that are filled in when they are first asked for. */
export class Facts {
  texts: Uint8Array = new Uint8Array(FIRST_TEXTS);
  rivals: i32 = 0;
  language: i32 = ENGLISH;
  private readonly evidence: Found = new Found();

  constructor() {
    this.evidence.data = numbersAt(evidence, MATCHES_BYTES);
  }

  speak(language: i32): void {
    openLanguage(language);
    this.language = language;
  }

  cue(index: i32): CueInfo {
    const info = changetype<CueInfo>(cueAt(index));
    if (info.roles === 0) readCue(index, this.language, changetype<usize>(info));
    return info;
  }

  alias(index: i32): Conditions {
    const conditions = changetype<Conditions>(aliasAt(index));
    if (conditions.ready === 0) readAlias(index, changetype<usize>(conditions));
    return conditions;
  }

  tool(index: i32): ToolFacts {
    const facts = changetype<ToolFacts>(toolAt(index));
    if (facts.ready === 0) readTool(index, changetype<usize>(facts));
    return facts;
  }

  /**
   * Has the records of these aliases and of their tools at hand. They lie far apart in memory: asked for in one short
   * loop, they are waited for together and not one after another.
   */
  expectAliases(found: Found): void {
    let ready = 1;
    for (let i = 0; i < found.count; i++) ready &= load<i32>(aliasAt(found.pattern(i)));
    if (ready === 0) for (let i = 0; i < found.count; i++) this.alias(found.pattern(i));
    ready = 1;
    for (let i = 0; i < found.count; i++) {
      const tool = load<i32>(aliasAt(found.pattern(i)), offsetof<Conditions>("tool"));
      ready &= load<i32>(toolAt(tool));
    }
    if (ready === 0) for (let i = 0; i < found.count; i++) this.tool(this.alias(found.pattern(i)).tool);
  }

  /** Waits for records as expectAliases does. */
  readCues(found: Found, records: CueInfo[]): i32 {
    while (records.length < found.count) records.push(NO_INFO);
    let roles = 0;
    let ready = ROLE_ANY;
    for (let i = 0; i < found.count; i++) {
      const info = changetype<CueInfo>(cueAt(found.pattern(i)));
      const own = info.roles;
      roles |= own;
      ready &= own;
      records[i] = info;
    }
    if (ready === 0) for (let i = 0; i < found.count; i++) roles |= this.cue(found.pattern(i)).roles;
    return roles;
  }

  findCues(spans: IntList, found: Found): void {
    let count = 0;
    let seam = 0;
    let word = 0;
    for (let i = 0; i < spans.count; i += 2) {
      const start = spans.at(i);
      const end = spans.at(i + 1);
      const first = wordBehind(word, start);
      word = wordBehind(first, end);
      count = findForms(cueTables, first, word, cues, count);
      for (; seam < gluedCount && numberAt(glued, 3 * seam + 1) < end; seam++) {
        if (numberAt(glued, 3 * seam + 1) < start) continue;
        const pattern = numberAt(glued, 3 * seam);
        count = insertMatch(
          cues,
          count,
          pattern,
          numberAt(glued, 3 * seam + 1),
          numberAt(glued, 3 * seam + 2),
        );
      }
    }
    found.count = count;
  }

  findEvidence(start: i32, end: i32): Found {
    this.evidence.count = findForms(evidenceTables, wordFrom(start), wordFrom(end), evidence, 0);
    return this.evidence;
  }
}
