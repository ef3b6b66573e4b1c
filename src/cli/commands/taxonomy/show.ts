import { relative } from "node:path";
import type { Command } from "commander";
import { describeTool, type Extended, findTools, nearNames } from "../../../taxonomy/describe.js";
import { resolveTaxonomy } from "../../../taxonomy/load-resolve.js";
import type { Io } from "../../io.js";
import { TAXONOMY_OPTION, type TaxonomyOption } from "./option.js";

export function registerShow(parent: Command, io: Io): void {
  parent
    .command("show")
    .description("does it know this word? its tool, forms, conditions, and what it counts for")
    .argument("<term...>", "a tool's name, or any form of it")
    .option(...TAXONOMY_OPTION)
    .action((words: readonly string[], options: TaxonomyOption) => show(words.join(" "), options, io));
}

/** Prints the entries that a term belongs to; exit code 1 and near names where there are none. */
export async function show(term: string, options: TaxonomyOption, io: Io): Promise<void> {
  const { taxonomy, origin, base } = await resolveTaxonomy(options.taxonomy, io.cwd, io.env);
  const extended: Extended | null = base === null ? null : { base, by: relative(io.cwd, origin) || origin };
  const tools = findTools(taxonomy, term);
  if (tools.length > 0) {
    io.stdout(`${tools.map((tool) => describeTool(taxonomy, tool, extended).join("\n")).join("\n\n")}\n`);
    return;
  }
  const dropped =
    extended === null ? [] : findTools(extended.base, term).map((tool) => extended.base.tools[tool]?.name);
  const near = nearNames(taxonomy, term);
  io.stdout(`${taxonomy.name} ${taxonomy.version} does not know "${term}".\n`);
  if (dropped.length > 0)
    io.stdout(`${extended?.by} drops it: in ${extended?.base.name} it is ${dropped.join(", ")}.\n`);
  if (near.length > 0) io.stdout(`Near to it: ${near.join(", ")}.\n`);
  io.setExitCode(1);
}
