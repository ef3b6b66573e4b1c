import { describe, expect, it } from "vitest";
import { DEFAULT_RENDER_OPTIONS, OUTPUT_FORMATS, type RenderOptions } from "../../../src/output/index.js";
import type { Report } from "../../../src/types.js";
import { wholeReport } from "./report.js";

/** A report with no more of its postings than a renderer says that it needs. */
async function render(id: string, options: RenderOptions, reduced: boolean): Promise<string> {
  const renderer = await OUTPUT_FORMATS.find((format) => format.id === id)!.load();
  const whole = wholeReport();
  const needs = renderer.needs?.(options);
  const postings = whole.postings
    .slice(0, needs?.postings)
    .map((row) =>
      needs?.mentions === false
        ? { ...row, tools: row.tools.map((tool) => ({ ...tool, mentions: [] })) }
        : row,
    );
  const report: Report = reduced ? { ...whole, postings } : whole;
  return [...renderer.render(report, options)].join("");
}

describe("what a format says that it needs of the postings", () => {
  const breakdowns = ["all", "none", 1, 2] as const;
  const cases = OUTPUT_FORMATS.flatMap(({ id }) =>
    breakdowns.flatMap((breakdown) => [true, false].map((explain) => [id, breakdown, explain] as const)),
  );
  it.each(cases)("is enough for %s, breakdown %s, explain %s", async (id, breakdown, explain) => {
    const options = { ...DEFAULT_RENDER_OPTIONS, breakdown, explain };
    expect(await render(id, options, true)).toBe(await render(id, options, false));
  });

  it("is little where a table breaks few postings down", async () => {
    for (const { id, load } of OUTPUT_FORMATS) {
      const { needs } = await load();
      const wanted = id === "table" || id === "markdown" ? { postings: 3, mentions: false } : undefined;
      expect(needs?.({ ...DEFAULT_RENDER_OPTIONS, breakdown: 3 })).toEqual(wanted);
    }
  });
});
