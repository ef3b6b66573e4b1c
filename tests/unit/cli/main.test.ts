import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PostingRow, Report } from "../../../src/types.js";
import { VERSION } from "../../../src/version.js";
import { folderWith, run, SMALL } from "./fake.js";

const ADS = {
  "a.txt": "Engineer\n\nRequirements\n- Experience with Docker\n- Java is a plus\n",
  "b.txt": "Cook\n\nYou love soup.\n",
};
const TAXONOMY = ["--taxonomy", SMALL];

describe("the program", () => {
  it("prints its version and its help on stdout", async () => {
    const cwd = folderWith();
    expect(await run(cwd, ["--version"])).toEqual({ stdout: `${VERSION}\n`, stderr: "", code: 0 });
    const help = await run(cwd, ["--help"]);
    expect(help).toMatchObject({ stderr: "", code: 0 });
    for (const command of ["scan", "check", "eval", "taxonomy"])
      expect(help.stdout).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
  });

  it.each([
    ["no command that there is", ["scam"]],
    ["an unknown option", ["scan", "--colour", "."]],
    ["a format that there is not", ["scan", "--format", "xml", "."]],
    ["a number that is none", ["scan", "--outliers", "many", "."]],
    ["a path too few", ["scan"]],
    ["a path too many", ["check", "a.txt", "b.txt"]],
  ])("exits with 2 for %s, with the reason on stderr", async (_, args) => {
    const { stdout, stderr, code } = await run(folderWith(ADS), args);
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).toMatch(/^error: .+\n/);
    expect(stderr).toContain("--help");
  });

  it("tells a taxonomy that is not there, and one that is broken", async () => {
    const cwd = folderWith({ ...ADS, "broken.json": "{" });
    for (const taxonomy of ["none.yaml", "broken.json"]) {
      const { stdout, stderr, code } = await run(cwd, ["scan", "a.txt", "--taxonomy", taxonomy]);
      expect([stdout, code]).toEqual(["", 2]);
      expect(stderr).toContain(taxonomy);
    }
  });
});

