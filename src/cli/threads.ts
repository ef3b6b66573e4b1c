import { setFlagsFromString } from "node:v8";
import type { Worker } from "node:worker_threads";
import type { Run } from "../analyze.js";
import { type Batch, type BatchResult, type BatchSetup, createBatches } from "../batch.js";
import { GroupCutter } from "../input/index.js";
import type { RowNeeds } from "../output/index.js";
import { inOrder, startWorker } from "../parallel/pool.js";
import { createRepeats, mergeTallies, type Tally } from "../tally/index.js";
import type { FileGroup } from "../types.js";
import type { WorkerSetup } from "../worker.js";
import type { RunEnds } from "./run.js";
import type { ScanTaxonomy } from "./taxonomy.js";

/**
 * Files a batch, at most. To hand a batch over takes as long as some files; what comes of it is held for a while, which
 * is much where every mention is listed.
 */
const LARGEST_BATCH = 256;
const LARGEST_OF_MENTIONS = 64;
/**
 * The last batches are smaller, but no smaller than this, so that no thread waits long for another: what is left is shared
 * out in so many parts a thread.
 */
const SMALLEST_BATCH = 16;
const PARTS = 2;
/**
 * Whether V8 takes what happens to live a little longer in the first moments for what lives on: in every second run such
 * things filled a hundred megabytes.
 */
const PRETENURING = "allocation-site-pretenuring";

/**
 * Whether V8 optimises what runs often. That takes as long as some thousand files, of each thread anew, and the processors
 * are busy: it pays only where so many are done and many more are to come, or where rows list every mention.
 */
const OPTIMISING = "opt";
const WORTH_OPTIMISING = 8000;

/** What a thread runs: two steps up from src/cli, dist/cli and the bundle in dist/bin alike. */
const THREAD = new URL("../../dist/bin/thread.cjs", import.meta.url);

/** Threads beside this one, which share a run with it. */
export interface Threads {
  /** How many were started. */
  readonly count: number;
  /** Starts threads, until there are so many. They make themselves ready while this one does something else. */
  start(count: number): void;
  /**
   * Analyses files on all threads.
   * @param isText whether rows are wanted as text of the format
   */
  analyze(files: readonly FileGroup[], needs: RowNeeds, isText: boolean, ends: RunEnds): Promise<Run>;
  close(): Promise<void>;
}

/** Makes ready what all threads share. */
export async function openThreads({ taxonomy, packed }: ScanTaxonomy, setup: BatchSetup): Promise<Threads> {
  const workerData: WorkerSetup = { ...setup, taxonomy: await packed() };
  const script = { script: THREAD, workerData };
  const started: Worker[] = [];
  const ready: Promise<unknown>[] = [];
  return {
    get count() {
      return started.length;
    },
    start(count) {
      while (started.length < count) {
        const worker = startWorker(script);
        ready.push(new Promise((resolve) => worker.once("message", resolve)));
        started.push(worker);
      }
    },
    async analyze(files, needs, isText, { write, keep, progress }) {
      // Not before all are ready: a thread that starts with other settings compiles Node's own code, and ours, anew.
      void Promise.all(ready).then(() => {
        setFlagsFromString(`--no-${PRETENURING}`);
        if (!setup.mentions && done < WORTH_OPTIMISING) setFlagsFromString(`--no-${OPTIMISING}`);
      });
      const own = await createBatches(taxonomy, setup);
      const cutter = new GroupCutter(files);
      const largest = setup.mentions ? LARGEST_OF_MENTIONS : LARGEST_BATCH;
      const starts = batchStarts(cutter.count, started.length + 1, largest);
      let kept = 0;
      const batchAt = (batch: number): Batch => {
        const [from, to] = [starts[batch]!, starts[batch + 1]!];
        return { files: cutter.part(from, to), count: to - from, mostRows: needs.postings - kept };
      };
      const withoutMatch: string[] = [];
      const skipped: Run["skipped"][number][] = [];
      const fingerprints: number[] = [];
      const repeats = createRepeats();
      const tallies: Tally[] = [];
      let done = 0;
      await inOrder<Batch, BatchResult, Tally>(
        { ...script, started },
        started.length,
        { count: starts.length - 1, at: batchAt },
        {
          own: own.analyze,
          onResult(result) {
            withoutMatch.push(...result.withoutMatch);
            skipped.push(...result.skipped);
            fingerprints.push(...result.fingerprints);
            for (const fingerprint of result.fingerprints) repeats.seen(fingerprint);
            let isWritten = true;
            if (isText) isWritten = write(result.text);
            else for (const row of result.rows) if (kept++ < needs.postings) keep(row);
            const before = done;
            done += result.files;
            if (before < WORTH_OPTIMISING && done >= WORTH_OPTIMISING) setFlagsFromString(`--${OPTIMISING}`);
            progress.update(done);
            return isWritten ? [result.text.buffer] : [];
          },
          onGathered: (counted) => tallies.push(counted),
        },
      );
      const tally = tallies.reduce(mergeTallies, own.tally());
      return { tally, withoutMatch, skipped, fingerprints, duplicates: repeats.count };
    },
    async close() {
      await Promise.all(started.map((worker) => worker.terminate()));
      for (const setting of [PRETENURING, OPTIMISING]) setFlagsFromString(`--${setting}`);
    },
  };
}

/** Where batches begin, and at last where they end. */
export function batchStarts(files: number, threads: number, largest: number): number[] {
  const starts = [0];
  for (let at = 0; at < files; ) {
    const part = Math.ceil((files - at) / (PARTS * threads));
    at += Math.min(largest, Math.max(SMALLEST_BATCH, part), files - at);
    starts.push(at);
  }
  return starts;
}
