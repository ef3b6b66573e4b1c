import { describe, expect, it } from "vitest";
import { analyze, TAXONOMY } from "./taxonomy.js";

/** The sets of which one is enough, in a sentence under no heading. */
const alternatives = (text: string) =>
  analyze(`Engineer\n\nHello there\n\n${text}\n`).alternatives.map((set) =>
    set.tools.map((tool) => TAXONOMY.tools[tool]!.name),
  );

describe("one is enough", () => {
  it.each([
    ["Python or Java", ["Python", "Java"]],
    ["Python, Java or Scala", ["Python", "Java", "Scala"]],
    ["Python, Java, or Scala", ["Python", "Java", "Scala"]],
    ["Python and/or Java", ["Python", "Java"]],
    ["Python; or Java", ["Python", "Java"]],
    ["Go or R or Python", ["Go", "R", "Python"]],
    ["One of Python, Java, Scala", ["Python", "Java", "Scala"]],
    ["at least one of: Python, Java", ["Python", "Java"]],
    ["one of (Python, Java)", ["Python", "Java"]],
    ["Python, Java or similar", ["Python", "Java"]],
    ["React/Angular", ["React", "Angular"]],
    ["Python (Java or Scala are a plus)", ["Java", "Scala"]],
    ["Python (or Java)", ["Python", "Java"]],
    ["AWS/Azure/GCP", ["AWS", "Azure", "GCP"]],
    ["Amazon S3/BigQuery", ["Amazon S3", "BigQuery"]],
    ["Idealerweise Python oder Java", ["Python", "Java"]],
    ["Idéalement Python ou Java", ["Python", "Java"]],
  ])("%s", (text, wanted) => expect(alternatives(text)).toEqual([wanted]));

  it("several sets of one sentence stand apart", () => {
    expect(alternatives("Python or Java, and we use Docker or Podman")).toEqual([
      ["Python", "Java"],
      ["Docker", "Podman"],
    ]);
  });
});

describe("all are meant", () => {
  it.each([
    "Python and Java",
    "Python, Java, Scala",
    "Python / Docker / AWS",
    "Python or similar",
    "Python or k8s.org",
    "Python, k8s/Kubernetes",
    "Python or no Java",
    "Python, Java. Or write to us",
    "Python of Java",
  ])("%s", (text) => expect(alternatives(text)).toEqual([]));

  it("of what is not used there is no choice", () =>
    expect(alternatives("We don't use AWS, Azure or GCP")).toEqual([]));
});