describe("scan", () => {
  const scan = (cwd: string, ...args: string[]) => run(cwd, ["scan", ...TAXONOMY, ...args]);

  it("reads a folder and prints a report", async () => {
    const { stdout, stderr, code } = await scan(folderWith(ADS), ".", "--format", "json");
    const report = JSON.parse(stdout) as Report;
    expect([stderr, code]).toEqual(["", 0]);
    expect(report.input).toMatchObject({ postings: 2, withoutMatch: ["b.txt"] });
    expect(report.postings.map((row) => row.id)).toEqual(["a.txt", "b.txt"]);
    expect(report.groups.find((group) => group.id === "containers")).toMatchObject({
      postings: 1,
      share: 0.5,
    });
  });

  it("reads standard input beside files, in order of id", async () => {
    const { stdout } = await run(folderWith(ADS), ["scan", ...TAXONOMY, "a.txt", "-", "--format", "ndjson"], {
      stdin: "Engineer\n\nKafka\n",
    });
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PostingRow);
    expect(rows.map((row) => row.id)).toEqual(["-", "a.txt"]);
  });

  it("counts only what is selected", async () => {
    const { stdout } = await scan(folderWith(ADS), ".", "--format", "json", "--tool", "docker");
    const report = JSON.parse(stdout) as Report;
    expect(report.groups.map((group) => group.id)).toEqual(["containers"]);
    expect(report.postings[0]!.tools.map((tool) => tool.name)).toEqual(["Docker"]);
  });

  it("explains where asked to", async () => {
    const { stdout } = await scan(folderWith(ADS), "a.txt", "--format", "ndjson", "--explain");
    const row = JSON.parse(stdout) as PostingRow;
    expect(row.tools[1]!.mentions[0]).toMatchObject({
      rule: "level.clause.preferred",
      evidence: "is a plus",
    });
    expect(row.rejected).toEqual([]);
  });

  it("writes a file, and says so on stderr, or nothing where it is to be quiet", async () => {
    const cwd = folderWith(ADS);
    const said = await scan(cwd, "a.txt", "--format", "csv", "-o", "out.csv");
    expect(said).toEqual({ stdout: "", stderr: "1 posting written to out.csv\n", code: 0 });
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toMatch(/^id,title,/);
    expect(await scan(cwd, "a.txt", "-q", "-o", "out.csv")).toEqual({ stdout: "", stderr: "", code: 0 });
  });

  it("leaves a file as it was when there is nothing to read", async () => {
    const cwd = folderWith({ "binary.txt": "\u0000\u0001\u0002" });
    writeFileSync(join(cwd, "out.json"), "old");
    const { stdout, stderr, code } = await scan(cwd, "binary.txt", "--format", "json", "-o", "out.json");
    expect([stdout, code, readFileSync(join(cwd, "out.json"), "utf8")]).toEqual(["", 2, "old"]);
    expect(stderr).toContain("skipped binary.txt: ");
    expect(stderr).toContain("there is no posting to read");
  });

  it("goes on over a path that is not there, and exits with 2 at the end", async () => {
    const { stdout, stderr, code } = await scan(folderWith(ADS), "a.txt", "none.txt", "--format", "json");
    expect((JSON.parse(stdout) as Report).input.postings).toBe(1);
    expect(stderr).toContain("none.txt");
    expect(code).toBe(2);
  });

  it("takes what cannot be read for a failure only where it is strict", async () => {
    const cwd = folderWith({ ...ADS, "binary.txt": "\u0000\u0001\u0002" });
    const args = ["a.txt", "binary.txt", "--format", "json"];
    expect((await scan(cwd, ...args)).code).toBe(0);
    expect((await scan(cwd, ...args, "--strict")).code).toBe(2);
  });

  it("colours where it is told to, and no file unless told twice", async () => {
    const cwd = folderWith(ADS);
    const escapes = (text: string) => text.includes("\u001b[");
    expect(escapes((await scan(cwd, "a.txt")).stdout)).toBe(false);
    expect(escapes((await scan(cwd, "a.txt", "--color", "always")).stdout)).toBe(true);
    await run(cwd, ["scan", ...TAXONOMY, "a.txt", "-o", "auto.txt"], { stdoutColor: true });
    expect(escapes(readFileSync(join(cwd, "auto.txt"), "utf8"))).toBe(false);
  });

  it("names what is near an unknown name, and writes nothing", async () => {
    const cwd = folderWith(ADS);
    const { stderr, code } = await scan(cwd, "a.txt", "--tool", "Dokcer", "-o", "out.txt");
    expect(stderr).toContain("Did you mean Docker?");
    expect([code, existsSync(join(cwd, "out.txt"))]).toEqual([2, false]);
  });
});

describe("check", () => {
  it("shows one posting, from a file or from standard input", async () => {
    const cwd = folderWith(ADS);
    const file = await run(cwd, ["check", ...TAXONOMY, "a.txt"]);
    const stdin = await run(cwd, ["check", ...TAXONOMY, "-"], { stdin: ADS["a.txt"] });
    for (const { stdout, stderr, code } of [file, stdin]) {
      expect([stderr, code]).toEqual(["", 0]);
      expect(stdout).toContain("Docker");
    }
  });

  it.each([
    ["a folder", ".", "error "],
    ["a path that is not there", "none.txt", "error path-missing none.txt"],
    ["a binary file", "binary.txt", "error binary-file binary.txt"],
  ])("tells %s, with a hint", async (_, path, wanted) => {
    const cwd = folderWith({ "binary.txt": "\u0000\u0001\u0002" });
    const { stdout, stderr, code } = await run(cwd, ["check", ...TAXONOMY, path]);
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).toContain(wanted);
    expect(stderr).toMatch(/\n {2}= .+\n/);
  });
});
