import { GOLDEN, MIXER } from "./hash";
import { endOf, folded, hashes, numberAt, setNumber, sifted, startOf } from "./memory";
import { wordCount } from "./notes";
import { isOpener } from "./outside";
import { STEP } from "./step";
import {
  alone,
  aloneMask,
  edgeMask,
  edges,
  filter,
  firstForm,
  hasEdges,
  idOf,
  nextForm,
  openTables,
  pairs,
} from "./tables";
import { foundEnd, foundStart, isFree, verify } from "./verify";

/** As in ../../match/tables.ts and find.ts. */
const FILTER_SHIFT: u32 = 14;
const ALONE: u32 = 1;
const PAIR_SHIFT: u32 = 14;
const EDGE: i32 = 2;
const EDGE_SHIFT: i32 = 1;
const LONGEST_FORM: i32 = 32;
/** Set in a candidate that may begin a form of several words. */
const GOES_ON: i32 = 1;
/** As in ../../match/alone.ts. */
const ALONE_SLOT: i32 = 4;
const ALONE_SHIFT: i32 = 2;
/** Bytes of a word in the table of those that are forms by themselves. */
const LONGEST_ALONE: i32 = 12;
/** All bits of sixteen bytes, and zeros behind them. */
const insides: usize = memory.data<u64>([-1, -1, 0, 0], 16);
/** Nodes on the way from the root. */
const path: usize = memory.data(128);

/**
 * Finds the forms of the tables at `tables` from word `first` to before word `last`, as findForms in ../../match/find.ts does,
 * and adds them to the `count` matches at `matches`, three numbers each.
 * @returns how many matches there are now
 */
export function findForms(tables: usize, first: i32, last: i32, matches: usize, count: i32): i32 {
  openTables(tables);
  const candidates = sift(first, last);
  let end = count === 0 ? 0 : numberAt(matches, 3 * count - 1);
  for (let c = 0; c < candidates; c++) {
    const candidate = numberAt(sifted, c);
    const word = candidate >> 1;
    const start = startOf(word);
    if (start < end) continue;
    let id = (candidate & GOES_ON) === 0 ? standsAlone(word, start) : -1;
    let from = start;
    let to = endOf(word);
    if (id < 0) {
      const form = longestAt(word, numberAt(hashes, word), start, false, end, false);
      if (form < 0) continue;
      id = idOf(form);
      from = foundStart;
      to = foundEnd;
    }
    setNumber(matches, 3 * count, id);
    setNumber(matches, 3 * count + 1, from);
    setNumber(matches, 3 * count + 2, to);
    count++;
    end = to;
  }
  return count;
}

/**
 * What a match of a word that is a form by itself names, where a look at the bytes beside it shows that it may stand there;
 * -1 where `longestAt` has to tell.
 */
function standsAlone(word: i32, start: i32): i32 {
  const end = endOf(word);
  const size = end - start;
  if (size > LONGEST_ALONE || !isFree(start - 1, end)) return -1;
  const inside = v128.load(insides + ((STEP - size) as usize));
  const text = v128.and(v128.load(folded + (start as usize)), inside);
  let slot = (numberAt(hashes, word) << ALONE_SHIFT) & aloneMask;
  while (true) {
    const there = v128.load(alone + ((slot as usize) << 2));
    if (!v128.any_true(v128.xor(i32x4.replace_lane(there, 3, 0), text))) return i32x4.extract_lane(there, 3);
    if (i32x4.extract_lane(there, 0) === 0) return -1;
    slot = (slot + ALONE_SLOT) & aloneMask;
  }
}

/**
 * Notes, at `sifted`, the words at which a form may begin: a form of one word, or one that goes on as the next word does.
 * A candidate is twice the word's number, with GOES_ON. One word in ten is left, and no branch depends on which: the
 * processor could only guess.
 * @returns how many there are
 */
function sift(first: i32, last: i32): i32 {
  let count = 0;
  let next = numberAt(hashes, first);
  for (let word = first; word < last; word++) {
    const hash = next;
    // Behind the last word stands something: then no form is found there.
    next = numberAt(hashes, word + 1);
    const slot = (hash as u32) >> FILTER_SHIFT;
    const may = (load<u8>(filter + ((slot >> 2) as usize)) as u32) >> ((slot & 3) << 1);
    const pair = pairOf(hash, next);
    const goesOn = (load<u8>(pairs + ((pair >> 3) as usize)) as u32) >> (pair & 7);
    const longer = (may >> 1) & goesOn & 1;
    setNumber(sifted, count, (word << 1) | (longer as i32));
    count += ((may | longer) & ALONE) as i32;
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
    setNumber(path, depth++, node);
    if (!hasEdges(node)) break;
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

function mayBeginWith(first: i32, second: i32): bool {
  const pair = pairOf(first, second);
  return (load<u8>(pairs + ((pair >> 3) as usize)) & (1 << (pair & 7))) !== 0;
}

function pairOf(first: i32, second: i32): u32 {
  return (((first ^ (second * GOLDEN)) * MIXER) as u32) >> PAIR_SHIFT;
}

/** The node that a word leads to from `node`; 0 where it leads nowhere. */
export function step(node: i32, hash: i32): i32 {
  const edge = (hash ^ (node * GOLDEN)) * MIXER;
  let slot = ((edge ^ (((edge as u32) >> 15) as i32)) << EDGE_SHIFT) & edgeMask;
  while (true) {
    const at = edges + ((slot as usize) << 2);
    const next = load<i32>(at, 4);
    if (next === 0 || load<i32>(at) === edge) return next;
    slot = (slot + EDGE) & edgeMask;
  }
}
