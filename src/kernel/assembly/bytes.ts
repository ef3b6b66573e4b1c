/** Stands for ../../context/bytes.ts: the same sixteen bytes at a time, some of which may lie outside of what is asked for. */
import { IGNORED } from "../../folded.js";
import { bitsInside, STEP } from "./step";

/** As a number with sign, the last byte that goes on a longer character. */
const LAST_REST: i8 = 0xbf as i8;

/**
 * A few ASCII bytes. One is among them where the bits of its lower half and of its upper half have one in common: each
 * upper half has a bit of its own, which the lower halves bear that make a byte of the set with it.
 */
export class ByteSet {
  private readonly lower: v128;
  private readonly upper: v128;

  constructor(bytes: i32[]) {
    const lower = memory.data(16);
    const upper = memory.data(16);
    memory.fill(lower, 0, 16);
    for (let i = 0; i < bytes.length; i++) {
      const half = lower + ((bytes[i] & 0xf) as usize);
      const bits: i32 = load<u8>(half);
      store<u8>(half, (bits | (1 << (bytes[i] >> 4))) as u8);
    }
    for (let half: i32 = 0; half < 16; half++) {
      const bit: i32 = 1 << half;
      store<u8>(upper + (half as usize), bit as u8);
    }
    this.lower = v128.load(lower);
    this.upper = v128.load(upper);
  }

  next(folded: Uint8Array, from: i32, to: i32): i32 {
    const base = folded.dataStart;
    for (let i = from; i < to; i += STEP) {
      const found = i8x16.bitmask(this.among(v128.load(base + (i as usize))));
      if (found !== 0) return min(i + ctz(found), to);
    }
    return to;
  }

  nextOrPair(folded: Uint8Array, pair: i32, from: i32, to: i32): i32 {
    const base = folded.dataStart;
    const twin = i8x16.splat(pair as i8);
    for (let i = from; i < to; i += STEP) {
      const step = v128.load(base + (i as usize));
      const pairs = v128.and(i8x16.eq(step, twin), i8x16.eq(v128.load(base + (i as usize), 1), twin));
      const found = i8x16.bitmask(v128.or(this.among(step), pairs));
      if (found !== 0) return min(i + ctz(found), to);
    }
    return to;
  }

  last(folded: Uint8Array, from: i32, to: i32): i32 {
    const base = folded.dataStart;
    for (let i = to - STEP; i > from - STEP; i -= STEP) {
      const found = i8x16.bitmask(this.among(v128.load(base + (i as usize))));
      if (found !== 0) return max(i + 31 - clz(found), from - 1);
    }
    return from - 1;
  }

  /** All bits of each byte that is among them. */
  private among(step: v128): v128 {
    const half = i8x16.splat(0x0f);
    const lower = i8x16.swizzle(this.lower, v128.and(step, half));
    const upper = i8x16.swizzle(this.upper, v128.and(i16x8.shr_u(step, 4), half));
    return i8x16.ne(v128.and(lower, upper), i8x16.splat(0));
  }
}

export function nextByte(folded: Uint8Array, byte: i32, from: i32, to: i32): i32 {
  const base = folded.dataStart;
  const wanted = i8x16.splat(byte as i8);
  for (let i = from; i < to; i += STEP) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(base + (i as usize)), wanted));
    if (found !== 0) return min(i + ctz(found), to);
  }
  return to;
}

export function charactersIn(folded: Uint8Array, from: i32, to: i32, most: i32): i32 {
  const base = folded.dataStart;
  let count = 0;
  for (let i = from; i < to && count < most; i += STEP) {
    const step = v128.load(base + (i as usize));
    const begins = i8x16.gt_s(step, i8x16.splat(LAST_REST));
    const stands = i8x16.ne(step, i8x16.splat(IGNORED as i8));
    count += popcnt(i8x16.bitmask(v128.and(begins, stands)) & bitsInside(to - i));
  }
  return min(count, most);
}
