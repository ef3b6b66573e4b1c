import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";

/**
 * So many tasks per thread are under way or wait to be handed on: what is held is bounded, whatever the number of tasks.
 * Enough for this thread to go on until a worker, which has the first ones, is ready.
 */
const AHEAD = 8;
/** Tasks that a worker has been sent: it goes on with the second while this thread is busy with a task of its own. */
const SENT = 2;

/** For what lives shortly, of which a third is in use at a time: nearly all that a task needs is thrown away with it. */
const YOUNG_MEGABYTES = 24;

/** What a worker answers to a task. */
type Answer<R> = { readonly result: R } | { readonly error: string };

/** Tasks that are made when a thread is free for them. */
export interface Tasks<T> {
  readonly count: number;
  at(index: number): T;
}

/** A file's path and what every worker is given once, as a copy. */
export interface WorkerScript {
  readonly script: URL;
  readonly workerData: unknown;
  /** Workers that run it already. */
  readonly started?: readonly Worker[];
}

/** Starts a worker ahead of its tasks: it makes itself ready while this thread does something else. */
export function startWorker({ script, workerData }: WorkerScript): Worker {
  return new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
}

/** Memory that is needed no more: it goes back to the thread that it came from, to be used again. */
export type Spent = readonly ArrayBuffer[];

/** What is to be done with what comes of the tasks. */
export interface Handlers<T, R, G> {
  /** Does a task on this thread, which takes its share. */
  readonly own: (task: T, spent: Spent) => R;
  /** Gets what came of a task, in order, and tells what of it is spent. */
  readonly onResult: (result: R) => Spent;
  /** Gets what a worker gathered, once a worker, in any order, behind all results. */
  readonly onGathered: (gathered: G) => void;
}

/**
 * Shares tasks among this thread and workers that pull them one by one, and hands on the results in the order of the
 * tasks.
 *
 * A worker may say that it is ready, in a text. It gets `{ index, task, spent }` messages and answers each with
 * `{ index, result }` or `{ index, error }`.
 * When nothing is left to do for it, it gets one more, null, and answers with what it gathered over all its tasks.
 * @param workers threads beside this one
 * @throws the first error of a task; all workers are ended then
 */
export async function inOrder<T, R, G>(
  script: WorkerScript,
  workers: number,
  tasks: Tasks<T>,
  { own, onResult, onGathered }: Handlers<T, R, G>,
): Promise<void> {
  const waiting = new Map<number, { readonly result: R; readonly spent: ArrayBuffer[] }>();
  let next = 0;
  let handedOn = 0;
  const threads: Worker[] = [];
  const mayTake = () => next < tasks.count && next - handedOn < AHEAD * (workers + 1);
  /** @param spent where the thread that did the task gets back what was spent */
  const settle = (index: number, result: R, spent: ArrayBuffer[]) => {
    waiting.set(index, { result, spent });
    for (let first = waiting.get(handedOn); first !== undefined; first = waiting.get(handedOn)) {
      waiting.delete(handedOn++);
      first.spent.push(...onResult(first.result));
    }
  };
  /** Let this thread go on when a worker has said something. */
  let heard: () => void = () => {};
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  const feeds: (() => void)[] = [];
  const start = (worker: Worker) => {
    threads.push(worker);
    const returned: ArrayBuffer[] = [];
    let sent = 0;
    let isAsked = false;
    feeds.push(() => {
      for (; sent < SENT && mayTake(); sent++) {
        const spent = returned.splice(0, 1);
        worker.postMessage({ index: next, task: tasks.at(next++), spent }, spent);
      }
      if (sent > 0 || next < tasks.count || isAsked) return;
      isAsked = true;
      worker.postMessage({ index: tasks.count, task: null });
    });
    return new Promise<void>((resolve) => {
      worker.on("error", failed);
      worker.on("message", (message: string | ({ readonly index: number } & Answer<R | G>)) => {
        if (typeof message === "string") return;
        try {
          if ("error" in message) throw new Error(message.error);
          if (message.index === tasks.count) {
            onGathered(message.result as G);
            resolve();
            // It takes a while to end: here it does while others are busy.
            void worker.terminate();
            return;
          }
          sent--;
          settle(message.index, message.result as R, returned);
          for (const feed of feeds) feed();
        } catch (error) {
          failed(error);
        }
        heard();
      });
    });
  };
  let ended = false;
  const ownSpent: ArrayBuffer[] = [];
  const ownShare = async () => {
    while (handedOn < tasks.count && !ended) {
      for (const feed of feeds) feed();
      if (mayTake()) {
        const index = next++;
        settle(index, own(tasks.at(index), ownSpent.splice(0, 1)), ownSpent);
        // Lets in what the workers have sent meanwhile.
        await setImmediate();
      } else {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    }
    for (const feed of feeds) feed();
  };
  try {
    const gathered = Array.from({ length: workers }, (_, i) =>
      start(script.started?.[i] ?? startWorker(script)),
    );
    await Promise.race([failure, ownShare().then(() => Promise.all(gathered))]);
  } finally {
    ended = true;
    await Promise.all(threads.map((worker) => worker.terminate()));
  }
}
