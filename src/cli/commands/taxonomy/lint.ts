import type { Command } from "commander";
import { formatProblem } from "../../../errors.js";
import { loadSource } from "../../../taxonomy/load-source.js";
import type { Io } from "../../io.js";
import { count, TAXONOMY_OPTION, type TaxonomyOption } from "./option.js";

export function registerLint(parent: Command, io: Io): void {
  parent
    .command("lint")
    .description("find everything that is wrong with the files of a taxonomy")
    .option(...TAXONOMY_OPTION)
    .option("--strict", "warnings fail too")
    .action((options: LintOptions) => lint(options, io));
}

interface LintOptions extends TaxonomyOption {
  readonly strict?: boolean;
}

/** Prints all problems; exit code 2 where there is an error, or a warning with --strict. */
export async function lint(options: LintOptions, io: Io): Promise<void> {
  const { model, problems } = await loadSource(options.taxonomy, io.cwd, io.env);
  for (const one of problems) io.stdout(`${formatProblem(one)}\n\n`);
  const errors = problems.filter((one) => one.severity === "error").length;
  const warnings = problems.length - errors;
  const name = model === null ? "" : `${model.name} ${model.version}: ${count(model.tools.length, "tool")}, `;
  const forms =
    model === null ? "" : `${count(model.tools.flatMap((tool) => tool.aliases).length, "form")}, `;
  io.stdout(`${name}${forms}${count(errors, "error")}, ${count(warnings, "warning")}\n`);
  if (errors > 0 || (options.strict === true && warnings > 0)) io.setExitCode(2);
}
