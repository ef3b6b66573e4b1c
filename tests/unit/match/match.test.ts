import { describe, expect, it } from "vitest";
import { createMatcher } from "../../../src/match/index.js";
import { TRICKY, tinyTaxonomy } from "../../property/taxonomies.js";

const LETTERS = TRICKY.letters;

/** What the matcher finds, as `surface=form`. */
function found(taxonomy: ReturnType<typeof tinyTaxonomy>, text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const { tools } = createMatcher(taxonomy).scan(bytes);
  return Array.from({ length: tools.count }, (_, i) => {
    const [pattern, start, end] = tools.data.subarray(3 * i, 3 * i + 3);
    return `${new TextDecoder().decode(bytes.subarray(start, end))}=${taxonomy.aliases[pattern!]!.text}`;
  });
}

/** One table of cases: the text, then everything that is found in it. */
const CASES: readonly [keyof typeof TRICKY, string, readonly string[]][] = [
  ["symbols", "C, C++ and C#", ["C=C", "C++=C++", "C#=C#"]],
  ["symbols", "C++17, C+++, C##", ["C++=C++"]],
  ["symbols", "C\\+\\+ and C\\#", ["C\\+\\+=C++", "C\\#=C#"]],
  ["symbols", ".NET, ASP.NET Core, ASP.NET", [".NET=.NET", "ASP.NET Core=ASP.NET Core", "ASP.NET=ASP.NET"]],
  ["symbols", "Node.js (node)", ["Node.js=Node.js", "node=Node"]],
  ["symbols", "CI/CD, CI, CD", ["CI/CD=CI/CD", "CI=CI", "CD=CD"]],
  ["letters", "R&D", ["R&D=R&D"]],
  ["letters", "R, (R), R/S3, •R", ["R=R", "R=R", "R=R", "S3=S3", "R=R"]],
  ["letters", "user@r r.e.d. Student:r R'n'B *r", []],
  ["letters", "Go and go, Golang", ["Go=Go", "Golang=golang"]],
  ["letters", "(k8s)", ["k8s=K8s"]],
  ["spaces", "Spring Boot, Spring", ["Spring Boot=Spring Boot", "Spring=Spring"]],
  ["spaces", "scikit\nlearn", ["scikit\nlearn=scikit-learn"]],
  [
    "spaces",
    "scikit\u2011learn, scikit\u00a0learn",
    ["scikit\u2011learn=scikit-learn", "scikit\u00a0learn=scikit-learn"],
  ],
  ["spaces", "scikit\n\nlearn", ["learn=learn"]],
  ["spaces", "scikitlearn", []],
  [
    "spaces",
    "scikit-\nlearn, scikit\n-learn",
    ["scikit-\nlearn=scikit-learn", "scikit\n-learn=scikit-learn"],
  ],
  // The hyphen is the mark of the next item.
  ["spaces", "- scikit\n- learn", ["learn=learn"]],
  ["spaces", "- scikit\n  - learn\n\u2013 scikit \n \u2013 learn", ["learn=learn", "learn=learn"]],
  // A dash between spaces parts what stands on its sides.
  ["spaces", "scikit - learn, scikit \u2013 learn", ["learn=learn", "learn=learn"]],
  ["spaces", "scikit- learn, scikit -learn", ["scikit- learn=scikit-learn", "scikit -learn=scikit-learn"]],
  ["spaces", "Google Cloud PlatformExperience with", ["Google Cloud Platform=Google Cloud Platform"]],
  ["plurals", "LLMs, LLM's, LLM\u2019s, AWS's", ["LLMs=LLM", "LLM's=LLM", "LLM\u2019s=LLM", "AWS's=AWS"]],
  ["plurals", "LLMsx, xLLM, LLMish", []],
  ["plurals", "SASs", []],
  ["plurals", "GPU4 and LLM2024", ["GPU4=GPU", "LLM2024=LLM"]],
  ["plurals", "G\u00adP\u200bU", ["G\u00adP\u200bU=GPU"]],
  ["plurals", "\uff27\uff30\uff35", ["\uff27\uff30\uff35=GPU"]],
  ["plurals", "\u00dcBER stra\u00dfe", ["\u00dcBER=\u00dcber", "stra\u00dfe=Stra\u00dfe"]],
  ["overlaps", "a b c d e", ["a b c d=a b c d"]],
];

describe("the matcher", () => {
  it.each(CASES)("%s: %j", (set, text, wanted) => {
    expect(found(TRICKY[set], text)).toEqual(wanted);
  });

  it("finds nothing with a taxonomy of nothing", () => {
    expect(found(tinyTaxonomy([]), "Python")).toEqual([]);
  });

  it("reads a part of a buffer, where it is told the length", () => {
    const matcher = createMatcher(LETTERS);
    expect(matcher.scan(new TextEncoder().encode("golang golang"), 6).tools.count).toBe(1);
    expect(matcher.scan(new TextEncoder().encode("golang golang"), 5).tools.count).toBe(0);
  });

  it("grows with the text", () => {
    expect(createMatcher(LETTERS).scan(new TextEncoder().encode("golang, ".repeat(50_000))).tools.count).toBe(
      50_000,
    );
  });
});
