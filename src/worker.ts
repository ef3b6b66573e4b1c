/** A thread that analyses batches of files: see src/cli/run.ts, which sends them. */
import { parentPort, workerData } from "node:worker_threads";
import { analyzePostings, type Run } from "./analyze.js";
import { type InputFile, readPostings } from "./input/index.js";
import { outputFormat, type RenderOptions, type RowStream } from "./output/index.js";
import { unpack } from "./packed/index.js";
import { factsOf, type Selection, selectRow } from "./select.js";
import type { PostingRow } from "./types.js";

/** What every batch is done by. */
export interface WorkerSetup {
  /** A packed taxonomy, in memory that all threads share. */
  readonly taxonomy: SharedArrayBuffer;
  readonly selection: Selection | null;
  readonly explain: boolean;
  readonly format: string;
  readonly render: RenderOptions;
  /** Whether rows are wanted as text of the format, or as they are. */
  readonly asText: boolean;
}

/** What came of a batch: its part of the output, in order, and of the counts. */
export interface BatchResult extends Run {
  readonly text: string;
  readonly rows: readonly PostingRow[];
  readonly files: number;
}

const setup: WorkerSetup = workerData;
const taxonomy = unpack(new Uint8Array(setup.taxonomy));
if (taxonomy === null) throw new Error("the worker was given no taxonomy");
const { selection } = setup;
let stream: Promise<RowStream | null> | undefined;

async function openStream(): Promise<RowStream | null> {
  const renderer = await outputFormat(setup.format)!.load();
  return renderer.stream?.(factsOf(taxonomy!, selection, taxonomy!.tools), setup.render) ?? null;
}

async function analyzeBatch(files: readonly InputFile[]): Promise<BatchResult> {
  stream ??= setup.asText ? openStream() : Promise.resolve(null);
  const text = await stream;
  const parts: string[] = [];
  const rows: PostingRow[] = [];
  const run = analyzePostings(taxonomy!, readPostings(files), {
    ...(selection ? { only: selection.tools } : {}),
    explain: setup.explain,
    onRow: (row) => {
      const shown = selection ? selectRow(row, taxonomy!, selection) : row;
      if (text) parts.push(text.row(shown));
      else rows.push(shown);
    },
  });
  return { ...run, text: parts.join(""), rows, files: files.length };
}

parentPort!.on(
  "message",
  ({ index, task }: { readonly index: number; readonly task: readonly InputFile[] }) => {
    analyzeBatch(task).then(
      (result) => parentPort!.postMessage({ index, result }),
      (error) =>
        parentPort!.postMessage({
          index,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    );
  },
);
