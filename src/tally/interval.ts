import type { Interval } from "../types.js";

/** The 97.5 % point of the normal distribution, for intervals of 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of 95 % for a share.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209 - 212.
 *
 * @param hits postings that count, 0 to total
 * @param total postings read
 * @returns both ends, between 0 and 1; null where there are no postings
 */
export function wilson(hits: number, total: number): Interval {
  if (total === 0) return null;
  const share = hits / total;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * total)) / total);
  const scale = 1 + z2 / total;
  return [hits === 0 ? 0 : (centre - spread) / scale, hits === total ? 1 : (centre + spread) / scale];
}

/** A share of all postings; null where there are none. */
export function shareOf(hits: number, total: number): number | null {
  return total === 0 ? null : hits / total;
}
