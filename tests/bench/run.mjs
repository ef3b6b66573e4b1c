/** Measures skilltag against its rivals: node tests/bench/run.mjs [--full]. See README.md. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkForms, checkRows, checkWord } from "./lib/checks.mjs";
import { DEFAULT_TARGET, ensureCorpus, mega, pathOf, readCorpus, SEED } from "./lib/corpus.mjs";
import { run } from "./lib/process.mjs";
import { openProgram } from "./lib/program.mjs";
import { MEASURES, table } from "./lib/report.mjs";
import { findRivals, isPartial, timeRival, versionOf, writeAliases } from "./lib/rivals.mjs";
import { ratios, spread } from "./lib/statistics.mjs";
import { writeUserTaxonomy } from "./lib/user-taxonomy.mjs";

const SMALL = 5_000;
const MIDDLE = 10_000;
const LARGE = 100_000;
/** A start takes a twentieth of a second, and the machine's moods as much: many runs. */
const STARTS = 31;
const MORE_ALIASES = 10_000;

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    rounds: { type: "string" },
    rivals: { type: "string" },
    target: { type: "string", default: DEFAULT_TARGET },
    program: { type: "string" },
    output: { type: "string" },
  },
});
const rounds = Number(values.rounds ?? (values.full ? 3 : 5));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds is a number from 1");
const tell = (text) => process.stderr.write(`${text}\n`);

const program = openProgram(values.program);
const scratch = join(values.target, `run-${process.pid}`);
mkdirSync(join(scratch, "empty"), { recursive: true });
const scratchFile = (name) => join(scratch, name);
const place = { aliases: scratchFile("aliases.txt"), empty: scratchFile("empty") };
// The cache of compiled taxonomies is the run's own, and so is the folder it runs in: no skilltag.yaml is found there.
const env = { SKILLTAG_CACHE: scratchFile("cache") };

