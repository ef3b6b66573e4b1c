/** What both rivals in one process share: the simplest walk there is, and one line of output a posting. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [aliasFile, ...folders] = process.argv.slice(2);
export const aliases = readFileSync(aliasFile, "utf8").trimEnd().split("\n");

/** Counts in every file of the folders and prints `path:count`. */
export function countAll(count) {
  const lines = [];
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true })) {
      if (name.endsWith(".txt")) lines.push(`${name}:${count(readFileSync(join(folder, name), "utf8"))}\n`);
    }
  }
  process.stdout.write(lines.join(""));
}
