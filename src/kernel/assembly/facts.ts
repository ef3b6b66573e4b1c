import type { Conditions, ToolFacts } from "../../context/conditions.js";
import type { CueInfo } from "../../context/cue.js";
import { Found } from "../../context/page.js";
import type { IntList } from "../../context/pool.js";
import { findForms } from "./find";
import { insertMatch } from "./matches";
import { cues, evidence, glued, MATCHES_BYTES, numberAt, setNumber } from "./memory";
import { languagesOf, readAlias, readCue, readTool } from "./outside";
import { gluedCount, wordFrom } from "./seams";

/** More than there are; see Vocabulary. */
const MOST_LANGUAGES: i32 = 32;
const FIRST_TEXTS: i32 = 64 * 1024;

/** How many there are in the taxonomy, and where their tables are. */
let cueCount: i32 = 0;
export let aliasTables: usize = 0;
export let cueTables: usize = 0;
let evidenceTables: usize = 0;
/** Records, one behind the other: of cues by language (0 where none was spoken yet), of aliases, of tools. */
const infos: StaticArray<usize> = new StaticArray<usize>(MOST_LANGUAGES);
let aliases: usize = 0;
let tools: usize = 0;
/** By cue: one bit that says that it is known, and above it its languages. */
let languages: usize = 0;

/** Tells where the tables of forms are, how many cues there are, and where the records of aliases and tools lie. */
export function openTaxonomy(
  aliasForms: usize,
  cueForms: usize,
  evidenceForms: usize,
  howManyCues: i32,
  aliasRecords: usize,
  toolRecords: usize,
): void {
  aliasTables = aliasForms;
  cueTables = cueForms;
  evidenceTables = evidenceForms;
  cueCount = howManyCues;
  languages = zeros(cueCount * 4);
  aliases = aliasRecords;
  tools = toolRecords;
}

/** Room for so many bytes, which are zero. */
export function zeros(size: i32): usize {
  const at = heap.alloc(size as usize);
  memory.fill(at, 0, size as usize);
  return at;
}

/** A list of numbers that lies at `at`. */
export function numbersAt(at: usize, size: i32): Int32Array {
  const list = changetype<Int32Array>(heap.alloc(offsetof<Int32Array>()));
  store<usize>(changetype<usize>(list), at, offsetof<Int32Array>("buffer"));
  store<usize>(changetype<usize>(list), at, offsetof<Int32Array>("dataStart"));
  store<i32>(changetype<usize>(list), size, offsetof<Int32Array>("byteLength"));
  return list;
}

/** Stands for ../../context/facts.ts, whose answers it gives: records that are filled in when they are first asked for. */
export class Facts {
  texts: Uint8Array = new Uint8Array(FIRST_TEXTS);
  rivals: i32 = 0;
  private readonly evidence: Found = new Found();
  private language: i32 = 0;
  private known: usize = 0;

  constructor() {
    this.evidence.data = numbersAt(evidence, MATCHES_BYTES);
  }

  speak(language: i32): void {
    if (infos[language] === 0) infos[language] = zeros(cueCount * (offsetof<CueInfo>() as i32));
    this.language = language;
    this.known = infos[language];
  }

  cue(index: i32): CueInfo {
    const info = changetype<CueInfo>(this.known + (index as usize) * offsetof<CueInfo>());
    if (info.ready === 0) readCue(index, this.language, changetype<usize>(info));
    return info;
  }

  languagesOf(cue: i32): i32 {
    let known = numberAt(languages, cue);
    if (known === 0) {
      known = (languagesOf(cue) << 1) | 1;
      setNumber(languages, cue, known);
    }
    return known >> 1;
  }

  alias(index: i32): Conditions {
    const conditions = changetype<Conditions>(aliases + (index as usize) * offsetof<Conditions>());
    if (conditions.ready === 0) readAlias(index, changetype<usize>(conditions));
    return conditions;
  }

  tool(index: i32): ToolFacts {
    const facts = changetype<ToolFacts>(tools + (index as usize) * offsetof<ToolFacts>());
    if (facts.ready === 0) readTool(index, changetype<usize>(facts));
    return facts;
  }

  findCues(spans: IntList, found: Found): void {
    let count = 0;
    let seam = 0;
    for (let i = 0; i < spans.count; i += 2) {
      const start = spans.at(i);
      const end = spans.at(i + 1);
      count = findForms(cueTables, wordFrom(start), wordFrom(end), cues, count);
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
