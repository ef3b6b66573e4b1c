import { setFlagsFromString } from "node:v8";
import type { Run } from "../analyze.js";
import { type Batch, type BatchResult, type BatchSetup, createBatches } from "../batch.js";
import type { InputFile } from "../input/index.js";
import type { KernelModule } from "../kernel/index.js";
import { inOrder } from "../parallel/pool.js";
import { createRepeats, mergeTallies, type Tally } from "../tally/index.js";
import type { WorkerSetup } from "../worker.js";
import { type RunPlan, rowNeeds } from "./run.js";
import type { ScanTaxonomy } from "./taxonomy.js";

const FILES_A_BATCH = 128;
/**
 * V8's settings for a long run. Workers, which start with them, get 8 MB instead of 16 for what lives shortly. And
 * what happens to live a little longer in the first moments is no longer taken for what lives on: in every second run
 * such things filled a hundred megabytes.
 */
const MEMORY_SETTINGS = ["--max-semi-space-size=8", "--no-allocation-site-pretenuring"];

/** What a thread runs: two steps up from src/cli, dist/cli and the bundle in dist/bin alike. */
const THREAD = new URL("../../dist/bin/thread.cjs", import.meta.url);

/** Analyses files on this thread and on so many others. */
export async function onThreads(
  { taxonomy, packed }: ScanTaxonomy,
  files: readonly InputFile[],
  workers: number,
  kernel: KernelModule | null,
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
    kernel,
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
    { script: THREAD, workerData },
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
