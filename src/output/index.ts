/** From a report to text. Nothing here prints. */
import type { OutputFormat } from "./format.js";

export type { OutputFormat, Renderer, RowNeeds, RowStream } from "./format.js";
export {
  CSV_ROWS,
  type CsvRows,
  DEFAULT_RENDER_OPTIONS,
  factsOf,
  type RenderOptions,
  type TaxonomyFacts,
} from "./options.js";
export { sanitize } from "./sanitize.js";

/** Every format that a report is written in. */
export const OUTPUT_FORMATS: readonly OutputFormat[] = [
  {
    id: "table",
    extension: ".txt",
    summary: "tables for a terminal",
    load: async () => (await import("./table.js")).table,
  },
  {
    id: "json",
    extension: ".json",
    summary: "the whole report as one JSON object",
    load: async () => (await import("./json.js")).json,
  },
  {
    id: "ndjson",
    extension: ".ndjson",
    summary: "one JSON object a posting and line",
    load: async () => (await import("./ndjson.js")).ndjson,
  },
  {
    id: "csv",
    extension: ".csv",
    summary: "rows for a spreadsheet or data frame",
    load: async () => (await import("./csv.js")).csv,
  },
  {
    id: "markdown",
    extension: ".md",
    summary: "tables to paste into an issue or wiki",
    load: async () => (await import("./markdown.js")).markdown,
  },
];

/** The format of an id, or undefined. */
export function outputFormat(id: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.find((format) => format.id === id);
}
