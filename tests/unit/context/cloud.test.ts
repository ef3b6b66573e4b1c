import { describe, expect, it } from "vitest";
import { analyze, TAXONOMY } from "./taxonomy.js";

/** `AWS`: primary; `any`: any one is enough; `any AWS`; `-` for neither. */
function cloud(text: string): string {
  const { anyOf, primary } = analyze(`Engineer\n\n${text}\n`).cloud;
  const parts = [anyOf && "any", primary !== null && TAXONOMY.groups[primary]!.name].filter(Boolean);
  return parts.join(" ") || "-";
}

describe("any one of several is enough", () => {
  it.each([
    ["Hello there\n\nExperience with AWS, Azure or GCP", "any"],
    ["Hello there\n\nAWS/Azure", "any"],
    ["Hello there\n\nAmazon S3 or BigQuery", "any"],
    ["Requirements\n- A cloud (AWS, Azure, GCP) and Docker", "any"],
    ["Hello there\n\nAWS, Azure, GCP", "any"],
    ["Hello there\n\nExperience with any cloud (AWS preferred)", "any AWS"],
    ["Hello there\n\nExperience with a cloud, ideally AWS", "any AWS"],
    ["Hello there\n\nWe are cloud agnostic and run on AWS", "any AWS"],
    ["Hello there\n\nExperience with AWS or Azure; we use AWS", "any AWS"],
  ])("%j: %s", (text, wanted) => expect(cloud(text)).toBe(wanted));
});

describe("and is not", () => {
  it.each([
    ["Hello there\n\nExperience with AWS and Azure", "-"],
    ["Hello there\n\nAWS, Azure and GCP", "-"],
    // One of several things that would do, if not of several clouds: not the team's.
    ["Hello there\n\nExperience with AWS or Kafka", "-"],
    ["Hello there\n\nWe don't use AWS, Azure or GCP", "-"],
    ["Hello there\n\nPython", "-"],
    // A short form in brackets names it once more, and weighs nothing.
    ["Hello there\n\nExperience with AWS, Azure and GCP (GCP)", "-"],
    // What is asked for decides, not what is described.
    ["Hello there\n\nExperience with AWS. We use Azure or GCP.", "AWS"],
  ])("%j: %s", (text, wanted) => expect(cloud(text)).toBe(wanted));

  it("but where the text says so without a name", () =>
    expect(cloud("Hello there\n\nWe are cloud agnostic. Experience with Python.")).toBe("any"));
});

describe("another one will do", () => {
  it.each([
    ["Requirements\n- AWS or another cloud", "any AWS"],
    ["Requirements\n- Amazon S3 (or another cloud)", "any AWS"],
    ["Requirements\n- Azure or similar", "any Azure"],
    ["Requirements\n- AWS (or equivalent)", "any AWS"],
    // Behind one service: another store, not another cloud. Behind something else: another tool.
    ["Requirements\n- Amazon S3 or similar", "AWS"],
    ["Requirements\n- AWS\n- Snowflake or another cloud warehouse", "AWS"],
    ["Requirements\n- Azure\n\nAbout us\nWe host on AWS or similar", "-"],
  ])("%j: %s", (text, wanted) => expect(cloud(text)).toBe(wanted));
});

describe("one that is demanded by itself", () => {
  it.each([
    ["Requirements\n- GCP is a must; AWS or Azure are a plus", "GCP"],
    ["Requirements\n- AWS, Azure or GCP. Amazon S3 is a must", "any"],
    ["Requirements\n- AWS or Azure is a must", "any"],
    ["Requirements\n- AWS is a must\n- Azure is a must\n- AWS, Azure or GCP", "any"],
  ])("%j: %s", (text, wanted) => expect(cloud(text)).toBe(wanted));
});

describe("the team's own", () => {
  it.each([
    ["the only one", "Requirements\n- Amazon S3", "AWS"],
    ["only nice to have", "Hello there\n\nAWS is a plus", "AWS"],
    ["what others do not outweigh", "Our stack\nAWS, EKS and Amazon S3\n\nNice to have\n- BigQuery", "AWS"],
    ["two of equal weight", "Our stack\nAWS and Azure", "-"],
    [
      "one in use where any will do",
      "Our stack\nAWS\n\nRequirements\n- A cloud (AWS, Azure or GCP)",
      "any AWS",
    ],
    [
      "one service where any will do",
      "Our stack\nAmazon S3\n\nRequirements\n- A cloud (AWS, Azure or GCP)",
      "any",
    ],
    [
      "two services where any will do",
      "Our stack\nEKS and Amazon S3\n\nRequirements\n- A cloud (AWS, Azure or GCP)",
      "any AWS",
    ],
    [
      "a name among the wishes where any will do",
      "Requirements\n- A cloud (AWS, Azure or GCP)\n- Certified for AWS",
      "any",
    ],
    ["a negated one beside it", "Hello there\n\nWe use AWS. We don't use Azure.", "AWS"],
  ])("%s", (_, text, wanted) => expect(cloud(text)).toBe(wanted));
});
