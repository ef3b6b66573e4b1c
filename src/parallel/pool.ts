import { Worker } from "node:worker_threads";

/** So many tasks per worker are under way or wait to be handed on: what is held is bounded, whatever the number of tasks. */
const AHEAD = 3;

/** What a worker answers to a task. */
type Answer<R> = { readonly result: R } | { readonly error: string };

/** Tasks that are made when a worker is free for them. */
export interface Tasks<T> {
  readonly count: number;
  at(index: number): T;
}

/** A file's path and what every worker is given once, as a copy. */
export interface WorkerScript {
  readonly script: URL;
  readonly workerData: unknown;
}

/**
 * Shares tasks among worker threads that pull them one by one, and hands on the results in the order of the tasks.
 *
 * A worker gets `{ index, task }` messages and answers each with `{ index, result }` or `{ index, error }`. Behind the
 * last task it gets one more, null, and answers with what it gathered over all its tasks.
 * @param onResult of a task, in order
 * @param onGathered once a worker, in any order, behind all results
 * @throws the first error of a worker; all are ended then
 */
export async function inOrder<T, R, G>(
  { script, workerData }: WorkerScript,
  workers: number,
  tasks: Tasks<T>,
  onResult: (result: R) => void,
  onGathered: (gathered: G) => void,
): Promise<void> {
  const waiting = new Map<number, R>();
  let next = 0;
  let handedOn = 0;
  const threads: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      if (tasks.count === 0) resolve();
      let open = Math.min(workers, tasks.count);
      const idle: Worker[] = [];
      const feed = () => {
        while (idle.length > 0 && next < tasks.count && next - handedOn < AHEAD * workers) {
          idle.pop()!.postMessage({ index: next, task: tasks.at(next) });
          next++;
        }
      };
      for (let i = open; i > 0; i--) {
        const worker = new Worker(script, { workerData });
        threads.push(worker);
        idle.push(worker);
        worker.on("error", reject);
        worker.on("message", (message: { readonly index: number } & Answer<R | G>) => {
          if ("error" in message) {
            reject(new Error(message.error));
            return;
          }
          try {
            if (message.index === tasks.count) {
              onGathered(message.result as G);
              if (--open === 0) resolve();
              return;
            }
            waiting.set(message.index, message.result as R);
            for (let result = waiting.get(handedOn); result !== undefined; result = waiting.get(handedOn)) {
              waiting.delete(handedOn++);
              onResult(result);
            }
          } catch (error) {
            reject(error);
            return;
          }
          idle.push(worker);
          feed();
          if (handedOn === tasks.count)
            for (const thread of threads) thread.postMessage({ index: tasks.count, task: null });
        });
      }
      feed();
    });
  } finally {
    await Promise.all(threads.map((worker) => worker.terminate()));
  }
}
