import { EVERYTHING, type PostingAnalysis, type Scan, type Taxonomy, type Wanted } from "../types.js";
import { AnalysisReader } from "./analysis.js";
import { Facts } from "./facts.js";
import { found, judgePage } from "./judging.js";
import { Page } from "./page.js";
import { results, writeResults } from "./results.js";

/** Judges the matches of one posting after another. */
export interface Judge {
  /**
   * @param scan of this posting; read now, not kept
   * @param wanted everything, by default
   */
  judge(id: string, title: string, scan: Scan, wanted?: Wanted): PostingAnalysis;
}

/** Makes the taxonomy's conditions and cues ready for judging. */
export function createJudge(taxonomy: Taxonomy): Judge {
  const facts = new Facts(taxonomy);
  const page = new Page(facts);
  const reader = new AnalysisReader(taxonomy, facts.vocabulary.rivals);
  return {
    judge(id, title, scan, wanted = EVERYTHING) {
      facts.turnTo(scan);
      page.bytes = scan.bytes;
      page.folded = scan.folded;
      page.length = scan.length;
      page.lineCount = scan.lines.count;
      page.lines = scan.lines.offsets;
      page.tools.count = scan.tools.count;
      page.tools.data = scan.tools.data;
      judgePage(page, wanted.depth);
      writeResults(found, wanted.mentions);
      const fingerprint = wanted.fingerprint ? scan.fingerprint : 0;
      return reader.read({ id, title, fingerprint }, results.data);
    },
  };
}
