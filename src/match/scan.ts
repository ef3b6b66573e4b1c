import type { MatchList, Scan, Span, Taxonomy } from "../types.js";
import { createPlainEngine } from "./engine.js";
import { MatchBuffer } from "./list.js";
import { findAtSeams, isOpener } from "./seams.js";
import { matchTables } from "./tables.js";
import { fingerprintOf, wordFrom } from "./words.js";

/** Finds aliases and cues in postings. One matcher serves one posting after another. */
export interface Matcher {
  /**
   * Scans one posting's text (UTF-8, `length` bytes of `bytes`, all of them by default). The result and its arrays
   * are used again by the next call.
   */
  scan(bytes: Uint8Array, length?: number): Scan;
}

/**
 * Compiles the taxonomy's written forms for scanning.
 *
 * What is found, for aliases and for cues apart: at each word, from the left, the longest form that stands there with
 * its edges right; nothing inside what was found before. A form that begins inside another's match is not found.
 * Cues are looked for only in the spans that are asked for: most of a posting has no tool to judge.
 */
export function createMatcher(taxonomy: Taxonomy): Matcher {
  const tables = taxonomy.tables ?? matchTables(taxonomy);
  const { aliases, cues } = tables;
  const mayFollow = (cue: number) => isOpener(taxonomy, cue);
  const engine = createPlainEngine(tables);
  const glued = new MatchBuffer();

  function findCues(spans: readonly Span[]): MatchList {
    const { text, found } = engine;
    const list = found.cues;
    list.clear();
    let seam = 0;
    for (const { start, end } of spans) {
      engine.find("cues", wordFrom(text.words, start), wordFrom(text.words, end));
      for (; seam < glued.count && glued.data[3 * seam + 1]! < end; seam++) {
        if (glued.data[3 * seam + 1]! < start) continue;
        list.insert(glued.data[3 * seam]!, glued.data[3 * seam + 1]!, glued.data[3 * seam + 2]!);
      }
    }
    return list;
  }

  function findEvidence({ start, end }: Span): MatchList {
    const { text, found } = engine;
    found.evidence.clear();
    engine.find("evidence", wordFrom(text.words, start), wordFrom(text.words, end));
    return found.evidence;
  }

  return {
    scan(bytes, length = bytes.length) {
      const { text, found } = engine;
      found.aliases.clear();
      glued.clear();
      engine.read(bytes, length);
      engine.find("aliases", 0, text.words.count);
      findAtSeams(text, aliases, cues, mayFollow, found.aliases, glued);
      const fingerprint = fingerprintOf(text.words);
      const { folded, lines } = text;
      return { bytes, length, folded, lines, tools: found.aliases, fingerprint, findCues, findEvidence };
    },
  };
}
