import { describe, expect, it } from "vitest";
import { judged } from "./taxonomy.js";

/** Lines under one heading. */
const under = (heading: string, ...lines: string[]) =>
  judged(`Engineer\n\n${heading}\n${lines.join("\n")}\n`);

describe("under requirements", () => {
  it.each([
    ["- Scala", 'Scala required level.section.required "Requirements"'],
    ["- You will use Scala", 'Scala required level.section.required "Requirements"'],
    ["- Scala is a plus", 'Scala preferred level.clause.preferred "is a plus"'],
    ["- No Scala", 'Scala negated level.clause.negated "No"'],
    ["- Scala is not required", 'Scala negated level.clause.denied "is not required"'],
    ["- Scala is required", 'Scala required level.clause.demanded "is required"'],
    ["- Scala, but it is not required", 'Scala mentioned level.later.denied "is not required"'],
  ])("%s", (line, wanted) => expect(under("Requirements", line)).toEqual([wanted]));
});

describe("what the employer uses, in a sentence behind another", () => {
  it.each([
    ["- Scala every day. Our stack is Kafka", 'Kafka mentioned level.clause.mentioned "Our stack is"'],
    [
      "- Scala every day. Some of the tools in our stack include Kafka",
      'Kafka mentioned level.clause.mentioned "tools in our stack include"',
    ],
    // Few words, and not at the beginning: the sentence may ask for it.
    [
      "- Scala every day. You know what we use Kafka for",
      'Kafka required level.section.required "Requirements"',
    ],
    // A sentence of its own, and nothing before it that asks: under requirements it is one.
    [
      "- Some of the tools in our stack include Kafka",
      'Kafka required level.section.required "Requirements"',
    ],
  ])("%s", (line, wanted) => expect(under("Requirements", line).at(-1)).toBe(wanted));
});

describe("a level alone behind the dash of an item", () => {
  it.each([
    [
      "- Modern tooling (Scala, Kafka) and its limits - Preferred",
      [
        'Scala preferred level.clause.preferred "Preferred"',
        'Kafka preferred level.clause.preferred "Preferred"',
      ],
    ],
    [
      "- Pipelines in Scala and what they cost \u2013 a plus",
      ['Scala preferred level.clause.preferred "a plus"'],
    ],
    [
      "- Scala \u2013 two years; Kafka \u2013 preferred",
      [
        'Scala required level.section.required "Requirements"',
        'Kafka preferred level.clause.preferred "preferred"',
      ],
    ],
    // The cue does not go on into the next item.
    ["- Scala - Preferred\n- Requirements of banks", ['Scala preferred level.clause.preferred "Preferred"']],
  ])("%s", (line, wanted) => expect(under("Requirements", line)).toEqual(wanted));
});

describe("under what is nice to have", () => {
  it.each([
    ["- Scala", 'Scala preferred level.section.preferred "Nice to have"'],
    ["- Experience with Scala", 'Scala preferred level.section.preferred "Nice to have"'],
    ["- You will use Scala", 'Scala preferred level.section.preferred "Nice to have"'],
    ["- Scala is required", 'Scala required level.clause.demanded "is required"'],
    ["- Scala, but it is not required", 'Scala preferred level.later.denied "is not required"'],
  ])("%s", (line, wanted) => expect(under("Nice to have", line)).toEqual([wanted]));
});

describe("under a heading that describes", () => {
  it.each([
    ["- Run Scala", 'Scala mentioned level.section.mentioned "Responsibilities"'],
    ["- You will use Scala", 'Scala mentioned level.clause.mentioned "You will"'],
    ["- You will use your experience with Scala", 'Scala mentioned level.clause.mentioned "You will"'],
    ["- Experience with Scala", 'Scala required level.clause.required "Experience with"'],
    [
      "- Support the colleagues of other teams who want experience with Scala",
      'Scala mentioned level.section.mentioned "Responsibilities"',
    ],
    ["- Ideally Scala", 'Scala preferred level.clause.preferred "Ideally"'],
  ])("%s", (line, wanted) => expect(under("Responsibilities", line)).toEqual([wanted]));

  it("whoever else has experience asks for nothing", () =>
    expect(under("About us", "Everyone here has experience with Scala")).toEqual([
      'Scala mentioned level.clause.mentioned "Everyone here has"',
    ]));

  it.each([
    ["Our second floor wrote 20 years of Scala", 'Scala mentioned level.section.mentioned "About us"'],
    ["- 5+ years of Scala", 'Scala mentioned level.section.mentioned "About us"'],
    ["As one of us you should be at home in Scala.", 'Scala required level.clause.required "you should be"'],
  ])("of the company: %s", (line, wanted) => expect(under("About us", line)).toEqual([wanted]));
});

