import { IGNORED } from "../folded.js";

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** Odd constants of the golden ratio, as spread bits well. */
export const GOLDEN = 0x9e3779b1;
export const MIXER = 0x85ebca6b;
/** Bytes that a round of the hash takes: most words are no longer, and WebAssembly reads so many at once. */
const ROUND = 8;

/** The runs of letters and digits of a text, in order, with the hash of each. Longer than `count`. */
export interface Words {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  hashes: Int32Array;
}

export function createWords(): Words {
  return { count: 0, starts: new Int32Array(1024), ends: new Int32Array(1024), hashes: new Int32Array(1024) };
}

/** The hash of the letters and digits from `start` to `end`: eight bytes a round, the lower four and then the others. */
export function hashOf(folded: Uint8Array, start: number, end: number): number {
  let hash = SEED;
  let low = 0;
  let high = 0;
  let taken = 0;
  for (let i = start; i < end; i++) {
    const byte = folded[i]!;
    if (byte === IGNORED) continue;
    if (taken === ROUND) {
      hash = mix(hash, low, high);
      low = 0;
      high = 0;
      taken = 0;
    }
    if (taken < ROUND / 2) low |= byte << (8 * taken);
    else high |= byte << (8 * (taken - ROUND / 2));
    taken++;
  }
  return mix(hash, low, high);
}

function mix(hash: number, low: number, high: number): number {
  const mixed = Math.imul(Math.imul(hash ^ low, GOLDEN) ^ high, MIXER);
  return mixed ^ (mixed >>> 15);
}

/** Bits of the second half of a fingerprint: with 32 of the first they fill what a number holds exactly. */
const SECOND_BITS = 21;

/** A number of 53 bits for the sequence of words; 0 where there are none. */
export function fingerprintOf({ count, hashes }: Words): number {
  let first = SEED;
  let second = PRIME;
  for (let word = 0; word < count; word++) {
    const hash = hashes[word]!;
    first = Math.imul(first ^ hash, GOLDEN);
    second = Math.imul(second + hash, MIXER) ^ (second >>> 13);
  }
  return count === 0 ? 0 : (first >>> 0) * 2 ** SECOND_BITS + (second >>> (32 - SECOND_BITS));
}

/** The first word that starts at `offset` or later; `count` where there is none. */
export function wordFrom(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy of twice the length. */
export function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}
