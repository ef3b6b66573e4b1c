import { describe, expect, it } from "vitest";
import { compile } from "../../../src/taxonomy/compile.js";
import { sha256 } from "../../../src/taxonomy/digest.js";
import { loadSource } from "../../../src/taxonomy/load-source.js";
import { folderWith, KITCHEN } from "./helpers.js";

/** What comes of a file that extends the kitchen. */
async function extended(changes: string) {
  const cwd = folderWith({
    "base.yaml": KITCHEN,
    "skilltag.yaml": `name: mine\nversion: 2.0.0\nextends: ./base.yaml\n${changes}`,
  });
  const { model, problems } = await loadSource("skilltag.yaml", cwd);
  const taxonomy = compile(model!, sha256);
  const tool = (name: string) => {
    const index = taxonomy.tools.findIndex((one) => one.name === name);
    const forms = taxonomy.aliases.filter((alias) => alias.tool === index);
    return index < 0
      ? undefined
      : { ...taxonomy.tools[index]!, forms: forms.map((alias) => alias.text), aliases: forms };
  };
  return { taxonomy, tool, codes: problems.map((one) => one.code), problems };
}

describe("a file that extends another", () => {
  it("is the other one where it changes nothing", async () => {
    const { taxonomy, codes } = await extended("");
    expect(codes).toEqual([]);
    expect(taxonomy).toMatchObject({ name: "mine", version: "2.0.0" });
    expect(taxonomy.tools.map((tool) => tool.name)).toEqual(["Fork", "Oven", "Range", "XY"]);
    expect(taxonomy.cues.length).toBeGreaterThan(0);
  });

  it("adds groups and tools", async () => {
    const { taxonomy, tool, codes } = await extended(`
add:
  groups:
    - id: cold
      name: Cold
      tools: [{ name: Fridge, counts_for: [Oven] }]
  tools:
    - { group: heat, name: Grill, aliases: [barbecue] }
    - { group: rest, category: cutlery, name: Spoon, evidence: [table] }
`);
    expect(codes).toEqual([]);
    expect(taxonomy.groups.map((group) => group.id)).toEqual(["heat", "rest", "cold"]);
    expect(tool("Fridge")?.groups).toEqual([2, 0]);
    expect(tool("Grill")?.forms).toEqual(["Grill", "barbecue"]);
    expect(tool("Grill")?.source).toBe("skilltag.yaml:11");
    expect(tool("Spoon")?.category).toBe("cutlery");
  });

  it("changes names, homes, forms and conditions", async () => {
    const { tool, codes } = await extended(`
change:
  groups: [{ id: heat, name: Warmth }]
  tools:
    - name: Oven
      rename: Stove
      aliases: { add: [cooker, { text: AGA, case: exact, needs: [capital] }], drop: [stove] }
      specs: { accept: [An AGA., Our AGA.], reject: [AGA AGA AGA, AGA!] }
    - { name: XY, group: heat, counts_for: [Range] }
`);
    expect(codes).toEqual([]);
    expect(tool("Oven")).toBeUndefined();
    expect(tool("Stove")?.forms).toEqual(["AGA", "Oven", "Stove", "cooker"]);
    expect(tool("Stove")?.aliases[0]).toMatchObject({ needs: ["capital"], plural: false });
    expect(tool("Range")?.countsFor).toEqual([2]);
    expect(tool("XY")).toMatchObject({
      group: 0,
      category: null,
      source: expect.stringContaining(" + skilltag.yaml:12"),
    });
  });

  it("drops groups, tools and forms, and what counted for them", async () => {
    const { taxonomy, tool, codes } = await extended(
      "drop: { tools: [Range], aliases: [Stove], groups: [] }\n",
    );
    expect(codes).toEqual([]);
    expect(taxonomy.tools.map((one) => one.name)).toEqual(["Fork", "Oven", "XY"]);
    expect(tool("Oven")?.forms).toEqual(["AGA", "Oven"]);
    expect(tool("Fork")?.countsFor).toEqual([]);
    const without = await extended("drop: { groups: [rest] }\n");
    expect(without.taxonomy.groups.map((group) => group.id)).toEqual(["heat"]);
    expect(without.taxonomy.tools.map((one) => one.name)).toEqual(["Oven", "Range"]);
  });

  it("can give a form to another tool", async () => {
    const changes =
      "change: { tools: [{ name: Oven, aliases: { drop: [stove] } }, { name: Range, aliases: { add: [stove] } }] }\n";
    const { tool, codes } = await extended(changes);
    expect(codes).toEqual([]);
    expect(tool("Range")?.forms).toContain("stove");
  });

  it("is told of what it names and there is not", async () => {
    const { problems } = await extended(`
change: { groups: [{ id: cold, name: Cold }], tools: [{ name: Pan }, { name: Oven, aliases: { drop: [pan] } }] }
drop: { groups: [ice], tools: [Bowl], aliases: [cup] }
add: { tools: [{ group: ice, name: Cube }] }
`);
    const errors = problems.filter((one) => one.severity === "error");
    expect(errors.map((one) => [one.code, one.place?.line])).toEqual(
      [
        ["unknown-group", 7],
        ["unknown-tool", 7],
        ["unknown-alias", 7],
        ["unknown-group", 6],
        ["unknown-tool", 6],
        ["unknown-alias", 6],
        ["unknown-group", 8],
      ].map(([code, line]) => [code, Number(line) - 1]),
    );
  });

  it("is told of a form that another tool has, at its own line", async () => {
    const { problems } = await extended("change: { tools: [{ name: Fork, aliases: { add: [stove] } }] }\n");
    expect(problems.map((one) => [one.code, one.place?.line])).toEqual([["duplicate-alias", 4]]);
  });

  it("cannot hold a list of all groups, too", async () => {
    const { codes } = await extended("groups: [{ id: cold }]\n");
    expect(codes).toContain("bad-value");
  });
});

describe("a taxonomy of its own", () => {
  it("asks for groups or extends", async () => {
    const cwd = folderWith({ "skilltag.yaml": "name: mine\nversion: 1.0.0\ndrop: { tools: [A] }\n" });
    const { problems } = await loadSource(undefined, cwd);
    const errors = problems.filter((one) => one.severity === "error");
    expect(errors.map((one) => one.code).slice(0, 2)).toEqual(["missing-field", "bad-value"]);
  });

  it("inherits headings and level words, not evidence, unless it says none", async () => {
    const text = KITCHEN.replace("cues: none\n", "");
    const { model } = await loadSource("skilltag.yaml", folderWith({ "skilltag.yaml": text }));
    const kinds = new Set(model?.cues.map((cue) => cue.role.kind));
    expect(kinds).toContain("section");
    const sets = model?.cues.flatMap((cue) => (cue.role.kind === "evidence" ? [cue.role.set] : []));
    expect(new Set(sets)).toEqual(new Set(["table"]));
  });
});
