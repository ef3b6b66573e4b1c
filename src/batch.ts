/** Batches of files, analysed one after another by one thread: see src/cli/run.ts, which shares them out. */
import { createRun, type RunPart } from "./analyze.js";
import { createReader, type InputFile } from "./input/index.js";
import { outputFormat, type RenderOptions, type RowStream } from "./output/index.js";
import { factsOf, type Selection, selectRow } from "./select.js";
import type { Tally } from "./tally/index.js";
import type { PostingRow, Taxonomy } from "./types.js";

/** What every batch is done by; plain data. */
export interface BatchSetup {
  readonly selection: Selection | null;
  readonly explain: boolean;
  readonly format: string;
  readonly render: RenderOptions;
  /** Whether rows are wanted as text of the format, or as they are. */
  readonly asText: boolean;
  /** Whether rows list every mention. */
  readonly mentions: boolean;
}

/** What came of a batch: its part of the output, in order. */
export interface BatchResult extends RunPart {
  /** In UTF-8, in a buffer of its own: it can be handed over without a copy. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly rows: readonly PostingRow[];
  readonly files: number;
}

/** What a batch is made of; plain data. */
export interface Batch {
  readonly files: readonly InputFile[];
  /** So many rows are wanted, of the first postings. */
  readonly mostRows: number;
}

/** One thread's share of a run. */
export interface Batches {
  analyze(batch: Batch): BatchResult;
  /** The counts of all batches so far. */
  tally(): Tally;
}

/** So many rows are put into words together: one by one costs time, and what is held long costs memory. */
export const ROWS_AT_ONCE = 16;

/** Makes tables and buffers ready. */
export async function createBatches(taxonomy: Taxonomy, setup: BatchSetup): Promise<Batches> {
  const { selection } = setup;
  const stream = setup.asText ? await openStream(taxonomy, setup) : null;
  const read = createReader();
  const encoder = new TextEncoder();
  let rows: PostingRow[] = [];
  let text = "";
  const flush = () => {
    text += stream!.rows(rows);
    rows = [];
  };
  const run = createRun(taxonomy, {
    ...(selection ? { only: selection.tools } : {}),
    explain: setup.explain,
    mentions: setup.mentions,
    // A repetition may stand in another thread's part: who puts the parts together looks for them.
    repeats: false,
    onRow: (row) => {
      rows.push(selection ? selectRow(row, taxonomy, selection) : row);
      if (stream && rows.length === ROWS_AT_ONCE) flush();
    },
  });
  return {
    analyze({ files, mostRows }) {
      rows = [];
      text = "";
      const part = run.add(read(files), mostRows);
      if (stream) flush();
      return { ...part, text: encoder.encode(text), rows, files: files.length };
    },
    tally: run.tally,
  };
}

async function openStream(taxonomy: Taxonomy, setup: BatchSetup): Promise<RowStream | null> {
  const renderer = await outputFormat(setup.format)!.load();
  return renderer.stream?.(factsOf(taxonomy, setup.selection, taxonomy.tools), setup.render) ?? null;
}
