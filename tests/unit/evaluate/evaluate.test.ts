import { describe, expect, it } from "vitest";
import {
  checkGates,
  createEvaluator,
  createNames,
  type Label,
  type ToolLabel,
} from "../../../src/evaluate/index.js";
import type { Level, PostingRow, ToolRow } from "../../../src/types.js";
import { mention, row, tool } from "./rows.js";

const TEXT = `Cook
You need a cast iron pan, an Acme oven and patience.
Slow cooking is a plus; no wok needed.`;

const HOMES: Readonly<Record<string, string>> = { Pan: "heat", Oven: "heat", Wok: "heat", Knife: "blades" };
const SCOPE = {
  groups: [
    { id: "heat", name: "Heat" },
    { id: "blades", name: "Blades" },
  ],
  countsFor: (name: string, group: string) => HOMES[name] === group,
};
const NAMES = createNames({ concepts: ["slow cook*"], either: ["brine"], vendors: ["acme"] });

function labelled(surface: string, level: Level, more: Partial<ToolLabel> = {}): ToolLabel {
  return { surface, also: [], name: null, level, ...more };
}

function label(tools: readonly ToolLabel[], more: Partial<Label> = {}): Label {
  return { id: "ad", tools, groups: {}, cloud: null, ...more };
}

function found(name: string, surface: string, level: Level): ToolRow {
  return tool(name, level, [mention(TEXT, surface, level)]);
}

function evaluate(wanted: Label, got: PostingRow) {
  const evaluator = createEvaluator(SCOPE, NAMES);
  evaluator.add(wanted, got, TEXT);
  return evaluator.evaluation();
}

describe("groups", () => {
  it("counts presence in total and for each, a negated one as not there", () => {
    const wanted = label([], { groups: { heat: "required", blades: "negated" } });
    const right = evaluate(wanted, row("ad.txt", [], { heat: "preferred", blades: "absent" }));
    expect(right.groups).toMatchObject({ precision: 1, recall: 1, f1: 1, found: 1, extra: 0, missed: 0 });
    expect(right.levels.groups).toEqual({ share: 0, right: 0, of: 1 });
    expect(right.errors.map(({ kind, what }) => [kind, what])).toEqual([["level", "heat"]]);

    const wrong = evaluate(wanted, row("ad.txt", [], { heat: "negated", blades: "mentioned" }));
    expect(wrong.groups).toMatchObject({ precision: 0, recall: 0, f1: 0, found: 0, extra: 1, missed: 1 });
    expect(wrong.eachGroup.map(({ id, extra, missed }) => [id, extra, missed])).toEqual([
      ["heat", 0, 1],
      ["blades", 1, 0],
    ]);
    expect(wrong.levels.groups.share).toBeNull();
  });

  it("shows the mentions that decided, or what was rejected", () => {
    const pan = tool("Pan", "required", [
      mention(TEXT, "pan", "mentioned"),
      mention(TEXT, "cast iron pan", "required"),
    ]);
    const [extra] = evaluate(
      label([labelled("pan", "required")]),
      row("ad.txt", [pan], { heat: "required" }),
    ).errors;
    expect(extra).toMatchObject({
      kind: "extra",
      of: "group",
      what: "heat",
      wanted: "absent",
      got: "required",
    });
    expect(extra!.evidence).toEqual([
      { line: 2, column: 12, words: "cast iron pan", rule: "test.required", because: null },
    ]);

    const rejected = [
      {
        surface: "wok",
        tool: "Wok",
        alias: "wok",
        start: 0,
        end: 3,
        line: 3,
        column: 28,
        section: "body" as const,
        reason: "…",
        rule: "test.no",
        evidence: null,
      },
    ];
    const wanted = label([], { groups: { heat: "required" } });
    const [missed] = evaluate(wanted, row("ad.txt", [], {}, { rejected })).errors;
    expect(missed!.evidence).toEqual([{ line: 3, column: 28, words: "wok", rule: "test.no", because: null }]);
  });
});

