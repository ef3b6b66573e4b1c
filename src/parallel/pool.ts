import { Worker } from "node:worker_threads";

/** So many tasks per worker are under way or wait to be handed on: what is held is bounded, whatever the number of tasks. */
const AHEAD = 3;

/** What a worker answers to a task. */
type Answer<R> = { readonly result: R } | { readonly error: string };

/**
 * Shares tasks among worker threads that pull them one by one, and hands on the results in the order of the tasks.
 *
 * A worker gets `{ index, task }` messages and answers each with `{ index, result }` or `{ index, error }`.
 * @param script of the worker
 * @param workerData copied to every worker once
 * @throws the first error of a worker; all are ended then
 */
export async function inOrder<T, R>(
  script: URL,
  workerData: unknown,
  workers: number,
  tasks: readonly T[],
  onResult: (result: R) => void,
): Promise<void> {
  const waiting = new Map<number, R>();
  let next = 0;
  let handedOn = 0;
  const threads: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      if (tasks.length === 0) resolve();
      const idle: Worker[] = [];
      const feed = () => {
        while (idle.length > 0 && next < tasks.length && next - handedOn < AHEAD * workers) {
          idle.pop()!.postMessage({ index: next, task: tasks[next] });
          next++;
        }
      };
      for (let i = 0; i < Math.min(workers, tasks.length); i++) {
        const worker = new Worker(script, { workerData });
        threads.push(worker);
        idle.push(worker);
        worker.on("error", reject);
        worker.on("message", (message: { readonly index: number } & Answer<R>) => {
          if ("error" in message) {
            reject(new Error(message.error));
            return;
          }
          waiting.set(message.index, message.result);
          for (let result = waiting.get(handedOn); result !== undefined; result = waiting.get(handedOn)) {
            waiting.delete(handedOn++);
            try {
              onResult(result);
            } catch (error) {
              reject(error);
              return;
            }
          }
          idle.push(worker);
          feed();
          if (handedOn === tasks.length) resolve();
        });
      }
      feed();
    });
  } finally {
    await Promise.all(threads.map((worker) => worker.terminate()));
  }
}
