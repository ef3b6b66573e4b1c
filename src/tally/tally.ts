import type { GroupLevel, Level, PostingAnalysis, Taxonomy } from "../types.js";
import { LEVELS } from "../types.js";
import { addDepths, type ByDepth, mergeDepths, noDepths } from "./depth.js";

/** Counts by level, in the order of LEVELS: required, preferred, mentioned, negated. */
export type ByLevel = [number, number, number, number];

/**
 * Counts over postings. Plain data, so that it goes from thread to thread; two tallies of the same taxonomy add up
 * to the tally of both their postings, in any order.
 */
export interface Tally {
  readonly postings: number;
  /** Postings without a mention that counts. */
  readonly withoutMatch: number;
  /** By group index: postings by their strongest level. */
  readonly groups: readonly ByLevel[];
  /** By group index: postings by the depth and the years that they ask for. */
  readonly depths: readonly ByDepth[];
  /** By tool index. */
  readonly tools: readonly ByLevel[];
  /** By index of the combined row: postings in which one of its groups counts. */
  readonly combined: readonly number[];
}

/** The tally of no posting: merging it changes nothing. */
export function emptyTally(taxonomy: Taxonomy): Tally {
  return {
    postings: 0,
    withoutMatch: 0,
    groups: taxonomy.groups.map((): ByLevel => [0, 0, 0, 0]),
    depths: taxonomy.groups.map(noDepths),
    // By number: tools that are read when they are asked for need not be read to count them.
    tools: Array.from({ length: taxonomy.tools.length }, (): ByLevel => [0, 0, 0, 0]),
    combined: taxonomy.combined.map(() => 0),
  };
}

/** The tally of postings of which nothing was counted but their number: no row has counts. It merges with its like. */
export function onlyPostings(postings: number): Tally {
  return { postings, withoutMatch: 0, groups: [], depths: [], tools: [], combined: [] };
}

/** A tally that postings are counted into, one by one. */
export interface Counter {
  /** Counts one posting: once for each of its tools, once for each of its groups. */
  add(analysis: PostingAnalysis): void;
  /** What was counted so far, as a tally of its own. */
  tally(): Tally;
}

export function createCounter(taxonomy: Taxonomy): Counter {
  let postings = 0;
  let withoutMatch = 0;
  const groups = createLevels(taxonomy.groups.length);
  const tools = createLevels(taxonomy.tools.length);
  const rows = taxonomy.combined.map(() => 0);
  const depths = taxonomy.groups.map(noDepths);
  return {
    add(analysis) {
      postings++;
      if (!hasMatch(analysis)) withoutMatch++;
      for (const { tool, level } of analysis.tools) tools.add(tool, level);
      for (let group = 0; group < analysis.groups.length; group++) {
        const level = analysis.groups[group]!;
        if (level !== "absent") groups.add(group, level);
      }
      addDepths(depths, taxonomy, analysis);
      for (let row = 0; row < rows.length; row++) {
        if (taxonomy.combined[row]!.groups.some((group) => counts(analysis.groups[group]!))) rows[row]!++;
      }
    },
    tally: () => ({
      postings,
      withoutMatch,
      groups: groups.all(),
      depths: depths.map(({ depths: counts, years }) => ({ depths: [...counts], years: [...years] })),
      tools: tools.all(),
      combined: [...rows],
    }),
  };
}

/** Counts by level of so many things, close together: a posting names some of thousands. */
function createLevels(things: number): { add(thing: number, level: Level): void; all(): ByLevel[] } {
  const numbers = new Uint32Array(things * LEVELS.length);
  return {
    add(thing, level) {
      numbers[thing * LEVELS.length + LEVELS.indexOf(level)]!++;
    },
    all: () =>
      Array.from({ length: things }, (_, thing): ByLevel => {
        const at = thing * LEVELS.length;
        return [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!];
      }),
  };
}

/** Adds two tallies of the same taxonomy: associative and commutative. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return {
    postings: a.postings + b.postings,
    withoutMatch: a.withoutMatch + b.withoutMatch,
    groups: a.groups.map((levels, i) => addLevels(levels, b.groups[i]!)),
    depths: a.depths.map((counts, i) => mergeDepths(counts, b.depths[i]!)),
    tools: a.tools.map((levels, i) => addLevels(levels, b.tools[i]!)),
    combined: a.combined.map((count, i) => count + b.combined[i]!),
  };
}

/** Whether a posting names a tool that counts: one that is only said not to be needed does not. */
export function hasMatch(analysis: PostingAnalysis): boolean {
  return analysis.tools.some((finding) => finding.level !== "negated");
}

/** Whether a group's level in a posting counts for the group. */
export function counts(level: GroupLevel): boolean {
  return level !== "absent" && level !== "negated";
}

function addLevels(a: ByLevel, b: ByLevel): ByLevel {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}
