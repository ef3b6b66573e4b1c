import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { PostingRow, Report } from "../../src/types.js";
import { ROOT, skilltag } from "./program.js";

const FOLDER = "fixtures/postings";

function scan(...args: string[]): string {
  const ran = skilltag(["scan", FOLDER, "--quiet", ...args]);
  expect(ran).toMatchObject({ stderr: "", code: 0 });
  return ran.stdout;
}

type Row = Readonly<Record<string, string>>;
const csv = (rows: string) => parse(scan("--format", "csv", "--rows", rows), { columns: true }) as Row[];
/** Numbers and nothing as CSV writes them. */
const cell = (value: unknown) => (value === null || value === undefined ? "" : String(value));

describe("scan fixtures/postings", () => {
  const json = scan("--format", "json");
  const report = JSON.parse(json) as Report;

  it("adds up: levels to a group's postings, shares to counts, groups to the postings' own", () => {
    for (const group of report.groups) {
      const { required, preferred, mentioned } = group.levels;
      expect(required + preferred + mentioned, group.id).toBe(group.postings);
      expect(group.share).toBeCloseTo(group.postings / report.input.postings);
      const levels = report.postings
        .map((row) => row.groups[group.id])
        .filter((level) => level !== undefined);
      if (levels.length === 0) continue;
      const counted = levels.filter((level) => level !== "absent" && level !== "negated");
      expect(counted.length, group.id).toBe(group.postings);
      expect(levels.filter((level) => level === "negated").length, group.id).toBe(group.negated);
    }
    for (const outlier of report.outliers) {
      const naming = report.postings.filter((row) =>
        row.tools.some((tool) => tool.name === outlier.name && tool.level !== "negated"),
      );
      expect(naming.length, outlier.name).toBe(outlier.postings);
    }
  });

  it("gives every mention where it stands: bytes, line and column agree with the surface", () => {
    const utf8 = report.postings.filter((row) => !/^(15|20)-/.test(row.id));
    for (const row of utf8) {
      const bytes = readFileSync(join(ROOT, FOLDER, row.id));
      const text = bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0);
      const lines = text.toString("utf8").split(/\r\n|\r|\n/);
      for (const mention of row.tools.flatMap((tool) => tool.mentions)) {
        const words = text.subarray(mention.start, mention.end).toString("utf8").replace(/\s+/g, " ");
        expect(words).toBe(mention.surface);
        const line = [...(lines[mention.line - 1] ?? "")].slice(mention.column - 1).join("");
        expect(line.startsWith(mention.surface.split(" ")[0]!), `${row.id} ${mention.surface}`).toBe(true);
      }
    }
  });

  it("says the same in JSON and in CSV with a row a posting", () => {
    const open = new Set(report.outliers.map((outlier) => outlier.name));
    const rows = report.postings.map(({ id, title, groups, cloud, tools }) => ({
      id,
      title,
      ...groups,
      cloud_any_of: cell(cloud.anyOf),
      cloud_primary: cell(cloud.primary),
      outliers: tools
        .filter((tool) => open.has(tool.name) && tool.level !== "negated")
        .map((tool) => tool.name)
        .join("; "),
    }));
    expect(csv("postings")).toEqual(rows);
  });

  it("says the same in JSON and in CSV with a row a group", () => {
    const rows = csv("groups");
    const listed = [...report.groups, ...report.combined, ...report.outliers];
    expect(rows.map(({ name }) => name)).toEqual(listed.map((one) => one.name));
    listed.forEach((one, i) => {
      expect(rows[i], one.name).toMatchObject({ postings: cell(one.postings), share: cell(one.share) });
      if ("interval" in one) {
        const { interval_low, interval_high } = rows[i]!;
        expect([interval_low, interval_high]).toEqual(one.interval?.map(cell));
      }
      if ("levels" in one) expect(rows[i]).toMatchObject(strings(one.levels));
    });
  });

  it("says the same in JSON and in CSV with a row a tool, and a row a mention", () => {
    const tools = report.postings.flatMap(({ id, tools: named }) =>
      named.map(({ name, group, level, depth, years, mentions }) =>
        strings({ id, tool: name, group, level, depth, years, mentions: mentions.length }),
      ),
    );
    expect(csv("tools")).toMatchObject(tools);
    const mentions = report.postings.flatMap(({ id, tools: named }) =>
      named.flatMap(({ name, mentions: all }) =>
        all.map(({ surface, alias, start, end, line, column, level, section }) =>
          strings({ id, tool: name, surface, alias, start, end, line, column, level, section }),
        ),
      ),
    );
    expect(csv("mentions")).toMatchObject(mentions.map(({ surface: _, ...row }) => row));
  });

  it("says the same in JSON and in NDJSON", () => {
    const lines = scan("--format", "ndjson").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as PostingRow)).toEqual(report.postings);
  });

  it("says the same in JSON and in the table", () => {
    const table = scan("--breakdown", "all", "--outliers", "all");
    const combined = report.combined.map((row) => ({ ...row, name: row.label ?? row.name }));
    for (const { name, postings, share } of [...report.groups, ...combined, ...report.outliers]) {
      const wanted = `${postings}${`${(100 * share!).toFixed(1)} %`.padStart(9)}`;
      const start = name.slice(0, 12);
      const lines = table.split("\n").filter((line) => line.startsWith(start));
      expect(
        lines.some((line) => line.includes(wanted)),
        `${name} ${wanted} in ${lines.join("\n")}`,
      ).toBe(true);
    }
  });

  it("prints the same bytes each time, whatever the order of the paths", () => {
    expect(scan("--format", "json")).toBe(json);
    const files = report.postings.map((row) => `${FOLDER}/${row.id}`);
    const named = (paths: readonly string[]) =>
      skilltag(["scan", ...paths, "--format", "csv", "--quiet"]).stdout;
    expect(named([...files].reverse())).toBe(named(files));
  });

  it("writes into a file what it prints", () => {
    const folder = mkdtempSync(join(tmpdir(), "skilltag-e2e-"));
    const file = join(folder, "report.json");
    expect(scan("--format", "json", "--output", file)).toBe("");
    expect(readFileSync(file, "utf8")).toBe(json);
    rmSync(folder, { recursive: true });
  });
});

