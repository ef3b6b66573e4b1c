import { IGNORED, SYMBOL } from "../../folded.js";
import { bytes, folded, mathematical, threeBytes, twoBytes } from "./memory";
import { soften } from "./notes";

/** Folds a character of two to four bytes; see foldLonger in ../../match/characters.ts. */
export function foldLonger(i: i32, size: i32, lead: i32): i32 {
  const from = bytes + (i as usize);
  const to = folded + (i as usize);
  const second: i32 = load<u8>(from, 1);
  if (size === 2) {
    const point = ((lead & 0x1f) << 6) | (second & 0x3f);
    const out: i32 = load<u16>(twoBytes + ((point as usize) << 1));
    if (out >= 0x80) {
      store<u8>(to, (0xc0 | (out >> 6)) as u8);
      store<u8>(to, (0x80 | (out & 0x3f)) as u8, 1);
      return 0xc0 | (out >> 6);
    }
    store<u8>(to, out as u8);
    store<u8>(to, IGNORED as u8, 1);
    return out;
  }
  const third: i32 = load<u8>(from, 2);
  if (size === 3 && (lead === 0xe0 || lead === 0xe1)) {
    store<u8>(to, lead as u8);
    store<u8>(to, second as u8, 1);
    store<u8>(to, third as u8, 2);
    // In what is no UTF-8, a byte may look like one that is left out.
    if (second === IGNORED || third === IGNORED) soften();
    return lead;
  }
  let out = SYMBOL;
  if (size === 3) {
    const point = ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    out = load<u8>(threeBytes + (point as usize));
  } else {
    if (lead === 0xf0 && second === 0x9d) {
      const fourth: i32 = load<u8>(from, 3);
      const offset = (0x1d000 | ((third & 0x3f) << 6) | (fourth & 0x3f)) - 0x1d400;
      if (offset >= 0 && offset < 0x400) out = load<u8>(mathematical + (offset as usize));
    }
    store<u8>(to, IGNORED as u8, 3);
  }
  store<u8>(to, out as u8);
  store<u8>(to, IGNORED as u8, 1);
  store<u8>(to, IGNORED as u8, 2);
  return out;
}
