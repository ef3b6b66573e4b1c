import type { Report } from "../types.js";
import type { Renderer } from "./format.js";

/**
 * The report as JSON, laid out for people and for line tools: one line a field, and one line an entry in the long
 * lists, so that a posting can be found, and two reports be compared, line by line.
 */
export const json: Renderer = {
  *render(report) {
    const { postings, ...head } = report;
    yield* fields(head);
    yield '  "postings": ';
    yield* list(postings);
    yield END;
  },
  stream: () => ({
    head: "",
    mentions: true,
    rows: (rows) => rows.map((row) => COMMA + entry(row)).join(""),
    around: ({ postings: _, ...head }) => ({
      before: `${[...fields(head)].join("")}  "postings": [`,
      parting: COMMA.length,
      after: `\n  ]${END}`,
    }),
  }),
};

const COMMA = ",";
const END = "\n}\n";

/** All fields but the postings, which are the last. */
function* fields(head: Omit<Report, "postings">): Generator<string, void, undefined> {
  yield "{\n";
  for (const [field, value] of Object.entries(head)) {
    yield `  ${JSON.stringify(field)}: `;
    if (Array.isArray(value)) yield* list(value);
    else yield JSON.stringify(value);
    yield ",\n";
  }
}

function* list(entries: readonly unknown[]): Generator<string, void, undefined> {
  yield "[";
  for (const [index, one] of entries.entries()) yield (index === 0 ? "" : COMMA) + entry(one);
  yield entries.length === 0 ? "]" : "\n  ]";
}

function entry(value: unknown): string {
  return `\n    ${JSON.stringify(value)}`;
}