describe("a requirement among tasks", () => {
  it.each([
    ["- 5+ years of Scala and Kafka in production", "years of"],
    ["- Minimum of 3 years of backend work in Scala", "Minimum of"],
    ["- Experience working in Scala", "Experience working in"],
    ["- For the second half of the year candidates should have an eye for Scala", "candidates should have"],
    ["- Our team grows. The right candidate will have written much Scala", "The right candidate will have"],
  ])("%s", (line, cue) =>
    expect(under("Responsibilities", line)[0]).toBe(`Scala required level.clause.required "${cue}"`),
  );

  it.each([
    ["We are looking for a developer with experience working in Scala", "experience working in"],
    ["Acme is looking for somebody who has many years of Scala behind them", "years of"],
    ["Acme is looking for a strong developer with knowledge of Scala", "strong"],
  ])("asked of the person that the employer looks for: %s", (line, cue) =>
    expect(under("Responsibilities", line)[0]).toBe(`Scala required level.clause.required "${cue}"`),
  );

  it("but not what it is called", () =>
    expect(
      under("Responsibilities", "The platform team of Acme is looking for a strong Scala developer"),
    ).toEqual(['Scala mentioned level.section.mentioned "Responsibilities"']));

  it("and not what that person is to do", () =>
    expect(under("Responsibilities", "We are looking for a developer to look after Scala")).toEqual([
      'Scala mentioned level.section.mentioned "Responsibilities"',
    ]));

  it.each([
    [
      "- Look after a platform that has grown for ten years of Scala",
      "level.section.mentioned",
      "Responsibilities",
    ],
    ["- Build solid services in Scala, with strong tests", "level.clause.mentioned", "Build solid"],
    ["- Gain experience with Scala", "level.clause.mentioned", "Gain experience"],
    ["- You have the last word on Scala", "level.section.mentioned", "Responsibilities"],
  ])("and none: %s", (line, rule, cue) =>
    expect(under("Responsibilities", line)).toEqual([`Scala mentioned ${rule} "${cue}"`]),
  );
});

describe("what the employer uses, under what it asks for", () => {
  it.each([
    ["- A build server (we use Jenkins)", 'Jenkins mentioned level.clause.mentioned "we use"'],
    ["- A build server (any, we use Jenkins)", 'Jenkins mentioned level.clause.mentioned "we use"'],
    ["- You like to automate. We use Jenkins.", 'Jenkins mentioned level.clause.mentioned "We use"'],
    ["- We use Jenkins", 'Jenkins required level.section.required "Requirements"'],
    ["- Jenkins, which we use", 'Jenkins required level.section.required "Requirements"'],
    ["- A build server (you will run Jenkins)", 'Jenkins required level.section.required "Requirements"'],
    [
      "- A build server (we use Jenkins, which is a must)",
      'Jenkins required level.clause.demanded "is a must"',
    ],
  ])("%s", (line, wanted) => expect(under("Requirements", line)).toEqual([wanted]));

  it("or wishes for", () =>
    expect(under("Nice to have", "- A build server (we use Jenkins)")).toEqual([
      'Jenkins mentioned level.clause.mentioned "we use"',
    ]));
});

describe("under no heading", () => {
  it.each([
    ["Scala for all.", "Scala mentioned level.none.mentioned"],
    ["Experience with Scala.", 'Scala required level.clause.required "Experience with"'],
    ["We use Kubernetes.", 'Kubernetes mentioned level.clause.mentioned "We use"'],
    ["Scala, but knowledge of it is not required.", 'Scala mentioned level.later.denied "is not required"'],
  ])("%s", (line, wanted) => expect(under("Hello there", line)).toEqual([wanted]));

  it("a clause that describes outweighs one that asks", () => {
    expect(under("Hello there", "We use Kafka and experience with Java.")).toEqual([
      'Kafka mentioned level.clause.mentioned "We use"',
      'Java mentioned level.clause.mentioned "We use"',
    ]);
  });
});

describe("in the title", () => {
  it.each([
    ["Python Engineer", "Python mentioned level.none.mentioned"],
    ["Engineer, Python required", "Python mentioned level.none.mentioned"],
    ["Engineer, strong Python", "Python mentioned level.none.mentioned"],
    ["Engineer (no Python)", 'Python negated level.clause.negated "no"'],
  ])("%s", (title, wanted) => expect(judged(`${title}\n\nHello.\n`)).toEqual([wanted]));
});

describe("a paragraph behind the list of its section", () => {
  it.each([
    ["describes", "You will use Java here.", 'Java mentioned level.clause.mentioned "You will"'],
    ["asks", "Experience with Java.", 'Java required level.section.required "Requirements"'],
    ["says nothing", "Java.", 'Java required level.section.required "Requirements"'],
  ])("%s, under requirements", (_, line, wanted) =>
    expect(judged(`Engineer\n\nRequirements\n- Python\n\n${line}\n`)[1]).toBe(wanted),
  );

  it.each([
    ["says nothing", "Our data lives in Kafka.", "Kafka mentioned level.none.mentioned"],
    ["asks", "Experience with Kafka.", 'Kafka preferred level.section.preferred "Nice to have"'],
  ])("%s, under what is nice to have", (_, line, wanted) =>
    expect(judged(`Engineer\n\nNice to have\n- Python\n\n${line}\n`)[1]).toBe(wanted),
  );

  it("is none without a list before it, or without a blank line", () => {
    const wanted = 'Java required level.section.required "Requirements"';
    expect(judged("Engineer\n\nRequirements\nPython\n\nYou will use Java.\n")[1]).toBe(wanted);
    expect(judged("Engineer\n\nRequirements\n- Python\nYou will use Java.\n")[1]).toBe(wanted);
  });
});

it("of all that is said of a tool, the strongest stands", () => {
  const text = "Python Engineer\n\nHello\n\nNo Python. Ideally Python. Python required.\n";
  expect(judged(text).map((line) => line.split(" ")[1])).toEqual([
    "mentioned",
    "negated",
    "preferred",
    "required",
  ]);
});
