import { describe, expect, it } from "vitest";
import { describeTool, findTools, nearNames } from "../../../src/taxonomy/describe.js";
import { exportTaxonomy } from "../../../src/taxonomy/export.js";
import { compileText, KITCHEN } from "./helpers.js";

const kitchen = await compileText(KITCHEN);
const names = (term: string) => findTools(kitchen, term).map((tool) => kitchen.tools[tool]?.name);

describe("does it know this word?", () => {
  it("by name and by form, whatever the case, hyphens and plural", () => {
    expect(names("OVEN")).toEqual(["Oven"]);
    expect(names("stoves")).toEqual(["Oven"]);
    expect(names("pan")).toEqual([]);
  });

  it("says all about a tool", () => {
    expect(describeTool(kitchen, 0, null).join("\n")).toBe(
      [
        "Fork",
        "  group        rest, cutlery",
        "  stands at    skilltag.yaml:16",
        "  forms        Fork  · needs cue or near; not before in the road, the project",
        "  evidence     table",
        "  counts for   Range",
        "  groups       rest, Heat",
      ].join("\n"),
    );
    expect(describeTool(kitchen, 2, null)).toContain("  counted by   Fork");
  });

  it("says what a user's file overrides", async () => {
    const changed = await compileText(KITCHEN.replace("[stove,", "[cooker,"));
    const lines = describeTool(changed, 1, { base: kitchen, by: "skilltag.yaml" });
    expect(lines.slice(-2)).toEqual([
      "  overridden   aliases added by skilltag.yaml: Oven: cooker",
      "               aliases dropped by skilltag.yaml: Oven: stove",
    ]);
  });

  it("offers near names, nearest first", () => {
    expect(nearNames(kitchen, "Ofen")).toEqual(["Oven"]);
    expect(nearNames(kitchen, "refrigerator")).toEqual([]);
  });
});

describe("the vocabulary as data", () => {
  it("is JSON", () => {
    const data = JSON.parse(exportTaxonomy(kitchen, "json"));
    expect(Object.keys(data)).toEqual(["name", "version", "digest", "groups", "tools"]);
    expect(data.groups[0]).toEqual({ id: "heat", name: "Heat" });
    expect(data.tools[0]).toEqual({
      name: "Fork",
      group: "rest",
      category: "cutlery",
      aliases: ["Fork"],
      counts_for: ["Range"],
    });
  });

  it("is CSV, without formulas", async () => {
    const tricky = await compileText(KITCHEN.replace("- name: XY", '- name: "=XY"'));
    expect(exportTaxonomy(tricky, "csv").split("\r\n").slice(0, 3)).toEqual([
      "name,group,category,aliases,counts_for",
      "'=XY,rest,cutlery,=XY,".replace(",=XY", ",'=XY"),
      "Fork,rest,cutlery,Fork,Range",
    ]);
  });
});
