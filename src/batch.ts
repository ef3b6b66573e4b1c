/** Batches of files, analysed one after another by one thread: see src/cli/threads.ts, which shares them out. */
import { createRun, type RunOptions, type RunPart } from "./analyze.js";
import type { KernelModule } from "./kernel/index.js";
import { outputFormat, type Renderer, type RenderOptions, type RowStream } from "./output/index.js";
import { factsOf, type Selection, selectRow } from "./select.js";
import type { Tally } from "./tally/index.js";
import type { FileGroup, PostingRow, Taxonomy } from "./types.js";

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
  /** Whether more is counted than postings. */
  readonly counts: boolean;
  readonly kernel: KernelModule | null;
}

/** What came of a batch: its part of the output, in order. */
export interface BatchResult extends RunPart {
  /** In UTF-8, the beginning of a buffer of its own: it can be handed over without a copy. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly rows: readonly PostingRow[];
  readonly files: number;
}

/** What a batch is made of; plain data. */
export interface Batch {
  readonly files: readonly FileGroup[];
  /** So many files there are. */
  readonly count: number;
  /** So many rows are wanted, of the first postings. */
  readonly mostRows: number;
}

/** One thread's share of a run. */
export interface Batches {
  /** @param spent buffers of earlier texts that are needed no more */
  analyze(batch: Batch, spent: readonly ArrayBuffer[]): BatchResult;
  /** The counts of all batches so far. */
  tally(): Tally;
}

/** Buffers of text begin at this size and double. */
const FIRST_TEXT = 64 * 1024;

/** So many rows are put into words together: one by one costs time, and what is held long costs memory. */
const ROWS_AT_ONCE = 16;

/** Makes tables and buffers ready. */
export async function createBatches(taxonomy: Taxonomy, setup: BatchSetup): Promise<Batches> {
  const { selection } = setup;
  const stream = setup.asText ? openStream(await outputFormat(setup.format)!.load(), taxonomy, setup) : null;
  const text = createText();
  let rows: PostingRow[] = [];
  const written = stream === null ? null : writeTo(text.add, stream, taxonomy, selection);
  const run = createRun(taxonomy, {
    ...(selection ? { only: selection.tools } : {}),
    kernel: setup.kernel,
    explain: setup.explain,
    mentions: setup.mentions,
    counts: setup.counts,
    // A repetition may stand in another thread's part: who puts the parts together looks for them.
    repeats: false,
    ...(written?.handlers ?? {
      onRow: (row) => rows.push(selection ? selectRow(row, taxonomy, selection) : row),
    }),
  });
  return {
    analyze({ files, count, mostRows }, spent) {
      rows = [];
      text.begin(spent);
      run.begin(mostRows);
      run.read(files);
      const part = run.end();
      written?.flush();
      return { ...part, text: text.take(), rows, files: count };
    },
    tally: run.tally,
  };
}

/** Text in UTF-8 that grows piece by piece. */
interface GrowingText {
  /** Begins a new text, in one of the buffers given if there is any. */
  begin(spent: readonly ArrayBuffer[]): void;
  add(piece: string | Uint8Array): void;
  /** The text, and the buffer with it. */
  take(): Uint8Array<ArrayBuffer>;
}

/**
 * Buffers are used again because what a thread throws away outside of its heap stays until the heap is cleaned up: a
 * hundred megabytes of written text.
 */
function createText(): GrowingText {
  const encoder = new TextEncoder();
  const spare: ArrayBuffer[] = [];
  let bytes = new Uint8Array(0);
  let length = 0;
  return {
    begin(spent) {
      spare.push(...spent);
      bytes = new Uint8Array(spare.pop() ?? new ArrayBuffer(FIRST_TEXT));
      length = 0;
    },
    add(piece) {
      // A UTF-16 unit takes three bytes at most.
      const most = length + (typeof piece === "string" ? 3 : 1) * piece.length;
      if (most > bytes.length) {
        const wider = new Uint8Array(Math.max(most, 2 * bytes.length));
        wider.set(bytes.subarray(0, length));
        bytes = wider;
      }
      if (typeof piece === "string") length += encoder.encodeInto(piece, bytes.subarray(length)).written;
      else {
        bytes.set(piece, length);
        length += piece.length;
      }
    },
    take() {
      return bytes.subarray(0, length);
    },
  };
}

/** Postings on their way into words. */
interface Written {
  /** Take the postings of a run. */
  readonly handlers: Pick<RunOptions, "onRow" | "lines">;
  /** Writes what still waits. */
  flush(): void;
}

/** Has a stream write the postings of a run, without rows where they need none. */
export function writeTo(
  write: (text: string | Uint8Array) => void,
  stream: RowStream,
  taxonomy: Taxonomy,
  selection: Selection | null,
): Written {
  const { sheet } = stream;
  let rows: PostingRow[] = [];
  const flush = () => {
    if (rows.length > 0) write(stream.rows(rows));
    rows = [];
  };
  const onRow = (row: PostingRow) => {
    if (rows.push(selection ? selectRow(row, taxonomy, selection) : row) === ROWS_AT_ONCE) flush();
  };
  if (!sheet) return { handlers: { onRow }, flush };
  const writeLines = (lines: Uint8Array) => {
    flush();
    write(lines);
  };
  return { handlers: { onRow, lines: { sheet, write: writeLines } }, flush };
}

/** Where the format can write postings as they come: what writes them. */
export function openStream(
  renderer: Renderer,
  taxonomy: Taxonomy,
  { selection, render }: Pick<BatchSetup, "selection" | "render">,
): RowStream | null {
  return renderer.stream?.(factsOf(taxonomy, selection, taxonomy.tools), render) ?? null;
}
