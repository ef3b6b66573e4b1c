import { describe, expect, it } from "vitest";
import { phraseCount, phrasesOf } from "../../../src/taxonomy/choices.js";
import { cueEntries } from "../../../src/taxonomy/entries.js";

describe("the phrases that a text stands for", () => {
  it.each([
    ["must have", ["must have"]],
    [
      "(the|an) ideal (person|hire)",
      ["the ideal person", "the ideal hire", "an ideal person", "an ideal hire"],
    ],
    ["nice (to have|-to-haves)", ["nice to have", "nice -to-haves"]],
    ["(very|) good with", ["very good with", "good with"]],
    ["highly (very|) skilled", ["highly very skilled", "highly skilled"]],
    ["confirmé(e) en", ["confirmé(e) en"]],
    ["either | or", ["either | or"]],
    ["(a|b", ["(a|b"]],
  ])("%s", (text, phrases) => {
    expect(phrasesOf(text)).toEqual(phrases);
    expect(phraseCount(text)).toBe(phrases.length);
  });

  it("are cues, each for itself", () => {
    const cues = cueEntries({ language: "en", breakers: ["(but|yet) not", "however"] });
    expect(cues.map(({ text }) => text)).toEqual(["but not", "yet not", "however"]);
  });
});
