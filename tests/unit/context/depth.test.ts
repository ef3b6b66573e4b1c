import { describe, expect, test } from "vitest";
import { createJudge } from "../../../src/context/index.js";
import { createMatcher } from "../../../src/match/index.js";
import { compile } from "../../../src/taxonomy/compile.js";
import { cueEntries, toolEntry } from "../../../src/taxonomy/entries.js";
import type { CueData } from "../../../src/taxonomy/schema.js";
import type { ToolFinding } from "../../../src/types.js";

const TOOLS = ["Python", "Kubernetes", "Terraform", "Kafka", "Rust"];
const ENGLISH: CueData = {
  language: "en",
  sections: { requirements: ["requirements"], preferred: ["nice to have"], about: ["about us"] },
  levels: {
    required: {
      after: ["at least", "ability to", "years of", "years of experience with", "experience as"],
      both: ["experience with", "strong", "proficient in", "familiarity with", "expert knowledge of"],
    },
    preferred: { after: ["ideally"], before: ["is a plus"] },
  },
  affirmation: ["not be an expert"],
  depth: {
    exposure: { after: ["familiarity with", "basic"], before: ["at a basic level"] },
    working: {
      after: ["experience with", "knowledge of", "years of experience with"],
      before: ["experience", "skills"],
    },
    strong: { after: ["strong", "proficient in", "hands-on"] },
    expert: { after: ["expert", "expert knowledge of", "expertise"], before: ["expertise", "expert"] },
  },
  years: ["years", "yrs", "yoe", "years of", "years of experience with"],
  alternatives: { or: ["or"] },
  numbers: { two: 2, three: 3, five: 5 },
  joiners: ["and", "or"],
  breakers: ["but"],
};
const FOREIGN: CueData[] = [
  {
    language: "de",
    levels: { required: { after: ["jahre erfahrung mit", "mindestens"] } },
    depth: { working: { after: ["jahre erfahrung mit"] }, strong: { after: ["mehrjährige erfahrung mit"] } },
    years: ["jahre", "jahre erfahrung mit", "jährige"],
    numbers: { drei: 3, fünf: 5 },
  },
  {
    language: "fr",
    levels: { required: { after: ["ans d'expérience en", "minimum de"] } },
    depth: { working: { after: ["ans d'expérience en"] } },
    years: ["ans", "ans d'expérience en"],
    numbers: { quatre: 4 },
  },
];

const taxonomy = compile(
  {
    name: "test",
    version: "1.0.0",
    at: null,
    groups: [{ id: "tools", name: "Tools", open: false, at: null }],
    combined: [],
    tools: TOOLS.map((name) =>
      toolEntry({ name }, { group: "tools", category: null, evidence: [] }, () => null, "test.yaml:1"),
    ),
    cues: [ENGLISH, ...FOREIGN].flatMap(cueEntries),
  },
  () => "sha256:00",
);
const matcher = createMatcher(taxonomy);
const judge = createJudge(taxonomy);

function findings(text: string): readonly ToolFinding[] {
  return judge.judge("ad", "Engineer", matcher.scan(new TextEncoder().encode(text))).tools;
}

/** `Python strong 5, Kafka - -`: each tool with its depth and years, under a heading of requirements. */
function known(line: string, heading = "Requirements"): string {
  return findings(`Engineer\n\n${heading}\n- ${line}\n`)
    .map(({ tool, depth, years }) => `${taxonomy.tools[tool]!.name} ${depth ?? "-"} ${years ?? "-"}`)
    .join(", ");
}

