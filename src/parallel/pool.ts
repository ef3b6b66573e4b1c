import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";

/** So many tasks per thread are under way or wait to be handed on: what is held is bounded, whatever the number of tasks. */
const AHEAD = 3;
/** Tasks that a worker has been sent: it goes on with the second while this thread is busy with a task of its own. */
const SENT = 2;

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
}

/** What is to be done with what comes of the tasks. */
export interface Handlers<T, R, G> {
  /** Does a task on this thread, which takes its share. */
  readonly own: (task: T) => R;
  /** Gets what came of a task, in order. */
  readonly onResult: (result: R) => void;
  /** Gets what a worker gathered, once a worker, in any order, behind all results. */
  readonly onGathered: (gathered: G) => void;
}

/**
 * Shares tasks among this thread and workers that pull them one by one, and hands on the results in the order of the
 * tasks.
 *
 * A worker gets `{ index, task }` messages and answers each with `{ index, result }` or `{ index, error }`. Behind the
 * last task it gets one more, null, and answers with what it gathered over all its tasks.
 * @param workers threads beside this one
 * @throws the first error of a task; all workers are ended then
 */
export async function inOrder<T, R, G>(
  { script, workerData }: WorkerScript,
  workers: number,
  tasks: Tasks<T>,
  { own, onResult, onGathered }: Handlers<T, R, G>,
): Promise<void> {
  const waiting = new Map<number, R>();
  let next = 0;
  let handedOn = 0;
  const threads: Worker[] = [];
  const mayTake = () => next < tasks.count && next - handedOn < AHEAD * (workers + 1);
  const settle = (index: number, result: R) => {
    waiting.set(index, result);
    for (let first = waiting.get(handedOn); first !== undefined; first = waiting.get(handedOn)) {
      waiting.delete(handedOn++);
      onResult(first);
    }
  };
  /** Let this thread go on when a worker has said something. */
  let heard: () => void = () => {};
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  const feeds: (() => void)[] = [];
  const start = () => {
    const worker = new Worker(script, { workerData });
    threads.push(worker);
    let sent = 0;
    feeds.push(() => {
      for (; sent < SENT && mayTake(); sent++) worker.postMessage({ index: next, task: tasks.at(next++) });
    });
    return new Promise<void>((resolve) => {
      worker.on("error", failed);
      worker.on("message", (message: { readonly index: number } & Answer<R | G>) => {
        try {
          if ("error" in message) throw new Error(message.error);
          if (message.index === tasks.count) {
            onGathered(message.result as G);
            resolve();
            return;
          }
          sent--;
          settle(message.index, message.result as R);
          for (const feed of feeds) feed();
        } catch (error) {
          failed(error);
        }
        heard();
      });
    });
  };
  let ended = false;
  const ownShare = async () => {
    while (handedOn < tasks.count && !ended) {
      for (const feed of feeds) feed();
      if (mayTake()) {
        const index = next++;
        settle(index, own(tasks.at(index)));
        // Lets in what the workers have sent meanwhile.
        await setImmediate();
      } else {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    }
    for (const thread of threads) thread.postMessage({ index: tasks.count, task: null });
  };
  try {
    const gathered = Array.from({ length: workers }, start);
    await Promise.race([failure, ownShare().then(() => Promise.all(gathered))]);
  } finally {
    ended = true;
    await Promise.all(threads.map((worker) => worker.terminate()));
  }
}
