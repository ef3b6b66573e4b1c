import { availableParallelism } from "node:os";
import { analyzePostings, type Run } from "../analyze.js";
import { writeTo } from "../batch.js";
import type { KernelModule } from "../kernel/index.js";
import type { RenderOptions, RowNeeds, RowStream } from "../output/index.js";
import { loadKernel } from "../parallel/kernel.js";
import { type Selection, selectRow } from "../select.js";
import type { PostingRow } from "../types.js";
import type { Input } from "./gather.js";
import type { Progress } from "./progress.js";
import type { Sink } from "./sink.js";
import type { ScanTaxonomy } from "./taxonomy.js";

/** Fewer files are read before workers have started: tests/bench/results tell how this was measured. */
const WORTH_WORKERS = 10_000;
/** The same of the matcher's kernel, whose memory has to be laid out. */
const WORTH_KERNEL = 20;

/** How a run is to be done, and where its rows go. */
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
  readonly write: Sink["write"];
  /** Gets the rows, in order, where there is no stream. */
  readonly keep: (row: PostingRow) => void;
  readonly progress: Progress;
  /** Threads beside this one; "auto": as many as pay. */
  readonly workers: number | "auto";
}

/** Analyses everything that a command was given, on this thread or on several: the output is the same. */
export async function runAll(taxonomy: ScanTaxonomy, input: Input, plan: RunPlan): Promise<Run> {
  const workers = plan.workers === "auto" ? automatic(input) : plan.workers;
  if (plan.stream) plan.write(plan.stream.head);
  // What repeats an earlier posting can be told by one thread only.
  if (workers === 0 || input.files === null || plan.unique) return onThisThread(taxonomy, input, plan);
  // Node's own part of it takes a while to load, as long as some dozens of postings.
  const { onThreads } = await import("./threads.js");
  return onThreads(taxonomy, input.files, workers, kernelFor(input.total), plan);
}

function automatic(input: Input): number {
  const cores = availableParallelism();
  return input.total >= WORTH_WORKERS ? cores - 1 : 0;
}

function kernelFor(postings: number): KernelModule | null {
  return postings >= WORTH_KERNEL ? loadKernel() : null;
}

function onThisThread({ taxonomy }: ScanTaxonomy, input: Input, plan: RunPlan): Run {
  const { selection, stream } = plan;
  const written = stream === null ? null : writeTo(plan.write, stream, taxonomy, selection);
  const run = analyzePostings(taxonomy, input.items(), {
    ...(selection ? { only: selection.tools } : {}),
    kernel: kernelFor(input.total),
    explain: plan.explain,
    mentions: rowNeeds(plan).mentions,
    counts: plan.counts,
    mostRows: rowNeeds(plan).postings,
    unique: plan.unique,
    ...(written?.handlers ?? {
      onRow: (row) => plan.keep(selection ? selectRow(row, taxonomy, selection) : row),
    }),
    onProgress: plan.progress.update,
  });
  written?.flush();
  return run;
}

/** A stream takes all rows, with mentions where it writes them. */
export function rowNeeds({ stream, needs }: RunPlan): RowNeeds {
  return stream ? { postings: Number.POSITIVE_INFINITY, mentions: stream.mentions } : needs;
}
