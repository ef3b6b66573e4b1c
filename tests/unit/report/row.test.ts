import { describe, expect, it } from "vitest";
import { postingRow } from "../../../src/report/index.js";
import type { PostingAnalysis, PostingRow, Span } from "../../../src/types.js";
import { TAXONOMY } from "../context/taxonomy.js";

const tool = (name: string) => TAXONOMY.tools.findIndex((one) => one.name === name);
const alias = (text: string) => TAXONOMY.aliases.findIndex((one) => one.text === text);
const encoder = new TextEncoder();

/** The span of the nth occurrence of a text, in bytes. */
function spanOf(text: string, words: string, nth = 0): Span {
  let at = text.indexOf(words);
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  const start = encoder.encode(text.slice(0, at)).length;
  return { start, end: start + encoder.encode(words).length };
}

/** An analysis that found Python at these spans, in this order, and rejected Go at those. */
function found(mentions: readonly Span[], rejections: readonly Span[] = []): PostingAnalysis {
  const [python, go] = [tool("Python"), tool("Go")];
  return {
    id: "ads/one.txt",
    title: "One",
    groups: TAXONOMY.groups.map((group) => (group.open ? "required" : "absent")),
    cloud: { anyOf: false, primary: null },
    alternatives: [],
    tools: [
      {
        tool: python,
        level: "required",
        depth: "strong",
        years: 3,
        mentions: mentions.map((span) => ({
          ...{ tool: python, alias: alias("Python"), start: span.start, end: span.end },
          ...{ level: "required", section: "body", rule: "level.clause.required", evidence: null },
          ...{ denied: false, depth: null, years: null },
        })),
      },
    ],
    fingerprint: 0,
    rejections: rejections.map((span) => ({
      ...{ tool: go, alias: alias("Go"), start: span.start, end: span.end },
      ...{ section: "body", rule: "reject.evidence", evidence: null },
    })),
  };
}

function row(text: string, analysis: PostingAnalysis, explain = false): PostingRow {
  return postingRow(TAXONOMY, analysis, encoder.encode(text), {
    explain,
    mentions: true,
    describeRule: (id) => `<${id}>`,
  });
}

/** `line:column surface` of the first mention. */
function place(text: string, words = "Python", nth = 0): string {
  const mention = row(text, found([spanOf(text, words, nth)])).tools[0]!.mentions[0]!;
  return `${mention.line}:${mention.column} ${mention.surface}`;
}

describe("where a mention stands", () => {
  it.each([
    ["at the beginning", "Python", "1:1 Python"],
    ["in a later line", "Ad\n\nwith Python", "3:6 Python"],
    ["in code points: letters of two bytes", "Für Python", "1:5 Python"],
    ["of three", "→ Python", "1:3 Python"],
    ["of four", "🚀🚀 Python", "1:4 Python"],
    ["combined ones one by one", "e\u0301 Python", "1:4 Python"],
    ["CRLF is one line end", "Ad\r\n\r\nwith Python", "3:6 Python"],
    ["a lone CR is one too", "Ad\rwith Python", "2:6 Python"],
    ["a tab is one column", "\tPython", "1:2 Python"],
  ])("%s", (_, text, wanted) => expect(place(text)).toBe(wanted));

  it("goes back for mentions that are out of order", () => {
    const text = "Python\nPython\nPython";
    const spans = [2, 0, 1].map((nth) => spanOf(text, "Python", nth));
    expect(row(text, found(spans)).tools[0]!.mentions.map((one) => one.line)).toEqual([3, 1, 2]);
  });

  it("is told in bytes as well", () => {
    const text = "Für Python";
    expect(row(text, found([spanOf(text, "Python")])).tools[0]!.mentions[0]).toMatchObject({
      start: 5,
      end: 11,
    });
  });
});

describe("the words of a mention", () => {
  it.each([
    ["a line break", "scikit\nlearn", "1:1 scikit learn"],
    ["CRLF and spaces", "scikit \r\n  learn", "1:1 scikit learn"],
    ["a non-breaking space", "scikit\u00a0learn", "1:1 scikit learn"],
  ])("have white space folded: %s", (_, text, wanted) => expect(place(text, text)).toBe(wanted));

  it("are otherwise as they stand", () => expect(place("PYTHON's", "PYTHON's")).toBe("1:1 PYTHON's"));
});

describe("a row", () => {
  const text = "We need Python,\nand go on.";
  const analysis = {
    ...found([spanOf(text, "Python")], [spanOf(text, "go")]),
    cloud: { anyOf: true, primary: TAXONOMY.groups.findIndex((group) => group.id === "aws") },
    alternatives: [{ tools: [tool("Python"), tool("Java")], start: 0, end: 1 }],
  };

  it("names what the analysis has as indexes", () => {
    expect(row(text, analysis)).toEqual({
      id: "ads/one.txt",
      title: "One",
      groups: { containers: "absent", aws: "absent", azure: "absent", gcp: "absent" },
      cloud: { anyOf: true, primary: "AWS" },
      alternatives: [["Python", "Java"]],
      tools: [
        {
          name: "Python",
          group: "outliers",
          level: "required",
          depth: "strong",
          years: 3,
          mentions: [
            {
              ...{ surface: "Python", alias: "Python", start: 8, end: 14, line: 1, column: 9 },
              ...{ level: "required", section: "body" },
            },
          ],
        },
      ],
    });
  });

  it("explains where asked to", () => {
    const explained = row(text, analysis, true);
    expect(explained.tools[0]!.mentions[0]).toMatchObject({ rule: "level.clause.required", evidence: null });
    expect(explained.rejected).toMatchObject([
      {
        ...{ surface: "go", tool: "Go", alias: "Go", start: 20, end: 22, line: 2, column: 5 },
        ...{ reason: "<reject.evidence>", rule: "reject.evidence" },
      },
    ]);
  });

  it("tells the words that a rule rested on", () => {
    const [finding] = analysis.tools;
    const mention = { ...finding!.mentions[0]!, evidence: spanOf(text, "We need") };
    const explained = row(text, { ...analysis, tools: [{ ...finding!, mentions: [mention] }] }, true);
    expect(explained.tools[0]!.mentions[0]!.evidence).toBe("We need");
  });
});
