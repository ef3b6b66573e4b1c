import { describe, expect, it } from "vitest";
import {
  analyzePostings,
  analyzeText,
  createAnalyzer,
  DEFAULT_RENDER_OPTIONS,
  discover,
  type KernelModule,
  loadKernel,
  loadTaxonomy,
  mergeTallies,
  onlyPostings,
  outputFormat,
  type Posting,
  type PostingRow,
  readPostings,
  SkilltagError,
  summarise,
  VERSION,
} from "../../src/index.js";

/** Uses the library as a program of somebody else would: through its public face alone. */
const taxonomy = await loadTaxonomy();

const posting = (id: string, text: string): Posting => ({ id, bytes: new TextEncoder().encode(text) });
const ADS = [
  posting("a", "ML Engineer\n\nRequirements\n- Strong Python and Docker\n"),
  posting("b", "Data Engineer\n\nNice to have\n- Python\n"),
  posting("c", "Gardener\n\nYou love roses.\n"),
];

describe("the library", () => {
  it("reads one text", () => {
    const row = analyzeText(createAnalyzer(taxonomy), "Data Engineer\n\nRequirements\n- Python, Kafka\n");
    expect(row.title).toBe("Data Engineer");
    expect(row.groups).toMatchObject({ python: "required", aws: "absent" });
    expect(row.tools.map((tool) => tool.name)).toEqual(["Python", "Apache Kafka"]);
    expect(row.tools[0]?.mentions[0]).toMatchObject({
      surface: "Python",
      line: 4,
      column: 3,
      start: 30,
      end: 36,
    });
    expect(row.rejected).toBeUndefined();
  });

  it("says why it left something out, where asked to", () => {
    const text = "Cook\n\nYou go the extra mile.\n";
    const row = analyzeText(createAnalyzer(taxonomy), text, { id: "7", explain: true });
    expect(row.id).toBe("7");
    expect(row.tools).toEqual([]);
    expect(row.rejected).toBeInstanceOf(Array);
  });

  it("says the same with the kernel", () => {
    const all = (kernel: KernelModule | null) => {
      const rows: PostingRow[] = [];
      const { tally } = analyzePostings(taxonomy, ADS, {
        kernel,
        explain: true,
        onRow: (row) => rows.push(row),
      });
      return { rows, tally };
    };
    const kernel = loadKernel();
    expect(kernel).not.toBeNull();
    expect(all(kernel)).toEqual(all(null));
  });

  it("counts many, and renders the report in every format", async () => {
    const rows: PostingRow[] = [];
    const run = analyzePostings(taxonomy, ADS, { explain: false, onRow: (row) => rows.push(row) });
    expect(run.withoutMatch).toEqual(["c"]);
    const report = summarise(taxonomy, run.tally, {
      version: VERSION,
      duplicates: 0,
      withoutMatch: run.withoutMatch,
      skipped: run.skipped,
      postings: rows,
    });
    const python = report.groups.find((group) => group.id === "python");
    expect(python).toMatchObject({ postings: 2, levels: { required: 1, preferred: 1, mentioned: 0 } });
    expect(python?.share).toBeCloseTo(2 / 3);
    for (const id of ["table", "json", "ndjson", "csv", "markdown"]) {
      const renderer = await outputFormat(id)!.load();
      expect([...renderer.render(report, DEFAULT_RENDER_OPTIONS)].join("")).toMatch(/\n$/);
    }
  });

  it("counts postings alone, and makes the same rows", () => {
    const rowsOf = (counts: boolean, unique: boolean) => {
      const rows: PostingRow[] = [];
      const onRow = (row: PostingRow) => rows.push(row);
      const run = analyzePostings(taxonomy, [...ADS, ...ADS], { explain: false, counts, unique, onRow });
      return { rows, run };
    };
    for (const unique of [false, true]) {
      const { rows, run } = rowsOf(false, unique);
      const counted = rowsOf(true, unique);
      expect(rows).toEqual(counted.rows);
      expect(run.tally).toEqual(mergeTallies(onlyPostings(1), onlyPostings(counted.run.tally.postings - 1)));
      expect(run).toMatchObject({ withoutMatch: [], fingerprints: [], duplicates: unique ? 3 : 0 });
    }
  });

  it("adds up tallies that were counted apart", () => {
    const tallyOf = (postings: Posting[]) => analyzePostings(taxonomy, postings, { explain: false }).tally;
    expect(mergeTallies(tallyOf(ADS.slice(0, 1)), tallyOf(ADS.slice(1)))).toEqual(tallyOf(ADS));
  });

  it("reads a folder", () => {
    const { files } = discover(["fixtures/postings"], { cwd: ".", include: [], exclude: [] });
    const run = analyzePostings(taxonomy, readPostings(files.slice(0, 3)), { explain: false });
    expect(run.tally.postings).toBe(3);
  });

  it("throws what a person can mend with a code and a hint", async () => {
    const failure = await loadTaxonomy("no/such/file.yaml").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SkilltagError);
    expect(failure).toMatchObject({ code: "missing-file" });
    expect((failure as SkilltagError).hint).not.toBe("");
  });
});
