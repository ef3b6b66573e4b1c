import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/context/facts.js";
import { Block, findBlocks } from "../../../src/context/layout.js";
import { Page } from "../../../src/context/page.js";
import { Pool } from "../../../src/context/pool.js";
import { placed, scanned } from "./taxonomy.js";

/** The blocks of a text. */
function blocksOf(text: string): Pool<Block> {
  const { bytes, folded, length, lines } = scanned(text);
  // Blocks are found by the text alone.
  const page = new Page({} as Facts);
  page.bytes = bytes;
  page.folded = folded;
  page.length = length;
  page.lineCount = lines.count;
  page.lines = lines.offsets;
  const blocks = new Pool<Block>(() => new Block());
  findBlocks(page, blocks);
  return blocks;
}

/** Each block on a line of its own: `*` a list item, `#` marked as a heading, `_` behind a blank line, then its text. */
function blocks(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const { items, count } = blocksOf(text);
  return items.slice(0, count).map((block) => {
    const marks = [block.bullet && "*", block.marked && "#", block.afterBlank && "_"].filter(Boolean);
    return `${marks.join("")}${new TextDecoder().decode(bytes.subarray(block.text, block.end))}`;
  });
}

describe("blocks", () => {
  it.each([
    ["plain lines", "One\nTwo\n\nThree\n", ["_One", "Two", "_Three"]],
    ["CRLF", "One\r\n\r\nTwo\r\n", ["_One", "_Two"]],
    ["no text", " \n\t\n", []],
    ["white space around", "  One  \n", ["_One"]],
  ])("%s", (_, text, wanted) => expect(blocks(text)).toEqual(wanted));

  it.each(["•", "-", "*", "+", ">", "o", "–", "·", "▪", "‣", "1.", "12)", "a)", "\\-", "- •", "◦"])(
    "takes %j for a bullet",
    (bullet) => expect(blocks(`Title\n${bullet} Kafka`)).toEqual(["_Title", "*Kafka"]),
  );

  it.each(["-Kafka", "2024. Kafka", "1.5 Kafka", "of Kafka", "(Kafka", "*Kafka*"])(
    "takes %j for none",
    (line) => expect(blocks(`Title\n${line}`)[1]).not.toMatch(/^\*(?!K)/),
  );

  it.each(["•", "-", "- ", "* ", "▪", "·"])("joins %j on a line of its own with its item", (bullet) =>
    expect(blocks(`Title\n${bullet}\nKafka\n${bullet}\nJava`)).toEqual(["_Title", "*Kafka", "*Java"]),
  );

  it.each([
    ["# Kafka", "#Kafka"],
    ["### Kafka", "#Kafka"],
    ["**Kafka team**", "#Kafka team**"],
    ["**Kafka team:**", "#Kafka team:**"],
    ["__Kafka team__", "#Kafka team__"],
    ["- **Kafka team**", "*#Kafka team**"],
    ["**Kafka** and more", "Kafka** and more"],
    ["**Kafka** or **Java**", "Kafka** or **Java**"],
  ])("heading marks: %s", (line, wanted) => expect(blocks(`Title\n${line}`)[1]).toBe(wanted));

  it("knows the columns that an item is set in", () => {
    expect(blocksOf("Title\n- a\n    - b\n").items.map((block) => block.indent)).toEqual([0, 0, 4]);
  });
});

