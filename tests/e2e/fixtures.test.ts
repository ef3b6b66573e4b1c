import { readdirSync, readFileSync } from "node:fs";
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
}

const FOLDER = join(ROOT, "fixtures/postings");
const ENDING = /\.expected\.json$/;

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
    const expected = JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), "utf8")) as Expectation;
    const row = rows.get(name);
    expect(row, "the posting was not read").toBeDefined();
    const found = differences(expected, row!);
    if (found.length > 0) expect.fail(`${found.length} differences:\n${found.join("\n")}`);
  });
});

/** All differences of a posting, each in one line, with the place in the text where there is one. */
function differences(expected: Expectation, row: PostingRow): string[] {
  const lines: string[] = [];
  const compare = (what: string, wanted: unknown, got: unknown, where = "") => {
    if (wanted !== got) lines.push(`${what}: expected ${wanted}, got ${got}${where}`);
  };
  compare("title", expected.title, row.title);
  for (const [group, level] of Object.entries(expected.groups)) {
    compare(`group ${group}`, level, row.groups[group]);
  }
  compare("cloud.anyOf", expected.cloud.anyOf, row.cloud.anyOf);
  compare("cloud.primary", expected.cloud.primary, row.cloud.primary);
  const found = new Map(row.tools.map((tool) => [tool.name, tool]));
  for (const [name, level] of Object.entries(expected.tools)) {
    compare(name, level, found.get(name)?.level ?? "not found", places(found.get(name)));
  }
  for (const tool of row.tools) {
    if (!(tool.name in expected.tools)) {
      const also = expected.absent.includes(tool.name) ? ", which it does not mean here" : "";
      lines.push(`${tool.name}: not expected${also}, got ${tool.level}${places(tool)}`);
    }
  }
  return lines;
}

function places(tool: PostingRow["tools"][number] | undefined): string {
  if (!tool) return "";
  return ` (${tool.mentions.map((one) => `${one.line}:${one.column} "${one.surface}" ${one.level}`).join(", ")})`;
}
