import { describe, expect, it } from "vitest";
import { inOrder } from "../../../src/parallel/pool.js";

/** A worker that says it is ready and squares numbers, slowly where they are even, and in the end says how many it had. */
const SQUARES = `
  import { parentPort, workerData } from "node:worker_threads";
  let had = 0;
  parentPort.postMessage("ready");
  parentPort.on("message", async ({ index, task }) => {
    if (task === null) return parentPort.postMessage({ index, result: { had } });
    if (task === workerData.fails) return parentPort.postMessage({ index, error: "cannot square " + task });
    if (task === workerData.throws) throw new Error("out of its mind");
    had++;
    if (task % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 3));
    parentPort.postMessage({ index, result: task * task });
  });
`;

interface Given {
  readonly count: number;
  readonly workers: number;
  readonly workerData?: { readonly fails?: number; readonly throws?: number };
  readonly own?: (task: number) => number;
  readonly onResult?: (result: number) => void;
}

async function squares({ count, workers, workerData = {}, own = (n) => n * n, onResult }: Given) {
  const results: number[] = [];
  let inWorkers = 0;
  let here = 0;
  await inOrder<number, number, { had: number }>(
    { script: new URL(`data:text/javascript,${encodeURIComponent(SQUARES)}`), workerData },
    workers,
    { count, at: (index) => index },
    {
      own: (task) => {
        here++;
        return own(task);
      },
      onResult: (result) => {
        onResult?.(result);
        results.push(result);
        return [];
      },
      onGathered: ({ had }) => {
        inWorkers += had;
      },
    },
  );
  return { results, inWorkers, here };
}

describe("memory that is spent", () => {
  /** A worker that answers with the buffer that it got back, if any, else with a new one; marked by its number. */
  const ECHO = `
    import { parentPort } from "node:worker_threads";
    let made = 0;
    let used = 0;
    parentPort.on("message", ({ index, task, spent }) => {
      if (task === null) return parentPort.postMessage({ index, result: { made, used } });
      used += spent.length;
      const buffer = spent[0] ?? (made++, new ArrayBuffer(8));
      new Uint32Array(buffer)[0] = task;
      parentPort.postMessage({ index, result: buffer }, [buffer]);
    });
  `;

  it("goes back to the thread that it came from", async () => {
    const seen: number[] = [];
    const gathered: { made: number; used: number }[] = [];
    let madeHere = 0;
    let usedHere = 0;
    await inOrder<number, ArrayBuffer, { made: number; used: number }>(
      { script: new URL(`data:text/javascript,${encodeURIComponent(ECHO)}`), workerData: null },
      1,
      { count: 400, at: (index) => index },
      {
        own: (task, spent) => {
          usedHere += spent.length;
          const buffer = spent[0] ?? new ArrayBuffer(8);
          if (spent.length === 0) madeHere++;
          new Uint32Array(buffer)[0] = task;
          return buffer;
        },
        onResult: (buffer) => {
          seen.push(new Uint32Array(buffer)[0]!);
          return [buffer];
        },
        onGathered: (counts) => gathered.push(counts),
      },
    );
    expect(seen).toEqual(Array.from({ length: 400 }, (_, index) => index));
    const { made, used } = gathered[0]!;
    // Some are always under way, and what came back together is used one by one or dropped.
    expect(made + madeHere).toBeLessThan(200);
    expect(used + usedHere).toBeGreaterThan(200);
  });
});

describe("tasks shared among threads", () => {
  it.each([
    [0, 1],
    [1, 1],
    [1, 3],
    [200, 1],
    [200, 3],
  ])(
    "%i tasks, %i workers: results in the order of the tasks, each task done once",
    async (count, workers) => {
      const { results, inWorkers, here } = await squares({ count, workers });
      expect(results).toEqual(Array.from({ length: count }, (_, index) => index * index));
      expect(inWorkers + here).toBe(count);
    },
  );

  it("does all on this thread without workers", async () => {
    expect(await squares({ count: 9, workers: 0 })).toMatchObject({ inWorkers: 0, here: 9 });
  });

  // This thread gives up its share to the workers, so that the task in question is theirs.
  const busy = (task: number) => {
    const until = performance.now() + 20;
    while (performance.now() < until);
    return task;
  };

  it("fails with what a worker says is wrong", async () => {
    const asked = squares({ count: 40, workers: 2, workerData: { fails: 3 }, own: busy });
    await expect(asked).rejects.toThrow("cannot square 3");
  });

  it("fails where a worker dies", async () => {
    const asked = squares({ count: 40, workers: 2, workerData: { throws: 3 }, own: busy });
    await expect(asked).rejects.toThrow("out of its mind");
  });

  it("fails with a task of its own, or with who gets the results, and does no more", async () => {
    let done = 0;
    const own = (task: number) => {
      done++;
      if (done === 2) throw new Error("cannot");
      return task;
    };
    await expect(squares({ count: 500, workers: 0, own })).rejects.toThrow("cannot");
    expect(done).toBe(2);
    const onResult = () => {
      throw new Error("no room");
    };
    await expect(squares({ count: 500, workers: 1, onResult })).rejects.toThrow("no room");
  });
});
