import type { MatchList, Scan, Span, Taxonomy } from "../types.js";
import { findForms } from "./find.js";
import { createNotes, fold, PADDING } from "./fold.js";
import { MatchBuffer } from "./list.js";
import { findAtSeams } from "./seams.js";
import { matchTables } from "./tables.js";
import type { Text } from "./text.js";
import { fingerprintOf, wordFrom } from "./words.js";

/** Finds aliases and cues in postings. One matcher serves one posting after another. */
export interface Matcher {
  /**
   * Scans one posting's text (UTF-8, `length` bytes of `bytes`, all of them by default). The result and its arrays
   * are used again by the next call.
   */
  scan(bytes: Uint8Array, length?: number): Scan;
}

/** Text buffers begin at this size and double. */
const FIRST_BUFFER = 16 * 1024;

/**
 * Compiles the taxonomy's written forms for scanning.
 *
 * What is found, for aliases and for cues apart: at each word, from the left, the longest form that stands there with
 * its edges right; nothing inside what was found before. A form that begins inside another's match is not found.
 * Cues are looked for only in the spans that are asked for: most of a posting has no tool to judge.
 */
export function createMatcher(taxonomy: Taxonomy): Matcher {
  const { aliases, cues, evidence } = taxonomy.tables ?? matchTables(taxonomy);
  const isOpener = (cue: number) =>
    taxonomy.cues.at(cue)!.roles.some((role) => role.kind === "opener" || role.kind === "section");
  const tools = new MatchBuffer();
  const glued = new MatchBuffer();
  const cueMatches = new MatchBuffer();
  const evidenceMatches = new MatchBuffer();
  const text: Text = {
    bytes: new Uint8Array(0),
    length: 0,
    folded: new Uint8Array(FIRST_BUFFER),
    ...createNotes(),
  };

  function findCues(spans: readonly Span[]): MatchList {
    cueMatches.clear();
    let seam = 0;
    for (const { start, end } of spans) {
      findForms(cues, text, wordFrom(text.words, start), wordFrom(text.words, end), cueMatches);
      for (; seam < glued.count && glued.data[3 * seam + 1]! < end; seam++) {
        if (glued.data[3 * seam + 1]! < start) continue;
        cueMatches.insert(glued.data[3 * seam]!, glued.data[3 * seam + 1]!, glued.data[3 * seam + 2]!);
      }
    }
    return cueMatches;
  }

  function findEvidence({ start, end }: Span): MatchList {
    evidenceMatches.clear();
    findForms(evidence, text, wordFrom(text.words, start), wordFrom(text.words, end), evidenceMatches);
    return evidenceMatches;
  }

  return {
    scan(bytes, length = bytes.length) {
      if (text.folded.length < length + PADDING) text.folded = new Uint8Array(2 * length + PADDING);
      text.bytes = bytes;
      text.length = length;
      tools.clear();
      glued.clear();
      fold(bytes, length, text.folded, text);
      findForms(aliases, text, 0, text.words.count, tools);
      findAtSeams(text, aliases, cues, isOpener, tools, glued);
      const fingerprint = fingerprintOf(text.words);
      const { folded, lines } = text;
      return { bytes, length, folded, lines, tools, fingerprint, findCues, findEvidence };
    },
  };
}
