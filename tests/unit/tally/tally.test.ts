import { describe, expect, it } from "vitest";
import { createCounter, hasMatch, shareOf, wilson } from "../../../src/tally/index.js";
import type { Level, PostingAnalysis } from "../../../src/types.js";
import { tinyTaxonomy } from "../../property/taxonomies.js";

const TAXONOMY = tinyTaxonomy(["Oven", "Stove"]);

/** An analysis with these levels of Oven and Stove. */
function analysis(...levels: readonly (Level | null)[]): PostingAnalysis {
  const tools = levels.flatMap((level, tool) =>
    level === null ? [] : [{ tool, level, depth: null, years: null, mentions: [] }],
  );
  const groups = [tools[0]?.level ?? ("absent" as const)];
  return {
    id: "a.txt",
    title: "",
    groups,
    cloud: { anyOf: false, primary: null },
    alternatives: [],
    tools,
    fingerprint: 0,
    rejections: [],
  };
}

describe("counting", () => {
  it("counts a posting once for a tool and once for a group, by level", () => {
    const counter = createCounter(TAXONOMY);
    counter.add(analysis("required", "mentioned"));
    counter.add(analysis("preferred", null));
    counter.add(analysis("negated", null));
    counter.add(analysis(null, null));
    const tally = counter.tally();
    expect(tally.postings).toBe(4);
    expect(tally.tools).toEqual([
      [1, 1, 0, 1],
      [0, 0, 1, 0],
    ]);
    expect(tally.groups).toEqual([[1, 1, 0, 1]]);
    expect(tally.withoutMatch).toBe(2);
  });

  it("gives a tally of its own, which later postings do not change", () => {
    const counter = createCounter(TAXONOMY);
    const before = counter.tally();
    counter.add(analysis("required", null));
    expect(before.tools[0]).toEqual([0, 0, 0, 0]);
  });

  it("does not take a negated tool for a match", () => {
    expect(hasMatch(analysis("negated", null))).toBe(false);
    expect(hasMatch(analysis("negated", "mentioned"))).toBe(true);
  });
});

describe("shares", () => {
  it("are unknown without postings", () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(wilson(0, 0)).toBeNull();
  });

  it.each([
    // hits, total, low, high: computed by hand from the formula, to three places
    [161, 310, 0.464, 0.574],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
    [1, 2, 0.095, 0.905],
  ])("have Wilson's interval: %d of %d", (hits, total, low, high) => {
    const [from, to] = wilson(hits, total)!;
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });
});
