import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analyze.js";
import { compile } from "../../../src/taxonomy/compile.js";
import { sha256 } from "../../../src/taxonomy/digest.js";
import { loadSource } from "../../../src/taxonomy/load-source.js";
import { runSpecs } from "../../../src/taxonomy/specs.js";

const { model, problems } = await loadSource(
  undefined,
  join(import.meta.dirname, "../../../fixtures/taxonomy/nursing"),
);
const taxonomy = compile(model!, sha256);

describe("a taxonomy for another field", () => {
  it("needs one file and no code", () => {
    expect(problems).toEqual([]);
    expect(taxonomy.groups).toHaveLength(8);
    expect(taxonomy.tools.some((tool) => tool.name === "AWS")).toBe(false);
    expect(taxonomy.combined).toEqual([
      { id: "any-records", name: "Any life support or records", groups: [1, 2], alternatives: false },
    ]);
  });

  it("keeps its specs", () => {
    const { failures, sentences } = runSpecs(model!, taxonomy, createAnalyzer(taxonomy).analyze);
    expect(sentences).toBe(8);
    expect(failures.map((one) => [one.tool, one.sentence, one.why])).toEqual([]);
  });

  it("reads an ad with the shipped headings and level words", () => {
    const text =
      "ICU Nurse\n\nRequirements\n- ACLS and BLS\n- CRRT\n\nNice to have\n- Experience with Epic EHR\n";
    const { groups, tools } = createAnalyzer(taxonomy).analyze({
      id: "ad",
      bytes: new TextEncoder().encode(text),
    });
    expect(tools.map((one) => taxonomy.tools[one.tool]?.name)).toEqual(["ACLS", "BLS", "CRRT", "Epic"]);
    expect(
      Object.fromEntries(taxonomy.groups.map((group, index) => [group.id, groups[index]])),
    ).toMatchObject({
      "life-support": "required",
      "intensive-care": "required",
      records: "preferred",
      maternity: "absent",
    });
  });
});