describe("hard-wrapped text", () => {
  const WRAPPED = [
    "Data Engineer",
    "",
    "We look after the pipelines of a big shop, and",
    "we would like to do so together with somebody",
    "who knows them well.",
    "- Experience with the tools that we have, Kafka",
    "  first of all",
    "- Java",
    "Write to us today.",
  ];

  it("is put together, lists and short lines are not", () => {
    expect(blocks(WRAPPED.join("\n"))).toEqual([
      "_Data Engineer",
      "_We look after the pipelines of a big shop, and\nwe would like to do so together with somebody\nwho knows them well.",
      "*Experience with the tools that we have, Kafka\n  first of all",
      "*Java",
      "Write to us today.",
    ]);
  });

  it("is told by its width: where lines are long, all are paragraphs, but for what hangs below its item", () => {
    const written = WRAPPED.filter((line) => line !== "" && !line.startsWith(" "));
    const long = "X ".repeat(60);
    const text = [...WRAPPED, long, long].map((line) => line.replace(/^[a-z]/, (c) => c.toUpperCase()));
    expect(blocks(text.join("\n"))).toHaveLength(written.length + 2);
    expect(blocks("- Kafka and\n  Java\n- Python")).toHaveLength(2);
  });

  it.each([
    ["a link", `https://jobs.example/${"x".repeat(120)}`],
    ["a row of a table", "Monday Tuesday ".repeat(12)],
    ["a heading with wide signs", "⭐ WE LOOK AFTER THE DATA OF A WHOLE SHOP ⭐ ⭐"],
  ])("stays so in spite of %s", (_, line) =>
    expect(blocks([...WRAPPED, line].join("\n"))).toContain(blocks(WRAPPED.join("\n"))[1]),
  );

  it("is measured in characters, without list mark and indent", () => {
    const text = [
      "Data Engineer",
      "",
      "Für unsere Kunden – große und kleine – bauen",
      "wir Lösungen, die’s so noch nicht gibt; für",
      "die Größten auch mehr.",
      "    - Erfahrung mit Werkzeugen, die Daten von A",
      "nach B bringen",
      "    - Java",
    ];
    expect(blocks(text.join("\n"))).toEqual([
      "_Data Engineer",
      text.slice(2, 5).join("\n").replace(/^/, "_"),
      `*${text.slice(5, 7).join("\n").trim().slice(2)}`,
      "*Java",
    ]);
  });

  it("leaves items without marks apart, though one be as wide as the text", () => {
    const items = ["Python", "Kafka Streams", "Distributed systems, of whatever kind it may be", "Java"];
    expect(blocks([...WRAPPED, "", ...items].join("\n")).slice(-4)).toEqual(["_Python", ...items.slice(1)]);
  });

  it("is not told by a handful of lines", () => {
    const text = [
      "We look after the pipelines of a big shop, and",
      "Kafka, which somebody has to know",
      "Java",
    ];
    expect(blocks(text.join("\n"))).toHaveLength(3);
  });

  it.each([
    ["a sentence that breaks off", "Experience with the tools that move our data, Kafka and\nairflow", 1],
    ["a bracket that is still open", "One of our languages (Java,\nPython)", 1],
    ["no sentence that ended", "Experience with the tools that move all of our data.\nkafka", 2],
    ["no short item", "python\nkafka", 2],
    ["no line in capitals", "Experience with the tools that move all of our data\nKafka", 2],
    ["no bracket that opens in the next line", "One of our languages (or two\nJava (or Python)", 2],
  ])("without a width, joins %s", (_, text, count) => expect(blocks(text)).toHaveLength(count));

  it("does not run over a blank line or into a heading", () => {
    const heading = [...WRAPPED.slice(0, 4), "# Who knows them", ...WRAPPED.slice(5)];
    expect(blocks(heading.join("\n"))).toContain("#Who knows them");
    const parted = [...WRAPPED.slice(0, 4), "", ...WRAPPED.slice(4)];
    expect(blocks(parted.join("\n"))).toContain("_who knows them well.");
  });
});

it("an item's section does not depend on its bullet", () => {
  const ad = (bullet: string) => `Engineer\n\nRequirements\n${bullet} Python\n${bullet} Kafka\n`;
  for (const bullet of ["-", "•", "*", "1.", "o", "✔"])
    expect(placed(ad(bullet)), bullet).toEqual(["Python@requirements", "Kafka@requirements"]);
});
