/** Counting that merges, shares and their intervals. */
export { type ByDepth, medianOf } from "./depth.js";
export { createRepeats, type Repeats } from "./duplicates.js";
export { shareOf, wilson } from "./interval.js";
export {
  type ByLevel,
  type Counter,
  counts,
  createCounter,
  emptyTally,
  hasMatch,
  mergeTallies,
  onlyPostings,
  type Tally,
} from "./tally.js";
