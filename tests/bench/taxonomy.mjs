/**
 * What a changed taxonomy costs before the first posting is read: node tests/bench/taxonomy.mjs [--rounds 11]
 *
 * Each round is a process of its own that has compiled nothing yet. It takes the time of loading (the manifest and all
 * its YAML files: read, checked against the schema, made a model) and of compiling (the model to the taxonomy that a
 * run uses), from the call; importing the modules is not counted. What comes out must be what the build has packed:
 * as many tools and forms, and the same digest.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/program.mjs";
import { table } from "./lib/report.mjs";
import { spread } from "./lib/statistics.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "11" },
    program: { type: "string" },
    once: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds is a number from 1");

const root = resolve(values.program ?? ROOT);
const module = (path) => import(pathToFileURL(join(root, "dist", path)).href);
if (values.once) await once();
else await measure();

/** One round, told as a line of JSON. */
async function once() {
  const [{ loadFolder }, { compile }, { sha256 }] = await Promise.all(
    ["taxonomy/load.js", "taxonomy/compile.js", "taxonomy/digest.js"].map(module),
  );
  const start = performance.now();
  const { model, problems } = loadFolder(join(root, "taxonomy/mlops.yaml"), root);
  const loaded = performance.now();
  const { digest, tools, aliases } = compile(model, sha256);
  const compiled = performance.now();
  if (problems.length > 0) throw new Error(`${problems.length} problems`);
  const ms = { load: loaded - start, compile: compiled - loaded, total: compiled - start };
  process.stdout.write(JSON.stringify({ ms, facts: { tools: tools.length, forms: aliases.length, digest } }));
}

async function measure() {
  const { unpack } = await module("packed/index.js");
  const packed = unpack(readFileSync(join(root, "dist/taxonomy-data/mlops.bin")));
  const expected = { tools: packed.tools.length, forms: packed.aliases.length, digest: packed.digest };
  const runs = Array.from({ length: rounds }, () => round(expected));
  const rows = ["load", "compile", "total"].map((part) => {
    const { median, min, max } = spread(runs.map((ms) => ms[part]));
    const shown = [median, min, max].map((ms) => `${ms.toFixed(0)} ms`);
    return [part, ...shown];
  });
  const lines = [
    `${expected.tools} tools, ${expected.forms} forms, ${expected.digest}; ${rounds} processes, each checked against the packed file`,
    "",
    ...table(["part", "median", "lowest", "highest"], rows),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** The milliseconds of a new process. */
function round(expected) {
  const more = values.program === undefined ? [] : ["--program", values.program];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), "--once", ...more],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const { ms, facts } = JSON.parse(stdout);
  if (JSON.stringify(facts) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(facts)}, and packed is ${JSON.stringify(expected)}: npm run build?`);
  }
  return ms;
}