describe("depth", () => {
  test.each([
    ["Python", "Python - -"],
    ["Familiarity with Terraform", "Terraform exposure -"],
    ["Experience with Python and Kafka", "Python working -, Kafka working -"],
    ["Strong Python and basic Rust", "Python strong -, Rust exposure -"],
    ["Hands-on Kubernetes; Terraform", "Kubernetes strong -, Terraform - -"],
    ["Expert knowledge of Kafka", "Kafka expert -"],
    ["Kafka expertise", "Kafka expert -"],
  ])("of the nearest cue that governs: %s", (line, expected) => expect(known(line)).toBe(expected));

  test.each([
    ["Basic Python skills", "Python exposure -"],
    ["Experience with Python at a basic level", "Python exposure -"],
    ["Strong experience with Kafka", "Kafka strong -"],
    ["Strong data platform experience with Kafka", "Kafka strong -"],
  ])("plain experience says less than any other word: %s", (line, expected) =>
    expect(known(line)).toBe(expected),
  );

  test.each([
    ["Python (strong), Rust (basic), Kafka", "Python strong -, Rust exposure -, Kafka - -"],
    ["Python: expert", "Python expert -"],
    ["Kubernetes - basic", "Kubernetes exposure -"],
    ["Experience with an orchestrator – Kubernetes", "Kubernetes working -"],
  ])("behind brackets, colons and dashes: %s", (line, expected) => expect(known(line)).toBe(expected));

  test.each([
    ["Strong communication skills, Python", "Python - -"],
    ["Strong people skills and Python", "Python - -"],
    ["Python and people skills", "Python - -"],
    ["Strong Python, and ability to learn Kafka", "Python strong -, Kafka - -"],
    ["Strong Python, Rust is a plus", "Python strong -, Rust - -"],
    ["You need not be an expert in Kafka", "Kafka - -"],
  ])("not of a word that speaks of something else: %s", (line, expected) =>
    expect(known(line)).toBe(expected),
  );

  test("of the line that leads a list", () => {
    const [python, kafka] = findings("Engineer\n\nRequirements\nProficient in:\n- Python\n- Basic Kafka\n");
    expect([python?.depth, kafka?.depth]).toEqual(["strong", "exposure"]);
  });

  test("only where the tool is asked for", () => {
    expect(known("Everybody in the company writes strong Python", "About us")).toBe("Python - -");
    expect(known("Strong Python", "Nice to have")).toBe("Python strong -");
  });
});

describe("years", () => {
  test.each([
    ["5+ years of Python", "Python - 5"],
    ["5+ years of experience with Python and Kafka", "Python working 5, Kafka working 5"],
    ["3-5 years of Python", "Python - 3"],
    ["3 – 5 yrs Python", "Python - 3"],
    ["3 to 5 years of Python", "Python - 3"],
    ["five (5) or more years of Python", "Python - 5"],
    ["at least two years of Kubernetes", "Kubernetes - 2"],
    ["4+ yoe with Rust", "Rust - 4"],
    ["1.5 years of Rust", "Rust - 1"],
    ["10+ years in software, 3 with Kubernetes", "Kubernetes - 3"],
    ["5+ years Python, 3+ years Rust", "Python - 5, Rust - 3"],
    ["5+ years of hands-on platform experience with Kafka", "Kafka strong 5"],
  ])("before a unit: %s", (line, expected) => expect(known(line)).toBe(expected));

  test.each([
    ["Kafka – 6+ Yrs of Exp", "Kafka - 6"],
    ["Python 5+ years, Rust 3+ years", "Python - 5, Rust - 3"],
    ["Python (5+ years), Rust", "Python - 5, Rust - -"],
    ["Terraform: at least three years", "Terraform - 3"],
    ["Terraform or Kafka: at least three years", "Terraform - 3, Kafka - 3"],
    ["Kafka, Terraform: at least three years", "Kafka - -, Terraform - 3"],
  ])("behind the item that they are said of: %s", (line, expected) => expect(known(line)).toBe(expected));

  test.each([
    ["Founded 10 years ago, we need Python", "Python - -"],
    ["8+ years as an engineer, proficient in Python", "Python strong -"],
    ["8+ years in software and experience with Python", "Python working -"],
    ["5+ years of platform experience with strong Python", "Python strong -"],
    ["7 years in the field; Python", "Python - -"],
    ["Python 3, and years of Kafka", "Python - -, Kafka - -"],
    ["2019 years of Python", "Python - -"],
  ])("not of something else: %s", (line, expected) => expect(known(line)).toBe(expected));

  test.each([
    ["Mindestens drei Jahre Erfahrung mit Kafka", "Kafka working 3"],
    ["Mehrjährige Erfahrung mit Python", "Python strong -"],
    ["5 Jahre Erfahrung mit Kafka", "Kafka working 5"],
    ["Minimum de quatre ans d'expérience en Python", "Python working 4"],
    ["10 ans d’expérience en Python", "Python working 10"],
  ])("in other languages: %s", (line, expected) => expect(known(line)).toBe(expected));
});

test("as many adjectives as there are in a text", () => {
  expect(known(`${"basic ".repeat(20_000)}strong Python`)).toBe("Python exposure -");
});

test("a tool has the strongest depth and the most years of its mentions", () => {
  const text =
    "Engineer\n\nRequirements\n- Basic Python\n- 3 years of Python\n- Strong Python\n- 2 years Python\n";
  expect(findings(text)).toMatchObject([{ depth: "strong", years: 3 }]);
});
