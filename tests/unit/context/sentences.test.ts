import { describe, expect, it } from "vitest";
import { CueInfo, ROLE_ABBREVIATION } from "../../../src/context/cue.js";
import type { Facts } from "../../../src/context/facts.js";
import { Page } from "../../../src/context/page.js";
import { sentenceAt, sentenceFound } from "../../../src/context/sentences.js";
import { scanned, sentence } from "./taxonomy.js";

const abbreviation = new CueInfo();
abbreviation.roles = ROLE_ABBREVIATION;

/** A text whose only cues are abbreviations. */
function pageOf(text: string): Page {
  const { bytes, folded, length } = scanned(text);
  const page = new Page({} as Facts);
  page.bytes = bytes;
  page.folded = folded;
  page.length = length;
  const cues = [...text.matchAll(/\b(?:vs|incl|approx|bzw|Dipl|Ing)\b/g)];
  page.cues.count = cues.length;
  page.cues.data = Int32Array.from(cues.flatMap((cue) => [0, cue.index, cue.index + cue[0].length]));
  for (const _ of cues) page.infos.push(abbreviation);
  return page;
}

/** Splits a block into its sentences. */
function split(text: string): string[] {
  const page = pageOf(text);
  const sentences: string[] = [];
  for (let from = 0; from < page.length; ) {
    sentenceAt(page, page.length, from, from);
    const { start, end } = sentenceFound;
    sentences.push(new TextDecoder().decode(page.bytes.subarray(start, end)).trim());
    // What ends a sentence belongs to none.
    from = end + 1;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: folded text writes bullets so.
    while (from < page.length && /[\s.!?*\x01\x02]/.test(String.fromCharCode(page.folded[from]!))) from++;
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
