import { describe, expect, it } from "vitest";
import { judged } from "./taxonomy.js";

const ad = (text: string) => judged(`Engineer\n\n${text}\n`);
const REJECTED = "Snowflake reject.employer";

describe("the employer's own name", () => {
  it.each([
    ["where the ad says about whom it is", "About Snowflake\n\nSnowflake is big.", [REJECTED, REJECTED]],
    ["where it speaks of itself", "At Snowflake, we build.", [REJECTED]],
    ["where it asks", "Why Snowflake?\n\nSnowflake", [REJECTED, REJECTED]],
    [
      "where it looks for people",
      "Snowflake is hiring. We use Kafka.",
      [REJECTED, 'Kafka mentioned level.clause.mentioned "We use"'],
    ],
    [
      "as a subject",
      "Snowflake is a leading company with Java.",
      [REJECTED, "Java mentioned level.none.mentioned"],
    ],
  ])("is told %s", (_, text, wanted) => expect(ad(text)).toEqual(wanted));

  it.each([
    ["inside a sentence", "We look at Snowflake, we like it."],
    ["before a list", "At Snowflake, Kafka and others."],
    ["behind a word for something else", "Learn all about Snowflake"],
    ["with more behind it", "At Snowflake scale we work well."],
  ])("is not told %s", (_, text) => expect(ad(text)[0]).toBe("Snowflake mentioned level.none.mentioned"));

  it("counts where it is asked for, and only there", () => {
    expect(
      ad("At Snowflake, we build.\n\nRequirements\n- Experience with Snowflake\n- Python for Snowflake"),
    ).toEqual([
      REJECTED,
      'Snowflake required level.section.required "Requirements"',
      'Python required level.section.required "Requirements"',
      REJECTED,
    ]);
  });
});

describe("names of companies", () => {
  it.each([
    [
      "behind the words that announce them",
      "We are backed by Snowflake and AWS.",
      ['Snowflake reject.company "backed by"', 'AWS reject.company "backed by"'],
    ],
    [
      "to the end of their list",
      "Our customers such as Snowflake, Java and AWS trust us, and we use Kafka.",
      [
        'Snowflake reject.company "customers such as"',
        'Java reject.company "customers such as"',
        'AWS reject.company "customers such as"',
        'Kafka mentioned level.clause.mentioned "we use"',
      ],
    ],
    [
      "before the words that say so",
      "We have Snowflake and AWS as customers.",
      ['Snowflake reject.company "as customers"', 'AWS reject.company "as customers"'],
    ],
    [
      "to the end of the clause",
      "Customers such as Java; we use AWS",
      ['Java reject.company "Customers such as"', 'AWS mentioned level.clause.mentioned "we use"'],
    ],
  ])("do not count %s", (_, text, wanted) => expect(ad(text)).toEqual(wanted));

  it.each([
    [
      "under requirements",
      "Requirements\n- Customers such as AWS",
      'AWS required level.section.required "Requirements"',
    ],
    ["of a technology's clients", "Kafka clients such as Java", "Java mentioned level.none.mentioned"],
    [
      "far behind the words",
      "We are backed by many large and famous investors, Java",
      "Java mentioned level.none.mentioned",
    ],
  ])("count %s", (_, text, wanted) => expect(ad(text).at(-1)).toBe(wanted));
});
