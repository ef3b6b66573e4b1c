import type { MentionRow, PostingRow, RejectedRow } from "../types.js";
import { excerpt } from "./excerpt.js";
import type { Look, Paints } from "./look.js";
import type { RenderOptions } from "./options.js";
import { sanitize } from "./sanitize.js";
import { padTo, shorten, widthOf } from "./width.js";

export interface CheckOptions extends Pick<RenderOptions, "width" | "unicode" | "explain"> {
  readonly paints: Paints;
}

/** Tool names in front of an excerpt take no more room than this. */
const LONGEST_NAME = 20;
/** The least that an excerpt is of use with. */
const LEAST_EXCERPT = 24;

interface Entry {
  readonly place: MentionRow | RejectedRow;
  readonly sign: string;
  readonly tool: string;
  readonly section: string;
  /** Lines under it. */
  readonly why: readonly string[];
}

/**
 * The places behind a posting's answer, each with the words around it: what counts, what is said not to be needed,
 * and (explain) what was found and not counted, with the rules. One text a part; parts without a place are left out.
 */
export function evidence(
  row: PostingRow,
  lines: readonly string[],
  options: CheckOptions,
  look: Look,
): readonly string[] {
  const mentions = row.tools.flatMap(({ name, mentions: all }) =>
    all.map((mention) => entryOf(name, mention, options, look)),
  );
  const isNegated = (entry: Entry) => "level" in entry.place && entry.place.level === "negated";
  const rejected = options.explain ? (row.rejected ?? []).map((one) => rejectedEntry(one, look)) : [];
  const parts: [string, Entry[]][] = [
    ["Mentions", mentions.filter((entry) => !isNegated(entry))],
    ["Said not to be needed", mentions.filter(isNegated)],
    ["Found and not counted", rejected],
  ];
  const all = parts.flatMap(([, entries]) => entries);
  const columns = {
    place: Math.max(0, ...all.map(({ place }) => `${place.line}:${place.column}`.length)),
    tool: Math.min(LONGEST_NAME, Math.max(0, ...all.map(({ tool }) => widthOf(tool)))),
    section: Math.max(0, ...all.map(({ section }) => section.length)),
  };
  return parts
    .filter(([, entries]) => entries.length > 0)
    .map(([title, entries]) => {
      const sorted = entries.sort((a, b) => a.place.start - b.place.start);
      return [
        look.heading(title),
        ...sorted.map((entry) => entryLines(entry, lines, columns, options, look)),
      ].join("\n");
    });
}

function entryOf(tool: string, mention: MentionRow, { explain }: CheckOptions, look: Look): Entry {
  const why: string[] = [];
  if (explain && mention.rule !== undefined) {
    const words = mention.evidence == null ? "" : `: ${sanitize(mention.evidence)}`;
    why.push(`${mention.level} by ${sanitize(mention.rule)}${words}`);
  }
  const sign = look.level[mention.level](look.symbols.level[mention.level]);
  return { place: mention, sign, tool: sanitize(tool), section: mention.section, why };
}

function rejectedEntry(rejected: RejectedRow, look: Look): Entry {
  const words = rejected.evidence === null ? "" : `: ${sanitize(rejected.evidence)}`;
  const why = [`${sanitize(rejected.reason)} (${sanitize(rejected.rule)})${words}`];
  return {
    place: rejected,
    sign: look.faint(look.symbols.dash),
    tool: sanitize(rejected.tool),
    section: "",
    why,
  };
}

interface Widths {
  readonly place: number;
  readonly tool: number;
  readonly section: number;
}

function entryLines(
  entry: Entry,
  lines: readonly string[],
  widths: Widths,
  options: CheckOptions,
  look: Look,
): string {
  const { place, sign, tool, section, why } = entry;
  const { ellipsis } = look.symbols;
  const where = look.faint(`${place.line}:${place.column}`.padStart(widths.place + 2));
  const front = `${where}  ${sign} ${padTo(shorten(tool, widths.tool, ellipsis), widths.tool)}  `;
  const withSection = `${front}${look.faint(section.padEnd(widths.section))}  `;
  const start = options.width - widthOf(withSection) >= LEAST_EXCERPT ? withSection : front;
  const room = Math.max(LEAST_EXCERPT, options.width - widthOf(start));
  const indent = " ".repeat(widths.place + 6);
  const reasons = why.map(
    (one) => `\n${indent}${look.faint(shorten(one, options.width - indent.length, ellipsis))}`,
  );
  return `${start}${excerpt(lines, place, room, look.match, ellipsis)}`.trimEnd() + reasons.join("");
}
