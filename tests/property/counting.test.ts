import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLASS, LINE_FEED, SEPARATOR, WORD } from "../../src/folded.js";
import { createNotes, fold, PADDING } from "../../src/match/fold.js";
import { hashOf } from "../../src/match/words.js";
import { createCounter, emptyTally, mergeTallies, type Tally, wilson } from "../../src/tally/index.js";
import { DEPTHS, LEVELS, type PostingAnalysis, type ToolFinding } from "../../src/types.js";
import { tinyTaxonomy } from "./taxonomies.js";

const TAXONOMY = tinyTaxonomy(["one", "two", "three"]);

const level = fc.constantFrom(...LEVELS);
const finding = (tool: number): fc.Arbitrary<ToolFinding | null> =>
  fc.option(
    fc.record({
      tool: fc.constant(tool),
      level,
      depth: fc.constantFrom(null, ...DEPTHS),
      years: fc.option(fc.nat(12)),
      mentions: fc.constant([]),
    }),
  );
/** Analyses that need not be true: counting does not ask. */
const analysis: fc.Arbitrary<PostingAnalysis> = fc
  .record({
    groups: fc.tuple(fc.constantFrom("absent" as const, ...LEVELS)),
    tools: fc.tuple(finding(0), finding(1), finding(2)),
  })
  .map(({ groups, tools }) => ({
    id: "",
    title: "",
    groups,
    cloud: { anyOf: false, primary: null },
    alternatives: [],
    tools: tools.filter((one) => one !== null),
    fingerprint: 0,
    rejections: [],
  }));
const tally: fc.Arbitrary<Tally> = fc.array(analysis, { maxLength: 8 }).map((analyses) => {
  const counter = createCounter(TAXONOMY);
  for (const one of analyses) counter.add(one);
  return counter.tally();
});

describe("tallies", () => {
  it("merge in any order", () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(mergeTallies(a, b)).toEqual(mergeTallies(b, a));
      }),
    );
  });

  it("merge in any grouping", () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)));
      }),
    );
  });

  it("are left as they are by the tally of no posting", () => {
    fc.assert(
      fc.property(tally, (a) => {
        expect(mergeTallies(a, emptyTally(TAXONOMY))).toEqual(a);
      }),
    );
  });
});

describe("Wilson's interval", () => {
  it("lies between 0 and 1 and holds the share", () => {
    const counts = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));
    fc.assert(
      fc.property(counts, ([hits, total]) => {
        const [low, high] = wilson(hits, total)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / total);
        expect(high).toBeGreaterThanOrEqual(hits / total);
      }),
    );
  });

  it("is narrower for more postings of the same share", () => {
    const counts = fc
      .integer({ min: 1, max: 1000 })
      .chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));
    fc.assert(
      fc.property(counts, ([hits, total]) => {
        const width = (factor: number) => {
          const [low, high] = wilson(hits * factor, total * factor)!;
          return high - low;
        };
        expect(width(2)).toBeLessThan(width(1));
      }),
    );
  });
});

describe("folding", () => {
  const folded = (bytes: Uint8Array) => {
    const out = new Uint8Array(bytes.length + PADDING).fill(0xff);
    const notes = createNotes();
    const { seams } = notes;
    fold(bytes, bytes.length, out, notes);
    return { out, seams: [...seams.positions.subarray(0, seams.count)] };
  };

  it("keeps every offset: one byte for one byte, zeros behind", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = new TextEncoder().encode(text);
        const { out, seams } = folded(bytes);
        expect([...out.subarray(bytes.length)]).toEqual(Array(PADDING).fill(0));
        expect(seams.every((seam, i) => seam < bytes.length && seam > (seams[i - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it("changes nothing in what is folded already", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcxyz019 +#.-/&'\n(é") }), (text) => {
        const bytes = new TextEncoder().encode(text);
        expect([...folded(bytes).out.subarray(0, bytes.length)]).toEqual([...bytes]);
      }),
    );
  });

  it("finds lines and words on the way: runs of letters and digits in which what is ignored does not count", () => {
    const pieces = fc.constantFrom(
      ..."abzAZ09 \n.,-+#\\\r\u00ad\u200bé•—ａ𝐏漢",
      "word",
      "C\\+\\+",
      "x".repeat(9),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 3000 }), (parts) => {
        const bytes = new TextEncoder().encode(parts.join(""));
        const out = new Uint8Array(bytes.length + PADDING);
        const notes = createNotes();
        const { words, lines } = notes;
        fold(bytes, bytes.length, out, notes);
        const expected: number[][] = [];
        for (let i = 0; i < bytes.length; ) {
          if (CLASS[out[i]!] !== WORD) {
            i++;
            continue;
          }
          let end = i;
          while (CLASS[out[end]!] !== SEPARATOR) end++;
          expected.push([i, end, hashOf(out, i, end)]);
          i = end;
        }
        const found = Array.from({ length: words.count }, (_, word) => [
          words.starts[word],
          words.ends[word],
          words.hashes[word],
        ]);
        expect(found).toEqual(expected);
        const lineEnds = [...out.subarray(0, bytes.length)].flatMap((byte, i) =>
          byte === LINE_FEED ? [i] : [],
        );
        expect([...lines.offsets.subarray(0, lines.count)]).toEqual(lineEnds);
      }),
    );
  });

  it("does not depend on what the buffer held, and does not throw on bytes that are no text", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(folded(bytes).out.length).toBe(bytes.length + PADDING);
      }),
    );
  });
});
