import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compile } from "../../../src/taxonomy/compile.js";
import { decompile } from "../../../src/taxonomy/decompile.js";
import { sha256 } from "../../../src/taxonomy/digest.js";
import { cueEntries } from "../../../src/taxonomy/entries.js";
import { cuesSchema } from "../../../src/taxonomy/schema.js";
import { compileText, KITCHEN } from "./helpers.js";

const kitchen = await compileText(KITCHEN);
/** The kitchen with these cues beside its evidence. */
const withCues = (yaml: string) => {
  const data = cuesSchema.parse({ language: "en", ...parse(yaml) });
  const model = decompile(kitchen);
  return compile({ ...model, cues: [...model.cues, ...cueEntries(data)] }, sha256);
};

describe("compiled tools", () => {
  it("are sorted by name, with their home and its category", () => {
    expect(kitchen.tools.map((tool) => [tool.name, tool.group, tool.category])).toEqual([
      ["Fork", 1, "cutlery"],
      ["Oven", 0, null],
      ["Range", 0, null],
      ["XY", 1, "cutlery"],
    ]);
    expect(kitchen.groups.map((group) => [group.id, group.name, group.open])).toEqual([
      ["heat", "Heat", false],
      ["rest", "rest", true],
    ]);
  });

  it("count for groups by following counts_for, home first", () => {
    const fork = kitchen.tools[0]!;
    expect(fork.countsFor).toEqual([2]);
    expect(fork.groups).toEqual([1, 0]);
    expect(kitchen.tools[2]?.groups).toEqual([0]);
  });

  it("say where they stand", () => {
    expect(kitchen.tools.map((tool) => tool.source)).toEqual([
      "skilltag.yaml:16",
      "skilltag.yaml:8",
      "skilltag.yaml:10",
      "skilltag.yaml:20",
    ]);
  });
});

describe("compiled aliases", () => {
  const form = (text: string) => kitchen.aliases.find((alias) => alias.text === text);

  it("are sorted by text and hold the name, unless it is none", () => {
    expect(kitchen.aliases.map((alias) => alias.text)).toEqual([
      "AGA",
      "Fork",
      "Oven",
      "Range",
      "XY",
      "stove",
    ]);
  });

  it("take a plural s, but not behind two letters or exact case, unless told", () => {
    expect(form("stove")?.plural).toBe(true);
    expect(form("XY")?.plural).toBe(false);
    expect(form("AGA")).toMatchObject({ plural: true, case: "exact" });
  });

  it("hold their conditions in an order of their own", () => {
    expect(form("Fork")).toMatchObject({ needs: ["cue", "near"], notBefore: ["in the road", "the project"] });
  });
});

describe("compiled cues", () => {
  it("have one entry a text with all its roles", () => {
    const { cues } = withCues(
      "  sections: { preferred: [Preferred] }\n  levels: { preferred: { before: [preferred], both: [nice to have] } }\n  openers: [Preferred]",
    );
    expect(cues.find((cue) => cue.text === "preferred")?.roles).toMatchObject([
      { kind: "level", level: "preferred", reach: "before", language: "en" },
      { kind: "opener" },
      { kind: "section", section: "preferred" },
    ]);
    expect(cues.find((cue) => cue.text === "cook")?.roles).toMatchObject([
      { kind: "evidence", set: "table" },
    ]);
  });

  it("know every kind", () => {
    const { cues } = withCues(
      [
        "  levels: { required: { after: [must have] } }",
        "  negation: { after: [moving away from] }",
        "  denial: { before: [is not required] }",
        "  affirmation: [not only]",
        "  depth: { expert: { after: [mastery of] } }",
        "  years: [years]",
        "  alternatives: { or: [or], one_of: [one of], similar: [or similar], agnostic: [any kitchen] }",
        "  breakers: [but]",
        "  joiners: [or]",
      ].join("\n"),
    );
    const roles = Object.fromEntries(cues.map((cue) => [cue.text, cue.roles]));
    expect(roles).toMatchObject({
      "must have": [{ kind: "level", level: "required", reach: "after" }],
      "moving away from": [{ kind: "negation", reach: "after" }],
      "is not required": [{ kind: "denial", reach: "before" }],
      "not only": [{ kind: "affirmation" }],
      "mastery of": [{ kind: "depth", depth: "expert", reach: "after" }],
      years: [{ kind: "years" }],
      or: [{ kind: "alternative", form: "or" }, { kind: "joiner" }],
      "one of": [{ kind: "alternative", form: "oneOf" }],
      "or similar": [{ kind: "alternative", form: "similar" }],
      "any kitchen": [{ kind: "alternative", form: "agnostic" }],
      but: [{ kind: "breaker" }],
    });
  });

  it("are one where only hyphens and case differ, whichever stands first", () => {
    const one = withCues("  breakers: [Then Again, then-again]");
    const other = withCues("  breakers: [then-again, Then Again]");
    expect(one.cues.filter((cue) => cue.text.startsWith("then"))).toHaveLength(1);
    expect(one.digest).toBe(other.digest);
  });
});

describe("the digest", () => {
  it("does not depend on order, comments and layout", async () => {
    const moved = KITCHEN.replace("      - name: XY\n", "").replace(
      "      - name: Fork",
      "      - name: XY\n      # sharp\n      - name: Fork",
    );
    expect(moved).not.toBe(KITCHEN);
    const other = await compileText(
      moved.replace("[near, cue]", "[cue, near]").replace("[table, Cook]", '["Cook", table]'),
    );
    expect(other.digest).toBe(kitchen.digest);
    expect(other.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("depends on an alias, a condition, a cue, the order of groups", async () => {
    const others = await Promise.all([
      compileText(KITCHEN.replace("[stove,", "[stove, cooker,")),
      compileText(KITCHEN.replace("needs: [near, cue]", "needs: [near]")),
      compileText(KITCHEN.replace("[table, Cook]", "[table, Cook, kitchen]")),
      compileText(KITCHEN.replace("counts_for: [Range]", "counts_for: [Oven]")),
    ]);
    expect(new Set([kitchen, ...others].map((one) => one.digest)).size).toBe(5);
  });

  it("survives the way back to a model", () => {
    expect(compile(decompile(kitchen), sha256)).toEqual(kitchen);
  });
});
