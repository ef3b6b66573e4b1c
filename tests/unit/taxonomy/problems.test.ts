import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/errors.js";
import { formatProblem } from "../../../src/errors.js";
import { loadSource } from "../../../src/taxonomy/load-source.js";
import { checkYaml, parseYaml } from "../../../src/taxonomy/load-yaml.js";
import { cuesSchema } from "../../../src/taxonomy/schema.js";

const FOLDER = join(import.meta.dirname, "../../../fixtures/taxonomy/problems");
const CASES = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Each folder is a small taxonomy with one thing wrong, named after the code of the problem. */
describe("problems of a taxonomy", () => {
  for (const { name } of CASES) {
    it(name, async () => {
      const cwd = join(FOLDER, name);
      const { problems } = await loadSource("demo.yaml", cwd);
      const text = problems.map((one) => `${formatProblem(one)}\n`).join("\n");
      await expect(text).toMatchFileSnapshot(join(cwd, "expected.txt"));
      if (name === "clean") expect(problems).toEqual([]);
      else if (name !== "many") expect(problems.map((one) => one.code)).toContain(name);
    });
  }

  it("are all found in one run", async () => {
    const { problems } = await loadSource("demo.yaml", join(FOLDER, "many"));
    expect(problems.map((one) => one.code).sort()).toEqual([
      "ambiguous-without-specs",
      "unknown-counts-for",
      "unknown-evidence-set",
      "unknown-field",
    ]);
  });
});

describe("a phrase that stands for too many", () => {
  it("is told with its place", () => {
    const problems: Problem[] = [];
    const many = "(a|b|c|d|e|f|g|h)".repeat(3);
    checkYaml(parseYaml(`language: en\nbreakers:\n  - but\n  - ${many}\n`, "en.yaml"), cuesSchema, problems);
    expect(problems).toMatchObject([
      {
        code: "bad-value",
        message: expect.stringContaining("more than 500 phrases"),
        hint: "Write several texts with fewer choices each.",
        place: { line: 4, column: 5 },
      },
    ]);
  });
});

describe("a field that is not known", () => {
  it.each([
    ["opener", "openers"],
    ["companys", "companies"],
    ["subheading", "subheadings"],
  ])("is told with the one that was meant: %s", (wrong, meant) => {
    const problems: Problem[] = [];
    checkYaml(parseYaml(`language: en\n${wrong}: [A]\n`, "en.yaml"), cuesSchema, problems);
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ["unknown-field", expect.stringContaining(`"${meant}"`)],
    ]);
  });
});
