/**
 * Where the time goes, stage by stage, in one thread: node tests/bench/profile.mjs [--count 5000] [--format csv|ndjson]
 *
 * It calls the stages of dist as src/analyze.ts does and takes the time between them, posting by posting, over all
 * postings twice: first with code that is still cold, as in a run of that many, then with code that is compiled, as in
 * the rest of a long run. Its sum is not a run of the program: there, worker threads share the work. Lines of a CSV are
 * calls of the kernel; what matching and judging are of it is told by calling them once more, and by themselves.
 */
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { DEFAULT_TARGET, ensureCorpus, readCorpus, SEED } from "./lib/corpus.mjs";
import { openProgram } from "./lib/program.mjs";
import { table } from "./lib/report.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "5000" },
    format: { type: "string", default: "csv" },
    target: { type: "string", default: DEFAULT_TARGET },
    program: { type: "string" },
  },
});

/** Milliseconds by stage; each `lap` counts the time since the one before. */
let spent = new Map();
let before = performance.now();
function lap(stage) {
  const now = performance.now();
  spent.set(stage, (spent.get(stage) ?? 0) + now - before);
  before = now;
}

/** The function, its time counted as a stage's, and what came before it as that of the boundary to the kernel. */
function timed(stage, work) {
  return (...given) => {
    lap("kernel: in and out");
    const result = work(...given);
    lap(stage);
    return result;
  };
}

const program = openProgram(values.program);
const corpus = ensureCorpus({
  target: values.target,
  count: Number(values.count),
  seed: SEED,
  taxonomy: program.taxonomy,
});
readCorpus(corpus);

const stage = (path) => import(pathToFileURL(join(program.root, "dist", path)).href);
before = performance.now();
const [input, discovery, kernels, parallel, context, report, output, packed] = await Promise.all(
  [
    ...["input/index.js", "input/discover.js", "kernel/index.js", "parallel/kernel.js"],
    ...["context/index.js", "report/index.js"],
    ...[`output/${values.format}.js`, "packed/index.js"],
  ].map(stage),
);
lap("boot: modules");
const taxonomy = packed.unpack(readFileSync(join(program.root, "dist/taxonomy-data/mlops.bin")));
lap("boot: taxonomy");
const kernel = new kernels.Kernel(parallel.loadKernel(), taxonomy);
const { match, judge, writeFiles, writeLine } = kernel.exports;
kernel.exports = {
  ...kernel.exports,
  match: timed("match", match),
  judge: timed("judge", judge),
  writeFiles: timed("match, judge, line", writeFiles),
  writeLine: timed("match, judge, line", writeLine),
};
// Rows of postings need no facts of tools.
const render = { rows: "postings", bom: false, explain: false };
const facts = { groups: program.taxonomy.groups, tools: new Map(), taxonomy };
const stream = output[values.format].stream(facts, render);
const readFile = timed("read", input.readInto);
const lines = stream.sheet ? kernel.lineWriter(stream.sheet, input.titleOf, readFile, writeLines) : null;
// As src/cli/commands/scan.ts has it: of rows alone nothing is counted.
const wanted = { mentions: stream.mentions, depth: stream.mentions, fingerprint: false };
const file = join(tmpdir(), `skilltag-profile-${process.pid}`);
const descriptor = openSync(file, "w");
lap("boot: tables");
const { files, groups } = discovery.discover([corpus.folder], { cwd: program.root });
lap("walk");
writeSync(descriptor, stream.head);
const cold = analyzeAll();
spent = new Map();
const warm = analyzeAll();
const parts = lines && partsOfLines();
closeSync(descriptor);

/** Gets lines from the kernel. */
function writeLines(lines) {
  lap("kernel: in and out");
  writeSync(descriptor, lines);
  lap("write");
}

/** Everything from reading to writing, once; the milliseconds by stage, with those spent before. */
function analyzeAll() {
  before = performance.now();
  if (lines) {
    for (const group of groups) lines.addFiles(group, (name) => writeByItself(group, name));
    lines.flush();
    lap("kernel: in and out");
    return spent;
  }
  let waiting = [];
  for (const posting of input.readPostings(files)) {
    lap("read");
    const title = input.titleOf(posting.bytes);
    lap("title");
    const analysis = kernel.analyze(posting, title, wanted);
    lap("kernel: in and out");
    const row = report.postingRow(taxonomy, analysis, posting.bytes, {
      explain: false,
      mentions: stream.mentions,
      describeRule: context.describeRule,
    });
    waiting.push(row);
    lap("row");
    if (waiting.length === 64) {
      writeSync(descriptor, stream.rows(waiting));
      waiting = [];
    }
    lap("write");
  }
  writeSync(descriptor, stream.rows(waiting));
  lap("write");
  return spent;
}

/** Writes the line of a file that takes a look in JavaScript, as few of the corpus do. */
function writeByItself({ path, id, named }, name) {
  for (const posting of input.readPostings([{ path: path + name, id: id + name, named }])) {
    lap("read");
    if (!lines.add(posting)) throw new Error(`${posting.id}: no line`);
  }
}

/** Microseconds a posting of matching and of judging alone, on compiled code. */
function partsOfLines() {
  const taken = { match: 0, judge: 0 };
  let postings = 0;
  for (const { bytes } of input.readPostings(files)) {
    kernel.memory().set(bytes, kernel.exports.BYTES.value);
    const start = performance.now();
    match(bytes.length);
    const middle = performance.now();
    judge(0, 0);
    taken.match += middle - start;
    taken.judge += performance.now() - middle;
    postings++;
  }
  return Object.fromEntries(Object.entries(taken).map(([name, ms]) => [name, (1000 * ms) / postings]));
}

const sum = (times, wanted = /./) =>
  [...times].filter(([name]) => wanted.test(name)).reduce((total, [, ms]) => total + ms, 0);
const ms = (value) => (value === undefined ? "" : `${value.toFixed(0)} ms`);
const each = (value) => (value === undefined ? "" : `${((1000 * value) / files.length).toFixed(1)} µs`);
const rows = [...cold.keys()].map((name) => [
  name,
  ms(cold.get(name)),
  `${((100 * cold.get(name)) / sum(cold)).toFixed(1)} %`,
  /boot|walk/.test(name) ? "" : each(cold.get(name)),
  each(warm.get(name)),
]);
rows.push(["all", ms(sum(cold)), "100.0 %", each(sum(cold)), each(sum(warm))]);
if (parts) {
  for (const [name, time] of Object.entries(parts))
    rows.push([`… ${name} alone`, "", "", "", `${time.toFixed(1)} µs`]);
}
const columns = ["stage", "time", "share", "a posting", "a posting, warm"];
// Walking is paid once; for the warm round as for the cold one it is a part of reading.
const reading =
  sum(warm, /read|title|match$/) + cold.get("walk") + (parts ? (parts.match * files.length) / 1000 : 0);
const judging = parts ? (parts.judge * files.length) / 1000 : warm.get("judge");
process.stdout.write(
  `${files.length} postings, ${values.format}\n\n${table(columns, rows).join("\n")}\n\n` +
    `On warm code judging, with the cues that it looks for, takes ${(judging / reading).toFixed(2)} times what reading and matching take.\n`,
);
