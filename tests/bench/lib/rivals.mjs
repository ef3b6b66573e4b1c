/** What skilltag is compared with. A rival that is not installed is left out, and it is said how to get it. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./process.mjs";

const HERE = join(import.meta.dirname, "..");
const AHO = "modern-ahocorasick";
const DEBIAN = "apt-get install ripgrep ugrep";

/**
 * `rounds`: how often it runs at most; slow ones run once. `largest`: postings that it is run on at most, where it
 * would take many minutes otherwise.
 */
const RIVALS = [
  {
    id: "rg -f",
    shown: "rg -o -i -w -F -f aliases",
    needs: "rg",
    command: ({ folder, aliases }) => ["rg", "-o", "-i", "-w", "-F", "-f", aliases, folder],
  },
  {
    id: "rg -c",
    shown: "rg -c -w -F kubernetes",
    needs: "rg",
    command: ({ folder }) => ["rg", "-c", "-w", "-F", "kubernetes", folder],
  },
  {
    id: "ugrep",
    shown: "ugrep -r -o -i -w -F -f aliases",
    needs: "ugrep",
    rounds: 1,
    command: ({ folder, aliases }) => ["ugrep", "-r", "-o", "-i", "-w", "-F", "-f", aliases, folder],
  },
  {
    id: "aho",
    shown: `${AHO}, one process`,
    needs: AHO,
    rounds: 1,
    largest: 10_000,
    command: ({ folder, aliases }) => [process.execPath, join(HERE, "rivals/aho-corasick.mjs"), aliases, folder],
  },
  {
    id: "regexp",
    shown: "RegExp of all aliases, one process",
    rounds: 1,
    largest: 5_000,
    command: ({ folder, aliases }) => [process.execPath, join(HERE, "rivals/v8-regexp.mjs"), aliases, folder],
  },
];

/**
 * @param corpus  `{ folder, count }`
 * @param aliases file of all aliases, one a line
 * @param wanted  ids, null for all
 * @returns `{ rivals, missing }`: those to run, each with `run(stdout)`; sentences on those that are left out
 */
export function findRivals(corpus, aliases, wanted) {
  const missing = [];
  const rivals = RIVALS.filter((rival) => {
    if (wanted !== null && !wanted.includes(rival.id)) return false;
    if (rival.largest !== undefined && corpus.count > rival.largest) {
      missing.push(`${rival.shown}: left out above ${rival.largest} postings, where it takes minutes`);
      return false;
    }
    if (rival.needs === undefined || isThere(rival.needs)) return true;
    const how = rival.needs === AHO ? "npm install --prefix tests/bench --no-package-lock" : DEBIAN;
    missing.push(`${rival.shown}: not installed (${how})`);
    return false;
  }).map((rival) => ({
    ...rival,
    run: (stdout) =>
      // grep's own custom: 1 says that nothing was found.
      run(rival.command({ folder: corpus.folder, aliases }), { stdout, memory: true, codes: [0, 1] }),
  }));
  return { rivals, missing };
}

/** Writes all written forms, one a line, as grep -f wants them. */
export function writeAliases(taxonomy, file) {
  const texts = [...new Set(taxonomy.aliases.map((alias) => alias.text))];
  writeFileSync(file, `${texts.join("\n")}\n`);
  return texts.length;
}

/** First line of what a program says of its version, null where it is not installed. */
export function versionOf(program) {
  const { stdout, error } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return error ? null : stdout.split("\n")[0].trim();
}

function isThere(program) {
  return program === AHO ? existsSync(join(HERE, "node_modules", AHO)) : versionOf(program) !== null;
}
