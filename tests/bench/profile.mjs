/**
 * Where the time goes, stage by stage, in one thread: node tests/bench/profile.mjs [--count 5000] [--format csv|ndjson]
 *
 * It calls the stages of dist as src/analyze.ts does and takes the time between them, posting by posting. Its sum is
 * not a run of the program: there, worker threads share the work, and an output may take shorter ways.
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
const spent = new Map();
let before = performance.now();
function lap(stage) {
  const now = performance.now();
  spent.set(stage, (spent.get(stage) ?? 0) + now - before);
  before = now;
}

/** The function, its time counted as a stage's, and what came before it as the judge's. */
function timed(stage, work) {
  return (argument) => {
    lap("judge");
    const result = work(argument);
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
const [input, discovery, match, context, tally, report, output, packed] = await Promise.all(
  [
    ...["input/index.js", "input/discover.js", "match/index.js", "context/index.js", "tally/index.js"],
    ...["report/index.js", `output/${values.format}.js`, "packed/index.js"],
  ].map(stage),
);
lap("boot: modules");
const taxonomy = packed.unpack(readFileSync(join(program.root, "dist/taxonomy-data/mlops.bin")));
lap("boot: taxonomy");
const matcher = match.createMatcher(taxonomy);
const judge = context.createJudge(taxonomy);
const counter = tally.createCounter(taxonomy);
// Rows of postings need no facts of tools.
const render = { rows: "postings", bom: false, explain: false };
const stream = output[values.format].stream({ groups: program.taxonomy.groups, tools: new Map() }, render);
const file = join(tmpdir(), `skilltag-profile-${process.pid}`);
const descriptor = openSync(file, "w");
lap("boot: tables");
const { files } = discovery.discover([corpus.folder], { cwd: program.root });
lap("walk");
writeSync(descriptor, stream.head);
let waiting = [];
for (const posting of input.readPostings(files)) {
  lap("read");
  const title = input.titleOf(posting.bytes);
  lap("title");
  const scan = matcher.scan(posting.bytes);
  lap("match");
  // The judge asks for cues where it needs them: finding them is matching, what it makes of them is judging.
  const analysis = judge.judge(posting.id, title, {
    ...scan,
    findCues: timed("match: cues", scan.findCues),
    findEvidence: timed("match: cues", scan.findEvidence),
  });
  lap("judge");
  counter.add(analysis);
  lap("count");
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
closeSync(descriptor);
lap("write");

const total = [...spent.values()].reduce((a, b) => a + b);
const rows = [...spent, ["all", total]].map(([name, ms]) => [
  name,
  `${ms.toFixed(0)} ms`,
  `${((100 * ms) / total).toFixed(1)} %`,
  /boot|walk/.test(name) ? "" : `${((1000 * ms) / files.length).toFixed(1)} µs`,
]);
process.stdout.write(
  `${files.length} postings, ${values.format}\n\n${table(["stage", "time", "share", "a posting"], rows).join("\n")}\n`,
);
