import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerTaxonomy } from "../../../src/cli/commands/taxonomy.js";
import { fakeIo } from "../../support/io.js";
import { folderWith, KITCHEN } from "./helpers.js";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/taxonomy");

/** Runs `skilltag taxonomy …` in a folder, without a process. */
async function run(cwd: string, ...args: string[]) {
  const { io, outcome } = fakeIo({ cwd, env: { SKILLTAG_CACHE: folderWith() } });
  const program = new Command().exitOverride();
  registerTaxonomy(program, io);
  await program.parseAsync(["taxonomy", ...args], { from: "user" });
  return outcome;
}

const kitchen = (text = KITCHEN) => folderWith({ "skilltag.yaml": text });

describe("taxonomy lint", () => {
  it("is content with a sound taxonomy", async () => {
    const { stdout, code } = await run(join(FIXTURES, "nursing"), "lint");
    expect(stdout).toBe("nursing 1.0.0: 19 tools, 51 forms, 0 errors, 0 warnings\n");
    expect(code).toBe(0);
  });

  it("prints every problem and ends with 2", async () => {
    const { stdout, code } = await run(join(FIXTURES, "problems/many"), "lint", "--taxonomy", "demo.yaml");
    expect(stdout).toContain("groups/kitchen.yaml:7:5: error unknown-field");
    expect(stdout).toMatch(/4 errors, 0 warnings\n$/);
    expect(code).toBe(2);
  });

  it("lets warnings pass, unless they are to fail", async () => {
    const folder = join(FIXTURES, "problems/unsorted");
    expect((await run(folder, "lint", "--taxonomy", "demo.yaml")).code).toBe(0);
    expect((await run(folder, "lint", "--taxonomy", "demo.yaml", "--strict")).code).toBe(2);
  });
});

describe("taxonomy test", () => {
  it("passes where every sentence is judged as it must be", async () => {
    const { stdout, code } = await run(join(FIXTURES, "nursing"), "test", "--uncovered");
    expect(stdout).toContain("8 sentences: 8 passed, 0 failed");
    expect(stdout).toContain("not seen: Cerner Millennium (Cerner)");
    expect(code).toBe(0);
  });

  it("says which sentence failed and why, and ends with 1", async () => {
    const specs =
      "\n        specs:\n          accept: [Forks., Mind the gap.]\n          reject: [Set out a fork on the table., None.]";
    const { stdout, code } = await run(
      kitchen(KITCHEN.replace("counts_for: [Range]", `counts_for: [Range]${specs}`)),
      "test",
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /skilltag\.yaml:\d+:\d+: accept "Fork" must be found and is not\n {4}Mind the gap\./,
    );
    expect(stdout).toMatch(
      /reject "Fork" must not be found and is\n {4}Set out a fork on the table\.\n {2}= "fork" was taken/,
    );
  });

  it("counts forms seen in fixtures", async () => {
    const cwd = kitchen();
    writeFileSync(join(cwd, "ad.txt"), "Cook\n\nYou know your stove and your AGA.\n");
    expect((await run(cwd, "test", "--fixtures", ".")).stdout).toContain(
      "2 of 6 forms seen in a sentence or fixture (33 %)",
    );
  });
});

describe("taxonomy list", () => {
  it("lists tools by group and category", async () => {
    const { stdout } = await run(kitchen(), "list");
    expect(stdout).toBe(
      "Heat (2 tools)\n  Oven: AGA, stove\n  Range\n\nrest: cutlery (2 tools)\n  Fork\n  XY\n\n",
    );
  });

  it("lists one group, and knows which there are", async () => {
    expect((await run(kitchen(), "list", "--group", "cutlery")).stdout).toBe(
      "rest: cutlery (2 tools)\n  Fork\n  XY\n\n",
    );
    await expect(run(kitchen(), "list", "--group", "cold")).rejects.toMatchObject({
      code: "unknown-group",
      hint: "There are: heat, rest, cutlery.",
    });
  });
});

