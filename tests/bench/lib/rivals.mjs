/** What skilltag is compared with. A rival that is not installed is left out, and it is said how to get it. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foldersOf } from "./corpus.mjs";
import { run } from "./process.mjs";

const HERE = join(import.meta.dirname, "..");
const AHO = "modern-ahocorasick";
const DEBIAN = "apt-get install ripgrep ugrep";

/**
 * `part`: the postings that it runs on at most; above, its time is scaled (see timeRival). Who has a part runs once.
 * `extra`: only where asked for.
 */
const RIVALS = [
  {
    id: "rg-f",
    shown: "rg -o -i -w -F -f aliases",
    needs: "rg",
    part: 5000,
    command: ({ aliases }) => ["rg", "-o", "-i", "-w", "-F", "-f", aliases],
  },
  {
    id: "rg-c",
    shown: "rg -c -w -F kubernetes",
    needs: "rg",
    command: () => ["rg", "-c", "-w", "-F", "kubernetes"],
  },
  {
    id: "ugrep",
    shown: "ugrep -r -o -i -w -F -f aliases",
    needs: "ugrep",
    command: ({ aliases }) => ["ugrep", "-r", "-o", "-i", "-w", "-F", "-f", aliases],
  },
  {
    id: "aho",
    shown: `${AHO}, one process`,
    needs: AHO,
    part: 1000,
    extra: true,
    command: ({ aliases }) => [process.execPath, join(HERE, "rivals/aho-corasick.mjs"), aliases],
  },
  {
    id: "regexp",
    shown: "V8 RegExp of all aliases, one process",
    part: 100,
    extra: true,
    command: ({ aliases }) => [process.execPath, join(HERE, "rivals/v8-regexp.mjs"), aliases],
  },
];

/**
 * @param wanted ids; null for those that are not extra, "all" for all
 * @returns `{ rivals, missing }`: those to run; sentences on those that are not installed
 */
export function findRivals(wanted) {
  const missing = [];
  const rivals = RIVALS.filter((rival) => {
    if (wanted === null ? rival.extra : wanted !== "all" && !wanted.includes(rival.id)) return false;
    if (rival.needs === undefined || isThere(rival.needs)) return true;
    const how = rival.needs === AHO ? "npm install --prefix tests/bench --no-package-lock" : DEBIAN;
    missing.push(`${rival.shown}: left out, not installed (${how})`);
    return false;
  });
  return { rivals, missing };
}

/** Whether the rival runs on a part of the corpus only. */
export function isPartial(rival, corpus) {
  return rival.part !== undefined && rival.part < corpus.count;
}

/**
 * Runs a rival. On a part of the corpus the time for all is `start + (time - start) * postings / part`, where `start`
 * is what it takes for an empty folder: tables are built once, whatever the number of postings.
 * @param place `{ aliases, empty }`: file of all aliases, an empty folder
 */
export async function timeRival(rival, corpus, place, stdout) {
  const command = rival.command(place);
  const partial = isPartial(rival, corpus);
  const folders = partial ? foldersOf(corpus.folder, rival.part) : [corpus.folder];
  // grep's own custom: 1 says that nothing was found.
  const options = { stdout, memory: true, codes: [0, 1] };
  if (!partial) return run([...command, ...folders], options);
  const start = await run([...command, place.empty], options);
  const { ms, rss } = await run([...command, ...folders], options);
  return { ms: start.ms + ((ms - start.ms) * corpus.count) / rival.part, rss };
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
