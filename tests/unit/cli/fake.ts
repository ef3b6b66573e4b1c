import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Io } from "../../../src/cli/io.js";
import { main } from "../../../src/cli/main.js";
import { TAXONOMY } from "../context/taxonomy.js";

/** What a command did to the outside. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** A world without a process: what is written is kept. */
export function fakeIo(settings: Partial<Io> & { readonly stdin?: string } = {}) {
  const outcome = { stdout: "", stderr: "", code: 0 };
  const { stdin = "", ...rest } = settings;
  const io: Io = {
    stdout: (text) => {
      outcome.stdout += typeof text === "string" ? text : new TextDecoder().decode(text);
    },
    stderr: (text) => {
      outcome.stderr += text;
    },
    readStdin: async () => new TextEncoder().encode(stdin),
    cwd: tmpdir(),
    env: {},
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: 80,
    stdoutColor: false,
    stderrColor: false,
    unicode: true,
    setExitCode: (code) => {
      outcome.code = code;
    },
    ...rest,
  };
  return { io, outcome: outcome as Outcome };
}

/** The small taxonomy as a file: outside of the folders that commands read. */
export const SMALL = join(mkdtempSync(join(tmpdir(), "skilltag-small-")), "small.json");
writeFileSync(SMALL, JSON.stringify(TAXONOMY));

/** A new folder with these files. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "skilltag-cli-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs a command line in a folder, without a process. */
export async function run(
  cwd: string,
  args: readonly string[],
  settings: Parameters<typeof fakeIo>[0] = {},
): Promise<Outcome> {
  const { io, outcome } = fakeIo({ cwd, ...settings });
  await main(["node", "skilltag", ...args], io);
  return outcome;
}
