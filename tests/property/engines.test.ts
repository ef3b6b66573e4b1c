import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/analyze.js";
import { Kernel, LONGEST_TEXT } from "../../src/kernel/index.js";
import { createPlainEngine, type Engine } from "../../src/match/engine.js";
import { PADDING } from "../../src/match/fold.js";
import { matchTables } from "../../src/match/index.js";
import { loadKernel } from "../../src/parallel/kernel.js";
import { resolveTaxonomy } from "../../src/taxonomy/load-resolve.js";
import type { Wanted } from "../../src/types.js";
import { TRICKY } from "./taxonomies.js";
import { textsAbout } from "./texts.js";

const { taxonomy } = await resolveTaxonomy("mlops", import.meta.dirname);
const module = loadKernel();

/** Tools with their levels alone. */
const NOTHING_MORE: Wanted = { mentions: false, depth: false, fingerprint: false };

/** What the kernel notes of a text, and finds in it. */
function notedByKernel({ exports, tables: places }: Kernel, bytes: Uint8Array) {
  const { BYTES, FOLDED, WORDS, HASHES, LINES, SEAMS } = exports;
  const memory = () => exports.memory.buffer;
  new Uint8Array(memory()).fill(0, BYTES.value, BYTES.value + bytes.length + 64);
  new Uint8Array(memory()).set(bytes, BYTES.value);
  exports.fold(bytes.length);
  const numbers = ({ value }: { readonly value: number }, count: number) =>
    Array.from(new Int32Array(memory(), value, count));
  const words = exports.wordCount.value;
  const found = (name: keyof Engine["found"], region: "TOOLS" | "CUES" | "EVIDENCE") => {
    const place = exports[region];
    return numbers(place, 3 * exports.findForms(places[name], 0, words, place.value, 0));
  };
  return {
    folded: Array.from(new Uint8Array(memory(), FOLDED.value, bytes.length + PADDING)),
    starts: numbers(WORDS, 2 * words).filter((_, i) => i % 2 === 0),
    ends: numbers(WORDS, 2 * words).filter((_, i) => i % 2 === 1),
    hashes: numbers(HASHES, words),
    lines: numbers(LINES, exports.lineCount.value),
    seams: numbers(SEAMS, exports.seamCount.value),
    aliases: found("aliases", "TOOLS"),
    cues: found("cues", "CUES"),
    evidence: found("evidence", "EVIDENCE"),
  };
}

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

it("the kernel runs on this machine", () => expect(module).not.toBeNull());

describe.each(Object.entries({ ...TRICKY, shipped: taxonomy }))(
  "the kernel, with the taxonomy %s",
  (_, taxonomy) => {
    const kernel = new Kernel(module!, taxonomy);
    const plain = createPlainEngine(matchTables(taxonomy));
    const fast = createAnalyzer(taxonomy, undefined, module);
    const slow = createAnalyzer(taxonomy);
    const alike = (bytes: Uint8Array): void => {
      expect(notedByKernel(kernel, bytes)).toEqual(noted(plain, bytes));
      const posting = { id: "text", bytes };
      const whole = slow.analyze(posting);
      expect(fast.analyze(posting)).toEqual(whole);
      const bare = {
        ...whole,
        ...{ alternatives: [], rejections: [], fingerprint: 0 },
        tools: whole.tools.map((finding) => ({ ...finding, depth: null, years: null, mentions: [] })),
      };
      expect(fast.analyze(posting, NOTHING_MORE)).toEqual(bare);
      expect(slow.analyze(posting, NOTHING_MORE)).toEqual(bare);
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
  },
);

it("the kernel leaves longer texts to the plain engine", () => {
  const fast = createAnalyzer(taxonomy, undefined, module);
  const one = new TextEncoder().encode("Kubernetes, ");
  const times = (count: number) => {
    const bytes = new Uint8Array(one.length * count);
    for (let i = 0; i < count; i++) bytes.set(one, i * one.length);
    return bytes;
  };
  const most = Math.floor(LONGEST_TEXT / one.length);
  for (const count of [most, most + 1, 3, 2 * most]) {
    const { tools } = fast.analyze({ id: "text", bytes: times(count) });
    expect(tools.map((tool) => tool.mentions.length)).toEqual([count]);
  }
});
