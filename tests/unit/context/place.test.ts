import { describe, expect, it } from "vitest";
import { judged, sentence } from "./taxonomy.js";

/** The rule that rejects each match, `-` where none does. */
const rules = (text: string) => sentence(text).map((line) => / (reject\.[a-z.]+)/.exec(line)?.[1] ?? "-");

describe("a match is no mention in", () => {
  it.each([
    ["a link", "https://python.example/java", ["reject.link", "reject.link"]],
    ["a link in brackets", "(https://example.com/python) Java", ["reject.link", "-"]],
    ["a link in angle brackets", "<https://java.example.org>", ["reject.link"]],
    ["the target of a markdown link", "[Python](https://example.com/java)", ["-", "reject.link"]],
    ["a scheme", "python://example", ["reject.link"]],
    ["a host", "See python.org for more", ["reject.link"]],
    ["a longer host", "kafka.apache.org", ["reject.link"]],
    ["an address with www", "www.java.com/scala", ["reject.link", "reject.link"]],
    ["the host of a mail address", "Mail jobs@kafka.io today", ["reject.link"]],
    ["the name of a mail address", "react.jobs@example.com", ["reject.link"]],
    ["a repository", "git@example.com:java/repository", ["reject.link"]],
    ["a file name", "Send us cv-python.pdf", ["reject.link"]],
    ["another", "docker-compose.yml", ["reject.link"]],
    ["hashtags", "#Python #Java", ["reject.hashtag", "reject.hashtag"]],
  ])("%s", (_, text, wanted) => expect(rules(text)).toEqual(wanted));

  it.each([
    ["behind a link", "https://example.com/, Python"],
    ["at the end of a sentence", "We like Python."],
    ["beside a slash", "Python/Java"],
    ["with a version", "Python 3.11"],
    ["with a full stop inside", "Node.js"],
    ["in brackets", "(Python)"],
    ["behind a colon", "Languages: Python"],
    ["with a colon behind", "Python: for all"],
  ])("but is one %s", (_, text) => expect(new Set(rules(text))).toEqual(new Set(["-"])));

  it("a heading in markdown is no hashtag", () =>
    expect(judged("Engineer\n\n# Python\n")).toEqual(["Python mentioned level.none.mentioned"]));
});

describe("a match is no mention under", () => {
  it.each([
    ["benefits", "Benefits", 'Python reject.section.benefits "Benefits"'],
    ["a legal notice", "Privacy notice", 'Python reject.section.legal "Privacy notice"'],
    ["how to apply", "How to apply", 'Python reject.section.apply "How to apply"'],
  ])("%s", (_, heading, wanted) => expect(judged(`Engineer\n\n${heading}\n- Python\n`)).toEqual([wanted]));
});