describe("taxonomy show", () => {
  it("knows a form, and says no with near names", async () => {
    expect((await run(kitchen(), "show", "stove")).stdout).toMatch(/^Oven\n {2}group {8}Heat\n/);
    const unknown = await run(kitchen(), "show", "Ofen");
    expect(unknown.stdout).toBe('kitchen 1.0.0 does not know "Ofen".\nNear to it: Oven.\n');
    expect(unknown.code).toBe(1);
  });

  it("says what a file of one's own changes and drops", async () => {
    const cwd = folderWith({
      "base.yaml": KITCHEN,
      "skilltag.yaml":
        "name: mine\nversion: 1.0.0\nextends: ./base.yaml\nchange: { tools: [{ name: Oven, aliases: { add: [cooker] } }] }\ndrop: { tools: [Range] }\n",
    });
    expect((await run(cwd, "show", "cooker")).stdout).toContain(
      "overridden   aliases added by skilltag.yaml: Oven: cooker",
    );
    expect((await run(cwd, "show", "range")).stdout).toContain(
      "skilltag.yaml drops it: in kitchen it is Range.",
    );
  });
});

describe("taxonomy diff", () => {
  it("prints the changes and fails where the version says less", async () => {
    const cwd = folderWith({ "a.yaml": KITCHEN, "b.yaml": KITCHEN.replace("- name: XY", "- name: Ladle") });
    const { stdout, code } = await run(cwd, "diff", "a.yaml", "b.yaml");
    expect(stdout).toBe(
      [
        "kitchen 1.0.0 → kitchen 1.0.0",
        "",
        "tools added (1)",
        "  Ladle (rest, cutlery)",
        "",
        "tools dropped (1)",
        "  XY (rest, cutlery)",
        "",
        "2 changes: asks for a minor step.",
        "error version-too-low 1.0.0 says less than that",
        "  = Raise the version to 1.1.0 at least.",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });
});

describe("taxonomy init", () => {
  it("writes a file that is valid, and no second one over it", async () => {
    const cwd = folderWith();
    await run(cwd, "init");
    expect(readFileSync(join(cwd, "skilltag.yaml"), "utf8")).toContain("extends: mlops");
    expect((await run(cwd, "lint")).stdout).toContain("my-team 1.0.0");
    expect((await run(cwd, "lint")).code).toBe(0);
    await expect(run(cwd, "init")).rejects.toMatchObject({ code: "cannot-write" });
  });
});

describe("taxonomy freeze", () => {
  it("keeps a version once", async () => {
    const cwd = kitchen();
    await run(cwd, "freeze");
    await run(cwd, "freeze");
    expect(existsSync(join(cwd, "releases/kitchen-1.0.0.json"))).toBe(true);
    writeFileSync(join(cwd, "skilltag.yaml"), KITCHEN.replace("stove", "cooker"));
    await expect(run(cwd, "freeze")).rejects.toMatchObject({ code: "release-exists", place: { line: 2 } });
    writeFileSync(
      join(cwd, "skilltag.yaml"),
      KITCHEN.replace("name: XY", "name: Ladle").replace("1.0.0", "1.0.1"),
    );
    await expect(run(cwd, "freeze")).rejects.toMatchObject({
      code: "version-too-low",
      hint: expect.stringContaining("1.1.0"),
    });
    writeFileSync(
      join(cwd, "skilltag.yaml"),
      KITCHEN.replace("name: XY", "name: Ladle").replace("1.0.0", "1.1.0"),
    );
    expect((await run(cwd, "freeze")).stderr).toContain(
      "kitchen 1.1.0 is kept as releases/kitchen-1.1.0.json",
    );
  });
});

describe("taxonomy export", () => {
  it("prints the vocabulary", async () => {
    expect(JSON.parse((await run(kitchen(), "export")).stdout).name).toBe("kitchen");
    expect((await run(kitchen(), "export", "--format", "csv")).stdout).toContain(
      "Oven,heat,,AGA; Oven; stove,\r\n",
    );
  });
});
