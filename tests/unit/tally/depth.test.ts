import { describe, expect, test } from "vitest";
import { createCounter, emptyTally, medianOf, mergeTallies } from "../../../src/tally/index.js";
import type { Depth, PostingAnalysis } from "../../../src/types.js";
import { tinyTaxonomy } from "../../property/taxonomies.js";

const TAXONOMY = tinyTaxonomy(["Python", "Kafka"]);

/** A posting that asks for both tools, with these depths and years. */
function asking(...tools: readonly (readonly [Depth | null, number | null])[]): PostingAnalysis {
  return {
    id: "ad",
    title: "Engineer",
    groups: ["required"],
    cloud: { anyOf: false, primary: null },
    alternatives: [],
    tools: tools.map(([depth, years], tool) => ({ tool, level: "required", depth, years, mentions: [] })),
    fingerprint: 0,
    rejections: [],
  };
}

function count(postings: readonly PostingAnalysis[]) {
  const counter = createCounter(TAXONOMY);
  for (const posting of postings) counter.add(posting);
  return counter.tally();
}

describe("depths of a group", () => {
  test("count each posting once, by its strongest depth and its most years", () => {
    const { depths } = count([
      asking(["exposure", 2], ["expert", 5]),
      asking(["working", null], [null, null]),
    ]);
    expect(depths[0]!.depths).toEqual([0, 1, 0, 1]);
    expect(depths[0]!.years.flatMap((postings, years) => (postings > 0 ? [[years, postings]] : []))).toEqual([
      [5, 1],
    ]);
  });

  test("leave out postings that say nothing", () => {
    const { depths } = count([asking([null, null])]);
    expect(depths).toEqual(emptyTally(TAXONOMY).depths);
  });

  test("merge to the tally of all", () => {
    const a = [asking(["strong", 3]), asking(["working", 0])];
    const b = [asking([null, 40], ["exposure", null])];
    expect(mergeTallies(count(a), count(b))).toEqual(count([...a, ...b]));
  });

  test("of a tally are not changed by what is counted later", () => {
    const counter = createCounter(TAXONOMY);
    const before = counter.tally();
    counter.add(asking(["strong", 3]));
    expect(before).toEqual(emptyTally(TAXONOMY));
  });
});

test.each([
  [[], null],
  [[0, 0], null],
  [[0, 0, 1], 2],
  [[0, 1, 1], 1.5],
  [[2, 0, 0, 1], 0],
  [[1, 0, 0, 0, 3], 4],
])("the median of counts %j is %j", (counts, median) => expect(medianOf(counts)).toBe(median));
