import type { bool, i32 } from "../numbers.js";

/** Whether more than one bit is set. */
export function isSeveral(bits: i32): bool {
  return (bits & (bits - 1)) !== 0;
}

/** The index of the lowest bit that is set; at least one is. */
export function lowest(bits: i32): i32 {
  let index = 0;
  while (((bits >> index) & 1) === 0) index++;
  return index;
}
