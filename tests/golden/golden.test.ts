import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { type Ran, ROOT, skilltag } from "../e2e/program.js";
import { fakeIo } from "../support/io.js";

/**
 * A folder under cases/ is one run of the program: `case.json` holds the command and what it finds, and beside it stand
 * `stdout.txt`, `stderr.txt` and `exit.txt`, what it is to leave behind. `UPDATE_GOLDEN=1 npx vitest run tests/golden`
 * writes these three anew: read the difference before you commit it.
 */
interface Case {
  /** What is typed behind `skilltag`. */
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files to make in a new folder, in which the command then runs; without it, it runs in the project. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files of these that nobody may read. */
  readonly unreadable?: readonly string[];
  /** Files that must stand there afterwards, with this text; null: must not. */
  readonly after?: Readonly<Record<string, string | null>>;
  /** Run inside this process with a terminal of so many columns: a child process has none. */
  readonly columns?: number;
}

const CASES = join(import.meta.dirname, "cases");
const { UPDATE_GOLDEN } = process.env;
const UPDATE = UPDATE_GOLDEN === "1";
const IS_ROOT = process.getuid?.() === 0;

describe("the command line prints what it printed", () => {
  for (const name of readdirSync(CASES).sort()) {
    const folder = join(CASES, name);
    const given = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case;
    const blocked = given.unreadable !== undefined && IS_ROOT;
    const why = blocked ? " (left out: the superuser may read every file)" : "";
    it.skipIf(blocked)(`${name}${why}`, async () => {
      const cwd = given.files ? setUp(given) : ROOT;
      try {
        const ran = await (given.columns ? inProcess(given, cwd) : skilltag(given.args, { ...given, cwd }));
        const stable = (text: string) => stabilise(text, cwd);
        expect(ran.stderr, "a stack trace").not.toMatch(/^ +at .+:\d+:\d+\)?$/m);
        const got = { stdout: stable(ran.stdout), stderr: stable(ran.stderr), exit: `${ran.code}\n` };
        for (const [file, text] of Object.entries(given.after ?? {})) {
          const path = join(cwd, file);
          expect(existsSync(path) ? readFileSync(path, "utf8") : null, file).toBe(text);
        }
        for (const [what, text] of Object.entries(got)) {
          const path = join(folder, `${what}.txt`);
          if (UPDATE) writeFileSync(path, text);
          else expect(text, what).toBe(readFileSync(path, "utf8"));
        }
      } finally {
        if (given.files) rmSync(cwd, { recursive: true });
      }
    });
  }
});

function setUp({ files, unreadable }: Case): string {
  const folder = mkdtempSync(join(tmpdir(), "skilltag-golden-"));
  for (const [name, text] of Object.entries(files ?? {})) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(join(folder, name), text);
    else mkdirSync(join(folder, name), { recursive: true });
  }
  for (const name of unreadable ?? []) chmodSync(join(folder, name), 0);
  return folder;
}

/** What is not the same on every machine, or changes with the vocabulary. */
function stabilise(text: string, cwd: string): string {
  return text
    .replaceAll(cwd, "{folder}")
    .replace(/sha256:[0-9a-f]{64}/g, "sha256:{digest}")
    .replace(/\r(?!\n)/g, "{CR}");
}

async function inProcess(given: Case, cwd: string): Promise<Ran> {
  const { io, outcome } = fakeIo({
    cwd,
    env: given.env ?? {},
    stdin: given.stdin ?? "",
    stdoutIsTerminal: true,
    columns: given.columns ?? 80,
  });
  await main(["node", "skilltag", ...given.args], io);
  return outcome;
}
