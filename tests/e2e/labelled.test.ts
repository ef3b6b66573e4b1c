import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, skilltag } from "./program.js";

/** A labelled set beside the project: postings, labels by hand, and a program that compares. Not part of it. */
const SET = resolve(ROOT, "../shared/gold");
const PARTS = ["postings", "dev.jsonl", "score.py"].map((name) => join(SET, name));
const HAS_PYTHON = spawnSync("python3", ["--version"]).status === 0;
const MISSING = PARTS.some((part) => !existsSync(part)) || !HAS_PYTHON;

describe("on the labelled set beside the project", () => {
  const why = MISSING ? " (left out: the set or python3 is not there)" : "";
  it.skipIf(MISSING)(`finds groups and named technologies as well as it did${why}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "skilltag-labelled-"));
    const file = join(folder, "report.json");
    const ran = skilltag(["scan", PARTS[0]!, "--format", "json", "--quiet"]);
    expect(ran.code, ran.stderr).toBe(0);
    writeFileSync(file, ran.stdout);
    const { stdout, stderr } = spawnSync("python3", [PARTS[2]!, PARTS[1]!, file], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(stderr).toBe("");
    const figures = (row: string) => {
      const found = new RegExp(`^${row} +P ([\\d.]+) +R ([\\d.]+) +F1 ([\\d.]+)`, "m").exec(stdout);
      expect(found, `"${row}" in ${stdout}`).not.toBeNull();
      return { precision: Number(found![1]), recall: Number(found![2]), f1: Number(found![3]) };
    };
    expect(figures("groups \\(presence\\)").f1).toBeGreaterThanOrEqual(0.97);
    const named = figures("named technologies");
    expect(named.precision).toBeGreaterThanOrEqual(0.93);
    expect(named.recall).toBeGreaterThanOrEqual(0.8);
  });
});
