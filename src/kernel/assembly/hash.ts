import { IGNORED } from "../../folded.js";
import { endOf, folded, hashes, setNumber, startOf } from "./memory";
import { wordCount } from "./notes";

/** As in ../../match/words.ts. */
export const SEED: i32 = 0x811c9dc5 as i32;
export const GOLDEN: i32 = 0x9e3779b1 as i32;
export const MIXER: i32 = 0x85ebca6b as i32;
const ROUND: i32 = 8;

/**
 * Hashes all words.
 * @param isSoft whether something that is IGNORED may stand inside of one
 */
export function hashWords(isSoft: bool): void {
  if (isSoft) {
    for (let word = 0; word < wordCount; word++) setNumber(hashes, word, hashOf(startOf(word), endOf(word)));
    return;
  }
  for (let word = 0; word < wordCount; word++) {
    let at = folded + (startOf(word) as usize);
    let left = endOf(word) - startOf(word);
    let hash = SEED;
    while (left > ROUND) {
      hash = mix(hash, load<u64>(at));
      at += ROUND;
      left -= ROUND;
    }
    setNumber(hashes, word, mix(hash, load<u64>(at) & (u64.MAX_VALUE >> ((8 * (ROUND - left)) as u64))));
  }
}

/** The hash of the letters and digits between two offsets of the folded text; see ../../match/words.ts. */
export function hashOf(start: i32, end: i32): i32 {
  let hash = SEED;
  let part: u64 = 0;
  let taken = 0;
  for (let i = start; i < end; i++) {
    const byte = load<u8>(folded + (i as usize));
    if (byte === IGNORED) continue;
    if (taken === ROUND) {
      hash = mix(hash, part);
      part = 0;
      taken = 0;
    }
    part |= (byte as u64) << ((8 * taken) as u64);
    taken++;
  }
  return mix(hash, part);
}

function mix(hash: i32, part: u64): i32 {
  const mixed = (((hash ^ (part as i32)) * GOLDEN) ^ ((part >> 32) as i32)) * MIXER;
  return mixed ^ (((mixed as u32) >> 15) as i32);
}
