/** Makes a corpus: node tests/bench/generate.mjs [--count 5000] [--target DIR] [--seed N] [--fresh] [--check] [--record] */
import { parseArgs } from "node:util";
import { DEFAULT_TARGET, ensureCorpus, mega, readCorpus, recordDigest, SEED } from "./lib/corpus.mjs";
import { openProgram } from "./lib/program.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "5000" },
    target: { type: "string", default: DEFAULT_TARGET },
    seed: { type: "string", default: String(SEED) },
    program: { type: "string" },
    fresh: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
const tell = (text) => process.stdout.write(`${text}\n`);
const count = Number(values.count);
const seed = Number(values.seed);
if (!Number.isInteger(count) || count < 1) throw new Error("--count is a number of postings");
if (!Number.isInteger(seed)) throw new Error("--seed is an integer");

const { taxonomy } = openProgram(values.program);
const corpus = ensureCorpus({ target: values.target, count, seed, taxonomy }, { fresh: values.fresh, tell });
tell(`${count} postings, ${mega(corpus.bytes)} MB, mean ${Math.round(corpus.bytes / count)} bytes`);
tell(`sha256 ${corpus.digest} (seed ${seed}, vocabulary ${corpus.vocabulary})`);
if (values.record) recordDigest(corpus);
else if (corpus.known === null) tell("no digest of this vocabulary was recorded: --record notes it");
else tell(corpus.known ? "as recorded" : "NOT as recorded: the generator or this machine makes other bytes");
if (corpus.known === false && !values.record) process.exitCode = 1;
if (values.check) {
  const same = readCorpus(corpus) === corpus.digest;
  tell(same ? "the files are as written" : "the files are NOT as written: --fresh makes them again");
  if (!same) process.exitCode = 1;
}
