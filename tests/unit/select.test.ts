import { describe, expect, it } from "vitest";
import { SkilltagError } from "../../src/errors.js";
import { summarise } from "../../src/report/index.js";
import { factsOf, select, selectReport, selectRow } from "../../src/select.js";
import { createCounter } from "../../src/tally/index.js";
import type { PostingRow } from "../../src/types.js";
import { TAXONOMY } from "./context/taxonomy.js";

/** The names of what is left. */
function names(groups: readonly string[], tools: readonly string[]) {
  const selection = select(TAXONOMY, groups, tools)!;
  return {
    tools: [...selection.tools].map((index) => TAXONOMY.tools[index]!.name).sort(),
    groups: [...selection.groups].map((index) => TAXONOMY.groups[index]!.id),
  };
}

/** The hint of the error that an unknown name gives. */
function hint(groups: readonly string[], tools: readonly string[]): string {
  try {
    select(TAXONOMY, groups, tools);
  } catch (error) {
    expect(error).toBeInstanceOf(SkilltagError);
    expect(error).toMatchObject({ code: "usage" });
    return (error as SkilltagError).hint ?? "";
  }
  throw new Error("it was found");
}

describe("select", () => {
  it("leaves everything where nothing is asked for", () => expect(select(TAXONOMY, [], [])).toBeNull());

  it.each(["azure", "Azure", "AZURE"])("takes a group by id or name: %s", (id) =>
    expect(names([id], [])).toEqual({ tools: ["Azure", "Azure DevOps"], groups: ["azure"] }),
  );

  it("takes all tools that count for a group", () => {
    expect(names(["containers"], []).tools).toEqual(["Amazon EKS", "Docker", "Kubernetes", "Podman"]);
  });

  it.each(["Kubernetes", "kubernetes", "K8S"])("takes a tool by its name or a written form: %s", (name) =>
    expect(names([], [name])).toEqual({ tools: ["Kubernetes"], groups: ["containers"] }),
  );

  it("shows all groups that a tool counts for", () => {
    expect(names([], ["eks"])).toEqual({ tools: ["Amazon EKS"], groups: ["aws", "containers"] });
  });

  it("adds groups and tools up", () => {
    expect(names(["gcp"], ["Docker", "docker"])).toEqual({
      tools: ["BigQuery", "Docker", "GCP"],
      groups: ["gcp", "containers"],
    });
  });

  it.each([
    [["azur"], [], "Did you mean azure?"],
    [["gpc"], [], "Did you mean gcp?"],
    [["clouds of all kinds"], [], "The groups are containers, aws, azure, gcp, outliers."],
    [[], ["Kubernets"], "Did you mean Kubernetes?"],
    [[], ["Teraform"], "Did you mean Terraform?"],
    [[], ["something else altogether"], "Ask `skilltag taxonomy list` what the taxonomy knows."],
  ])("has near names for an unknown one: %j %j", (groups, tools, wanted) =>
    expect(hint(groups, tools)).toBe(wanted),
  );
});

describe("what is selected of results", () => {
  const selection = select(TAXONOMY, ["aws", "azure"], [])!;

  it("a row: its groups", () => {
    const groups = { containers: "absent", aws: "required", azure: "absent", gcp: "absent" } as const;
    const row: PostingRow = {
      ...{ id: "a", title: "A", groups, cloud: { anyOf: false, primary: null }, alternatives: [], tools: [] },
    };
    expect(selectRow(row, TAXONOMY, selection).groups).toEqual({ aws: "required", azure: "absent" });
  });

  it("a report: its groups, and joined rows that have all of theirs", () => {
    const facts = { version: "1", duplicates: 0, withoutMatch: [], skipped: [], postings: [] };
    const report = summarise(TAXONOMY, createCounter(TAXONOMY).tally(), facts);
    const some = selectReport(report, TAXONOMY, selection);
    expect(some.groups.map((group) => group.id)).toEqual(["aws", "azure"]);
    expect(some.combined).toEqual([]);
    const clouds = select(TAXONOMY, ["aws", "azure", "gcp"], [])!;
    expect(selectReport(report, TAXONOMY, clouds).combined.map((row) => row.id)).toEqual(["any-cloud"]);
  });

  it("facts: groups in the taxonomy's order, tools with all that they count for", () => {
    const facts = factsOf(TAXONOMY, selection, TAXONOMY.tools);
    expect(facts.groups.map((group) => group.id)).toEqual(["aws", "azure"]);
    expect(facts.tools.get("Amazon EKS")).toEqual({ category: null, groups: ["aws", "containers"] });
    expect(facts.tools.get("Java")).toEqual({ category: "languages", groups: ["outliers"] });
    expect(factsOf(TAXONOMY, null, []).groups).toEqual(TAXONOMY.groups);
  });
});
