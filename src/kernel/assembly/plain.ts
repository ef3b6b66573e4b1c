/** What is text as it stands: most of what is read, of which `decode` of ../../input/decode.ts need not look at anything. */

import { SPACE } from "../../folded.js";
import { CARRIAGE_RETURN } from "./fold";
import { bitsInside, STEP } from "./step";

/** As in ../../input/decode.ts. */
const HEAD: i32 = 512;
const TAB: i32 = 0x09;
/** The beginning of a PDF, and of a text behind a byte order mark. */
const PDF: u32 = 0x46445025;
const MARK: u32 = 0xbfbbef;
/** A first byte of two bytes, of three and of four; behind the last one, none. */
const TWO: i32 = 0xc2;
const THREE: i32 = 0xe0;
const FOUR: i32 = 0xf0;
const NONE: i32 = 0xf5;

/**
 * Whether bytes are UTF-8 in which something stands, without a byte order mark, and do not look like a PDF or other
 * binary data. Sixteen bytes behind them are read.
 */
export function isPlainText(at: usize, size: i32): bool {
  if (isBlank(at, size)) return false;
  const first = load<u32>(at);
  if (first === PDF || (first & 0xffffff) === MARK) return false;
  return !hasNul(at, min(size, HEAD)) && isUtf8(at, size);
}

function isBlank(at: usize, size: i32): bool {
  for (let i = 0; i < size; i++) {
    const byte: i32 = load<u8>(at + (i as usize));
    if (byte !== SPACE && (byte < TAB || byte > CARRIAGE_RETURN)) return false;
  }
  return true;
}

function hasNul(at: usize, size: i32): bool {
  for (let i = 0; i < size; i += STEP) {
    const nuls = i8x16.eq(v128.load(at + (i as usize)), i8x16.splat(0));
    if ((i8x16.bitmask(nuls) & bitsInside(size - i)) !== 0) return true;
  }
  return false;
}

function isUtf8(at: usize, size: i32): bool {
  const end = at + (size as usize);
  let i = at;
  while (i < end) {
    const longer = i8x16.bitmask(v128.load(i));
    if (longer === 0) {
      i += STEP;
      continue;
    }
    i += ctz(longer) as usize;
    if (i >= end) break;
    const character = characterSize(i);
    if (character === 0 || i + (character as usize) > end) return false;
    i += character as usize;
  }
  return true;
}

/** How many bytes the character of two to four bytes has; 0 where it is none (Unicode, table 3-7). */
function characterSize(at: usize): i32 {
  const lead: i32 = load<u8>(at);
  const second: i32 = load<u8>(at, 1);
  if (lead < TWO || lead >= NONE) return 0;
  if (lead < THREE) return isBetween(second, 0x80, 0xbf) ? 2 : 0;
  if (lead < FOUR) {
    const isNext = isBetween(second, lead === THREE ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf);
    return isNext && isRest(at, 2) ? 3 : 0;
  }
  const isNext = isBetween(second, lead === FOUR ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf);
  return isNext && isRest(at, 2) && isRest(at, 3) ? 4 : 0;
}

function isRest(at: usize, offset: i32): bool {
  return isBetween(load<u8>(at + (offset as usize)), 0x80, 0xbf);
}

function isBetween(byte: i32, first: i32, last: i32): bool {
  return byte >= first && byte <= last;
}
