import { relative } from "node:path";
import type { Command } from "commander";
import { freezeTaxonomy } from "../../../taxonomy/load-freeze.js";
import type { Io } from "../../io.js";
import { TAXONOMY_OPTION, type TaxonomyOption } from "./option.js";

export function registerFreeze(parent: Command, io: Io): void {
  parent
    .command("freeze")
    .description("keep the present version as a compiled file under releases/, beside the taxonomy")
    .option(...TAXONOMY_OPTION)
    .action((options: TaxonomyOption) => freeze(options, io));
}

/** Writes the release file and says where. Throws where the taxonomy has errors or the version is too low. */
export async function freeze(options: TaxonomyOption, io: Io): Promise<void> {
  const { path, taxonomy } = await freezeTaxonomy(options.taxonomy, io.cwd, io.env);
  io.stderr(
    `${taxonomy.name} ${taxonomy.version} is kept as ${relative(io.cwd, path) || path} (${taxonomy.digest})\n`,
  );
}
