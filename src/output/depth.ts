import type { GroupRow } from "../types.js";

/** Headings of the table of depths, and short ones, where the room is short. */
export const DEPTH_HEADINGS = [
  ["Postings"],
  ["Exposure", "Exp."],
  ["Working", "Work."],
  ["Strong"],
  ["Expert"],
  ["Unsaid"],
  ["Say years", "Years"],
  ["Median"],
] as const;

/** One row of the table of depths, a cell a heading: postings by the depth that they ask of a group. */
export function depthCells({ postings, depth, years }: GroupRow): string[] {
  const said = depth.exposure + depth.working + depth.strong + depth.expert;
  const counts = [depth.exposure, depth.working, depth.strong, depth.expert, postings - said];
  return [
    ...[postings, ...counts, years.postings].map(String),
    years.median === null ? "" : `${years.median} y`,
  ];
}
