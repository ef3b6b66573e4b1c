import type { PostingAnalysis, Scan, Taxonomy } from "../types.js";
import { readAnalysis } from "./analysis.js";
import { Facts } from "./facts.js";
import { found, judgePage } from "./judging.js";
import { Page } from "./page.js";
import { results, writeResults } from "./results.js";

/** Judges the matches of one posting after another. */
export interface Judge {
  /**
   * @param scan of this posting; read now, not kept
   * @param mentions whether mentions, rejections and alternatives are wanted, and not just the tools; true by default
   */
  judge(id: string, title: string, scan: Scan, mentions?: boolean): PostingAnalysis;
}

/** Makes the taxonomy's conditions and cues ready for judging. */
export function createJudge(taxonomy: Taxonomy): Judge {
  const facts = new Facts(taxonomy);
  const page = new Page(facts);
  return {
    judge(id, title, scan, mentions = true) {
      facts.turnTo(scan);
      page.bytes = scan.bytes;
      page.folded = scan.folded;
      page.length = scan.length;
      page.lineCount = scan.lines.count;
      page.lines = scan.lines.offsets;
      page.tools.count = scan.tools.count;
      page.tools.data = scan.tools.data;
      page.cues.count = 0;
      judgePage(page);
      writeResults(page, found, mentions);
      const { fingerprint } = scan;
      return readAnalysis(taxonomy, facts.vocabulary.rivals, { id, title, fingerprint }, results.data);
    },
  };
}
