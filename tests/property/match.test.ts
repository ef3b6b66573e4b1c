import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "../../src/match/index.js";
import { resolveTaxonomy } from "../../src/taxonomy/load-resolve.js";
import type { CompiledTaxonomy, MatchList } from "../../src/types.js";
import { createOracle, type Found, unitsOf } from "./oracle.js";
import { TRICKY } from "./taxonomies.js";
import { textsAbout } from "./texts.js";

const SHIPPED = (await resolveTaxonomy("mlops", import.meta.dirname)).taxonomy;
/** Every 40th alias and cue of the shipped one: the oracle tries all forms at all places. */
const SOME: CompiledTaxonomy = {
  ...SHIPPED,
  aliases: SHIPPED.aliases.filter((alias, i) => i % 40 === 0 || alias.text.length < 3),
  cues: SHIPPED.cues.filter((cue, i) => i % 40 === 0 || cue.roles.some((role) => role.kind === "opener")),
};
const ALL: Readonly<Record<string, CompiledTaxonomy>> = { ...TRICKY, shipped: SOME };

const encode = (text: string) => new TextEncoder().encode(text);

function listOf({ count, data }: MatchList): Found[] {
  return Array.from({ length: count }, (_, i) => ({
    pattern: data[3 * i]!,
    start: data[3 * i + 1]!,
    end: data[3 * i + 2]!,
  }));
}

/** A match as a person reads it, for messages. */
function told(found: readonly Found[], forms: readonly { text: string }[], bytes: Uint8Array): string[] {
  return found.map(
    ({ pattern, start, end }) =>
      `${start}-${end} ${JSON.stringify(new TextDecoder().decode(bytes.subarray(start, end)))} is ${forms[pattern]!.text}`,
  );
}

describe.each(Object.entries(ALL))("the matcher, with forms of the set %s", (name, taxonomy) => {
  const matcher = createMatcher(taxonomy);
  const oracle = createOracle(taxonomy);
  const numRuns = name === "shipped" ? 300 : 2000;
  const scan = (text: string) => {
    const found = matcher.scan(encode(text));
    const whole = { start: 0, end: found.length };
    return {
      tools: listOf(found.tools),
      cues: listOf(found.findCues([whole])),
      evidence: listOf(found.findEvidence(whole)),
    };
  };

  it("finds what the oracle finds", () => {
    fc.assert(
      fc.property(textsAbout(taxonomy), (text) => {
        const bytes = encode(text);
        const [got, wanted] = [scan(text), oracle(text)];
        expect(told(got.tools, taxonomy.aliases, bytes)).toEqual(told(wanted.tools, taxonomy.aliases, bytes));
        for (const kind of ["cues", "evidence"] as const) {
          expect(told(got[kind], taxonomy.cues, bytes)).toEqual(told(wanted[kind], taxonomy.cues, bytes));
        }
      }),
      { numRuns },
    );
  });

  it("gives spans of whole characters, in order, without overlap", () => {
    fc.assert(
      fc.property(textsAbout(taxonomy), (text) => {
        const edges = new Set([0, ...unitsOf(text).map((unit) => unit.end)]);
        for (const list of Object.values(scan(text))) {
          let end = 0;
          for (const one of list) {
            expect(one.start).toBeGreaterThanOrEqual(end);
            expect(one.end).toBeGreaterThan(one.start);
            expect([edges.has(one.start), edges.has(one.end)]).toEqual([true, true]);
            end = one.end;
          }
        }
      }),
      { numRuns },
    );
  });

  it("gives spans that read as the form, but for a version, a plural s and a possessive", () => {
    const plain = (text: string) =>
      unitsOf(text)
        .map((unit) => (/^[-\n]$/.test(unit.folded) ? " " : unit.folded))
        .join("")
        .replace(/ +/g, " ");
    fc.assert(
      fc.property(textsAbout(taxonomy), (text) => {
        const bytes = encode(text);
        for (const { pattern, start, end } of scan(text).tools) {
          const surface = plain(
            new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start, end)),
          );
          const form = plain(taxonomy.aliases[pattern]!.text.trim());
          expect(surface.startsWith(form)).toBe(true);
          expect(surface.slice(form.length)).toMatch(/^(s|'s|\d{1,4})?$/);
        }
      }),
      { numRuns },
    );
  });

  it("finds in two texts with a blank line between them what it finds in each", () => {
    fc.assert(
      fc.property(textsAbout(taxonomy), textsAbout(taxonomy), (one, two) => {
        const between = "\n\n";
        const shift = encode(one + between).length;
        const both = scan(one + between + two);
        const [first, second] = [scan(one), scan(two)];
        const moved = (list: readonly Found[]) =>
          list.map(({ pattern, start, end }) => ({ pattern, start: start + shift, end: end + shift }));
        expect(both.tools).toEqual([...first.tools, ...moved(second.tools)]);
        expect(both.cues).toEqual([...first.cues, ...moved(second.cues)]);
        expect(both.evidence).toEqual([...first.evidence, ...moved(second.evidence)]);
      }),
      { numRuns },
    );
  });

  it("does not throw on bytes that are no text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { tools } = matcher.scan(bytes);
        for (const { start, end } of listOf(tools)) expect(end <= bytes.length && start < end).toBe(true);
      }),
      { numRuns },
    );
  });

  it("keeps nothing of the posting before", () => {
    fc.assert(
      fc.property(textsAbout(taxonomy), textsAbout(taxonomy), (one, two) => {
        const alone = scan(two);
        scan(one);
        expect(scan(two)).toEqual(alone);
      }),
      { numRuns: 100 },
    );
  });
});