try {
  await measure();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measure() {
  const aliases = writeAliases(program.taxonomy, place.aliases);
  const wanted =
    values.rivals === undefined || values.rivals === "all" ? values.rivals : values.rivals.split(",");
  const { rivals, missing } = findRivals(wanted ?? null);
  for (const sentence of missing) tell(sentence);
  const corpus = prepare(values.full ? LARGE : SMALL);
  const middle = values.full ? prepare(MIDDLE) : null;

  const checked = await check(corpus);
  const runs = await race(corpus, rivals);
  const growth = middle ? await grow(corpus, middle) : null;
  const extended = await extend(middle ?? corpus);
  const start = await starts(corpus);
  const results = { ...runs, growth, extended, start };

  const text = [
    `${corpus.count} postings, ${mega(corpus.bytes)} MB, ${checked.density}; ${aliases} written forms; ${rounds} rounds.`,
    `Corpus sha256 ${corpus.digest}${corpus.known === true ? ", as recorded" : ""}; taxonomy ${program.taxonomy.digest}.`,
    `Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}.`,
    `Rivals: ${["rg", "ugrep"].map((name) => versionOf(name) ?? `no ${name}`).join("; ")}.`,
    ...missing,
    "",
    ...checked.notes.map((note) => `- checked: ${note}`),
    "",
    ...table(
      ["measure", "ratio (min – max)", "at most", "aim", ""],
      MEASURES.flatMap((one) => one.row(results, corpus) ?? []),
    ),
    "",
    ...table(
      ["command", "wall, median (min – max)", "peak memory"],
      Object.values(runs.commands).map((one) => [
        one.shown,
        one.scaled ? `≈ ${seconds(one.ms[0])} (scaled from ${one.scaled} postings)` : walls(one.ms),
        one.rss === null ? "" : `${Math.round(one.rss / 2 ** 20)} MiB`,
      ]),
    ),
    "",
  ].join("\n");
  process.stdout.write(text);
  if (values.output !== undefined) writeFileSync(values.output, text);
}

/** Makes the corpus or takes the one that is there, and reads it all: that checks its bytes and warms the cache. */
function prepare(count) {
  const corpus = ensureCorpus(
    { target: values.target, count, seed: SEED, taxonomy: program.taxonomy },
    { tell },
  );
  if (corpus.known === false) throw new Error("the corpus is not the recorded one: see generate.mjs --check");
  if (readCorpus(corpus) !== corpus.digest) {
    throw new Error(`${corpus.folder} was changed: node tests/bench/generate.mjs --count ${count} --fresh`);
  }
  return corpus;
}

function scan(corpus, format, output, ...more) {
  const command = ["scan", corpus.folder, "--quiet", "--taxonomy", "mlops", "--format", format, ...more];
  return run(program.command(...command, "--output", output), {
    stdout: scratchFile("stdout"),
    memory: true,
    env,
  });
}

/** Throws where a result is wrong. */
async function check(corpus) {
  tell("checking results");
  const [csv, ndjson, explained, counted] = ["csv", "ndjson", "explained", "counted"].map(scratchFile);
  await scan(corpus, "csv", csv);
  await scan(corpus, "ndjson", ndjson);
  await scan(corpus, "ndjson", explained, "--explain");
  const notes = [await checkRows(corpus, csv, ndjson)];
  const forms = await checkForms(corpus, program.taxonomy, explained);
  notes.push(forms.note);
  if (versionOf("rg") !== null) {
    await run(["rg", "-c", "-w", "-F", "kubernetes", corpus.folder], { stdout: counted, codes: [0, 1] });
    notes.push(await checkWord(corpus, explained, counted));
  }
  for (const file of [ndjson, explained, counted, csv]) rmSync(file, { force: true });
  return { notes, density: forms.density };
}

/** All of them in turn, round by round. */
async function race(corpus, rivals) {
  const commands = {};
  const note = (id, shown, { ms, rss }, scaled = null) => {
    commands[id] ??= { shown, ms: [], rss: null, scaled };
    commands[id].ms.push(ms);
    if (rss !== null) commands[id].rss = Math.max(commands[id].rss ?? 0, rss);
    tell(`  ${shown}: ${seconds(ms)}`);
  };
  for (let round = 0; round < rounds; round++) {
    tell(`round ${round + 1} of ${rounds}`);
    for (const format of ["csv", "ndjson"]) {
      note(format, `skilltag --format ${format}`, await scan(corpus, format, scratchFile(format)));
    }
    for (const rival of rivals) {
      if (rival.part !== undefined && round > 0) continue;
      const scaled = isPartial(rival, corpus) ? rival.part : null;
      note(rival.id, rival.shown, await timeRival(rival, corpus, place, scratchFile("rival")), scaled);
    }
  }
  return { commands };
}

/** The large corpus against ten times one of a tenth. */
async function grow(corpus, tenth) {
  tell("growth");
  const large = [];
  const small = [];
  for (let round = 0; round < rounds; round++) {
    small.push(10 * (await scan(tenth, "csv", scratchFile("csv"))).ms);
    large.push((await scan(corpus, "csv", scratchFile("csv"))).ms);
  }
  return ratios(large, small);
}

/** A user's file with many aliases more, compiled before, against the shipped taxonomy. */
async function extend(corpus) {
  tell("a larger taxonomy");
  const file = scratchFile("bench.yaml");
  writeUserTaxonomy(file, MORE_ALIASES);
  const with_ = () => scan(corpus, "csv", scratchFile("csv"), "--taxonomy", file);
  const first = await with_();
  const larger = [];
  const shipped = [];
  for (let round = 0; round < rounds; round++) {
    shipped.push((await scan(corpus, "csv", scratchFile("csv"))).ms);
    larger.push((await with_()).ms);
  }
  return { ...ratios(larger, shipped), compiling: first.ms - spread(larger).median, postings: corpus.count };
}

/** One posting against a Node that does nothing. */
async function starts(corpus) {
  tell("start-up");
  const posting = scratchFile("posting.txt");
  copyFileSync(join(corpus.folder, pathOf(0)), posting);
  const nothing = [];
  const check = [];
  for (let i = -2; i < STARTS; i++) {
    const idle = await run([process.execPath, "-e", "0"]);
    const ours = await run(program.command("check", posting, "--taxonomy", "mlops"), {
      stdout: scratchFile("check"),
      env,
    });
    if (i < 0) continue;
    nothing.push(idle.ms);
    check.push(ours.ms);
  }
  return { ...ratios(check, nothing), check: spread(check), nothing: spread(nothing) };
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

function walls(all) {
  const { median, min, max } = spread(all);
  return all.length === 1
    ? `${seconds(median)} (one run)`
    : `${seconds(median)} (${seconds(min)} – ${seconds(max)})`;
}
