/** Bytes of a vector, which are looked at together. */
export const STEP: i32 = 16;

const ALL: i32 = 0xffff;

/** The bits of a vector's bytes where so many bytes are left. */
export function bitsInside(left: i32): i32 {
  return left < STEP ? ALL >> (STEP - left) : ALL;
}
