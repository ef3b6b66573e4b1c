import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { analyzePostings, type Run } from "../analyze.js";
import { type Batch, type BatchResult, type BatchSetup, createBatches, writeTo } from "../batch.js";
import type { InputFile } from "../input/index.js";
import type { KernelModule } from "../kernel/index.js";
import type { RenderOptions, RowNeeds, RowStream } from "../output/index.js";
import { loadKernel } from "../parallel/kernel.js";
import { inOrder } from "../parallel/pool.js";
import { type Selection, selectRow } from "../select.js";
import { createRepeats, mergeTallies, type Tally } from "../tally/index.js";
import type { PostingRow } from "../types.js";
import type { WorkerSetup } from "../worker.js";
import type { Input } from "./gather.js";
import type { Progress } from "./progress.js";
import type { Sink } from "./sink.js";
import type { ScanTaxonomy } from "./taxonomy.js";

/** Fewer files are read before workers have started: tests/bench/results tell how this was measured. */
const WORTH_WORKERS = 10_000;
/** The same of the matcher's kernel, whose memory has to be laid out. */
const WORTH_KERNEL = 20;
const FILES_A_BATCH = 128;
/**
 * V8's settings for a long run. Workers, which start with them, get 8 MB instead of 16 for what lives shortly. And
 * what happens to live a little longer in the first moments is no longer taken for what lives on: in every second run
 * such things filled a hundred megabytes.
 */
const MEMORY_SETTINGS = ["--max-semi-space-size=8", "--no-allocation-site-pretenuring"];

/** How a run is to be done, and where its rows go. */
export interface RunPlan {
  readonly selection: Selection | null;
  readonly explain: boolean;
  /** Leaves out postings that repeat an earlier one. */
  readonly unique: boolean;
  readonly format: string;
  readonly render: RenderOptions;
  /** Writes rows as they come; null where the report needs them all. */
  readonly stream: RowStream | null;
  /** Whether more is counted than postings: there is a report. */
  readonly counts: boolean;
  /** What the report needs of the postings, where there is no stream. */
  readonly needs: RowNeeds;
  readonly write: Sink["write"];
  /** Gets the rows, in order, where there is no stream. */
  readonly keep: (row: PostingRow) => void;
  readonly progress: Progress;
  /** Threads beside this one; "auto": as many as pay. */
  readonly workers: number | "auto";
}

/** Analyses everything that a command was given, on this thread or on several: the output is the same. */
export async function runAll(taxonomy: ScanTaxonomy, input: Input, plan: RunPlan): Promise<Run> {
  const workers = plan.workers === "auto" ? automatic(input) : plan.workers;
  if (plan.stream) plan.write(plan.stream.head);
  // What repeats an earlier posting can be told by one thread only.
  return workers > 0 && input.files !== null && !plan.unique
    ? onWorkers(taxonomy, input.files, workers, plan)
    : onThisThread(taxonomy, input, plan);
}

function automatic(input: Input): number {
  const cores = availableParallelism();
  return input.total >= WORTH_WORKERS ? cores - 1 : 0;
}

function kernelFor(postings: number): KernelModule | null {
  return postings >= WORTH_KERNEL ? loadKernel() : null;
}

function onThisThread({ taxonomy }: ScanTaxonomy, input: Input, plan: RunPlan): Run {
  const { selection, stream } = plan;
  const written = stream === null ? null : writeTo(plan.write, stream, taxonomy, selection);
  const run = analyzePostings(taxonomy, input.items(), {
    ...(selection ? { only: selection.tools } : {}),
    kernel: kernelFor(input.total),
    explain: plan.explain,
    mentions: rowNeeds(plan).mentions,
    counts: plan.counts,
    mostRows: rowNeeds(plan).postings,
    unique: plan.unique,
    ...(written?.handlers ?? {
      onRow: (row) => plan.keep(selection ? selectRow(row, taxonomy, selection) : row),
    }),
    onProgress: plan.progress.update,
  });
  written?.flush();
  return run;
}

/** A stream takes all rows, with mentions where it writes them. */
function rowNeeds({ stream, needs }: RunPlan): RowNeeds {
  return stream ? { postings: Number.POSITIVE_INFINITY, mentions: stream.mentions } : needs;
}

async function onWorkers(
  { taxonomy, packed }: ScanTaxonomy,
  files: readonly InputFile[],
  workers: number,
  plan: RunPlan,
): Promise<Run> {
  // Nearly all that a posting needs is thrown away with it (tests/bench/results tell what the settings save).
  for (const setting of MEMORY_SETTINGS) setFlagsFromString(setting);
  const file = await packed();
  const shared = new SharedArrayBuffer(file.length);
  new Uint8Array(shared).set(file);
  const needs = rowNeeds(plan);
  const setup: BatchSetup = {
    selection: plan.selection,
    explain: plan.explain,
    format: plan.format,
    render: plan.render,
    asText: plan.stream !== null,
    mentions: needs.mentions,
    counts: plan.counts,
    kernel: kernelFor(files.length),
  };
  const own = await createBatches(taxonomy, setup);
  const workerData: WorkerSetup = { ...setup, taxonomy: shared };
  let kept = 0;
  const batchAt = (batch: number): Batch => ({
    files: files
      .slice(batch * FILES_A_BATCH, (batch + 1) * FILES_A_BATCH)
      .map(({ path, id, named }) => ({ path, id, named })),
    mostRows: needs.postings - kept,
  });
  const withoutMatch: string[] = [];
  const skipped: Run["skipped"][number][] = [];
  const fingerprints: number[] = [];
  const repeats = createRepeats();
  const tallies: Tally[] = [];
  let done = 0;
  await inOrder<Batch, BatchResult, Tally>(
    { script: new URL("./worker.js", WORKER_BASE), workerData },
    workers,
    { count: Math.ceil(files.length / FILES_A_BATCH), at: batchAt },
    {
      own: own.analyze,
      onResult(result) {
        withoutMatch.push(...result.withoutMatch);
        skipped.push(...result.skipped);
        fingerprints.push(...result.fingerprints);
        for (const fingerprint of result.fingerprints) repeats.seen(fingerprint);
        let isWritten = true;
        if (plan.stream) isWritten = plan.write(result.text);
        else for (const row of result.rows) if (kept++ < needs.postings) plan.keep(row);
        done += result.files;
        plan.progress.update(done);
        return isWritten ? [result.text.buffer] : [];
      },
      onGathered: (counted) => tallies.push(counted),
    },
  );
  const tally = tallies.reduce(mergeTallies, own.tally());
  return { tally, withoutMatch, skipped, fingerprints, duplicates: repeats.count };
}

/** The bundle holds worker.js beside this file's own bundle; the compiled sources hold it one folder up. */
const WORKER_BASE = import.meta.url.includes("/dist/bin/")
  ? import.meta.url
  : new URL("../x", import.meta.url);
