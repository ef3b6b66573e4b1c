import { describe, expect, it } from "vitest";
import { judged, sentence } from "./taxonomy.js";

/** What becomes of each match: `Go` where it is meant, `Go evidence` where rule reject.evidence left it out. */
const meant = (text: string) =>
  sentence(text).map((line) => {
    const [, surface, rule] = /^(\S+) (?:reject\.([a-z.]+)|[a-z]+ level)/.exec(line)!;
    return rule ? `${surface} ${rule}` : surface;
  });

describe("words that must not stand beside a form", () => {
  it.each([
    ["behind it", "Go the extra mile, Python", ["Go before", "Python"]],
    ["over other white space", "Go  the\nextra mile, Python", ["Go before", "Python"]],
    ["over hyphens", "Go-to-market, Python", ["Go before", "Python"]],
    ["before it", "Let's Go, Python", ["Go after", "Python"]],
    ["with a curly apostrophe", "Let\u2019s Go, Python", ["Go after", "Python"]],
  ])("%s", (_, text, wanted) => expect(meant(text)).toEqual(wanted));

  it.each([
    ["at a word's edge only", "Go the extra miles, Python", ["Go evidence", "Python"]],
    ["directly only", "Python, Go and the extra mile", ["Python", "Go"]],
    ["not over a dash", "Go – the extra mile, Python", ["Go evidence", "Python"]],
  ])("count %s", (_, text, wanted) => expect(meant(text)).toEqual(wanted));
});

describe("needs list", () => {
  it.each([
    ["Python, Go", ["Python", "Go"]],
    ["Go, Python", ["Go", "Python"]],
    ["Go, R and Python", ["Go", "R", "Python"]],
    ["Python / Go", ["Python", "Go"]],
    ["Python | Go | R", ["Python", "Go", "R"]],
    ["Python; Go", ["Python", "Go"]],
    ["Python & Go", ["Python", "Go"]],
    ["Python + Go", ["Python", "Go"]],
    ["Python (Go)", ["Python", "Go"]],
    ["Python, or Go", ["Python", "Go"]],
    ["Python as well as Go", ["Python", "Go"]],
    ["• Python • Go", ["Python", "Go"]],
    ["- Go", ["Go"]],
    ["- Go\n- R", ["Go", "R"]],
  ])("holds in %j", (text, wanted) => expect(meant(text)).toEqual(wanted));

  it.each([
    ["Go", ["Go evidence"]],
    ["Go and R", ["Go evidence", "R evidence"]],
    ["Python Go", ["Python", "Go evidence"]],
    ["Python for data, and then Go", ["Python", "Go evidence"]],
    ["- Go with us", ["Go evidence"]],
    ["Python.\n\nGo", ["Python", "Go evidence"]],
  ])("does not hold in %j", (text, wanted) => expect(meant(text)).toEqual(wanted));

  it("joins in the posting's own language", () => {
    expect(meant("Idealerweise Python sowie Go")).toEqual(["Python", "Go"]);
    expect(meant("Ideally Python sowie Go")).toEqual(["Python", "Go evidence"]);
  });
});

describe("needs cue", () => {
  it.each([
    ["a word of its tool's set before it", "Written in Go", ["Go"]],
    ["behind it", "Go developer", ["Go"]],
    ["at the ninth place", "The language that this house has spoken for years is Go", ["Go"]],
    ["a word of its own", "You build mobile apps with Dart", ["Dart"]],
    ["a word of the set, where it has words of its own", "Dart developer", ["Dart"]],
  ])("holds by %s", (_, text, wanted) => expect(meant(text)).toEqual(wanted));

  it.each([
    ["too far away", "The language that this house has spoken for so many years is Go", ["Go evidence"]],
    ["in another sentence", "We have a language. We like Go", ["Go evidence"]],
    ["of another tool", "You build mobile apps with Go", ["Go evidence"]],
    ["inside a word", "Godeveloper, Go", ["Go evidence"]],
  ])("does not hold by one %s", (_, text, wanted) => expect(meant(text)).toEqual(wanted));

  it("leaves a longer cue as it is", () => {
    // "experience with" asks, and "developer" is no part of it.
    expect(sentence("Experience with Go as a developer")).toEqual([
      'Go required level.clause.required "Experience with"',
    ]);
  });
});

describe("needs capital", () => {
  it.each([
    ["We write Swift code", ["Swift"]],
    ["We like Swift", ["Swift"]],
    ["the Swift", ["Swift"]],
  ])("holds in %j", (text, wanted) => expect(meant(text)).toEqual(wanted));

  it.each([
    ["in small letters", "We write swift code"],
    ["where a sentence begins", "Swift answers for us"],
    ["behind a colon", "wanted: Swift"],
    ["among capitals", "We write Clean Swift Code"],
    ["in a list", "Python, Swift"],
  ])("does not hold %s", (_, text) => expect(meant(text).at(-1)).toMatch(/evidence$/));
});

describe("needs near", () => {
  it("holds beside a certain tool of the same sentence", () => {
    expect(meant("Express is what we run on Node.js")).toEqual(["Express", "Node.js"]);
  });

  it.each([
    ["alone", "Express delivery", ["Express evidence"]],
    ["beside one of another sentence", "Node.js first. Express delivery", ["Node.js", "Express evidence"]],
    ["beside one that is ambiguous itself", "Express, written in Go", ["Express evidence", "Go"]],
    [
      "beside one that does not count",
      "Express by nodejs.org/Python.pdf",
      ["Express evidence", "Python link"],
    ],
  ])("does not hold %s", (_, text, wanted) => expect(meant(text)).toEqual(wanted));
});

describe("sections of a form", () => {
  it("only_in and not_in", () => {
    expect(judged("Engineer\n\nRequirements\n- Slack\n- Office\n\nAbout us\nSlack and Office\n")).toEqual([
      'Slack required level.section.required "Requirements"',
      'Office required level.section.required "Requirements"',
      'Slack reject.section.alias "About us"',
      'Office reject.section.alias "About us"',
    ]);
    expect(meant("Slack, Office")).toEqual(["Slack section.alias", "Office"]);
  });
});
