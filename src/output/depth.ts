import type { GroupRow } from "../types.js";

/**
 * The columns of the table of depths: headings, the second where the room is short, and which of them a narrow
 * terminal loses first; one without a number is never lost.
 */
export const DEPTH_COLUMNS: readonly {
  readonly heading: readonly [string, string?];
  readonly drop?: number;
}[] = [
  { heading: ["Postings"], drop: 1 },
  { heading: ["Exposure", "Exp."] },
  { heading: ["Working", "Work."] },
  { heading: ["Strong"] },
  { heading: ["Expert"] },
  { heading: ["Unsaid"], drop: 2 },
  { heading: ["Say years", "Years"], drop: 3 },
  { heading: ["Median"], drop: 3 },
];

/** One row of the table of depths, a cell a heading: postings by the depth that they ask of a group. */
export function depthCells({ postings, depth, years }: GroupRow): string[] {
  const said = depth.exposure + depth.working + depth.strong + depth.expert;
  const counts = [depth.exposure, depth.working, depth.strong, depth.expert, postings - said];
  return [
    ...[postings, ...counts, years.postings].map(String),
    years.median === null ? "" : `${years.median} y`,
  ];
}
