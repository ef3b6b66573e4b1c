import { wordCount } from "./fold";
import { hashes, numberAt, setNumber, startOf } from "./memory";
import { isOpener } from "./outside";
import { edgeMask, edges, filter, firstForm, hasEdges, idOf, nextForm, openTables, pairs } from "./tables";
import { foundEnd, foundStart, verify } from "./verify";

/** As in ../../match/tables.ts and find.ts. */
const FILTER_SHIFT: u32 = 14;
const ALONE: i32 = 1;
const PAIR_SHIFT: u32 = 14;
const EDGE: i32 = 4;
const EDGE_SHIFT: i32 = 2;
const GOLDEN: i32 = 0x9e3779b1 as i32;
const MIXER: i32 = 0x85ebca6b as i32;
const LONGEST_FORM: i32 = 32;
/** What the edges told of the nodes on the way from the root. */
const path: usize = memory.data(128);
/** The same of the node that was reached last. */
export let target: i32 = 0;

/**
 * Finds the forms of the tables at `tables` from word `first` to before word `last`, as findForms in ../../match/find.ts does,
 * and adds them to the `count` matches at `matches`, three numbers each.
 * @returns how many matches there are now
 */
export function findForms(tables: usize, first: i32, last: i32, matches: usize, count: i32): i32 {
  openTables(tables);
  let end = count === 0 ? 0 : numberAt(matches, 3 * count - 1);
  for (let word = first; word < last; word++) {
    const hash = numberAt(hashes, word);
    const may = mayBegin(hash);
    if (may === 0) continue;
    if ((may & ALONE) === 0) {
      if (word + 1 === wordCount || !mayBeginWith(hash, numberAt(hashes, word + 1))) continue;
    }
    const start = startOf(word);
    if (start < end) continue;
    const form = longestAt(word, hash, start, false, end, false);
    if (form < 0) continue;
    setNumber(matches, 3 * count, idOf(form));
    setNumber(matches, 3 * count + 1, foundStart);
    setNumber(matches, 3 * count + 2, foundEnd);
    count++;
    end = foundEnd;
  }
  return count;
}

/**
 * The longest form that begins with the word and whose span does not begin before `from`, or -1; see longestAt in
 * ../../match/find.ts.
 * @param openers whether only cues that may follow without a space are looked for
 */
export function longestAt(word: i32, hash: i32, at: i32, seamStart: bool, from: i32, openers: bool): i32 {
  let node = step(0, hash);
  let depth = 0;
  while (node !== 0 && depth < LONGEST_FORM) {
    setNumber(path, depth++, target);
    if (!hasEdges(target)) break;
    const next = word + depth;
    if (next >= wordCount) break;
    const nextHash = numberAt(hashes, next);
    node = depth > 1 || mayBeginWith(hash, nextHash) ? step(node, nextHash) : 0;
  }
  while (depth > 0) {
    const last = numberAt(path, --depth);
    for (let form = firstForm(last); form >= 0; form = nextForm(form)) {
      if (openers && !isOpener(idOf(form))) continue;
      if (verify(form, at, seamStart, -1) && foundStart >= from) return form;
    }
  }
  return -1;
}

function mayBegin(hash: i32): i32 {
  const slot = (hash as u32) >> FILTER_SHIFT;
  return ((load<u8>(filter + ((slot >> 2) as usize)) as i32) >> (((slot & 3) << 1) as i32)) & 3;
}

function mayBeginWith(first: i32, second: i32): bool {
  const pair = (((first ^ (second * GOLDEN)) * MIXER) as u32) >> PAIR_SHIFT;
  return (load<u8>(pairs + ((pair >> 3) as usize)) & (1 << (pair & 7))) !== 0;
}

/** The node that a word leads to from `node`, of which `target` tells more; 0 where it leads nowhere. */
export function step(node: i32, hash: i32): i32 {
  const mixed = (hash ^ (node * GOLDEN)) * MIXER;
  let slot = ((mixed ^ (((mixed as u32) >> 15) as i32)) << EDGE_SHIFT) & edgeMask;
  while (true) {
    const edge = edges + ((slot as usize) << 2);
    const next = load<i32>(edge, 8);
    if (next === 0) return 0;
    if (load<i32>(edge, 4) === hash && load<i32>(edge) === node) {
      target = load<i32>(edge, 12);
      return next;
    }
    slot = (slot + EDGE) & edgeMask;
  }
}
