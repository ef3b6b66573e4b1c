/** Right before fast: what must hold of the outputs before any time is printed. Each check throws where it does not. */
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathOf } from "./corpus.mjs";
import { createOracle } from "./oracle.mjs";
import { isPlain } from "./program.mjs";

const SAMPLE = 300;
const SHOWN = 5;

/** Every posting has one row, in order of id, and both formats give each group the same level. */
export async function checkRows(corpus, csv, ndjson) {
  const rows = readFileSync(csv, "utf8").split("\r\n");
  const columns = rows[0].split(",");
  if (rows.length !== corpus.count + 2) fail(`csv: ${rows.length - 2} rows of ${corpus.count} postings`);
  let at = 0;
  for await (const { id, groups } of lines(ndjson)) {
    if (id !== pathOf(at)) fail(`ndjson: row ${at} is ${id}, not ${pathOf(at)}`);
    // Ids of the corpus need no quotes; a title may, so levels are counted from behind it.
    const cells = cellsOf(rows[++at]);
    if (cells[0] !== id) fail(`csv: row ${at} is ${cells[0]}, not ${id}`);
    for (const [group, level] of Object.entries(groups)) {
      const other = cells[columns.indexOf(group)];
      if (other !== level) fail(`${id}: ${group} is ${level} in ndjson, ${other} in csv`);
    }
  }
  if (at !== corpus.count) fail(`ndjson: ${at} rows of ${corpus.count} postings`);
  return `${at} rows each, in order, the same levels`;
}

/**
 * The plain forms of a sample against the oracle, by tool and place.
 * @param explained ndjson with rejections: what was found is what was judged either way
 */
export async function checkForms(corpus, taxonomy, explained) {
  const oracle = createOracle(taxonomy);
  const plain = new Set(
    taxonomy.aliases.filter(isPlain).map((alias) => `${taxonomy.tools[alias.tool].name}\0${alias.text}`),
  );
  const step = Math.max(1, Math.floor(corpus.count / SAMPLE));
  const wrong = [];
  let postings = 0;
  let compared = 0;
  let index = -1;
  let mentions = 0;
  const per = [];
  for await (const row of lines(explained)) {
    index++;
    const found = row.tools.reduce((sum, tool) => sum + tool.mentions.length, 0);
    mentions += found;
    per.push(found);
    if (index % step !== 0 || postings === SAMPLE) continue;
    postings++;
    const text = readFileSync(join(corpus.folder, row.id), "utf8");
    const ours = new Set();
    for (const { name, mentions } of row.tools) {
      for (const { alias, start } of mentions)
        if (plain.has(`${name}\0${alias}`)) ours.add(`${name} @ ${start}`);
    }
    for (const { tool, alias, start } of row.rejected)
      if (plain.has(`${tool}\0${alias}`)) ours.add(`${tool} @ ${start}`);
    const theirs = new Set(
      oracle(text).map(({ tool, start }) => `${tool} @ ${Buffer.byteLength(text.slice(0, start))}`),
    );
    compared += theirs.size;
    for (const one of theirs) if (!ours.has(one)) wrong.push(`${row.id}: missed ${one}`);
    for (const one of ours) if (!theirs.has(one)) wrong.push(`${row.id}: invented ${one}`);
  }
  if (wrong.length > 0)
    fail(`${wrong.length} forms differ from the oracle:\n${wrong.slice(0, SHOWN).join("\n")}`);
  per.sort((a, b) => a - b);
  const at = (share) => per[Math.floor(share * (per.length - 1))];
  const density = `${(mentions / corpus.count).toFixed(1)} mentions a posting (5 % below ${at(0.05)}, 5 % above ${at(0.95)})`;
  return { note: `${compared} plain forms in ${postings} postings as the oracle finds them`, density };
}

/**
 * `rg -c -w -F kubernetes` and skilltag see the word in the same files.
 * @param counted what rg printed: `path:count`
 */
export async function checkWord(corpus, explained, counted) {
  const word = /(?<!\w)kubernetes(?!\w)/;
  const ours = new Set();
  for await (const { id, tools, rejected } of lines(explained)) {
    const forms = [...tools.flatMap((tool) => tool.mentions), ...rejected];
    if (forms.some(({ surface }) => word.test(surface))) ours.add(id);
  }
  const theirs = readFileSync(counted, "utf8").split("\n").filter(Boolean);
  const ids = new Set(theirs.map((line) => line.slice(corpus.folder.length + 1, line.lastIndexOf(":"))));
  const wrong = [...ids].filter((id) => !ours.has(id)).concat([...ours].filter((id) => !ids.has(id)));
  if (wrong.length > 0) {
    fail(
      `rg finds kubernetes in ${ids.size} files, skilltag in ${ours.size}: ${wrong.slice(0, SHOWN).join(", ")}`,
    );
  }
  return `kubernetes in ${ids.size} files for both`;
}

function cellsOf(row) {
  const cells = [];
  for (const match of row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]);
  }
  return cells;
}

async function* lines(file) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield JSON.parse(line);
  }
}

function fail(message) {
  throw new Error(`wrong result, no time is reported. ${message}`);
}
