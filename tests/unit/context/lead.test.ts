import { describe, expect, it } from "vitest";
import { judged } from "./taxonomy.js";

describe("the line that leads a list", () => {
  it.each([
    [
      "asks for its items",
      "Hello\n\nExperience with one or more of:\n- Python\n- Java",
      [
        'Python required level.lead.required "Experience with"',
        'Java required level.lead.required "Experience with"',
      ],
    ],
    [
      "makes them nice to have",
      "Hello\n\nA plus:\n- Python\n- Java is required",
      ['Python preferred level.lead.preferred "A plus"', 'Java required level.clause.demanded "is required"'],
    ],
    [
      "describes, over a blank line between items too",
      "Responsibilities\nYou will use:\n- Python\n\n- Java",
      ['Python mentioned level.lead.mentioned "You will"', 'Java mentioned level.lead.mentioned "You will"'],
    ],
    [
      "stands above the heading",
      "Requirements\nWe use:\n- Python",
      ['Python mentioned level.lead.mentioned "We use"'],
    ],
    [
      "says what is not asked for",
      "Requirements\nNot required:\n- Python",
      ['Python preferred level.lead.preferred "Not required"'],
    ],
    [
      "may be bold",
      "Requirements\n**Ideally:**\n- Python",
      ['Python preferred level.lead.preferred "Ideally"'],
    ],
    [
      "may do without a colon, where it is short",
      "Hello\n\nIt would be great if you had\n- Python",
      ['Python preferred level.lead.preferred "would be great"'],
    ],
    [
      "of items without marks leads the next one alone",
      "Hello\n\nExperience with:\nPython\nJava",
      ['Python required level.lead.required "Experience with"', "Java mentioned level.none.mentioned"],
    ],
    [
      "leads items within items",
      "Requirements\n- Ideally:\n  - Python\n  - Java",
      ['Python preferred level.lead.preferred "Ideally"', 'Java preferred level.lead.preferred "Ideally"'],
    ],
    [
      "names a kind of thing that is nice to have",
      "Nice to have\nTechnical skills are a matter of taste:\n- Python",
      ['Python preferred level.section.preferred "Nice to have"'],
    ],
    [
      "names one by the experience it speaks of, in use or not",
      "Nice to have\nExperience in:\n- Python\n\nKnowledge of what we use:\n- Java",
      [
        'Python preferred level.section.preferred "Nice to have"',
        'Java preferred level.section.preferred "Nice to have"',
      ],
    ],
    [
      "asks outright among what is nice to have",
      "Nice to have\nMust have:\n- Python",
      ['Python required level.lead.required "Must have"'],
    ],
    [
      "praises how the work is done",
      "Responsibilities\nStrong leadership:\n- Python",
      ['Python mentioned level.section.mentioned "Responsibilities"'],
    ],
    [
      "asks for what it names before its praise",
      "Responsibilities\nKafka, strong:\n- Python",
      ['Kafka required level.clause.required "strong"', 'Python required level.lead.required "strong"'],
    ],
    [
      "asks for exposure",
      "Responsibilities\nExposure to some of these:\n- Python",
      ['Python required level.lead.required "Exposure to"'],
    ],
    [
      "speaks by its last sentence",
      "Responsibilities\nStrong knowledge of the field is what we value. In this team you will:\n- Python",
      ['Python mentioned level.lead.mentioned "you will"'],
    ],
    [
      "says nothing where its last sentence does not",
      "Responsibilities\nStrong knowledge of the field is what we value. Among the tasks that we share are these ones:\n- Python",
      ['Python mentioned level.section.mentioned "Responsibilities"'],
    ],
    [
      "says nothing of the list, where it names a tool and has no colon",
      "Hello\n\nKafka would be great\n- Python",
      ['Kafka preferred level.clause.preferred "would be great"', "Python mentioned level.none.mentioned"],
    ],
    [
      "speaks by an earlier one where the last says nothing",
      "Hello\n\nExperience with some of them is a plus. For example:\n- Python",
      ['Python preferred level.lead.preferred "is a plus"'],
    ],
    [
      "says nothing",
      "Requirements\nOur tools:\n- Python",
      ['Python required level.section.required "Requirements"'],
    ],
    [
      "German",
      "Anforderungen\nIdealerweise:\n- Python",
      ['Python preferred level.lead.preferred "Idealerweise"'],
    ],
  ])("%s", (_, text, wanted) => expect(judged(`Engineer\n\n${text}\n`)).toEqual(wanted));

  it.each([
    [
      "a sentence",
      "Hello\n\nIt would be great if you had.\n- Python",
      "Python mentioned level.none.mentioned",
    ],
    [
      "a paragraph",
      `Hello\n\nYou have, ${"as we said above at length, ".repeat(3)}all that would be great\n- Python`,
      "Python mentioned level.none.mentioned",
    ],
    [
      "a line above the heading",
      "A plus:\n\nRequirements\n- Python",
      'Python required level.section.required "Requirements"',
    ],
  ])("is not %s", (_, text, wanted) => expect(judged(`Engineer\n\n${text}\n`)).toEqual([wanted]));

  it("ends with the items that are set deeper", () =>
    expect(judged("Engineer\n\nRequirements\n- Ideally:\n  - Python\n- Kafka\n")[1]).toBe(
      'Kafka required level.section.required "Requirements"',
    ));
});

describe("the sentence before a bare list", () => {
  it.each([
    [
      "closes with a wish",
      "Any of these is a plus. Kafka, Jenkins and Terraform.",
      "Kafka preferred level.lead.preferred",
    ],
    ["demands it", "All of these is required. Kafka, Jenkins", "Kafka required level.lead.required"],
  ])("%s", (_, text, wanted) => expect(judged(`Engineer\n\nHello\n\n${text}\n`)[0]).toContain(wanted));

  it.each([
    ["names a tool itself", "Docker is a plus. Kafka, Jenkins."],
    ["stands before more than a list", "Curiosity is a plus. Kafka, Jenkins and the rest of the world."],
    ["stands before one tool", "Curiosity is a plus. Kafka."],
    ["stands before a bracket", "Several of them are a plus! (Kafka, Jenkins)"],
    ["goes on behind the level", "Curiosity is a plus here. Kafka, Jenkins."],
  ])("and not where it %s", (_, text) =>
    expect(judged(`Engineer\n\nHello\n\n${text}\n`).filter((line) => line.includes("lead"))).toEqual([]),
  );
});
