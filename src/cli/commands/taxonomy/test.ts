import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { createAnalyzer } from "../../../analyze.js";
import { problemsError, SkilltagError } from "../../../errors.js";
import { compile } from "../../../taxonomy/compile.js";
import { sha256 } from "../../../taxonomy/digest.js";
import { loadSource } from "../../../taxonomy/load-source.js";
import { type Analyze, aliasesSeen, runSpecs, type SpecFailure } from "../../../taxonomy/specs.js";
import type { CompiledTaxonomy } from "../../../types.js";
import type { Io } from "../../io.js";
import { count, TAXONOMY_OPTION, type TaxonomyOption } from "./option.js";

export function registerTest(parent: Command, io: Io): void {
  parent
    .command("test")
    .description("judge the sentences under `specs`, and say which forms nothing tests")
    .option(...TAXONOMY_OPTION)
    .option("--fixtures <folder>", "postings whose mentions count as seen, too")
    .option("--uncovered", "list the forms that were not seen in a sentence or fixture")
    .action((options: TestOptions) => testTaxonomy(options, io));
}

interface TestOptions extends TaxonomyOption {
  readonly fixtures?: string;
  readonly uncovered?: boolean;
}

/** Prints failures and coverage; exit code 1 where a sentence failed. Throws all problems of a broken taxonomy. */
export async function testTaxonomy(options: TestOptions, io: Io): Promise<void> {
  const { model, problems } = await loadSource(options.taxonomy, io.cwd, io.env);
  if (model === null || problems.some((one) => one.severity === "error")) throw problemsError(problems);
  const taxonomy = compile(model, sha256);
  const analyzer = createAnalyzer(taxonomy);
  const analyze: Analyze = (posting) => analyzer.analyze(posting);
  const { sentences, failures, seen } = runSpecs(model, taxonomy, analyze);
  for (const failure of failures) io.stdout(`${formatFailure(failure)}\n\n`);
  const all = new Set([
    ...seen,
    ...(options.fixtures === undefined ? [] : seenInFolder(resolve(io.cwd, options.fixtures), analyze)),
  ]);
  if (options.uncovered === true) io.stdout(unseenForms(taxonomy, all));
  const share = taxonomy.aliases.length === 0 ? 100 : Math.floor((100 * all.size) / taxonomy.aliases.length);
  io.stdout(
    `${count(sentences, "sentence")}: ${sentences - failures.length} passed, ${failures.length} failed\n`,
  );
  const where = options.fixtures === undefined ? "a sentence" : "a sentence or fixture";
  io.stdout(`${all.size} of ${count(taxonomy.aliases.length, "form")} seen in ${where} (${share} %)\n`);
  if (failures.length > 0) io.setExitCode(1);
}

function formatFailure({ tool, kind, sentence, why, place }: SpecFailure): string {
  const where = place === null ? "" : `${place.file}:${place.line}:${place.column}: `;
  const wanted = kind === "accept" ? "must be found and is not" : "must not be found and is";
  return `${where}${kind} "${tool}" ${wanted}\n    ${sentence}\n  = ${why}`;
}

function unseenForms(taxonomy: CompiledTaxonomy, seen: ReadonlySet<number>): string {
  return taxonomy.aliases
    .map((alias, index) =>
      seen.has(index) ? "" : `not seen: ${alias.text} (${taxonomy.tools[alias.tool]?.name})\n`,
    )
    .join("");
}

/** The aliases that the postings of a folder were found by. */
function seenInFolder(folder: string, analyze: Analyze): number[] {
  let files: string[];
  try {
    files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    throw new SkilltagError("path-missing", `there is no folder ${folder}`);
  }
  return files
    .filter((file) => /\.(txt|text|md)$/.test(file))
    .flatMap((file) => aliasesSeen(analyze({ id: file, bytes: readFileSync(join(folder, file)) })));
}
