import type { i32 } from "../numbers.js";
import { isSeveral, lowest } from "./bits.js";
import { SPEAKS_ENGLISH } from "./kinds.js";
import type { Page } from "./page.js";
import { IntList } from "./pool.js";

/** English, whose cues hold in every posting. */
export const ENGLISH: i32 = 0;
/** Shorter cues are words of too many languages to tell one. */
const TELLING_BYTES: i32 = 5;
const SHORT_BYTES: i32 = 3;
/** Bytes of cues of another language that a posting must hold, and their share against English ones. */
const LEAST_FOREIGN: i32 = 10;
const LEAST_FOREIGN_SHARE = 0.3;

/** Bytes of cues by language. */
const votes: Int32Array = new Int32Array(32);
/** The languages that have votes, in order of their first. */
const voted: IntList = new IntList();

/** The language of a posting, by the cues that it holds: the one beside English that has most of them. */
export function languageOf(page: Page): i32 {
  const cues = page.cues;
  let english = 0;
  let short = 0;
  voted.clear();
  votes.fill(0);
  for (let c = 0; c < cues.count; c++) {
    const bytes = cues.end(c) - cues.start(c);
    if (bytes < SHORT_BYTES || (bytes < TELLING_BYTES && short !== 0)) continue;
    const languages = page.info(c).languages;
    if (bytes < TELLING_BYTES) {
      if (languages !== SPEAKS_ENGLISH) short = languages;
    } else if (languages === SPEAKS_ENGLISH) english += bytes;
    else vote(languages, bytes);
  }
  // Where nothing longer tells, as in a single sentence, a short word is better than none.
  if (english === 0 && voted.count === 0 && short !== 0 && !isSeveral(short)) return lowest(short);
  let best = ENGLISH;
  const share = LEAST_FOREIGN_SHARE * english;
  let most = share > LEAST_FOREIGN ? share : LEAST_FOREIGN * 1.0;
  for (let i = 0; i < voted.count; i++) {
    const language = voted.at(i);
    const bytes = votes[language]!;
    if (bytes >= most) {
      best = language;
      most = bytes;
    }
  }
  return best;
}

/** Adds the bytes to each language of the bits. */
function vote(languages: i32, bytes: i32): void {
  for (let rest = languages; rest !== 0; rest &= rest - 1) {
    const language = lowest(rest);
    if (votes[language] === 0) voted.push(language);
    votes[language] = votes[language]! + bytes;
  }
}
