import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../src/cli/main.js";
import { fakeIo, type Outcome } from "../../support/io.js";
import { TAXONOMY } from "../context/taxonomy.js";

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
