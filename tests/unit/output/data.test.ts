import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_RENDER_OPTIONS,
  factsOf,
  OUTPUT_FORMATS,
  outputFormat,
  type RenderOptions,
} from "../../../src/output/index.js";
import type { Report } from "../../../src/types.js";
import { mention, posting, report, tool, wholeReport } from "./report.js";

async function render(id: string, of: Report, options: Partial<RenderOptions> = {}): Promise<string> {
  const renderer = await outputFormat(id)!.load();
  return [...renderer.render(of, { ...DEFAULT_RENDER_OPTIONS, ...options })].join("");
}

/** What standing and streamed output have in common. */
async function streamed(
  id: string,
  of: Report,
  options: Partial<RenderOptions> = {},
): Promise<string | null> {
  const renderer = await outputFormat(id)!.load();
  const stream = renderer.stream?.(factsOf(of), { ...DEFAULT_RENDER_OPTIONS, ...options }) ?? null;
  if (stream === null) return null;
  const rows = stream.head + stream.rows(of.postings.slice(0, 1)) + stream.rows(of.postings.slice(1));
  // The command does not know the postings any more when it has the report.
  const around = stream.around?.({ ...of, postings: [] });
  return around === undefined ? rows : around.before + rows.slice(around.parting) + around.after;
}

const read = (text: string) =>
  parse(text, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];

/** Text that breaks careless writers. */
const HOSTILE = [
  'a "quoted", title',
  "two\nlines",
  "a\r\nb",
  "semi; colon",
  " spaced ",
  "tab\there",
  "\u001b[31mred",
  "日本 🚀",
];

describe("every format", () => {
  test("has an id and an extension of its own, loads, and ends with a line break", async () => {
    const extensions = OUTPUT_FORMATS.map(({ extension }) => extension);
    expect(new Set(extensions).size).toBe(OUTPUT_FORMATS.length);
    for (const { id } of OUTPUT_FORMATS) {
      expect(await render(id, wholeReport())).toMatch(/[^\n]\r?\n$/);
      expect(outputFormat(id)?.id).toBe(id);
    }
    expect(outputFormat("xml")).toBeUndefined();
  });
});

describe("JSON", () => {
  test("is the report, with its fields in order", async () => {
    for (const one of [wholeReport(), report()]) {
      const text = await render("json", one);
      expect(JSON.parse(text)).toEqual(one);
      expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(one));
    }
  });

  test("is the same when streamed", async () => {
    expect(await streamed("json", wholeReport())).toBe(await render("json", wholeReport()));
  });

  test("has one line a posting and null for what is unknown", async () => {
    const text = await render("json", wholeReport());
    const line = text.split("\n").find((one) => one.includes('"id":"002-bank.txt"'));
    expect(JSON.parse(line!.replace(/,$/, ""))).toEqual(wholeReport().postings[1]);
    expect(await render("json", report())).toContain('"share":null,"interval":null');
  });

  test("keeps hostile text as it is", async () => {
    const one = report({ postings: HOSTILE.map((title) => posting(title, {}, { title })) });
    expect(JSON.parse(await render("json", one))).toEqual(one);
  });
});

test("NDJSON has one object a line, the same when streamed", async () => {
  const text = await render("ndjson", wholeReport());
  const lines = text.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(wholeReport().postings);
  expect(await streamed("ndjson", wholeReport())).toBe(text);
  expect(await render("ndjson", report())).toBe("");
});

