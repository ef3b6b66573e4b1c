import { type Command, Option } from "commander";
import { EXPORT_FORMATS, type ExportFormat, exportTaxonomy } from "../../../taxonomy/export.js";
import { resolveTaxonomy } from "../../../taxonomy/load-resolve.js";
import type { Io } from "../../io.js";
import { TAXONOMY_OPTION, type TaxonomyOption } from "./option.js";

export function registerExport(parent: Command, io: Io): void {
  parent
    .command("export")
    .description("print the whole vocabulary as data")
    .addOption(new Option("--format <format>", "how").choices(EXPORT_FORMATS).default("json"))
    .option(...TAXONOMY_OPTION)
    .action((options: ExportOptions) => printTaxonomy(options, io));
}

interface ExportOptions extends TaxonomyOption {
  readonly format: ExportFormat;
}

/** Prints the taxonomy to stdout. */
export async function printTaxonomy(options: ExportOptions, io: Io): Promise<void> {
  const { taxonomy } = await resolveTaxonomy(options.taxonomy, io.cwd, io.env);
  io.stdout(exportTaxonomy(taxonomy, options.format));
}
