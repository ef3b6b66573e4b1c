import { DEPTHS, MOST_YEARS, type PostingAnalysis, type Taxonomy } from "../types.js";

/** Counts of postings by what they ask of a group: the strongest depth, and the most years. */
export interface ByDepth {
  /** In the order of DEPTHS. */
  readonly depths: readonly number[];
  /** By number of years, 0 to MOST_YEARS. */
  readonly years: readonly number[];
}

/** Counts that postings are added to. */
export interface DepthCounter {
  readonly depths: number[];
  readonly years: number[];
}

export function noDepths(): DepthCounter {
  return { depths: DEPTHS.map(() => 0), years: new Array<number>(MOST_YEARS + 1).fill(0) };
}

/** Counts one posting, once for each group of whose tools it says a depth or years. `counters` by group index. */
export function addDepths(
  counters: readonly DepthCounter[],
  taxonomy: Taxonomy,
  analysis: PostingAnalysis,
): void {
  if (!analysis.tools.some(({ depth, years }) => depth !== null || years !== null)) return;
  const deepest = new Array<number>(counters.length).fill(-1);
  const longest = new Array<number>(counters.length).fill(-1);
  for (const { tool, depth, years } of analysis.tools) {
    if (depth === null && years === null) continue;
    for (const group of taxonomy.tools.at(tool)!.groups) {
      if (depth !== null) deepest[group] = Math.max(deepest[group]!, DEPTHS.indexOf(depth));
      if (years !== null) longest[group] = Math.max(longest[group]!, years);
    }
  }
  counters.forEach(({ depths, years }, group) => {
    if (deepest[group]! >= 0) depths[deepest[group]!]!++;
    if (longest[group]! >= 0) years[longest[group]!]!++;
  });
}

export function mergeDepths(a: ByDepth, b: ByDepth): ByDepth {
  return {
    depths: a.depths.map((count, i) => count + b.depths[i]!),
    years: a.years.map((count, i) => count + b.years[i]!),
  };
}

/**
 * The median of numbers that are counted by size: the middle one, or the mean of the middle two.
 * @param counts how often each number occurs, from 0 on
 * @returns null where there are none
 */
export function medianOf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const nth = (wanted: number): number => {
    let before = 0;
    return counts.findIndex((count) => {
      before += count;
      return before > wanted;
    });
  };
  return (nth((total - 1) >> 1) + nth(total >> 1)) / 2;
}
