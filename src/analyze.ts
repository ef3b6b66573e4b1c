import { createJudge, describeRule, restriction } from "./context/index.js";
import { FileReader, isSkipped, readInto, titleOf } from "./input/index.js";
import { Kernel, type KernelModule, type LineWriter, LONGEST_TEXT } from "./kernel/index.js";
import { createMatcher } from "./match/index.js";
import { postingRow } from "./report/index.js";
import { createCounter, createRepeats, hasMatch, onlyPostings, type Tally } from "./tally/index.js";
import {
  EVERYTHING,
  type FileGroup,
  type Posting,
  type PostingAnalysis,
  type PostingRow,
  type Sheet,
  type Skipped,
  type Taxonomy,
  type Wanted,
} from "./types.js";

/** Reads postings by one taxonomy: matching and judging in one. Holds buffers; one posting at a time. */
export interface Analyzer {
  /**
   * Finds and judges what is wanted of one posting: everything, by default. `posting.bytes` is read during the call
   * only.
   */
  analyze(posting: Posting, wanted?: Wanted): PostingAnalysis;
  /**
   * The printed form of an analysis: names, words, lines and columns. `explain` adds rules and rejections; without
   * `mentions` every tool's list of them is left empty, which saves most of the work.
   */
  row(analysis: PostingAnalysis, posting: Posting, explain: boolean, mentions?: boolean): PostingRow;
  /** What analyses postings and writes them in one; null where this one cannot. */
  lineWriter(sheet: Sheet, write: (lines: Uint8Array) => void): LineWriter | null;
}

/**
 * Compiles the tables of a taxonomy, once for any number of postings.
 * @param only tool indexes; where given, other tools still help to judge, but are left out of the results
 * @param kernel does the same in less time; it pays from some dozens of postings on
 */
export function createAnalyzer(
  taxonomy: Taxonomy,
  only?: ReadonlySet<number>,
  kernel: KernelModule | null = null,
): Analyzer {
  const fast = kernel === null ? null : new Kernel(kernel, taxonomy);
  const restrict = only ? restriction(taxonomy, only) : null;
  let plain: ReturnType<typeof createPlain> | undefined;
  return {
    analyze(posting, wanted = EVERYTHING) {
      const title = titleOf(posting.bytes);
      let analysis: PostingAnalysis;
      if (fast !== null && posting.bytes.length <= LONGEST_TEXT) {
        analysis = fast.analyze(posting, title, wanted);
      } else {
        plain ??= createPlain(taxonomy);
        analysis = plain(posting, title, wanted);
      }
      return restrict === null ? analysis : restrict(analysis);
    },
    row(analysis, posting, explain, mentions = true) {
      return postingRow(taxonomy, analysis, posting.bytes, { explain, mentions, describeRule });
    },
    lineWriter: (sheet, write) =>
      restrict === null && fast !== null ? fast.lineWriter(sheet, titleOf, readInto, write) : null,
  };
}

/** The stages one after another, in plain TypeScript. */
function createPlain(
  taxonomy: Taxonomy,
): (posting: Posting, title: string, wanted: Wanted) => PostingAnalysis {
  const matcher = createMatcher(taxonomy);
  const judge = createJudge(taxonomy);
  return ({ id, bytes }, title, wanted) => judge.judge(id, title, matcher.scan(bytes), wanted);
}

/**
 * One posting given as text, in its printed form.
 * @param options `id` names it in the result; `explain` adds rules and rejections
 */
export function analyzeText(
  analyzer: Analyzer,
  text: string,
  options: { readonly id?: string; readonly explain?: boolean } = {},
): PostingRow {
  const posting: Posting = { id: options.id ?? "text", bytes: new TextEncoder().encode(text) };
  return analyzer.row(analyzer.analyze(posting), posting, options.explain ?? false);
}

/** What a part of a run came to, beside the counts. Where nothing is counted but postings, there is what was skipped. */
export interface RunPart {
  /** Ids of postings without a mention that counts, in order. */
  readonly withoutMatch: readonly string[];
  readonly skipped: readonly Skipped[];
  /** Of every posting that was counted, in order; see PostingAnalysis. */
  readonly fingerprints: readonly number[];
}

/** What a run over many postings counted. */
export interface Run extends RunPart {
  readonly tally: Tally;
  /** Postings of the same words as an earlier one. */
  readonly duplicates: number;
}

