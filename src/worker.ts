/** A thread that analyses batches of files: see src/cli/run.ts, which sends them. */
import { parentPort, workerData } from "node:worker_threads";
import { createRun, type RunPart } from "./analyze.js";
import { createReader, type InputFile } from "./input/index.js";
import { outputFormat, type RenderOptions, type RowStream } from "./output/index.js";
import { unpack } from "./packed/index.js";
import { factsOf, type Selection, selectRow } from "./select.js";
import type { PostingRow, Taxonomy } from "./types.js";

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

/** What came of a batch: its part of the output, in order. */
export interface BatchResult extends RunPart {
  /** In UTF-8, in a buffer of its own: it is handed over without a copy. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly rows: readonly PostingRow[];
  readonly files: number;
}

/** A task: files to analyse, or null for the counts of all that this worker was given. */
export type Task = readonly InputFile[] | null;

const setup: WorkerSetup = workerData;
const taxonomy = unpack(new Uint8Array(setup.taxonomy));
if (taxonomy === null) throw new Error("the worker was given no taxonomy");
const { selection } = setup;
const stream = setup.asText ? await openStream(taxonomy) : null;
const read = createReader();
const encoder = new TextEncoder();
let rows: PostingRow[] = [];
const run = createRun(taxonomy, {
  ...(selection ? { only: selection.tools } : {}),
  explain: setup.explain,
  mentions: stream?.mentions ?? true,
  // A repetition may stand in another worker's part: the main thread looks for them.
  repeats: false,
  onRow: (row) => rows.push(selection ? selectRow(row, taxonomy, selection) : row),
});

async function openStream(of: Taxonomy): Promise<RowStream | null> {
  const renderer = await outputFormat(setup.format)!.load();
  return renderer.stream?.(factsOf(of, selection, of.tools), setup.render) ?? null;
}

function analyzeBatch(files: readonly InputFile[]): BatchResult {
  rows = [];
  const part = run.add(read(files));
  const text = encoder.encode(stream ? stream.rows(rows) : "");
  return { ...part, text, rows: stream ? [] : rows, files: files.length };
}

parentPort!.on("message", ({ index, task }: { readonly index: number; readonly task: Task }) => {
  try {
    if (task === null) parentPort!.postMessage({ index, result: run.tally() });
    else {
      const result = analyzeBatch(task);
      parentPort!.postMessage({ index, result }, [result.text.buffer]);
    }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort!.postMessage({ index, error: text });
  }
});
