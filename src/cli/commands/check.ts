import { resolve } from "node:path";
import type { Command } from "commander";
import { createAnalyzer } from "../../analyze.js";
import { type ErrorCode, SkilltagError } from "../../errors.js";
import { formatOf, isBlank, isSkipped, readPostings } from "../../input/index.js";
import { renderCheck } from "../../output/check.js";
import { PLAIN } from "../../output/look.js";
import { factsOf } from "../../select.js";
import type { Posting } from "../../types.js";
import { type Io, STDIN, STDIN_EMPTY } from "../io.js";
import { type ColorChoice, colorOption, useColor } from "../options.js";
import { scanTaxonomy } from "../taxonomy.js";
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
  const { taxonomy } = await scanTaxonomy(options.taxonomy, io);
  const posting = await readOne(file, io);
  const analyzer = createAnalyzer(taxonomy);
  const analysis = analyzer.analyze(posting);
  const row = analyzer.row(analysis, posting, options.explain);
  const named = analysis.tools.map((finding) => taxonomy.tools.at(finding.tool)!);
  const lines = new TextDecoder().decode(posting.bytes).split(/\r\n|\r|\n/);
  io.stdout(
    renderCheck(row, lines, factsOf(taxonomy, null, named), {
      width: io.columns,
      paints: useColor(options.color, io) ? (await import("../../output/paints.js")).colours() : PLAIN,
      unicode: io.unicode,
      explain: options.explain,
    }),
  );
}

/** Reasons with a hint of their own. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  "binary file": "binary-file",
  "empty file": "empty-file",
};

/** Reads the one posting that is named. */
async function readOne(file: string, io: Io): Promise<Posting> {
  const stdin = file === STDIN ? await io.readStdin() : null;
  if (stdin !== null && isBlank(stdin)) throw new SkilltagError("stdin-empty", STDIN_EMPTY);
  const items =
    stdin !== null
      ? formatOf(STDIN).read({ id: STDIN, bytes: stdin })
      : readPostings([{ path: resolve(io.cwd, file), id: file.replaceAll("\\", "/"), named: true }]);
  for (const item of items) {
    if (!isSkipped(item)) return item;
    if (item.reason === "no longer there") throw new SkilltagError("path-missing", `${file} does not exist`);
    const code = CODES[item.reason];
    if (code !== undefined) throw new SkilltagError(code, `${file}: ${item.reason}`);
    throw new SkilltagError("unreadable", `${file}: ${item.reason}`, { hint: hintFor(file) });
  }
  throw new SkilltagError("nothing-to-read", `${file} holds no posting`);
}

function hintFor(file: string): string {
  return file === STDIN
    ? "Pipe plain text into the command."
    : "Name one file of plain text that you may read; `skilltag scan` takes folders and globs.";
}
