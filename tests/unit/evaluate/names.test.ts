import { describe, expect, it } from "vitest";
import { createNames } from "../../../src/evaluate/index.js";
import { fold, touches } from "../../../src/evaluate/names.js";

const names = createNames({
  concepts: ["slow cook*", "sous?vide*", "umami"],
  either: ["brine", "x?ray"],
  vendors: ["Acme", "Acme Pro", "the"],
});

describe("fold", () => {
  it("takes case and runs of white space away", () => {
    expect(fold(" Cast\n\t IRON ")).toBe("cast iron");
  });
});

describe("patterns", () => {
  it.each([
    ["slow cooking", true],
    ["slow cook", true],
    ["very slow cooking", false],
    ["sous-vide", true],
    ["sous vide bath", true],
    ["sousvide", false],
    ["umami", true],
    ["umami paste", false],
  ])("concept %s: %s", (text, expected) => {
    expect(names.isConcept(text)).toBe(expected);
  });

  it("knows what is neither wanted nor wrong by the whole text", () => {
    expect(["brine", "x-ray", "brine bath", "a brine"].map(names.isEither)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("takes signs of an expression as they are", () => {
    const plain = createNames({ concepts: ["c++ (old)", "a.b*"], either: [], vendors: [] });
    expect(["c++ (old)", "a.b", "axb", "c"].map(plain.isConcept)).toEqual([true, true, false, false]);
  });

  it("fits nothing where there is none", () => {
    const none = createNames({ concepts: [], either: [], vendors: [] });
    expect([none.isConcept(""), none.isEither("brine")]).toEqual([false, false]);
  });
});

describe("touches", () => {
  it.each([
    ["pan", "pan", true],
    ["pan", "cast iron pan", true],
    ["pan", "pancake", false],
    ["an", "pan an egg", true],
    ["c", "c++", false],
    ["c", "c#", false],
    ["c", "c/c++", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect([touches(a, b), touches(b, a)]).toEqual([expected, expected]);
  });
});

describe("same", () => {
  it.each([
    ["acme oven", "oven", true],
    ["acme pro oven", "oven", true],
    ["the acme oven", "oven", false],
    ["ovens", "oven", true],
    ["glass", "glas", false],
    ["gas", "ga", false],
    ["stand-mixer", "stand mixer", true],
    ["stand_mixer", "stand/mixer", true],
    ["pressure cooker", "pressure cooker 3", true],
    ["pressure cooker", "pressure cooker with a glass lid", false],
    ["pan", "pot", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect([names.same(a, b), names.same(b, a)]).toEqual([expected, expected]);
  });
});