describe("CSV of postings", () => {
  test("has a column a group, and the outliers that count in one cell", async () => {
    const text = await render("csv", wholeReport());
    const head =
      "id,title,containers,aws,azure,gcp,python,workflow,frameworks,observability,cloud_any_of,cloud_primary,outliers";
    expect(text.split("\r\n")[0]).toBe(head);
    const [first, second] = read(text);
    expect(first).toMatchObject({ containers: "required", aws: "preferred", workflow: "absent" });
    expect(first).toMatchObject({ cloud_any_of: "true", cloud_primary: "AWS" });
    expect(first!["outliers"]).toBe("Terraform; Kafka; C++; Weights & Biases");
    expect(second).toMatchObject({ gcp: "negated", cloud_any_of: "false", cloud_primary: "", outliers: "" });
  });

  test("ends every line with CRLF, and starts with a byte order mark only when asked", async () => {
    const text = await render("csv", wholeReport());
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(await render("csv", wholeReport(), { bom: true })).toBe(`\ufeff${text}`);
  });

  test("reads back to the same values, whatever the text", async () => {
    const one = report({ postings: HOSTILE.map((title, at) => posting(`${at}`, {}, { title })) });
    const titles = read(await render("csv", one)).map((row) => row["title"]);
    expect(titles.map((title) => title?.replace(/^'(?=\t)/, ""))).toEqual(HOSTILE);
  });

  test("reads back to the same values (property)", async () => {
    const renderer = await outputFormat("csv")!.load();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (titles) => {
        const one = report({ postings: titles.map((title, at) => posting(`${at}`, {}, { title })) });
        const back = read([...renderer.render(one, DEFAULT_RENDER_OPTIONS)].join("")).map(
          (row) => row["title"]!,
        );
        const formula = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;
        expect(
          back.map((title, at) => (titles[at]!.startsWith("'") ? title : title.replace(formula, ""))),
        ).toEqual(titles);
      }),
    );
  });

  test("defuses formulas and leaves C++ and numbers alone", async () => {
    const titles = ["=1+1", "+49 30", "-5 days", "@SUM(A1)", "\t=1", "\r=1", "C++", "a=b", "5", "'quoted"];
    const one = report({ postings: titles.map((title, at) => posting(`${at}`, {}, { title })) });
    expect(read(await render("csv", one)).map((row) => row["title"])).toEqual([
      ...["'=1+1", "'+49 30", "'-5 days", "'@SUM(A1)", "'\t=1", "'\r=1", "C++", "a=b", "5", "'quoted"],
    ]);
  });
});

describe("CSV of groups", () => {
  test("has groups, then combined rows, then outliers, with the figures of the JSON", async () => {
    const one = wholeReport();
    const rows = read(await render("csv", one, { rows: "groups" }));
    expect(rows.map((row) => row["kind"])).toEqual([
      ...one.groups.map(() => "group"),
      ...one.combined.map(() => "combined"),
      ...one.outliers.map(() => "outlier"),
    ]);
    one.groups.forEach(({ id, postings, share, interval, levels }, at) => {
      const row = rows[at]!;
      expect(row["id"]).toBe(id);
      expect([row["postings"], row["share"], row["interval_low"], row["interval_high"]].map(Number)).toEqual([
        ...[postings, share, ...interval!],
      ]);
      expect([row["required"], row["preferred"], row["mentioned"]].map(Number)).toEqual(
        Object.values(levels),
      );
    });
    expect(rows.at(-2)).toMatchObject({ name: "C++", category: "languages", negated: "", interval_low: "" });
  });

  test("leaves unknown shares empty and cannot be streamed", async () => {
    const rows = read(await render("csv", report(), { rows: "groups" }));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({ postings: "0", share: "", interval_low: "", interval_high: "" });
    expect(await streamed("csv", report(), { rows: "groups" })).toBeNull();
  });
});

describe("CSV of tools and mentions", () => {
  const mentions = [
    mention("k8s", {
      start: 40,
      end: 43,
      line: 4,
      column: 12,
      rule: "level.heading",
      evidence: "What you\nbring",
    }),
    mention("Kubernetes", { line: 9, level: "mentioned", section: "stack" }),
  ];
  const tools = [
    tool("Kubernetes", "containers", "required", { depth: "expert", years: 5, mentions }),
    tool("Terraform", "outliers", "negated"),
  ];
  const one = {
    ...wholeReport(),
    postings: [posting("a.txt", { containers: "required" }, { tools }), posting("b.txt")],
  };

  test("tools: one row a posting and tool", async () => {
    const rows = read(await render("csv", one, { rows: "tools" }));
    expect(rows).toEqual([
      {
        ...{ id: "a.txt", tool: "Kubernetes", group: "containers", category: "", level: "required" },
        ...{ depth: "expert", years: "5", mentions: "2", first_line: "4" },
      },
      {
        ...{
          id: "a.txt",
          tool: "Terraform",
          group: "outliers",
          category: "infrastructure",
          level: "negated",
        },
        ...{ depth: "", years: "", mentions: "1", first_line: "1" },
      },
    ]);
  });

  test("mentions: one row a mention", async () => {
    const rows = read(await render("csv", one, { rows: "mentions" }));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      ...{ id: "a.txt", title: "Title of a.txt", tool: "Kubernetes", group: "containers", category: "" },
      ...{ surface: "k8s", alias: "k8s", start: "40", end: "43", line: "4", column: "12", level: "required" },
      ...{
        section: "requirements",
        depth: "expert",
        years: "5",
        rule: "level.heading",
        evidence: "What you\nbring",
      },
    });
    expect(rows[1]).toMatchObject({ level: "mentioned", section: "stack", rule: "", evidence: "" });
  });

  test("are the same when streamed", async () => {
    for (const rows of ["postings", "tools", "mentions"] as const) {
      expect(await streamed("csv", one, { rows, bom: true })).toBe(
        await render("csv", one, { rows, bom: true }),
      );
    }
  });
});

describe("markdown", () => {
  test("has the tables of the terminal", async () => {
    const text = await render("markdown", wholeReport());
    expect(text).toContain("310 postings · 4 duplicates · 1 skipped · 6 tools named · taxonomy mlops 1.0.0");
    expect(text).toContain("| Containers | 161 | 51.9 % | 46 – 57 % | 96 | 32 | 33 |");
    expect(text).toContain("| AWS, Azure or GCP | 231 | 74.5 % | 69 – 79 % |  |  |  |\n| Outliers | 309 |");
    expect(text).toContain("| Terraform | 58 | 18.7 % | infrastructure |");
    expect(text).toContain("| 002-bank.txt |  |  |  | ✗ | ○ |  |  | · |  |");
    expect(text).toContain("2 postings without a match: 117-office-manager.txt, 201-nurse.txt");
  });

  test("keeps every row whole, whatever the text", async () => {
    const id = "a|b\n<img src=x>`*_[x]\\.txt";
    const text = await render("markdown", { ...wholeReport(), postings: [posting(id)] });
    const row = text.split("\n").find((line) => line.startsWith("| a"));
    expect(row).toContain("a\\|b &lt;img src=x>\\`\\*\\_\\[x\\]\\\\.txt");
    const cells = row!.replaceAll("\\|", "").split("|").length;
    expect(cells).toBe(
      text
        .split("\n")
        .find((line) => line.startsWith("| Posting"))!
        .split("|").length,
    );
  });

  test("obeys the limits and says what is left", async () => {
    const text = await render("markdown", wholeReport(), { outliers: 1, breakdown: 1 });
    expect(text).toContain("… and 3 more outliers");
    expect(text).toContain("… and 309 more postings");
    expect(await render("markdown", wholeReport(), { breakdown: "none" })).not.toContain("002-bank");
    expect(await render("markdown", report())).toContain("Nothing to count");
  });
});
