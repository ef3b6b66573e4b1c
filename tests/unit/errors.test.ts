import { describe, expect, it } from "vitest";
import { ERRORS, formatProblem, problem, problemsError, SkilltagError } from "../../src/errors.js";

const at = (sourceLine: string, column: number) => ({ file: "a.yaml", line: 3, column, sourceLine });
const caretUnder = (text: string) => {
  const [, line = "", caret = ""] = text.split("\n");
  return line[caret.indexOf("^")];
};

describe("a problem as text", () => {
  it("has the place, the line, a caret and the way out", () => {
    expect(formatProblem(problem("bad-value", "it is wrong", at("key: wrong", 6)))).toBe(
      `a.yaml:3:6: error bad-value it is wrong\n    key: wrong\n         ^\n  = ${ERRORS["bad-value"]}`,
    );
  });

  it("needs no place", () => {
    const text = formatProblem(
      problem("usage", "no such flag", null, { hint: "Leave it out.", severity: "warning" }),
    );
    expect(text).toBe("warning usage no such flag\n  = Leave it out.");
  });

  it("keeps the caret under its character behind tabs and in long lines", () => {
    expect(caretUnder(formatProblem(problem("bad-value", "x", at("\t\tkey:\tX", 8))))).toBe("X");
    const long = `${"a".repeat(500)}X${"b".repeat(500)}`;
    const text = formatProblem(problem("bad-value", "x", at(long, 501)));
    expect(caretUnder(text)).toBe("X");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(120);
  });

  it("shows no control characters of the file", () => {
    expect(formatProblem(problem("bad-value", "x", at("a\u001b[31mb", 1)))).not.toContain("\u001b");
  });
});

describe("an error", () => {
  it("is its own only problem, unless it stands for many", () => {
    const one = new SkilltagError("path-missing", "there is no folder x");
    expect(one.problems).toEqual([problem("path-missing", "there is no folder x", null)]);
    const warning = problem("unsorted", "w", null, { severity: "warning" });
    const error = problem("bad-value", "e", at("x", 1));
    const many = problemsError([warning, error]);
    expect(many).toMatchObject({ code: "bad-value", message: "e", place: { line: 3 } });
    expect(many.problems).toEqual([warning, error]);
  });
});
