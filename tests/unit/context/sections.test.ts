import { describe, expect, it } from "vitest";
import { judged, placed } from "./taxonomy.js";

/** The section of what stands under one heading line. */
const under = (heading: string) => placed(`Engineer\n\nWe build things.\n\n${heading}\nPython\n`)[0];

describe("a heading", () => {
  it.each([
    ["alone in its line", "Requirements"],
    ["in small letters", "requirements"],
    ["in capitals", "REQUIREMENTS FOR THE ROLE AND TEAM"],
    ["with a colon", "Requirements:"],
    ["with a few words behind it and a colon", "Requirements for you:"],
    ["with a word before it and a colon", "Your Requirements:"],
    ["markdown", "## Requirements for this role in our data team"],
    ["bold", "**What you bring to us every day**"],
    ["bold with underscores", "__Requirements__"],
    ["bold with a colon", "**Requirements:**"],
    ["a short line of which it is the most", "Main requirements"],
    ["with capitals at its words", "Qualifications and other Talents of Yours"],
    ["with a question mark", "What you bring?"],
    ["in brackets", "[Requirements]"],
    ["an emoji before it", "🎯 Requirements"],
    ["a bullet before it and a colon behind", "- Requirements:"],
    ["German", "Dein Profil"],
    ["French, with a space before the colon", "Profil recherché :"],
    ["Spanish", "Requisitos"],
  ])("%s", (_, heading) => expect(under(heading)).toBe("Python@requirements"));

  it.each([
    ["a sentence", "The requirements change often, as they do everywhere."],
    ["a line that ends in a full stop", "Requirements."],
    ["a line that ends in a comma", "Requirements,"],
    ["a plain line that only begins so", "requirements that we have for all of you"],
    ["a word of a longer line", "See the requirements and all of the other pages"],
    [
      "a colon far behind",
      "Requirements that came from the many teams we are working with all the time in town: none",
    ],
    ["a fact about the job", "Job title: Engineer"],
    ["an unknown word", "Wishes"],
  ])("%s is none", (_, line) => expect(under(line)).toBe("Python@body"));

  it("tells its words", () => {
    expect(judged("Engineer\n\nWhat you bring to the team:\n- Python\n")).toEqual([
      'Python required level.section.required "What you bring"',
    ]);
  });
});

describe("sections", () => {
  it.each([
    ["nothing but a title", "Python", ["Python@title"]],
    ["the first line is the title, whatever it says", "Requirements\nPython", ["Python@body"]],
    [
      "text before the first heading is the body",
      "Python developer\n\nKafka\n\nRequirements:\nJava\n\nBenefits:\nScala",
      ["Python@title", "Kafka@body", "Java@requirements", "Scala@benefits"],
    ],
    [
      "of every kind",
      "Engineer\n\nAbout us\nPython\n\nResponsibilities\nJava\n\nOur stack\nScala\n\nNice to have\nKafka\n\n" +
        "What we offer\nReact\n\nHow to apply\nAngular\n\nEqual opportunity\nDocker\n",
      [
        "Python@about",
        "Java@responsibilities",
        "Scala@stack",
        "Kafka@preferred",
        "React@benefits",
        "Angular@apply",
        "Docker@legal",
      ],
    ],
    [
      "a heading in front of its text",
      "Engineer\n\nRequirements: Python, Java\nKafka\n\nOur stack: React\nAirflow",
      // "Our stack" stands before a colon inside a list of requirements: a label.
      [
        "Python@requirements",
        "Java@requirements",
        "Kafka@requirements",
        "React@requirements",
        "Airflow@requirements",
      ],
    ],
    [
      "a label of an item is no section of its own among requirements",
      "Engineer\n\nRequirements:\n- Cloud platforms: AWS\n- Python",
      ["AWS@requirements", "Python@requirements"],
    ],
    [
      "but what is nice to have is, for its item",
      "Engineer\n\nRequirements:\n- Python\n- Nice to have: Java\n- Scala",
      ["Python@requirements", "Java@preferred", "Scala@requirements"],
    ],
    [
      "a fact stands for its line",
      "Engineer\n\nOur stack\n- Python\nLocation: Java Street\nScala",
      ["Python@stack", "Java@benefits", "Scala@stack"],
    ],
    [
      "a heading behind the end of a sentence",
      "Engineer\n\nWe build. Requirements: Python. Nice to have: Java",
      ["Python@requirements", "Java@preferred"],
    ],
    [
      "headings glued to what is around them",
      "Engineer\n\nWe build for a great teamRequirementsStrong Python and Kafka.Nice to haveStrong Java",
      ["Python@requirements", "Kafka@requirements", "Java@preferred"],
    ],
    [
      "German",
      "Entwickler\n\nAufgaben:\n- Java\n\nAnforderungen:\n- Python\n\nVon Vorteil:\n- Scala",
      ["Java@responsibilities", "Python@requirements", "Scala@preferred"],
    ],
  ])("%s", (_, text, wanted) => expect(placed(text)).toEqual(wanted));

  it.each([
    "Engineer\n\nWe build. Requirements: Python. Responsibilities: Java",
    "Engineer\n\nWe build.RequirementsStrong Python.ResponsibilitiesStrong Java",
  ])("that describe end those that ask, in one line too: %j", (text) =>
    expect(placed(text)).toEqual(["Python@requirements", "Java@responsibilities"]),
  );

  it.each(["✅ Requirements", "■ Requirements", "2. Requirements"])("begin at %j", (heading) =>
    expect(under(heading)).toBe("Python@requirements"),
  );
});
