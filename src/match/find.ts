import type { Tables } from "../types.js";
import type { MatchBuffer } from "./list.js";
import { ALONE, firstForm, hasEdges, idOf, mayBegin, mayBeginWith, nextForm, step } from "./tables.js";
import type { Text } from "./text.js";
import { found, verify } from "./verify.js";

/** Nodes on the way from the root, the words of a form at most. */
const LONGEST_FORM = 32;
const path = new Int32Array(LONGEST_FORM);

/**
 * Finds, from the left, the longest form at each word from `first` to before `last` (word indexes), nothing inside
 * what was found before, and adds them to `matches`.
 */
export function findForms(
  tables: Tables,
  text: Text,
  first: number,
  last: number,
  matches: MatchBuffer,
): void {
  const { starts, hashes, count } = text.words;
  let end = matches.lastEnd;
  for (let word = first; word < last; word++) {
    const may = mayBegin(tables, hashes[word]!);
    if (may === 0) continue;
    // Half the words of a text begin some form ("the", "a"), and hardly ever is it the one that stands there.
    if ((may & ALONE) === 0) {
      if (word + 1 === count || !mayBeginWith(tables, hashes[word]!, hashes[word + 1]!)) continue;
    }
    const start = starts[word]!;
    if (start < end) continue;
    const form = longestAt(tables, text, word, hashes[word]!, start, false, -1, end);
    if (form < 0) continue;
    matches.push(idOf(tables, form), found.start, found.end);
    end = found.end;
  }
}

/**
 * The longest form that begins with the word `word`, or -1; its span is left in `found`.
 *
 * @param hash of the first word, which may be a part of the word in the text (see seams.ts)
 * @param at where the first word begins
 * @param from the form's span must not begin before
 * @param accept whether a form with this id may be returned; all may by default
 */
export function longestAt(
  tables: Tables,
  text: Text,
  word: number,
  hash: number,
  at: number,
  seamStart: boolean,
  seamEnd: number,
  from: number,
  accept?: (id: number) => boolean,
): number {
  const { words, folded, bytes } = text;
  let node = step(tables, 0, hash);
  let depth = 0;
  while (node !== 0 && depth < LONGEST_FORM) {
    path[depth++] = node;
    if (!hasEdges(tables, node)) break;
    const next = word + depth;
    if (next >= words.count) break;
    const nextHash = words.hashes[next]!;
    node = depth > 1 || mayBeginWith(tables, hash, nextHash) ? step(tables, node, nextHash) : 0;
  }
  while (depth > 0) {
    const last = path[--depth]!;
    for (let form = firstForm(tables, last); form >= 0; form = nextForm(tables, form)) {
      if (accept && !accept(idOf(tables, form))) continue;
      if (verify(tables, form, folded, bytes, at, seamStart, seamEnd) && found.start >= from) return form;
    }
  }
  return -1;
}
