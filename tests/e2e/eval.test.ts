import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, skilltag } from "./program.js";

const POSTINGS = join(ROOT, "fixtures/postings");
const LABELS = join(ROOT, "fixtures/labels/five.jsonl");
const lines = readFileSync(LABELS, "utf8").trim().split("\n");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "skilltag-eval-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of labels, of these lines. */
function labels(name: string, content: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${content.join("\n")}\n`);
  return file;
}

const run = (gold: string, ...more: string[]) =>
  skilltag(["eval", "--gold", gold, POSTINGS, "--include", "*.txt", ...more]);

describe("skilltag eval", () => {
  it("prints the figures, and names what has no label", () => {
    const { stdout, stderr, code } = run(LABELS);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^5 labelled postings · taxonomy mlops \d/);
    expect(stdout).toMatch(/^Groups +[01]\.\d{3} +[01]\.\d{3} +[01]\.\d{3} +\d+ +\d+ +\d+$/m);
    expect(stderr).toContain("not labelled, and left out: 02-us-bank-ml-platform.txt, ");
  });

  it("prints the same as JSON, errors only where asked for", () => {
    const report = JSON.parse(run(LABELS, "--format", "json").stdout);
    expect(report).toMatchObject({ schemaVersion: 1, input: { postings: 5, withoutPosting: [] } });
    expect(report.eachGroup).toHaveLength(8);
    expect(report.errors).toBeUndefined();
    const all = JSON.parse(run(LABELS, "--format", "json", "--errors").stdout);
    expect(all.errors).toBeInstanceOf(Array);
  });

  it("ends with 0 where a gate holds and with 1 where it does not, and says which", () => {
    const wrong = labels("wrong.jsonl", [
      ...lines.slice(0, 2),
      lines[2]!.replace('"workflow": "absent"', '"workflow": "required"'),
    ]);
    expect(run(wrong, "--min-f1", "0.5", "--min-precision", "0.5").code).toBe(0);
    const failed = run(wrong, "--min-f1", "1", "--min-precision", "0", "--quiet");
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^gate --min-f1 1 failed: F1 of groups is 0\.\d{4}\n$/);
    expect(failed.stdout).toContain("Groups");
  });

  it("shows an error with its place, words and rule", () => {
    const wrong = labels("place.jsonl", [lines[0]!.replace('"python": "required"', '"python": "absent"')]);
    expect(run(wrong, "--errors").stdout).toMatch(
      / {2}extra group python: labelled absent, got required\n {6}13:15 «Python» level\.\S+/,
    );
  });

  it("names labels without a posting, and stops where no label has one", () => {
    const other = lines[1]!.replace('"03-us-', '"99-us-');
    const some = run(labels("some.jsonl", [lines[0]!, other]));
    expect(some.stderr).toContain("1 labelled, and not among the postings: 99-us-hospital-data-scientist");
    expect(some.code).toBe(0);
    const none = run(labels("none.jsonl", [other]));
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("error nothing-to-read no posting has a label in");
  });

  it("says where a file of labels is wrong and how to mend it, and measures nothing", () => {
    const broken = labels("broken.jsonl", [
      lines[0]!,
      '{"id": "x", "tools": [], "groups": {"piton": "required"}}',
      "{",
    ]);
    const { stdout, stderr, code } = run(broken);
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).toContain('broken.jsonl:2:1: error unknown-group the taxonomy has no group "piton"');
    expect(stderr).toContain("  = The taxonomy's groups are containers, aws,");
    expect(stderr).toMatch(/broken\.jsonl:3:\d+: error bad-value the line is not JSON/);
  });

  it("refuses two postings for one label, labels that are not there and gates that are no share", () => {
    for (const part of ["a", "b"]) {
      mkdirSync(join(folder, "two", part), { recursive: true });
      copyFileSync(
        join(POSTINGS, "29-uk-agency-short.txt"),
        join(folder, "two", part, "29-uk-agency-short.txt"),
      );
    }
    const two = skilltag(["eval", "--gold", LABELS, join(folder, "two")]);
    expect(two.code).toBe(2);
    expect(two.stderr).toContain('two postings have the label "29-uk-agency-short"');
    expect(run("nowhere.jsonl").stderr).toContain("error missing-file");
    const gate = run(LABELS, "--min-f1", "99");
    expect(gate.code).toBe(2);
    expect(gate.stderr).toContain("Give a number from 0 to 1");
  });

  it("takes what counts as a concept from the file beside the taxonomy", () => {
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "skilltag.yaml"), "name: own\nversion: 1.0.0\nextends: mlops\n");
    writeFileSync(join(own, "evaluation.yaml"), "concepts: [python]\n");
    const settings = { env: { SKILLTAG_CACHE: join(folder, "cache") } };
    const args = ["eval", "--gold", LABELS, POSTINGS, "--taxonomy", join(own, "skilltag.yaml"), "-f", "json"];
    // Python stands in four of the five.
    expect(JSON.parse(skilltag(args, settings).stdout).concepts).toMatchObject({ found: 4 });
    writeFileSync(join(own, "evaluation.yaml"), 'concepts: ["py*thon"]\nconcept: []\n');
    const { stderr, code } = skilltag(args, settings);
    expect(code).toBe(2);
    expect(stderr).toMatch(/evaluation\.yaml:1:12: error bad-value .*a star may stand at its end only/);
    expect(stderr).toMatch(/evaluation\.yaml:2:1: error unknown-field "concept"/);
  });
});

/** A labelled set beside the project: postings, labels by hand, and a program that compares. Not part of it. */
const SET = resolve(ROOT, "../shared/gold");
const [SET_POSTINGS, SET_LABELS, SET_SCORE] = ["postings", "dev.jsonl", "score.py"].map((name) =>
  join(SET, name),
);
const MISSING =
  [SET_POSTINGS, SET_LABELS, SET_SCORE].some((part) => !existsSync(part!)) ||
  spawnSync("python3", ["--version"]).status !== 0;

describe("the figures, beside those of another program", () => {
  const why = MISSING ? " (left out: the labelled set or python3 is not there)" : "";
  let report: string;
  beforeAll(() => {
    if (MISSING) return;
    report = join(folder, "report.json");
    writeFileSync(report, skilltag(["scan", SET_POSTINGS!, "--format", "json", "--quiet"]).stdout);
  });

  function compare(gold: string): void {
    const { stdout } = spawnSync("python3", [SET_SCORE!, gold, report], { encoding: "utf8" });
    const theirs = {
      found: [...stdout.matchAll(/P (\S+) +R (\S+) +F1 (\S+) +\(tp (\d+) fp (\d+) fn (\d+)\)/g)].map((one) =>
        one.slice(1, 7).map(Number),
      ),
      right: [...stdout.matchAll(/ (\d\.\d{3}) of (\d+)/g)].map((one) => one.slice(1, 3).map(Number)),
    };
    const ran = skilltag(["eval", "--gold", gold, SET_POSTINGS!, "--format", "json"]);
    const { groups, eachGroup, technologies, concepts, levels, cloud } = JSON.parse(ran.stdout);
    const round = (figure: number) => Number(figure.toFixed(3));
    const ours = {
      found: [groups, ...eachGroup, technologies, concepts].map((one) => [
        ...[one.precision, one.recall, one.f1].map(round),
        ...[one.found, one.extra, one.missed],
      ]),
      right: [...Object.values<{ share: number; of: number }>(levels), cloud.anyOf, cloud.primary].map(
        (one) => [round(one.share), one.of],
      ),
    };
    expect(theirs.found).toHaveLength(11);
    expect(theirs.right).toHaveLength(5);
    expect(ours).toEqual(theirs);
  }

  it.skipIf(MISSING)(`are the same to three decimals${why}`, () => compare(SET_LABELS!));

  it.skipIf(MISSING)(`are the same where nearly every label is wrong${why}`, () => {
    const all = readFileSync(SET_LABELS!, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const turned = all.map((one, at) => JSON.stringify({ ...one, id: all[(at + 1) % all.length].id }));
    compare(labels("turned.jsonl", turned));
  });
});
