import { wordCount } from "./fold";
import { hashes, numberAt } from "./memory";

/** As in ../../match/words.ts. */
const SEED: i32 = 0x811c9dc5 as i32;
const PRIME: i32 = 0x01000193;
const GOLDEN: i32 = 0x9e3779b1 as i32;
const MIXER: i32 = 0x85ebca6b as i32;
const SECOND_BITS: u32 = 21;

/** A number of 53 bits for the words of the text folded last; fingerprintOf in ../../match/words.ts. */
export function fingerprint(): f64 {
  if (wordCount === 0) return 0;
  let first = SEED;
  let second = PRIME;
  for (let word = 0; word < wordCount; word++) {
    const hash = numberAt(hashes, word);
    first = (first ^ hash) * GOLDEN;
    second = ((second + hash) * MIXER) ^ (((second as u32) >> 13) as i32);
  }
  return (
    (first as u32 as f64) * ((1 << SECOND_BITS) as f64) + (((second as u32) >> (32 - SECOND_BITS)) as f64)
  );
}
