/** A thread that takes its share of a run's batches: see src/parallel/pool.ts for what it is sent. */
import type { MessagePort } from "node:worker_threads";
import { type Batch, type BatchSetup, createBatches } from "./batch.js";
import { unpack } from "./packed/index.js";

export interface WorkerSetup extends BatchSetup {
  /** A packed taxonomy, in memory that all threads share. */
  readonly taxonomy: SharedArrayBuffer;
}

/** A batch to analyse, or null for the counts of all that this worker was given. */
type Task = Batch | null;

interface Message {
  readonly index: number;
  readonly task: Task;
  readonly spent: readonly ArrayBuffer[];
}

/** Says that the program is loaded, and answers what comes in at a port. */
export function work(port: MessagePort, setup: WorkerSetup): void {
  port.postMessage("ready");
  const taxonomy = unpack(new Uint8Array(setup.taxonomy));
  if (taxonomy === null) throw new Error("the worker was given no taxonomy");
  const made = createBatches(taxonomy, setup);
  port.on("message", async ({ index, task, spent }: Message) => {
    try {
      const batches = await made;
      if (task === null) port.postMessage({ index, result: batches.tally() });
      else {
        const result = batches.analyze(task, spent);
        port.postMessage({ index, result }, [result.text.buffer]);
      }
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ index, error: text });
    }
  });
}
