import { describe, expect, it } from "vitest";
import { sentenceAt } from "../../../src/context/sentences.js";
import { scanned, sentence } from "./taxonomy.js";

/** Splits a block into its sentences. */
function split(text: string): string[] {
  const scan = scanned(text);
  const sentences: string[] = [];
  for (let from = 0; from < scan.length; ) {
    const isAbbreviation = (stop: number) => /\b(?:vs|incl|approx|bzw|Dipl|Ing)$/.test(text.slice(0, stop));
    const block = { start: 0, end: scan.length };
    const span = sentenceAt(scan.folded, scan.bytes, block, from, from, isAbbreviation);
    sentences.push(new TextDecoder().decode(scan.bytes.subarray(span.start, span.end)).trim());
    // What ends a sentence belongs to none.
    from = span.end + 1;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: folded text writes bullets so.
    while (from < scan.length && /[\s.!?*\x01\x02]/.test(String.fromCharCode(scan.folded[from]!))) from++;
  }
  return sentences;
}

describe("a sentence ends", () => {
  it.each([
    ["at a full stop before a capital", "We go on. They stop", ["We go on", "They stop"]],
    ["before a digit", "We go on. 3 teams", ["We go on", "3 teams"]],
    ["before a bracket", "We go on. (They stop)", ["We go on", "(They stop)"]],
    ["at a question", "Who? me", ["Who", "me"]],
    ["at a call", "Go! now", ["Go", "now"]],
    ["at a bullet", "One • two • three", ["One", "two", "three"]],
    ["at a star between spaces", "One * two", ["One", "two"]],
    ["at three spaces", "One   two", ["One", "two"]],
    [
      "where two are glued",
      "We run pipelines.Experience with it",
      ["We run pipelines", "Experience with it"],
    ],
    ["behind etc. before a capital", "Kafka etc. Experience", ["Kafka etc", "Experience"]],
    ["behind a name of one letter", "We use R. Java too", ["We use R", "Java too"]],
  ])("%s", (_, text, wanted) => expect(split(text)).toEqual(wanted));

  it.each([
    ["before a small letter", "We go on. and on"],
    ["in a name", "We use Node.js and Vue.js"],
    ["in a number", "We use version 3.5 of it"],
    ["behind an abbreviation", "Kafka vs. Airflow, incl. Java, approx. Three, bzw. Scala, Dipl. Ing. Inf."],
    ["behind single letters with full stops", "Tools, e.g. Kafka, i.e. Java, z.B. Scala"],
    ["behind etc. before a small letter", "Kafka etc. and more"],
    ["before a closing bracket", "Tools (we like them all.) and more"],
    ["at two spaces", "One  two"],
    ["at a star inside a word", "One*two"],
    ["in capitals that are glued", "THE END.Then"],
  ])("and goes on %s", (_, text) => expect(split(text)).toHaveLength(1));
});

describe("a cue", () => {
  it.each([
    ["does not reach over the end", "Ideally Java. Python", ["Java preferred", "Python mentioned"]],
    [
      "nor over one that is glued",
      "Java is a plus.Experience with Python",
      ["Java preferred", "Python required"],
    ],
    ["nor over a bullet", "Ideally Java • Python", ["Java preferred", "Python mentioned"]],
    ["reaches over an abbreviation", "Ideally Java incl. Python", ["Java preferred", "Python preferred"]],
    [
      "reaches over one in another language",
      "Idealerweise Java bzw. Python",
      ["Java preferred", "Python preferred"],
    ],
    [
      "reaches over a name with a full stop",
      "Ideally Node.js, Python",
      ["Node.js preferred", "Python preferred"],
    ],
  ])("%s", (_, text, wanted) =>
    expect(sentence(text).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(wanted),
  );
});
