import type { Command } from "commander";
import { SkilltagError } from "../../../errors.js";
import { resolveTaxonomy } from "../../../taxonomy/load-resolve.js";
import type { CompiledTaxonomy } from "../../../types.js";
import type { Io } from "../../io.js";
import { count, TAXONOMY_OPTION, type TaxonomyOption } from "./option.js";

export function registerList(parent: Command, io: Io): void {
  parent
    .command("list")
    .description("list the tools and their forms, by group")
    .option("--group <id...>", "only these groups, or categories of the open group")
    .option(...TAXONOMY_OPTION)
    .action((options: ListOptions) => list(options, io));
}

interface ListOptions extends TaxonomyOption {
  readonly group?: readonly string[];
}

/** Prints groups and categories in order, and under each its tools by name with their forms. */
export async function list(options: ListOptions, io: Io): Promise<void> {
  const { taxonomy } = await resolveTaxonomy(options.taxonomy, io.cwd, io.env);
  const shelves = shelvesOf(taxonomy);
  for (const id of options.group ?? []) {
    if (shelves.some((shelf) => shelf.ids.includes(id))) continue;
    const hint = `There are: ${[...new Set(shelves.flatMap((shelf) => shelf.ids))].join(", ")}.`;
    throw new SkilltagError("unknown-group", `there is no group "${id}"`, {
      hint,
    });
  }
  const shown = shelves.filter(
    (shelf) => options.group === undefined || shelf.ids.some((id) => options.group?.includes(id)),
  );
  for (const shelf of shown) {
    io.stdout(`${shelf.title} (${count(shelf.tools.length, "tool")})\n`);
    for (const tool of shelf.tools) io.stdout(`  ${tool}\n`);
    io.stdout("\n");
  }
}

interface Shelf {
  readonly ids: readonly string[];
  readonly title: string;
  readonly tools: readonly string[];
}

/** One shelf a closed group, one a category of an open one. */
function shelvesOf(taxonomy: CompiledTaxonomy): Shelf[] {
  const forms = taxonomy.tools.map((): string[] => []);
  for (const alias of taxonomy.aliases) forms[alias.tool]?.push(alias.text);
  return taxonomy.groups.flatMap((group, index) => {
    const inside = [...taxonomy.tools.entries()].filter(([, tool]) => tool.group === index);
    const categories = group.open
      ? [...new Set(inside.map(([, tool]) => tool.category ?? ""))].sort()
      : [null];
    return categories.map((category) => ({
      ids: category === null ? [group.id] : [group.id, category],
      title: category === null ? group.name : `${group.name}: ${category}`,
      tools: inside
        .filter(([, tool]) => tool.category === category)
        .map(([at, tool]) => {
          const others = (forms[at] ?? []).filter((form) => form !== tool.name);
          return others.length === 0 ? tool.name : `${tool.name}: ${others.join(", ")}`;
        }),
    }));
  });
}
