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
    ["alone before a full stop", "Requirements."],
    ["alone before a comma", "Requirements,"],
    ["alone before a semicolon", "Requirements;"],
    ["with its level in brackets", "Databases (Requirements)"],
    ["an emoji before it", "🎯 Requirements"],
    ["a bullet before it and a colon behind", "- Requirements:"],
    ["German", "Dein Profil"],
    ["French, with a space before the colon", "Profil recherché :"],
    ["Spanish", "Requisitos"],
  ])("%s", (_, heading) => expect(under(heading)).toBe("Python@requirements"));

  it.each([
    ["a sentence", "The requirements change often, as they do everywhere."],
    ["a line that ends in a full stop", "Requirements change."],
    ["the end of a line above, in small letters", "requirements."],
    ["words of another kind before a comma", "What we offer,"],
    ["a line that ends in an article", "We are looking for a"],
    ["a line that ends in a preposition", "Requirements that came with"],
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
      "a label that names a kind of skill leaves a stack as it is",
      "Engineer\n\nTech stack\n- Technical skills: Java\n- Python",
      ["Java@stack", "Python@stack"],
    ],
    [
      "a button above the ad is none",
      "Engineer\n\nHow to apply\n\nWe build things with Python.\n\nWe like Java.\n\nAnd Kafka.\n\n- React\n- Docker",
      ["Python@body", "Java@body", "Kafka@body", "React@body", "Docker@body"],
    ],
    [
      "an item that asks the reader outright ends what asks for nothing",
      "Engineer\n\nEqual opportunity\n- You have strong experience with Java\n- Python",
      ["Java@requirements", "Python@requirements"],
    ],
    [
      "a heading that names a kind of skill leaves what is asked for as it is",
      "Engineer\n\nRequirements\n- Java\n\nDatabases\n- Python\n\nTools we use\n- Kafka",
      ["Java@requirements", "Python@requirements", "Kafka@stack"],
    ],
    [
      "and what is nice to have",
      "Engineer\n\nNice to have\n- Java\n\nTechnical skills:\n- Python\n\nCloud platforms\n- Kafka",
      ["Java@preferred", "Python@preferred", "Kafka@preferred"],
    ],
    [
      "and is one of its own under others",
      "Engineer\n\nAbout us\n- Java\n\nDatabases\n- Python\n\nTechnical skills\n- Kafka",
      ["Java@about", "Python@stack", "Kafka@requirements"],
    ],
    [
      "but what is nice to have is, for its item",
      "Engineer\n\nRequirements:\n- Python\n- Nice to have: Java\n- Scala",
      ["Python@requirements", "Java@preferred", "Scala@requirements"],
    ],
    [
      "and for its line, where what is asked for goes on below",
      "Engineer\n\nRequirements: Python\nNice to have: Java\n\nScala in daily use\n\nKafka too",
      ["Python@requirements", "Java@preferred", "Scala@requirements", "Kafka@requirements"],
    ],
    [
      "but not where its list follows",
      "Engineer\n\nRequirements: Python\nNice to have: Java\n- Scala\n- Kafka",
      ["Python@requirements", "Java@preferred", "Scala@preferred", "Kafka@preferred"],
    ],
    [
      "a stack at the end of a heading with a colon",
      "Engineer\n\nNice to have\n- Python\n\nThe Broader Team and Our Stack:\n\nJava, Scala",
      ["Python@preferred", "Java@stack", "Scala@stack"],
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
      "a heading in capitals at the end of the line before",
      "Engineer\n\nResponsibilities\n- Help all of our teams to write better Java TEAM REQUIREMENTS & MORE:\n- Python",
      ["Java@responsibilities", "Python@responsibilities"],
    ],
    [
      "which begins with the cue",
      "Engineer\n\nResponsibilities\n- Help all of our teams to write better Java code REQUIREMENTS & MORE:\n- Python",
      ["Java@responsibilities", "Python@requirements"],
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

describe("a level at the end of a heading", () => {
  const below = (heading: string) =>
    placed(`Engineer\n\nRequirements\n- Java\n\n${heading}\n- Python\n`).at(-1);

  it.each([
    "Technical skills - nice to have",
    "Technical skills – Preferred:",
    "Databases | Nice to have",
    "Technical skills, preferred",
  ])("is the heading's: %j", (heading) => expect(below(heading)).toBe("Python@preferred"));

  it.each(["Technical skills - preferred by Kafka fans", "Technical skills preferred Kafka"])(
    "and is not: %j",
    (heading) => expect(below(heading)).toBe("Python@requirements"),
  );

  it("goes on behind a comma where it asks", () =>
    expect(placed("Engineer\n\nNice to have, qualifications\n- Python\n").at(-1)).toBe("Python@preferred"));
});

describe("a level in brackets", () => {
  const below = (heading: string) =>
    placed(`Engineer\n\nRequirements\n- Java\n\n${heading}\n- Python\n`).at(-1);

  it.each([
    "Technical skills (preferred)",
    "Databases (Nice to have)",
    "Databases (nice to have):",
    "Preferred (Kafka)",
  ])("is the heading's: %j", (heading) => expect(below(heading)).toBe("Python@preferred"));

  it.each([
    "Infrastructure (Kafka Preferred)",
    "Infrastructure (preferred: Kafka)",
    "Education (A Degree Preferred)",
    "Infrastructure (Kafka preferred):",
  ])("speaks of what stands beside it: %j", (heading) => expect(below(heading)).toBe("Python@requirements"));

  it("is so where a line leads a list", () =>
    expect(judged("Engineer\n\nHello\n\nA cloud (preferred: Kafka)\n- Python").at(-1)).toBe(
      "Python mentioned level.none.mentioned",
    ));

  it("lies in the heading, not behind its colon", () =>
    expect(placed("Engineer\n\nRequirements: Kafka (preferred) or Java")).toEqual([
      "Kafka@requirements",
      "Java@requirements",
    ]));
});

describe("a wish at the end of a line", () => {
  it.each(["Experience With Kafka Is A Plus", "A degree is a plus", "Kafka Preferred"])(
    "speaks of that line, where no list follows: %j",
    (line) =>
      expect(placed(`Engineer\n\nRequirements\n${line}\nPython\n`).at(-1)).toBe("Python@requirements"),
  );

  it.each(["Bonus points for a degree", "Nice to have Kafka"])("or at its start: %j", (line) =>
    expect(placed(`Engineer\n\nRequirements\n${line}\nPython\n`).at(-1)).toBe("Python@requirements"),
  );

  it.each(["Bonus points for", "Bonus Points For…", "Bonus points for:", "✨ Nice to have"])(
    "is a heading where nothing follows in the line: %j",
    (line) => expect(placed(`Engineer\n\nRequirements\n${line}\nPython\n`)).toEqual(["Python@preferred"]),
  );

  it("is a heading above a list", () =>
    expect(placed("Engineer\n\nRequirements\n- Java\n\nThis is a plus\n- Python\n").at(-1)).toBe(
      "Python@preferred",
    ));
});

describe("two labels in one line", () => {
  it.each(["", "About us\n\nHello\n"])("part it, and behind it goes on what stood before (%j)", (after) =>
    expect(
      placed(
        `Engineer\n\nResponsibilities\nJava\n\nSalary: see Scala. Equal opportunity: see Python.\n\nKafka\n\n${after}`,
      ),
    ).toEqual(["Java@responsibilities", "Scala@benefits", "Python@legal", "Kafka@responsibilities"]),
  );
});

describe("words that the list below goes on with", () => {
  it("announce duties before a comma", () =>
    expect(
      placed("Engineer\n\nRequirements\nJava\n\nIn this role you will,\nBuild Python services\n"),
    ).toEqual(["Java@requirements", "Python@responsibilities"]));

  it("but not where the sentence does", () =>
    expect(
      placed("Engineer\n\nRequirements\nJava\n\nIn this role you will,\nin time, know Python\n").at(-1),
    ).toBe("Python@requirements"));

  it("may end in a preposition", () =>
    expect(placed("Engineer\n\nHello\n\nWe are looking for somebody with\n- Python\n")).toEqual([
      "Python@requirements",
    ]));
});

describe("an item with deeper ones", () => {
  it("leads them where it is a cue alone, without a colon and among others", () =>
    expect(
      placed("Engineer\n\nRequirements\n- Java\n- Nice to have\n  - Python\n  - Kafka\n- Scala\n"),
    ).toEqual(["Java@requirements", "Python@preferred", "Kafka@preferred", "Scala@requirements"]));

  it("does not where it says more", () =>
    expect(
      placed("Engineer\n\nRequirements\n- Java\n- Nice to have and much more of it\n  - Python\n").at(-1),
    ).toBe("Python@requirements"));
});

describe("a fact", () => {
  it.each([
    ["in the next line", "Salary:\n$60 an hour"],
    ["in the next paragraph", "Salary\n\n$60 an hour"],
    ["in a list", "Location\n- Berlin\n- Warsaw"],
    ["behind a dash", "Location - Berlin"],
    ["in brackets", "Location (Berlin)"],
    ["in a sentence about money", `Salary\nWe pay $60 an hour${", and then some more".repeat(5)}`],
    ["of two", "Location\nBerlin\nSalary\n$60 an hour"],
  ])("holds for its value: %s", (_, fact) =>
    expect(placed(`Engineer\n\nHello\n\n${fact}\n\nWe write Python.\n`)).toEqual(["Python@body"]),
  );

  it("has a value that is short", () =>
    expect(
      placed(`Engineer\n\nHello\n\nLocation\nJava Street\n\nScala\n`).concat(
        placed(`Engineer\n\nHello\n\nLocation\n${"We build a lot of things ".repeat(4)}with Java\n`),
      ),
    ).toEqual(["Java@benefits", "Scala@body", "Java@body"]));

  it("closes a posting behind what it asks for", () =>
    expect(placed("Engineer\n\nRequirements\nJava\n\nSalary\n$60\n\nWe use Python for it.\n")).toEqual([
      "Java@requirements",
      "Python@benefits",
    ]));

  it("is no part of a name", () =>
    expect(placed("Engineer\n\nHello\n\nLocation9 is growing and writes Python.\n")).toEqual([
      "Python@body",
    ]));
});

describe("an item that asks for something", () => {
  const offered = (item: string) =>
    placed(`Engineer\n\nHello\n\nWhat we offer\n- Free lunch\n${item}\n- Python\n`).at(-1);

  it.each([
    "- Experience with ships",
    "- Knowledge of Kafka",
    "- 5+ years of sailing",
    "Experience with Kafka",
  ])("ends what is offered: %j", (item) => expect(offered(item)).toBe("Python@requirements"));

  it.each([
    "- Strong lunch",
    "- Exposure to Kafka",
    "- A chance to share your knowledge of ships",
    "Experience with us",
  ])("%j does not", (item) => expect(offered(item)).toBe("Python@benefits"));
});
