import { GOLDEN, MIXER, SEED } from "./hash";
import { hashes, numberAt } from "./memory";
import { wordCount } from "./notes";

/** As in ../../match/words.ts. */
const PRIME: i32 = 0x01000193;
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
