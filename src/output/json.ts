import type { Report } from "../types.js";
import type { Renderer } from "./format.js";

/**
 * The report as JSON, laid out for people and for line tools: one line a field, and one line an entry in the long
 * lists, so that a posting can be found, and two reports be compared, line by line.
 */
export const json: Renderer = {
  *render(report) {
    yield "{\n";
    const fields = Object.keys(report) as (keyof Report)[];
    for (const [index, field] of fields.entries()) {
      const end = index < fields.length - 1 ? ",\n" : "\n";
      const value = report[field];
      yield `  ${JSON.stringify(field)}: `;
      if (Array.isArray(value)) yield* list(value);
      else yield JSON.stringify(value);
      yield end;
    }
    yield "}\n";
  },
};

function* list(entries: readonly unknown[]): Generator<string, void, undefined> {
  if (entries.length === 0) {
    yield "[]";
    return;
  }
  for (const [index, entry] of entries.entries())
    yield `${index === 0 ? "[\n" : ",\n"}    ${JSON.stringify(entry)}`;
  yield "\n  ]";
}
