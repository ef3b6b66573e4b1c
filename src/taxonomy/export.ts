/** The vocabulary as data for other programs. */
import { stringify } from "csv-stringify/sync";
import type { CompiledTaxonomy } from "../types.js";

export const EXPORT_FORMATS = ["json", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The whole taxonomy in a format, with a final line break. Field names are part of the output's contract. */
export function exportTaxonomy(taxonomy: CompiledTaxonomy, format: ExportFormat): string {
  const tools = exportedTools(taxonomy);
  if (format === "csv") {
    const rows = tools.map((tool) => ({
      ...tool,
      category: tool.category ?? "",
      aliases: tool.aliases.join("; "),
      counts_for: tool.counts_for.join("; "),
    }));
    return stringify(rows, {
      header: true,
      columns: ["name", "group", "category", "aliases", "counts_for"],
      record_delimiter: "windows",
      escape_formulas: true,
    });
  }
  const { name, version, digest, groups } = taxonomy;
  return `${JSON.stringify({ name, version, digest, groups: groups.map((one) => ({ id: one.id, name: one.name })), tools }, null, 2)}\n`;
}

function exportedTools(taxonomy: CompiledTaxonomy) {
  const forms = taxonomy.tools.map((): string[] => []);
  for (const alias of taxonomy.aliases) forms[alias.tool]?.push(alias.text);
  return taxonomy.tools.map((tool, index) => ({
    name: tool.name,
    group: taxonomy.groups[tool.group]?.id ?? "",
    category: tool.category,
    aliases: forms[index] ?? [],
    counts_for: tool.countsFor.map((other) => taxonomy.tools[other]?.name ?? ""),
  }));
}
