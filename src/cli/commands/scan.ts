import { type Command, Option } from "commander";
import { openStream } from "../../batch.js";
import { formatProblem } from "../../errors.js";
import {
  CSV_ROWS,
  type CsvRows,
  outputFormat,
  type Renderer,
  type RenderOptions,
  sanitize,
} from "../../output/index.js";
import { counted } from "../../output/numbers.js";
import { summarise } from "../../report/index.js";
import { select, selectReport } from "../../select.js";
import type { PostingRow, Report, Skipped, Taxonomy } from "../../types.js";
import { VERSION } from "../../version.js";
import { gather, type Input, nothingToRead, tellSkipped } from "../gather.js";
import { type Io, STDIN } from "../io.js";
import {
  type ColorChoice,
  collect,
  colorOption,
  countOr,
  excludeOption,
  formatOption,
  includeOption,
  useColor,
} from "../options.js";
import { type Progress, startProgress } from "../progress.js";
import { type OpenRun, openRun, type RunPlan } from "../run.js";
import { openSink, type Sink } from "../sink.js";
import { scanTaxonomy } from "../taxonomy.js";
import { TAXONOMY_OPTION } from "./taxonomy/option.js";

/** The options of `scan`, as commander leaves them. */
export interface ScanOptions {
  readonly format: string;
  readonly output?: string;
  readonly rows: CsvRows;
  readonly outliers: number | "all";
  readonly breakdown: number | "all" | "none";
  readonly group: readonly string[];
  readonly tool: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly explain: boolean;
  readonly depth: boolean;
  readonly bom: boolean;
  readonly unique: boolean;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly color: ColorChoice;
  readonly workers: number | "auto";
  readonly taxonomy?: string;
}

export function registerScan(program: Command, io: Io): void {
  program
    .command("scan")
    .description("count what the postings of files and folders ask for")
    .argument("<paths...>", "files, folders (with all below them) and globs; - for standard input")
    .addOption(formatOption())
    .option("-o, --output <file>", "write to a file, which is replaced only when the run succeeds")
    .addOption(new Option("--rows <what>", "what a CSV has one row of").choices(CSV_ROWS).default("postings"))
    .addOption(
      new Option("--outliers <n|all>", "how many outliers to list").argParser(countOr("all")).default(20),
    )
    .addOption(
      new Option("--breakdown <n|all|none>", "how many postings to break down")
        .argParser(countOr("all", "none"))
        .default(20),
    )
    .addOption(
      new Option("--group <id...>", "count only what counts for these groups")
        .argParser(collect)
        .default([], "all"),
    )
    .addOption(new Option("--tool <name...>", "count only these tools").argParser(collect).default([], "all"))
    .addOption(includeOption())
    .addOption(excludeOption())
    .option("--depth", "in the tables, say how deeply each group has to be known", false)
    .option(
      "--explain",
      "say for each mention and each rejection which rule decided, and on which words",
      false,
    )
    .option("--unique", "count postings of the same words once", false)
    .option("--bom", "begin a CSV with a byte order mark, for Excel", false)
    .option("--strict", "exit with 2 when anything could not be read", false)
    .option("-q, --quiet", "no progress, no notes", false)
    .addOption(
      new Option("--workers <n|auto>", "threads beside the main one; the output is the same")
        .argParser(countOr("auto"))
        .default("auto"),
    )
    .addOption(colorOption())
    .option(...TAXONOMY_OPTION)
    .action((paths: string[], options: ScanOptions) => scan(paths, Object.freeze(options), io));
}

