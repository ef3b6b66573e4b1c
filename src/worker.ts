/** A thread that takes its share of a run's batches: see src/parallel/pool.ts for what it is sent. */
import { parentPort, workerData } from "node:worker_threads";
import { type Batch, type BatchSetup, createBatches } from "./batch.js";
import { unpack } from "./packed/index.js";

export interface WorkerSetup extends BatchSetup {
  /** A packed taxonomy, in memory that all threads share. */
  readonly taxonomy: SharedArrayBuffer;
}

/** A batch to analyse, or null for the counts of all that this worker was given. */
type Task = Batch | null;

const setup: WorkerSetup = workerData;
const taxonomy = unpack(new Uint8Array(setup.taxonomy));
if (taxonomy === null) throw new Error("the worker was given no taxonomy");
const batches = await createBatches(taxonomy, setup);

interface Message {
  readonly index: number;
  readonly task: Task;
  readonly spent: readonly ArrayBuffer[];
}

parentPort!.on("message", ({ index, task, spent }: Message) => {
  try {
    if (task === null) parentPort!.postMessage({ index, result: batches.tally() });
    else {
      const result = batches.analyze(task, spent);
      parentPort!.postMessage({ index, result }, [result.text.buffer]);
    }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort!.postMessage({ index, error: text });
  }
});
