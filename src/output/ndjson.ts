import type { PostingRow } from "../types.js";
import type { Renderer } from "./format.js";

/** One line a posting: the objects of the report's `postings`. */
export const ndjson: Renderer = {
  *render(report) {
    for (const row of report.postings) yield line(row);
  },
  stream: () => ({ head: "", mentions: true, rows: (rows) => rows.map(line).join("") }),
};

function line(row: PostingRow): string {
  return `${JSON.stringify(row)}\n`;
}
