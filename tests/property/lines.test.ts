import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer, createRun } from "../../src/analyze.js";
import { writeTo } from "../../src/batch.js";
import { LONGEST_TEXT } from "../../src/kernel/index.js";
import { matchTables } from "../../src/match/index.js";
import { DEFAULT_RENDER_OPTIONS, OUTPUT_FORMATS, outputFormat } from "../../src/output/index.js";
import { loadKernel } from "../../src/parallel/kernel.js";
import { factsOf, select } from "../../src/select.js";
import { resolveTaxonomy } from "../../src/taxonomy/load-resolve.js";
import type { CompiledTaxonomy, Posting, Taxonomy } from "../../src/types.js";
import { TRICKY } from "./taxonomies.js";
import { textsAbout } from "./texts.js";

const { taxonomy: shipped } = await resolveTaxonomy("mlops", import.meta.dirname);
const kernel = loadKernel()!;
const csv = (await outputFormat("csv")!.load()).stream!;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Names that are not written as they are. */
const odd: CompiledTaxonomy = {
  ...shipped,
  groups: shipped.groups.map((group) => ({ ...group, name: `=${group.name}, "all" of it` })),
  tools: shipped.tools.map((tool, i) => ({
    ...tool,
    name: [`@${tool.name}`, `${tool.name}, "${i}"`, `${tool.name}\n`, `Ω${tool.name}`, tool.name][i % 5]!,
  })),
};

/** The rows of a CSV of postings. */
function rowsOf(taxonomy: Taxonomy, postings: readonly Posting[], isFast: boolean): string {
  const stream = csv(factsOf(taxonomy, null, taxonomy.tools), DEFAULT_RENDER_OPTIONS)!;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  const written = writeTo(
    (piece) => {
      text += typeof piece === "string" ? piece : decoder.decode(piece);
    },
    stream,
    taxonomy,
    null,
  );
  const run = createRun(taxonomy, {
    kernel: isFast ? kernel : null,
    explain: false,
    mentions: false,
    counts: false,
    repeats: false,
    ...written.handlers,
  });
  run.begin(Number.POSITIVE_INFINITY);
  run.add(postings);
  run.end();
  written.flush();
  expect(run.tally().postings).toBe(postings.length);
  return text;
}

const id = fc.oneof(
  fc.constantFrom("a/b.txt", "-", "=1.md", 'a, "b".txt', "two\nlines", "\rx", "+", "ü/é.txt", "＝1", ""),
  fc.string({ unit: "grapheme" }),
  fc.string({ minLength: 1300, maxLength: 1500 }),
);
/** First lines as they are, and as they are not. */
const firstLine = fc.oneof(
  fc.constantFrom(
    ...["", "# ", "#", "####### deep", "## Ops Engineer", "#Ops", "#  Ops  (m/w/d) #", "# C#", "# Dev #2"],
    ...["**Data** Engineer", "Data_Engineer", "MLOps, remote", '"Senior" SRE', " Ops", "Ops ", "a  b", "---"],
    ...[
      "Ingénieur – données",
      "Ops\u00a0Lead",
      "\u200bOps",
      "数据",
      "– Ops",
      "= Ops",
      "@home",
      "-",
      "Ops\tLead",
    ],
    ...["\ufeffOps", "日本 Ops", "“Lead” Ops…", "x".repeat(200), "é".repeat(120), `${"y ".repeat(130)}z`],
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const lineEnd = fc.constantFrom("\n", "\r\n", "\r", "\n\n");

describe.each(Object.entries({ ...TRICKY, shipped, odd }))(
  "lines of the kernel, taxonomy %s",
  (_, compiled) => {
    const taxonomy: Taxonomy = { ...compiled, tables: matchTables(compiled) };
    const alike = (postings: readonly Posting[]): void => {
      expect(rowsOf(taxonomy, postings, true)).toBe(rowsOf(taxonomy, postings, false));
    };

    it("are those of rows, whatever ids and titles are", () => {
      const posting = fc
        .tuple(id, fc.array(fc.tuple(firstLine, lineEnd), { maxLength: 3 }), textsAbout(compiled))
        .map(([id, lines, text]): Posting => ({ id, bytes: utf8(lines.flat().join("") + text) }));
      fc.assert(
        fc.property(fc.array(posting, { maxLength: 4 }), (postings) => alike(postings)),
        { numRuns: 300 },
      );
    });

    it("are those of rows, in order, where some texts are too long for the kernel", () => {
      const short = (i: number): Posting => ({
        id: `${i}`,
        bytes: utf8(`Engineer ${i}\nKubernetes or AWS\n`),
      });
      const long: Posting = { id: "long", bytes: utf8(`Long\n${"AWS, ".repeat(LONGEST_TEXT / 5)}`) };
      const many = Array.from({ length: 600 }, (_, i) => short(i));
      alike([...many, long, short(1), long, long, ...many]);
    });
  },
);

it("there are lines for postings alone, of all groups, without rules and rejections", async () => {
  const selection = select(shipped, ["aws"], []);
  const found: string[] = [];
  for (const { id, load } of OUTPUT_FORMATS) {
    const { stream } = await load();
    for (const rows of ["postings", "tools", "mentions"] as const)
      for (const explain of [true, false])
        for (const chosen of [null, selection]) {
          const options = { ...DEFAULT_RENDER_OPTIONS, rows, explain };
          if (stream?.(factsOf(shipped, chosen, []), options)?.sheet)
            found.push(`${id} ${rows} ${explain} ${chosen === null}`);
        }
  }
  expect(found).toEqual(["csv postings false true"]);
  expect(createAnalyzer(shipped, new Set([1]), kernel).lineWriter({} as never, () => {})).toBeNull();
  expect(createAnalyzer(shipped).lineWriter({} as never, () => {})).toBeNull();
});

it("more groups than the kernel tells apart get no lines", () => {
  const [first] = shipped.groups;
  const groups = Array.from({ length: 32 }, (_, i) => ({ ...first!, id: `g${i}`, open: false }));
  const analyzer = createAnalyzer({ ...shipped, groups }, undefined, kernel);
  expect(analyzer.lineWriter({} as never, () => {})).toBeNull();
});
