import type { Command } from "commander";
import { createAnalyzer } from "../../analyze.js";
import { formatProblem, SkilltagError } from "../../errors.js";
import { isSkipped } from "../../input/index.js";
import { renderCheck } from "../../output/check.js";
import { resolveTaxonomy } from "../../taxonomy/load-resolve.js";
import type { Posting } from "../../types.js";
import { gather, STDIN } from "../gather.js";
import type { Io } from "../io.js";
import { type ColorChoice, colorOption, useColor } from "../options.js";
import { factsOf } from "../select.js";
import { TAXONOMY_OPTION } from "./taxonomy/option.js";

/** The options of `check`, as commander leaves them. */
export interface CheckCommandOptions {
  readonly explain: boolean;
  readonly color: ColorChoice;
  readonly taxonomy?: string;
}

export function registerCheck(program: Command, io: Io): void {
  program
    .command("check")
    .description("show what one posting asks for, with the words behind every finding")
    .argument("<file>", "a posting; - for standard input")
    .option("--explain", "add the rules that decided, and what was rejected and why", false)
    .addOption(colorOption())
    .option(...TAXONOMY_OPTION)
    .action((file: string, options: CheckCommandOptions) => check(file, Object.freeze(options), io));
}

/** Prints the recruiter's view of one posting. Throws SkilltagError where it cannot be read. */
export async function check(file: string, options: CheckCommandOptions, io: Io): Promise<void> {
  const { taxonomy } = await resolveTaxonomy(options.taxonomy, io.cwd, io.env);
  const posting = await readOne(file, io);
  const analyzer = createAnalyzer(taxonomy);
  const row = analyzer.row(analyzer.analyze(posting), posting, options.explain);
  const lines = new TextDecoder().decode(posting.bytes).split(/\r\n|\r|\n/);
  io.stdout(
    renderCheck(row, lines, factsOf(taxonomy, null), {
      width: io.columns,
      color: useColor(options.color, io),
      unicode: io.unicode,
      explain: options.explain,
    }),
  );
}

async function readOne(file: string, io: Io): Promise<Posting> {
  const input = await gather([file], { include: [], exclude: [] }, io);
  for (const problem of input.problems) io.stderr(`${formatProblem(problem)}\n`);
  if (input.total !== 1) {
    const hint = "Name one file; `skilltag scan` reads folders and globs.";
    throw new SkilltagError(
      "nothing-to-read",
      input.total === 0 ? `${file} holds no posting` : `${file} holds ${input.total} files`,
      { hint },
    );
  }
  for (const item of input.items()) {
    if (isSkipped(item))
      throw new SkilltagError("unreadable", `${file}: ${item.reason}`, { hint: hintFor(file) });
    return item;
  }
  throw new SkilltagError("nothing-to-read", `${file} holds no posting`);
}

function hintFor(file: string): string {
  return file === STDIN
    ? "Pipe plain text into the command."
    : "Name a file of plain text that you may read.";
}
