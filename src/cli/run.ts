import { availableParallelism } from "node:os";
import { type Run, type RunOptions, runOnce } from "../analyze.js";
import { type BatchSetup, writeTo } from "../batch.js";
import type { KernelModule } from "../kernel/index.js";
import type { RenderOptions, RowNeeds, RowStream } from "../output/index.js";
import { loadKernelAhead } from "../parallel/kernel.js";
import { type Selection, selectRow } from "../select.js";
import type { PostingRow } from "../types.js";
import type { Input } from "./gather.js";
import type { Progress } from "./progress.js";
import type { Sink } from "./sink.js";
import type { ScanTaxonomy } from "./taxonomy.js";
import type { Threads } from "./threads.js";

/** So many files to a thread beside the first: it starts as soon as they are found. */
const WORTH_A_THREAD = 3000;
/** Fewer postings are read before the kernel is ready. */
const WORTH_KERNEL = 20;

/** How a run is to be done. */
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
  /** Threads beside this one; "auto": as many as pay. */
  readonly workers: number | "auto";
}

/** Where it goes. */
export interface RunEnds {
  readonly write: Sink["write"];
  /** Gets the rows, in order, where there is no stream. */
  readonly keep: (row: PostingRow) => void;
  readonly progress: Progress;
}

/** A run that makes itself ready while its files are still looked for. */
export interface OpenRun {
  /** Told how many files there are so far. */
  found(files: number): void | Promise<void>;
  /** Analyses everything, on this thread or on several: the output is the same. */
  analyze(input: Input, ends: RunEnds): Promise<Run>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Begins a run. */
export function openRun(taxonomy: ScanTaxonomy, plan: RunPlan): OpenRun {
  let threads: Threads | null = null;
  const { workers } = plan;
  const most = workers === "auto" ? availableParallelism() - 1 : workers;
  const setUp = async (count: number) => {
    // Node's own part of it takes a while to load, as long as some dozens of postings.
    threads ??= await (await import("./threads.js")).openThreads(taxonomy, setupOf(plan, loadKernelAhead()));
    threads.start(count);
  };
  return {
    found(files) {
      const count = workers === "auto" ? Math.min(most, Math.floor(files / WORTH_A_THREAD)) : most;
      // What repeats an earlier posting can be told by one thread only.
      return files > 0 && count > (threads?.count ?? 0) && !plan.unique ? setUp(count) : undefined;
    },
    async analyze(input, ends) {
      if (plan.stream) ends.write(plan.stream.head);
      return threads !== null && input.files !== null
        ? threads.analyze(input.files, rowNeeds(plan), plan.stream !== null, ends)
        : onThisThread(taxonomy, input, plan, ends);
    },
    close: async () => threads?.close(),
  };
}

function setupOf(plan: RunPlan, kernel: KernelModule | null): BatchSetup {
  const { selection, explain, format, render, counts, stream } = plan;
  const { mentions } = rowNeeds(plan);
  return { selection, explain, format, render, counts, asText: stream !== null, mentions, kernel };
}

function onThisThread({ taxonomy }: ScanTaxonomy, input: Input, plan: RunPlan, ends: RunEnds): Run {
  const { selection, stream } = plan;
  // A stream may take its time with bytes, which are valid for the moment only.
  const write = (text: string | Uint8Array) =>
    void ends.write(typeof text === "string" ? text : text.slice());
  const written = stream === null ? null : writeTo(write, stream, taxonomy, selection);
  const options: RunOptions = {
    ...(selection ? { only: selection.tools } : {}),
    kernel: input.total < WORTH_KERNEL ? null : loadKernelAhead(),
    explain: plan.explain,
    mentions: rowNeeds(plan).mentions,
    counts: plan.counts,
    mostRows: rowNeeds(plan).postings,
    unique: plan.unique,
    ...(written?.handlers ?? {
      onRow: (row) => ends.keep(selection ? selectRow(row, taxonomy, selection) : row),
    }),
    onProgress: ends.progress.update,
  };
  const run = runOnce(taxonomy, options, (run) => {
    if (input.files !== null) run.read(input.files);
    else run.add(input.items());
  });
  written?.flush();
  return run;
}

/** A stream takes all rows, with mentions where it writes them. */
function rowNeeds({ stream, needs }: RunPlan): RowNeeds {
  return stream ? { postings: Number.POSITIVE_INFINITY, mentions: stream.mentions } : needs;
}
