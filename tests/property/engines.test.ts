import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlainEngine, type Engine } from "../../src/match/engine.js";
import { PADDING } from "../../src/match/fold.js";
import { createMatcher, matchTables } from "../../src/match/index.js";
import { createKernelEngine, LONGEST_TEXT } from "../../src/match/kernel.js";
import { loadKernel } from "../../src/parallel/kernel.js";
import { resolveTaxonomy } from "../../src/taxonomy/load-resolve.js";
import { textsAbout } from "./texts.js";

const { taxonomy } = await resolveTaxonomy("mlops", import.meta.dirname);
const tables = matchTables(taxonomy);
const plain = createPlainEngine(tables);
const kernel = loadKernel();

/** All that an engine notes of a text, and finds in it. */
function noted(engine: Engine, bytes: Uint8Array) {
  engine.read(bytes, bytes.length);
  const { words, lines, seams, folded } = engine.text;
  const numbers = (list: Int32Array, count: number) => Array.from(list.subarray(0, count));
  const found = (name: keyof Engine["found"]) => {
    engine.found[name].clear();
    engine.find(name, 0, words.count);
    const { data, count } = engine.found[name];
    return numbers(data, 3 * count);
  };
  return {
    folded: Array.from(folded.subarray(0, bytes.length + PADDING)),
    starts: numbers(words.starts, words.count),
    ends: numbers(words.ends, words.count),
    hashes: numbers(words.hashes, words.count),
    lines: numbers(lines.offsets, lines.count),
    seams: numbers(seams.positions, seams.count),
    aliases: found("aliases"),
    cues: found("cues"),
    evidence: found("evidence"),
  };
}

describe("the engine in WebAssembly", () => {
  it("runs on this machine", () => expect(kernel).not.toBeNull());

  const fast = createKernelEngine(kernel!, tables);
  const alike = (bytes: Uint8Array): void => {
    expect(noted(fast, bytes)).toEqual(noted(plain, bytes));
  };

  it("notes and finds what the plain one does, in texts about tools", () => {
    fc.assert(
      fc.property(textsAbout(taxonomy), (text) => alike(new TextEncoder().encode(text))),
      { numRuns: 1000 },
    );
  });

  it("in texts of all characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) =>
        alike(new TextEncoder().encode(text)),
      ),
      { numRuns: 2000 },
    );
  });

  it("in bytes that are no text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => alike(bytes)),
      { numRuns: 2000 },
    );
  });

  it("in steps of sixteen bytes that hold every pair of ASCII characters at every place", () => {
    for (let first = 0; first < 128; first++) {
      const pairs = Array.from({ length: 128 }, (_, second) => [first, second, 0x20]).flat();
      alike(Uint8Array.from(pairs));
    }
  });

  it("leaves longer texts to the plain one", () => {
    const both = createMatcher(taxonomy, kernel);
    const one = new TextEncoder().encode("Kubernetes, ");
    const times = (count: number) => {
      const bytes = new Uint8Array(one.length * count);
      for (let i = 0; i < count; i++) bytes.set(one, i * one.length);
      return bytes;
    };
    const most = Math.floor(LONGEST_TEXT / one.length);
    for (const count of [most, most + 1, 3, 2 * most]) {
      expect(both.scan(times(count)).tools.count).toBe(count);
    }
  });
});
