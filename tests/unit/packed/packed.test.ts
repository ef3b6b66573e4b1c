import { describe, expect, it } from "vitest";
import { createJudge, Vocabulary } from "../../../src/context/index.js";
import { createMatcher, matchTables } from "../../../src/match/index.js";
import { pack, unpack } from "../../../src/packed/index.js";
import type { CompiledTaxonomy, Taxonomy } from "../../../src/types.js";
import { TRICKY, tinyTaxonomy } from "../../property/taxonomies.js";
import { TAXONOMY } from "../context/taxonomy.js";

const packed = (taxonomy: CompiledTaxonomy) => pack(taxonomy, matchTables(taxonomy));
const FILE = packed(TAXONOMY);

/** What both kinds of taxonomy say, as plain data. */
function plain({ name, version, digest, groups, combined, tools, aliases, cues }: Taxonomy) {
  return {
    name,
    version,
    digest,
    groups,
    combined,
    tools: [...tools],
    aliases: [...aliases],
    cues: [...cues],
  };
}

/** Everything that is found in a text, cues and evidence words too. */
function found(taxonomy: Taxonomy, text: string): number[][] {
  const scan = createMatcher(taxonomy).scan(new TextEncoder().encode(text));
  const whole = { start: 0, end: scan.length };
  return [scan.tools, scan.findCues([whole]), scan.findEvidence(whole)].map((list) =>
    Array.from(list.data.subarray(0, 3 * list.count)),
  );
}

describe("a packed taxonomy", () => {
  it.each([
    ["of all kinds", TAXONOMY],
    ["without anything", tinyTaxonomy([])],
    ...Object.entries(TRICKY),
  ] as const)("says the same as before: %s", (_, taxonomy) =>
    expect(plain(unpack(packed(taxonomy))!)).toEqual(plain(taxonomy)),
  );

  it("finds the same", () => {
    const text =
      "Engineer\n\nRequirements\n- Experience with golang, Go and Node.js; Python3\n- k8s or Amazon EKS is a plus\n" +
      "- Written in Java, programming languagesStrong Kafka\n";
    const before = found(TAXONOMY, text);
    expect(before.every((list) => list.length > 0)).toBe(true);
    expect(found(unpack(FILE)!, text)).toEqual(before);
    for (const [name, taxonomy] of Object.entries(TRICKY)) {
      const forms = taxonomy.aliases.map((alias) => alias.text).join(", ");
      expect(found(unpack(packed(taxonomy))!, forms), name).toEqual(found(taxonomy, forms));
    }
  });

  it("keeps the judge's records, which say what is made without them", () => {
    for (const taxonomy of [TAXONOMY, ...Object.values(TRICKY)]) {
      const records = new Vocabulary(taxonomy).records();
      const opened = unpack(pack(taxonomy, matchTables(taxonomy), records))!;
      expect(opened.records).toEqual(records);
      expect(new Vocabulary(opened).records()).toEqual(records);
    }
    expect(unpack(FILE)!.records).toBeUndefined();
  });

  it("is judged the same with and without them", () => {
    const text =
      "ML Engineer\n\nRequirements\n- Python or Go, golang, Node.js\n- AWS, Azure or similar\n- no Java\n\nNice to have\n- Kafka\n";
    const judged = (taxonomy: Taxonomy) => {
      const scan = createMatcher(taxonomy).scan(new TextEncoder().encode(text));
      return createJudge(taxonomy).judge("one", "two", scan);
    };
    const before = judged(TAXONOMY);
    expect(before.tools.length).toBeGreaterThan(3);
    const records = new Vocabulary(TAXONOMY).records();
    expect(judged(unpack(pack(TAXONOMY, matchTables(TAXONOMY), records))!)).toEqual(before);
  });

  it("is the same bytes for the same taxonomy", () => {
    expect(packed(TAXONOMY)).toEqual(FILE);
  });

  it("is read wherever it lies in its buffer", () => {
    for (const shift of [1, 4, 7, 8]) {
      const buffer = new Uint8Array(FILE.length + shift);
      buffer.set(FILE, shift);
      expect(plain(unpack(buffer.subarray(shift))!), `shifted by ${shift}`).toEqual(plain(TAXONOMY));
    }
  });

  it("has lists that end, and make each item once", () => {
    const { tools, aliases, cues } = unpack(FILE)!;
    expect([tools.length, aliases.length, cues.length]).toEqual([
      TAXONOMY.tools.length,
      TAXONOMY.aliases.length,
      TAXONOMY.cues.length,
    ]);
    for (const list of [tools, aliases, cues]) {
      expect(list.at(list.length)).toBeUndefined();
      expect(list.at(-1)).toBeUndefined();
      expect(list.at(0)).toBe(list.at(0));
    }
  });
});

describe("what is no packed taxonomy", () => {
  const changed = (change: (file: Uint8Array) => void) => {
    const file = FILE.slice();
    change(file);
    return file;
  };
  const header = new TextDecoder().decode(FILE.subarray(8, 8 + new DataView(FILE.buffer).getUint32(4, true)));

  it.each([
    ["nothing", new Uint8Array(0)],
    ["a few bytes", FILE.slice(0, 7)],
    ["text", new TextEncoder().encode("name: mlops\nversion: 1.0.0\n")],
    ["another beginning", changed((file) => (file[0]! ^= 1))],
    [
      "a file of another format",
      changed((file) => file.set(new TextEncoder().encode(header.replace(/"format":\d/, '"format":9')), 8)),
    ],
  ])("is null: %s", (_, file) => expect(unpack(file)).toBeNull());

  it.each([
    ["a file that was cut in its header", FILE.slice(0, 64)],
    ["a file that was cut behind it", FILE.slice(0, FILE.length - 64)],
    ["a header that is no JSON", changed((file) => file.fill(0x20, 8, 40))],
    ["a header of any length", changed((file) => file.fill(0xff, 4, 8))],
  ])("is null: %s", (_, file) => expect(unpack(file)).toBeNull());
});
