import { describe, expect, it } from "vitest";
import { type ReportFacts, summarise } from "../../../src/report/index.js";
import { createCounter, wilson } from "../../../src/tally/index.js";
import type { Report } from "../../../src/types.js";
import { analyze, TAXONOMY } from "../context/taxonomy.js";

const FACTS: ReportFacts = {
  version: "9.9.9",
  duplicates: 1,
  withoutMatch: ["c"],
  skipped: [],
  postings: [],
};

/** The report of postings that hold these lines under requirements. */
function reportOf(...texts: readonly string[]): Report {
  const counter = createCounter(TAXONOMY);
  for (const text of texts) counter.add(analyze(`Engineer\n\nRequirements\n${text}\n`));
  return summarise(TAXONOMY, counter.tally(), FACTS);
}

const REPORT = reportOf(
  "- Docker\n- Terraform\n- Java",
  "- Docker is a plus\n- EKS\n- Java\n- Scala",
  "- Podman is a plus\n- Java is a plus\n- Airflow",
  "- No Docker\n- AWS or Azure",
  "- A driving licence",
);
const group = (id: string) => REPORT.groups.find((one) => one.id === id)!;

describe("groups", () => {
  it("stand in the taxonomy's order, all of them", () => {
    expect(REPORT.groups.map((one) => one.id)).toEqual(TAXONOMY.groups.map((one) => one.id));
  });

  it("count postings by the strongest level of what counts for them", () => {
    // EKS counts for Kubernetes, and so for containers.
    expect(group("containers")).toMatchObject({
      postings: 3,
      levels: { required: 2, preferred: 1, mentioned: 0 },
      negated: 1,
    });
    expect(group("aws")).toMatchObject({ postings: 2, negated: 0 });
  });

  it("have levels that sum to their postings", () => {
    for (const { postings, levels } of REPORT.groups)
      expect(levels.required + levels.preferred + levels.mentioned).toBe(postings);
  });

  it("have shares of all postings, with intervals around them", () => {
    for (const { postings, share, interval } of [...REPORT.groups, ...REPORT.combined]) {
      expect(share).toBe(postings / 5);
      expect(interval).toEqual(wilson(postings, 5));
      expect(interval![0]).toBeLessThanOrEqual(share!);
      expect(interval![1]).toBeGreaterThanOrEqual(share!);
    }
  });

  it("list their tools by postings, then name; a tool in each group that it counts for", () => {
    expect(group("containers").tools).toEqual([
      { name: "Docker", postings: 2 },
      { name: "Amazon EKS", postings: 1 },
      { name: "Podman", postings: 1 },
    ]);
    expect(group("aws").tools.map((tool) => tool.name)).toEqual(["AWS", "Amazon EKS"]);
  });
});

describe("outliers", () => {
  it("are the tools of open groups, by postings, then name, with their category and levels", () => {
    expect(REPORT.outliers.map((one) => `${one.name} ${one.category} ${one.postings}`)).toEqual([
      "Java languages 3",
      "Airflow other 1",
      "Scala languages 1",
      "Terraform other 1",
    ]);
    expect(REPORT.outliers[0]).toMatchObject({
      share: 3 / 5,
      levels: { required: 2, preferred: 1, mentioned: 0 },
    });
  });
});

describe("joined rows", () => {
  it("count a posting once, however many of their groups it names", () => {
    expect(REPORT.combined).toMatchObject([{ id: "any-cloud", name: "AWS, Azure or GCP", postings: 2 }]);
  });
});

describe("the rest", () => {
  it("says what was read, by what, and by which taxonomy", () => {
    expect(REPORT).toMatchObject({
      schemaVersion: 1,
      generator: { name: "skilltag", version: "9.9.9" },
      taxonomy: { name: "small", version: "1.0.0", digest: TAXONOMY.digest },
      input: { postings: 5, duplicates: 1, withoutMatch: ["c"], skipped: [] },
    });
  });

  it("of nothing is unknown, not zero", () => {
    const empty = reportOf();
    for (const row of [...empty.groups, ...empty.combined])
      expect(row).toMatchObject({ postings: 0, share: null, interval: null });
    expect(empty.groups[0]!.years).toEqual({ postings: 0, median: null });
    expect(empty.outliers).toEqual([]);
  });

  it("does not depend on the order in which postings were counted", () => {
    const texts = ["- Docker", "- Java\n- AWS", "- Scala is a plus"];
    expect(reportOf(...texts.toReversed())).toEqual(reportOf(...texts));
  });
});
