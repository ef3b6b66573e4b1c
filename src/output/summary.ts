import type { Report } from "../types.js";
import { counted } from "./numbers.js";
import { sanitize } from "./sanitize.js";

/** What a report is about, in the parts of one line: `310 postings`, `381 tools named`, `taxonomy mlops 1.0.0`. */
export function summary({ input, taxonomy, groups, outliers }: Report): string[] {
  const names = new Set(outliers.filter(({ postings }) => postings > 0).map(({ name }) => name));
  for (const { tools } of groups) for (const { name, postings } of tools) if (postings > 0) names.add(name);
  return [
    counted(input.postings, "posting"),
    ...(input.duplicates > 0 ? [counted(input.duplicates, "duplicate")] : []),
    ...(input.skipped.length > 0 ? [`${input.skipped.length} skipped`] : []),
    `${counted(names.size, "tool")} named`,
    sanitize(`taxonomy ${taxonomy.name} ${taxonomy.version}`),
  ];
}
