/** From analyses and tallies to what a renderer needs. The one stage that reads another's nouns: it sums tallies up. */
export { postingRow, type RowOptions } from "./row.js";
export { type ReportFacts, summarise } from "./summarise.js";
