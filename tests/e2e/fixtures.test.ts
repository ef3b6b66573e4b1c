import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GroupLevel, Level, PostingRow, Report } from "../../src/types.js";
import { ROOT, skilltag } from "./program.js";

/** What a careful reader finds in an ad; fixtures/README.md tells the fields. */
interface Expectation {
  readonly title: string;
  readonly groups: Readonly<Record<string, GroupLevel>>;
  readonly cloud: { readonly anyOf: boolean; readonly primary: string | null };
  readonly tools: Readonly<Record<string, Level>>;
  readonly absent: readonly string[];
  /** Differences that the program is known to have, each as this test prints it. */
  readonly known?: readonly string[];
}

const FOLDER = join(ROOT, "fixtures/postings");
const ENDING = /\.expected\.json$/;
const { UPDATE_KNOWN } = process.env;

describe("fixtures/postings: what is found is what a careful reader finds", () => {
  const report = JSON.parse(skilltag(["scan", FOLDER, "--format", "json", "--quiet"]).stdout) as Report;
  const rows = new Map(report.postings.map((row) => [row.id.replace(/\.(txt|md)$/, ""), row]));
  const names = readdirSync(FOLDER)
    .filter((file) => ENDING.test(file))
    .map((file) => file.replace(ENDING, ""));

  it("has an expectation for each posting, and a posting for each expectation", () => {
    expect([...rows.keys()].sort()).toEqual(names.sort());
  });

  it.each(names)("%s", (name) => {
    const file = join(FOLDER, `${name}.expected.json`);
    const text = readFileSync(file, "utf8");
    const expected = JSON.parse(text) as Expectation;
    const row = rows.get(name);
    expect(row, "the posting was not read").toBeDefined();
    const found = differences(expected, row!);
    if (UPDATE_KNOWN) {
      const updated = withKnown(
        text,
        found.map((one) => one.what),
      );
      if (updated !== text) writeFileSync(file, updated);
      return;
    }
    const known = new Set(expected.known);
    const fresh = found.filter((one) => !known.has(one.what));
    const gone = [...known].filter((what) => !found.some((one) => one.what === what));
    const lines = [
      ...fresh.map((one) => `new: ${one.what}${one.where}`),
      ...gone.map((what) => `no longer so, take it out of "known": ${what}`),
    ];
    if (lines.length > 0) expect.fail(`${lines.length} differences:\n${lines.join("\n")}`);
  });
});

describe("the list of known differences", () => {
  const TEXT = `{\n  "title": "A \\"b\\"",\n  "tools": { "Go": "required" },\n  "absent": [],\n  "notes": "x"\n}\n`;

  it("is written before the notes, and all else stays as it is", () => {
    const known = ["tools.Go: wanted required, got absent", "cloud.primary: wanted AWS, got null"];
    const once = withKnown(TEXT, known);
    expect(JSON.parse(once)).toEqual({ ...JSON.parse(TEXT), known });
    expect(once.split("\n").filter((line) => !TEXT.split("\n").includes(line))).toEqual([
      '  "known": [',
      `    ${JSON.stringify(known[0])},`,
      `    ${JSON.stringify(known[1])}`,
      "  ],",
    ]);
    expect(withKnown(once, known)).toBe(once);
  });

  it("is taken away when it is empty", () => {
    expect(withKnown(withKnown(TEXT, ['a [b], "c"']), [])).toBe(TEXT);
    expect(withKnown(TEXT, [])).toBe(TEXT);
  });
});

/** One thing that was found otherwise than expected. */
interface Difference {
  /** As it may stand under `known`: without places, which any edit of the posting moves. */
  readonly what: string;
  /** Where it stands, for who looks at it. */
  readonly where: string;
}

/** All differences of a posting. */
function differences(expected: Expectation, row: PostingRow): Difference[] {
  const all: Difference[] = [];
  const compare = (what: string, wanted: unknown, got: unknown, where = "") => {
    if (wanted !== got) all.push({ what: `${what}: wanted ${wanted}, got ${got}`, where });
  };
  compare("title", expected.title, row.title);
  for (const [group, level] of Object.entries(expected.groups)) {
    compare(`groups.${group}`, level, row.groups[group]);
  }
  compare("cloud.anyOf", expected.cloud.anyOf, row.cloud.anyOf);
  compare("cloud.primary", expected.cloud.primary, row.cloud.primary);
  const found = new Map(row.tools.map((tool) => [tool.name, tool]));
  for (const [name, level] of Object.entries(expected.tools)) {
    compare(`tools.${name}`, level, found.get(name)?.level ?? "absent", places(found.get(name)));
  }
  for (const tool of row.tools) {
    if (tool.name in expected.tools) continue;
    const also = expected.absent.includes(tool.name) ? ", listed under absent" : "";
    compare(`tools.${tool.name}`, "absent", tool.level, places(tool) + also);
  }
  return all;
}

/** An expectation's text with this list of known differences before its notes; without a list where it is empty. */
function withKnown(text: string, known: readonly string[]): string {
  const without = text.replace(/^ {2}"known": \[\n(?: {4}.*\n)* {2}\],?\n/m, "");
  if (known.length === 0) return without;
  const list = known.map((what) => `    ${JSON.stringify(what)}`).join(",\n");
  // Before the notes, which every expectation ends with.
  return without.replace(/^ {2}"notes":/m, () => `  "known": [\n${list}\n  ],\n  "notes":`);
}

function places(tool: PostingRow["tools"][number] | undefined): string {
  if (!tool) return "";
  return ` (${tool.mentions.map((one) => `${one.line}:${one.column} "${one.surface}" ${one.level}`).join(", ")})`;
}
