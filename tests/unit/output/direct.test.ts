import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RENDER_OPTIONS, OUTPUT_FORMATS, outputFormat } from "../../../src/output/index.js";
import { postingRow } from "../../../src/report/index.js";
import { factsOf, type Selection, select, selectRow } from "../../../src/select.js";
import { type CompiledTaxonomy, LEVELS, type PostingAnalysis, type ToolFinding } from "../../../src/types.js";
import { TAXONOMY } from "../context/taxonomy.js";

/** Names that are not written as they are, of a group and of outliers. */
const ODD: CompiledTaxonomy = {
  ...TAXONOMY,
  groups: TAXONOMY.groups.map((group) => ({ ...group, name: `=${group.name}, "all" of it` })),
  tools: TAXONOMY.tools.map((tool, i) => ({
    ...tool,
    name: i % 3 === 0 ? `@${tool.name}, \n"${i}"` : tool.name,
  })),
};

const csv = (await outputFormat("csv")!.load()).stream!;
const explainNothing = { explain: false, mentions: false, describeRule: String };

/** Analyses that need not be true: writing does not ask. */
function analyses({ tools, groups }: CompiledTaxonomy): fc.Arbitrary<PostingAnalysis> {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("a/b.txt", "-", "=1", 'a, "b"', "two\nlines"),
  );
  const finding = fc
    .record({ tool: fc.nat(tools.length - 1), level: fc.constantFrom(...LEVELS) })
    .map((one): ToolFinding => ({ ...one, depth: null, years: null, mentions: [] }));
  return fc.record({
    id: text,
    title: text,
    groups: fc.array(fc.constantFrom("absent" as const, ...LEVELS), {
      minLength: groups.length,
      maxLength: groups.length,
    }),
    cloud: fc.record({ anyOf: fc.boolean(), primary: fc.option(fc.nat(groups.length - 1)) }),
    alternatives: fc.constant([]),
    tools: fc.array(finding, { maxLength: 8 }),
    fingerprint: fc.constant(0),
    rejections: fc.constant([]),
  });
}

describe("a line that is written from an analysis", () => {
  const selections: readonly (readonly [string, (taxonomy: CompiledTaxonomy) => Selection | null])[] = [
    ["all groups", () => null],
    ["some closed groups", (taxonomy) => select(taxonomy, ["gcp", "aws"], [])],
    ["outliers alone", (taxonomy) => select(taxonomy, ["outliers"], [])],
  ];
  const cases = Object.entries({ plain: TAXONOMY, odd: ODD }).flatMap(([name, taxonomy]) =>
    selections.map(([what, of]) => [name, what, taxonomy, of(taxonomy)] as const),
  );

  it.each(cases)("is that of its row: %s names, %s", (_, __, taxonomy, selection) => {
    const { direct, rows } = csv(factsOf(taxonomy, selection, taxonomy.tools), DEFAULT_RENDER_OPTIONS)!;
    fc.assert(
      fc.property(analyses(taxonomy), (analysis) => {
        const row = postingRow(taxonomy, analysis, new Uint8Array(), explainNothing);
        expect(direct!(analysis)).toBe(rows([selection ? selectRow(row, taxonomy, selection) : row]));
      }),
      { numRuns: 500 },
    );
  });

  it("is there for postings alone, without rules and rejections", async () => {
    const facts = factsOf(TAXONOMY, null, []);
    const found: string[] = [];
    for (const { id, load } of OUTPUT_FORMATS) {
      const { stream } = await load();
      for (const rows of ["postings", "tools", "mentions"] as const)
        for (const explain of [true, false])
          if (stream?.(facts, { ...DEFAULT_RENDER_OPTIONS, rows, explain })?.direct)
            found.push(`${id} ${rows} ${explain}`);
    }
    expect(found).toEqual(["csv postings false"]);
  });
});
