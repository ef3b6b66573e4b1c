import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { collect, colorOption, countOr, formatOption, useColor } from "../../../src/cli/options.js";
import { OUTPUT_FORMATS } from "../../../src/output/index.js";
import { fakeIo } from "../../support/io.js";

describe("a count", () => {
  const parse = countOr("all", "none");
  it.each([
    ["0", 0],
    ["20", 20],
    ["007", 7],
    ["all", "all"],
    ["none", "none"],
  ])("%j is %j", (value, wanted) => expect(parse(value)).toBe(wanted));

  it.each(["", "-1", "1.5", "1e3", " 1", "ALL", "many", "9999999999", "٣"])("%j is none", (value) => {
    expect(() => parse(value)).toThrow(InvalidArgumentError);
    expect(() => parse(value)).toThrow('Give a number or "all" or "none".');
  });
});

describe("an option that may be repeated", () => {
  it("gathers, and leaves what was there as it was", () => {
    const before = Object.freeze(["a"]);
    expect(collect("b", before)).toEqual(["a", "b"]);
    expect(collect("a")).toEqual(["a"]);
  });
});

describe("colour", () => {
  it.each([
    ["always", false, true],
    ["always", true, true],
    ["never", true, false],
    ["auto", true, true],
    ["auto", false, false],
  ] as const)("%s, where stdout wants it: %s", (choice, stdoutColor, wanted) =>
    expect(useColor(choice, fakeIo({ stdoutColor }).io)).toBe(wanted),
  );
});

it("the choices of an option are those that there are", () => {
  expect(formatOption().argChoices).toEqual(OUTPUT_FORMATS.map((format) => format.id));
  expect(colorOption().argChoices).toEqual(["auto", "always", "never"]);
  expect([formatOption().defaultValue, colorOption().defaultValue]).toEqual(["table", "auto"]);
});
