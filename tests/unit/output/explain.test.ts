import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { DEFAULT_RENDER_OPTIONS, outputFormat, type RenderOptions } from "../../../src/output/index.js";
import { countRules, decisionsOf } from "../../../src/output/rules.js";
import { widthOf, wrap } from "../../../src/output/width.js";
import type { RejectedRow, Report } from "../../../src/types.js";
import { mention, posting, report, tool } from "./report.js";

const rejected: RejectedRow = {
  ...{ surface: "go", tool: "Go", alias: "Go", start: 70, end: 72, line: 4, column: 3, section: "body" },
  ...{
    reason: "the word that follows gives it another meaning",
    rule: "reject.before",
    evidence: "the mile",
  },
};
const heading = { rule: "level.section.required", reason: "a heading asks for it", evidence: "You bring" };
const row = posting(
  "-",
  { python: "required" },
  {
    tools: [
      tool("Kafka", "outliers", "mentioned", {
        mentions: [mention("Kafka", { level: "mentioned", rule: "level.none.mentioned", reason: "no word" })],
      }),
      tool("Python", "python", "required", { mentions: [mention("Python", heading)] }),
      tool("Docker", "containers", "required", { mentions: [mention("Docker", heading)] }),
    ],
    rejected: [rejected, { ...rejected, start: 90, end: 92 }],
  },
);
const one: Report = report({
  input: { postings: 1, duplicates: 0, withoutMatch: [], skipped: [] },
  postings: [row],
});

async function render(id: string, options: Partial<RenderOptions>): Promise<string> {
  const renderer = await outputFormat(id)!.load();
  return [...renderer.render(one, { ...DEFAULT_RENDER_OPTIONS, ...options })].join("");
}

const csv = async (rows: RenderOptions["rows"], explain = true) =>
  parse(await render("csv", { rows, explain }), { columns: true }) as Record<string, string>[];

test("rules are counted, those that give levels before those that leave out", () => {
  expect(countRules(one.postings).map(({ rule, decided }) => [rule, decided])).toEqual([
    ["level.section.required", 2],
    ["level.none.mentioned", 1],
    ["reject.before", 2],
  ]);
});

test("a posting's tools stand by rule and words, strongest first", () => {
  expect(decisionsOf(row).map(({ rule, evidence, tools }) => [rule, evidence, tools])).toEqual([
    ["level.section.required", "You bring", ["Python", "Docker"]],
    ["level.none.mentioned", null, ["Kafka"]],
    ["reject.before", "the mile", ["Go (2)"]],
  ]);
});

describe("--explain in tables", () => {
  test("puts the rules under the posting and in a section, within the width", async () => {
    const text = await render("table", { explain: true });
    expect(text).toContain("    ● level.section.required (You bring): Python, Docker\n");
    expect(text).toContain("    – reject.before (the mile): Go (2)\n");
    expect(text).toMatch(/^Rules +Decided {2}What they say$/m);
    for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(await render("table", {})).not.toContain("level.");
  });

  test("adds two tables to markdown", async () => {
    const text = await render("markdown", { explain: true });
    expect(text).toContain("| - | ● | `level.section.required` | You bring | Python, Docker |");
    expect(text).toContain("| `reject.before` | 2 | the word that follows gives it another meaning |");
    expect(await render("markdown", {})).not.toContain("level.");
  });
});

describe("--explain in CSV", () => {
  test("adds the rejections to the mentions", async () => {
    const rows = await csv("mentions");
    expect(rows.filter(({ level }) => level === "rejected")).toHaveLength(2);
    expect(rows.at(-1)).toMatchObject({
      tool: "Go",
      rule: "reject.before",
      evidence: "the mile",
      section: "body",
    });
    expect(rows.at(-1)!["reason"]).toBe(rejected.reason);
  });

  test("adds rules and the number of rejections to tools and postings, at the end", async () => {
    expect((await csv("postings"))[0]).toMatchObject({
      rules: "level.none.mentioned; level.section.required",
      rejected: "2",
    });
    expect((await csv("tools"))[1]).toMatchObject({ rules: "level.section.required", rejected: "0" });
    expect(Object.keys((await csv("tools", false))[0]!)).not.toContain("rules");
  });

  test("a lone hyphen, the id of standard input, is no formula", async () => {
    expect((await csv("postings"))[0]!["id"]).toBe("-");
  });
});

test("a separator that ends a line stays within the width", () => {
  for (const line of wrap(["abcd", "efgh", "ijkl"], 10, 0, 0, ", ").split("\n"))
    expect(line.length).toBeLessThanOrEqual(10);
});
