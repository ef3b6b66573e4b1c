import { describe, expect, test } from "vitest";
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from "../../../src/output/index.js";
import { table } from "../../../src/output/table.js";
import { widthOf } from "../../../src/output/width.js";
import type { Report } from "../../../src/types.js";
import { outlier, posting, report, tool, wholeReport } from "./report.js";

function render(of: Report, options: Partial<RenderOptions> = {}): string[] {
  return [...table.render(of, { ...DEFAULT_RENDER_OPTIONS, ...options })].join("").split("\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour is what is looked for
const COLOUR = /\u001b\[[0-9;]*m/g;

describe("the table", () => {
  test("at 100 columns", () => {
    expect(render(wholeReport(), { width: 100 }).join("\n")).toMatchInlineSnapshot(`
      "310 postings · 4 duplicates · 1 skipped · 6 tools named · taxonomy mlops 1.0.0

      Group              Postings    Share                   95 % interval  Required  Preferred  Mentioned
      Containers              161   51.9 %  ███████▊             46 – 57 %        96         32         33
      AWS                     140   45.2 %  ██████▊              40 – 51 %        84         28         28
      Azure                    62   20.0 %  ███                  15 – 26 %        37         12         13
      GCP                      55   17.7 %  ██▋                  12 – 23 %        33         11         11
      Python                  260   83.9 %  ████████████▋        78 – 89 %       156         52         52
      Workflow                 44   14.2 %  ██▏                   9 – 20 %        26          8         10
      Frameworks               90   29.0 %  ████▍                24 – 35 %        54         18         18
      Observability            33   10.6 %  █▋                    5 – 16 %        19          6          8
      AWS, Azure or GCP       231   74.5 %  ███████████▏         69 – 79 %
      Outliers                309   99.7 %  ███████████████     94 – 100 %       185         61         63

      Outliers           Postings    Share                   Category        Req.  Pref.  Ment.
      Terraform                58   18.7 %  ██▊              infrastructure    58      0      0
      Kafka                    41   13.2 %  ██               data              41      0      0
      C++                      40   12.9 %  █▉               languages         40      0      0
      Weights & Biases          3    1.0 %  ▏                ml                 3      0      0

      Posting               Containers AWS Azure GCP Python Workflow Frameworks Observabili  Outliers
      001-aurora-machine-l…     ●       ○    ·         ●                 ●                   Terraform, +3
      002-bank.txt                                ✗    ○                             ·
      117-office-manager.t…
      … 307 more: --breakdown all
      ● required   ○ preferred   · mentioned   ✗ said not to be needed

      2 postings without a match: 117-office-manager.txt, 201-nurse.txt
      "
    `);
  });

  test("at 80 columns, in ASCII", () => {
    expect(render(wholeReport(), { width: 80, unicode: false }).join("\n")).toMatchInlineSnapshot(`
      "310 postings | 4 duplicates | 1 skipped | 6 tools named | taxonomy mlops 1.0.0

      Group              Postings    Share               95 % int.  Req.  Pref.  Ment.
      Containers              161   51.9 %  #####        46 - 57 %    96     32     33
      AWS                     140   45.2 %  #####        40 - 51 %    84     28     28
      Azure                    62   20.0 %  ##           15 - 26 %    37     12     13
      GCP                      55   17.7 %  ##           12 - 23 %    33     11     11
      Python                  260   83.9 %  ########     78 - 89 %   156     52     52
      Workflow                 44   14.2 %  #             9 - 20 %    26      8     10
      Frameworks               90   29.0 %  ###          24 - 35 %    54     18     18
      Observability            33   10.6 %  #             5 - 16 %    19      6      8
      AWS, Azure or GCP       231   74.5 %  #######      69 - 79 %
      Outliers                309   99.7 %  ##########  94 - 100 %   185     61     63

      Outliers           Postings    Share              Category
      Terraform                58   18.7 %  ##          infrastructure
      Kafka                    41   13.2 %  #           data
      C++                      40   12.9 %  #           languages
      Weights & Biases          3    1.0 %  #           ml

      Posting               Conta AWS Azure GCP Pytho Workf Frame Obser  Outliers
      001-aurora-machine...   #    o    .         #           #          Terraform, +3
      002-bank.txt                           x    o                 .
      117-office-manager...
      ... 307 more: --breakdown all
      # required   o preferred   . mentioned   x said not to be needed

      2 postings without a match: 117-office-manager.txt, 201-nurse.txt
      "
    `);
  });

  test("uses the room of a wide terminal", () => {
    const lines = render(wholeReport(), { width: 160 });
    expect(lines[2]).toMatch(/^Group .* Named most$/);
    expect(lines[3]).toMatch(/^Containers .* Kubernetes 120 · Docker 98$/);
    expect(lines.join("\n")).toContain("Terraform, Kafka, C++, Weights & Biases");
  });

  test.each([60, 72, 80, 100, 120, 139, 140, 160, 240])("is never wider than %i columns", (width) => {
    for (const line of render(wholeReport(), { width })) {
      expect(widthOf(line)).toBeLessThanOrEqual(width);
      expect(line).toBe(line.trimEnd());
    }
  });

  test("gives up levels and then nothing else in a very narrow terminal", () => {
    const lines = render(wholeReport(), { width: 30 });
    expect(lines.find((line) => line.startsWith("Contain"))).toMatch(/161 +51\.9 %$/);
  });

  test("has the same letters with colour as without", () => {
    const plain = render(wholeReport(), { width: 120 });
    const coloured = render(wholeReport(), { width: 120, color: true });
    expect(plain.join("")).not.toMatch(COLOUR);
    expect(coloured.join("")).toMatch(COLOUR);
    expect(coloured.map((line) => line.replaceAll(COLOUR, "").trimEnd())).toEqual(plain);
  });

  test("says how to see more", () => {
    const text = render(wholeReport(), { outliers: 1, breakdown: 2 }).join("\n");
    expect(text).toContain("… 3 more: --outliers all");
    expect(text).toContain("… 308 more: --breakdown all");
    expect(text).not.toContain("Kafka   ");
    const all = render(wholeReport(), { outliers: "all", breakdown: "all" }).join("\n");
    expect(all).not.toContain("more:");
    expect(render(wholeReport(), { breakdown: "none" }).join("\n")).not.toContain("Posting ");
    expect(render(wholeReport(), { outliers: 0 }).join("\n")).not.toContain("Category");
  });

  test("names at most ten postings without a match", () => {
    const withoutMatch = Array.from({ length: 13 }, (_, at) => `posting-${at}.txt`);
    const text = render({ ...wholeReport(), input: { ...wholeReport().input, withoutMatch } }).join("\n");
    expect(text).toContain("13 postings without a match: posting-0.txt");
    expect(text).toMatch(/posting-9\.txt,\s+… 3 more\n$/);
  });

  test("of no postings says so", () => {
    expect(render(report())).toEqual([
      "0 postings · 0 tools named · taxonomy mlops 1.0.0",
      "",
      "Nothing to count: no posting was read.",
      "",
    ]);
  });

  test("of one posting is in the singular", () => {
    const one = report({
      input: { postings: 1, duplicates: 1, withoutMatch: ["a.txt"], skipped: [] },
      postings: [posting("a.txt")],
    });
    const lines = render(one);
    expect(lines[0]).toBe("1 posting · 1 duplicate · 0 tools named · taxonomy mlops 1.0.0");
    expect(lines.at(-2)).toBe("1 posting without a match: a.txt");
  });
});

test("thousands of postings take a moment, not minutes", () => {
  const postings = Array.from({ length: 3000 }, (_, at) => posting(`${at}.txt`, { python: "required" }));
  const started = performance.now();
  const lines = render({ ...wholeReport(), postings }, { breakdown: "all" });
  expect(lines.filter((line) => /^\d+\.txt +●$/.test(line))).toHaveLength(3000);
  expect(performance.now() - started).toBeLessThan(10_000);
});

describe("hostile text", () => {
  const evil = "\u001b[2J\u001b]0;owned\u0007\u202etxt.\nnext\u009b1m";
  const hostile = (): Report => ({
    ...wholeReport(),
    input: { ...wholeReport().input, withoutMatch: [evil] },
    outliers: [outlier(evil, evil, 3, 310)],
    postings: [posting(evil, {}, { tools: [tool(evil, "outliers")] })],
  });

  test("cannot steer the terminal or break a line", () => {
    const lines = render(hostile(), { width: 120 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    expect(lines.join("")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(lines.filter((line) => line.startsWith("next"))).toEqual([]);
    expect(lines.join("\n")).toContain("␛[2J␛]0;owned␇");
  });

  test("of wide letters keeps the columns straight", () => {
    const names = ["日本語の仕事.txt", "cafe\u0301.txt", "a.txt"];
    const lines = render(
      { ...wholeReport(), postings: names.map((id) => posting(id, { python: "required" })) },
      { width: 120 },
    );
    const places = names.map((name) => {
      const line = lines.find((one) => one.startsWith(name))!;
      return widthOf(line.slice(0, line.indexOf("●")));
    });
    expect(new Set(places).size).toBe(1);
  });
});