describe.skipIf(process.platform === "win32")("a pipe that is closed early", () => {
  it.each(["json", "ndjson", "csv", "table", "markdown"])(
    "ends a scan as %s with 0 and in silence",
    (format) => {
      const command = `"${process.execPath}" bin/skilltag.js scan ${FOLDER} --quiet --format ${format} | head -1`;
      const shell = spawnSync("bash", ["-c", `${command}; echo "exit \${PIPESTATUS[0]}"`], {
        cwd: ROOT,
        encoding: "utf8",
      });
      expect(shell.stderr).toBe("");
      expect(shell.stdout.trimEnd().split("\n")).toHaveLength(2);
      expect(shell.stdout).toMatch(/\nexit 0\n$/);
    },
  );
});

describe.skipIf(!existsSync("/dev/full"))("output for which there is no room", () => {
  const run = (redirected: string) =>
    spawnSync(
      "bash",
      ["-c", `"${process.execPath}" bin/skilltag.js scan ${FOLDER} --format csv ${redirected}`],
      {
        cwd: ROOT,
        encoding: "utf8",
      },
    );

  it("is said, and is no success", () => {
    const { status, stderr } = run("> /dev/full");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error cannot-write standard output cannot be written \(ENOSPC\)\n {2}= Check/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it("does not stop a run where only its notes have none", () => {
    const { status, stdout } = run("2> /dev/full");
    expect(status).toBe(0);
    expect(stdout).toBe(run("--quiet").stdout);
  });
});

function strings(object: object): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, cell(value)]));
}
