/** Of numbers: the middle, and how far they lie apart. */

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** `{ median, min, max }` */
export function spread(numbers) {
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}

/**
 * The ratio of two commands that ran in turn: taken round by round, so that what slows a round down slows both.
 */
export function ratios(ours, theirs) {
  return spread(ours.map((ms, round) => ms / theirs[round]));
}