describe("tools", () => {
  it("pairs by words, canonical name, maker's name and inclusion; concepts apart", () => {
    const wanted = label([
      labelled("pan", "required"),
      labelled("Acme oven", "required"),
      labelled("Slow cooking", "preferred"),
    ]);
    const got = row("ad.txt", [
      found("Pan", "cast iron pan", "required"),
      found("Oven", "oven", "mentioned"),
      found("Stewing", "Slow cooking", "preferred"),
    ]);
    const { technologies, concepts, levels, errors } = evaluate(wanted, got);
    expect(technologies).toMatchObject({ found: 2, extra: 0, missed: 0 });
    expect(concepts).toMatchObject({ found: 1, extra: 0, missed: 0 });
    expect(levels.technologies).toEqual({ share: 0.5, right: 1, of: 2 });
    expect(levels.concepts).toEqual({ share: 1, right: 1, of: 1 });
    expect(errors.map(({ kind, what, got: level }) => [kind, what, level])).toEqual([
      ["level", "Acme oven", "mentioned"],
    ]);
  });

  it("lets the tool with exactly the labelled words decide about the level", () => {
    const got = row("ad.txt", [found("Oven 2", "Acme oven", "mentioned"), found("Oven", "oven", "required")]);
    expect(evaluate(label([labelled("oven", "required")]), got).levels.technologies.right).toBe(1);
  });

  it("does not call extra what shares its words with a label, though the label is missed", () => {
    const { technologies } = evaluate(
      label([labelled("cast iron pan, an Acme oven and patience", "required")]),
      row("ad.txt", [found("Pan", "pan", "required")]),
    );
    expect(technologies).toMatchObject({ found: 0, extra: 0, missed: 1 });
  });

  it("says where what was missed stands, and what became of it", () => {
    const rejected = [
      {
        surface: "patience",
        tool: "P",
        alias: "p",
        start: 0,
        end: 1,
        line: 2,
        column: 44,
        section: "body" as const,
        reason: "…",
        rule: "test.no",
        evidence: null,
      },
    ];
    const wanted = label([
      labelled("patience", "required"),
      labelled("You need", "mentioned"),
      labelled("tongs", "required"),
    ]);
    const { errors } = evaluate(wanted, row("ad.txt", [], {}, { rejected }));
    expect(errors.map(({ kind, what, evidence }) => [kind, what, evidence])).toEqual([
      ["missed", "patience", [{ line: 2, column: 44, words: "patience", rule: "test.no", because: null }]],
      ["missed", "You need", [{ line: 2, column: 1, words: "You need", rule: null, because: null }]],
      ["missed", "tongs", []],
    ]);
  });

  it("counts nothing that is negated on either side, and says so where the other side has it", () => {
    const wanted = label([labelled("wok", "negated"), labelled("pan", "required")]);
    const got = row("ad.txt", [found("Wok", "wok", "mentioned"), found("Pan", "pan", "negated")]);
    const { technologies, errors } = evaluate(wanted, got);
    expect(technologies).toMatchObject({ found: 0, extra: 1, missed: 1 });
    expect(errors.map(({ kind, wanted, got }) => [kind, wanted, got])).toEqual([
      ["missed", "required", "negated"],
      ["extra", "negated", "mentioned"],
    ]);
    const both = evaluate(
      label([labelled("wok", "negated")]),
      row("ad.txt", [found("Wok", "wok", "negated")]),
    );
    expect(both.technologies).toMatchObject({ precision: 1, recall: 1, f1: 1, found: 0 });
  });

  it("neither wants nor minds what careful readers differ on", () => {
    const brine = tool("Brine", "required", [mention(TEXT, "need", "required")]);
    expect(evaluate(label([]), row("ad.txt", [brine])).errors).toEqual([]);
    expect(evaluate(label([labelled("Brine", "required")]), row("ad.txt", [])).errors).toEqual([]);
  });
});

describe("clouds", () => {
  it("compares both answers where they are labelled", () => {
    const got = row("ad.txt", [], {}, { cloud: { anyOf: true, primary: null } });
    const { cloud, errors } = evaluate(label([], { cloud: { anyOf: true, primary: "Heat" } }), got);
    expect(cloud.anyOf).toEqual({ share: 1, right: 1, of: 1 });
    expect(cloud.primary).toEqual({ share: 0, right: 0, of: 1 });
    expect(errors).toEqual([
      {
        posting: "ad.txt",
        kind: "wrong",
        of: "primary",
        what: null,
        wanted: "Heat",
        got: "null",
        evidence: [],
      },
    ]);
    expect(evaluate(label([]), got).cloud.anyOf).toEqual({ share: null, right: 0, of: 0 });
  });
});

describe("gates", () => {
  const evaluation = evaluate(
    label([labelled("pan", "required")], { groups: { heat: "required", blades: "required" } }),
    row("ad.txt", [found("Pan", "pan", "required")], { heat: "required" }),
  );

  it("pass from the least on", () => {
    const [gate] = checkGates(evaluation, { f1: 2 / 3 });
    expect(gate).toMatchObject({ gate: "f1", least: 2 / 3, passed: true });
    expect(checkGates(evaluation, { f1: 0.67 })[0]!.passed).toBe(false);
  });

  it("look at each group", () => {
    expect(checkGates(evaluation, { "group-f1": 0.5 }).map(({ name, passed }) => [name, passed])).toEqual([
      ["F1 of Heat", true],
      ["F1 of Blades", false],
    ]);
  });

  it("do not pass where there was nothing to measure", () => {
    const nothing = evaluate(label([]), row("ad.txt", []));
    expect(checkGates(nothing, { level: 0 }).map(({ figure, passed }) => [figure, passed])).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  it("are none where none was asked for", () => {
    expect(checkGates(evaluation, {})).toEqual([]);
  });
});