/** Reads, judges, counts and prints. Throws SkilltagError where there is nothing to read or nowhere to write. */
export async function scan(paths: readonly string[], options: ScanOptions, io: Io): Promise<void> {
  const chosen = await scanTaxonomy(options.taxonomy, io);
  const selection = select(chosen.taxonomy, options.group, options.tool);
  const render = renderOptions(options, io);
  const renderer = await outputFormat(options.format)!.load();
  const stream = openStream(renderer, chosen.taxonomy, { selection, render });
  const plan: RunPlan = {
    selection,
    explain: options.explain,
    unique: options.unique,
    format: options.format,
    render,
    stream,
    // Where rows alone are written, nobody asks for the counts.
    counts: stream === null || stream.around !== undefined,
    needs: renderer.needs?.(render) ?? { postings: Number.POSITIVE_INFINITY, mentions: true },
    // Standard input is read by this thread.
    workers: paths.includes(STDIN) ? 0 : options.workers,
  };
  const run = openRun(chosen, plan);
  try {
    const input = await gather(paths, options, io, run.found);
    for (const problem of input.problems) io.stderr(`${formatProblem(problem)}\n`);
    if (input.total === 0) {
      tellSkipped(input.skipped, options, io);
      throw nothingToRead(input);
    }
    await write({ run, plan, renderer, input, taxonomy: chosen.taxonomy }, options, io);
  } finally {
    await run.close();
  }
}

/** A run whose files are known. */
interface Ready {
  readonly run: OpenRun;
  readonly plan: RunPlan;
  readonly renderer: Renderer;
  readonly input: Input;
  readonly taxonomy: Taxonomy;
}

/** Analyses everything and writes what was found. */
async function write(ready: Ready, options: ScanOptions, io: Io): Promise<void> {
  const { plan, renderer, input } = ready;
  const { stream, render } = plan;
  const sink = openSink(options.output, io);
  const spool = stream?.around ? (await import("../spool.js")).openSpool() : null;
  try {
    const progress = await startProgress(input.total, options.quiet, io);
    const { postings, skipped, report } = await analyze(ready, (spool ?? sink).write, progress);
    tellSkipped(skipped, options, io);
    if (postings === 0) throw nothingToRead(input);
    if (report && !stream) for (const piece of renderer.render(report, render)) sink.write(piece);
    if (report && stream?.around && spool) {
      const { before, parting, after } = stream.around(report);
      sink.write(before);
      spool.copyTo(sink.write, parting);
      sink.write(after);
    }
    sink.finish();
    if (options.output !== undefined && !options.quiet) {
      io.stderr(`${counted(postings, "posting")} written to ${sanitize(options.output)}\n`);
    }
    const unread = skipped.length > input.skipped.length;
    if (input.problems.length > 0 || (options.strict && unread)) io.setExitCode(2);
  } catch (error) {
    sink.abandon();
    throw error;
  } finally {
    spool?.close();
  }
}

/** What a run came to. */
interface Outcome {
  readonly postings: number;
  /** Before reading and while. */
  readonly skipped: readonly Skipped[];
  /** Null where nothing was counted but the postings. */
  readonly report: Report | null;
}

/** Analyses everything, and reports what was counted. */
async function analyze(
  { run, plan, input, taxonomy }: Ready,
  write: Sink["write"],
  progress: Progress,
): Promise<Outcome> {
  const rows: PostingRow[] = [];
  try {
    const keep = (row: PostingRow) => rows.push(row);
    const { tally, withoutMatch, duplicates, ...rest } = await run.analyze(input, { write, keep, progress });
    const { postings } = tally;
    const skipped = [...input.skipped, ...rest.skipped];
    if (!plan.counts) return { postings, skipped, report: null };
    const facts = { version: VERSION, duplicates, withoutMatch, skipped, postings: rows };
    const report = summarise(taxonomy, tally, facts);
    return {
      postings,
      skipped,
      report: plan.selection ? selectReport(report, taxonomy, plan.selection) : report,
    };
  } finally {
    progress.stop();
  }
}

function renderOptions(options: ScanOptions, io: Io): RenderOptions {
  return {
    width: io.columns,
    color: useColor(options.color, io) && (options.output === undefined || options.color === "always"),
    unicode: io.unicode || options.output !== undefined,
    outliers: options.outliers,
    breakdown: options.breakdown,
    rows: options.rows,
    bom: options.bom,
    explain: options.explain,
    depth: options.depth,
  };
}