/** What is wanted of a run beside the counts. */
export interface RunOptions {
  /** Tool indexes that alone are counted. */
  readonly only?: ReadonlySet<number>;
  /** See createAnalyzer; none by default. */
  readonly kernel?: KernelModule | null;
  /** Rules and rejections in the rows. */
  readonly explain: boolean;
  /** Whether rows list every mention; true by default. */
  readonly mentions?: boolean;
  /** Whether more is counted than postings; true by default. Without, the tally is `onlyPostings`, which saves time. */
  readonly counts?: boolean;
  /** Whether postings of the same words as an earlier one are looked for; true by default. */
  readonly repeats?: boolean;
  /** Leaves them out: they are told, and not counted. */
  readonly unique?: boolean;
  /** So many rows are made, of the first postings; by default all. */
  readonly mostRows?: number;
  /** Gets each posting's row, in order; without it none is made. */
  readonly onRow?: (row: PostingRow) => void;
  /**
   * Gets postings that need no row as lines, in UTF-8, in order with the rows; the bytes are valid during the call. Only
   * where nothing is counted but postings, and there is a kernel.
   */
  readonly lines?: { readonly sheet: Sheet; readonly write: (lines: Uint8Array) => void };
  /** Called after each posting, with the number so far. */
  readonly onProgress?: (done: number) => void;
}

/** A run that gets its postings in parts: tables and buffers are made once. */
export interface PartialRun {
  /**
   * Begins a part.
   * @param mostRows so many rows are made in it
   */
  begin(mostRows: number): void;
  /** Analyses postings one after another and counts them. */
  add(items: Iterable<Posting | Skipped>): void;
  /** Reads files, analyses their postings and counts them. */
  read(files: readonly FileGroup[]): void;
  /** Ends the part. */
  end(): RunPart;
  /** The counts of all parts so far. */
  tally(): Tally;
  /** Postings of the same words as an earlier one of any part. */
  duplicates(): number;
}

/** Begins a run; see PartialRun. */
export function createRun(taxonomy: Taxonomy, options: Omit<RunOptions, "mostRows">): PartialRun {
  const analyzer = createAnalyzer(taxonomy, options.only, options.kernel);
  const isCounted = options.counts !== false;
  const counter = isCounted ? createCounter(taxonomy) : null;
  const repeats = options.repeats !== false && (isCounted || options.unique) ? createRepeats() : null;
  const mentions = options.mentions !== false || options.explain;
  const wanted: Wanted = {
    mentions,
    depth: mentions || isCounted,
    fingerprint: isCounted || repeats !== null,
  };
  const { lines } = options;
  const writer =
    lines && counter === null && repeats === null ? analyzer.lineWriter(lines.sheet, lines.write) : null;
  let done = 0;
  let postings = 0;
  let rowsLeft = 0;
  let withoutMatch: string[] = [];
  let skipped: Skipped[] = [];
  let fingerprints: number[] = [];
  const reader = new FileReader();
  const readAhead = ({ path, id, named }: FileGroup, name: string) =>
    reader.add(path + name, id + name, named);
  const add = (items: Iterable<Posting | Skipped>) => {
    for (const item of items) {
      if (isSkipped(item)) {
        skipped.push(item);
        continue;
      }
      if (writer?.add(item)) {
        postings++;
        options.onProgress?.(++done);
        continue;
      }
      writer?.flush();
      const analysis = analyzer.analyze(item, wanted);
      options.onProgress?.(++done);
      if (repeats?.seen(analysis.fingerprint) && options.unique) continue;
      postings++;
      if (counter !== null) {
        fingerprints.push(analysis.fingerprint);
        counter.add(analysis);
        if (!hasMatch(analysis)) withoutMatch.push(item.id);
      }
      if (options.onRow && rowsLeft-- > 0)
        options.onRow(analyzer.row(analysis, item, options.explain, options.mentions));
    }
  };
  return {
    begin(mostRows) {
      rowsLeft = mostRows;
      withoutMatch = [];
      skipped = [];
      fingerprints = [];
    },
    add,
    read(files) {
      for (const group of files) {
        // A file that was named may be a pipe.
        if (writer !== null && !group.named) {
          add(reader.take());
          const written = writer.addFiles(group, (name) => {
            readAhead(group, name);
            add(reader.take());
          });
          postings += written;
          done += written;
          options.onProgress?.(done);
        } else for (const name of group.names) if (readAhead(group, name)) add(reader.take());
      }
      add(reader.take());
    },
    end() {
      writer?.flush();
      return { withoutMatch, skipped, fingerprints };
    },
    tally: () => counter?.tally() ?? onlyPostings(postings),
    duplicates: () => repeats?.count ?? 0,
  };
}

/**
 * A run in one part.
 * @param work what to add and to read
 */
export function runOnce(taxonomy: Taxonomy, options: RunOptions, work: (run: PartialRun) => void): Run {
  const run = createRun(taxonomy, options);
  run.begin(options.mostRows ?? Number.POSITIVE_INFINITY);
  work(run);
  return {
    ...run.end(),
    tally: run.tally(),
    duplicates: run.duplicates(),
  };
}

/** Analyses postings one after another and counts them. */
export function analyzePostings(
  taxonomy: Taxonomy,
  items: Iterable<Posting | Skipped>,
  options: RunOptions,
): Run {
  return runOnce(taxonomy, options, (run) => run.add(items));
}
