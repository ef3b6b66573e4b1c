/** The table of measures: what is held against what, and which ratio is wanted. */
import { ratios, spread } from "./statistics.mjs";

const SMALL = 5000;

/** Each gives a row, or null where what it needs was not measured. */
export const MEASURES = [
  versus("csv", "rg-f", ({ small }) => (small ? [0.3, 0.15] : [0.25, 0.12])),
  versus("ndjson", "rg-f", ({ small }) => (small ? [null, null] : [0.5, 0.25])),
  versus("csv", "rg-c", ({ small }) => (small ? [6, 3] : [5, 2.5])),
  versus("csv", "ugrep", () => [null, null]),
  versus("ndjson", "ugrep", () => [null, null]),
  versus("csv", "aho", () => [null, null]),
  versus("csv", "regexp", () => [null, null]),
  {
    row: ({ start }) => [
      cells(
        `check, one posting (${start.check.median.toFixed(0)} ms), against node -e 0 (${start.nothing.median.toFixed(0)} ms)`,
        start,
        1.8,
        1.3,
      ),
    ],
  },
  {
    row: ({ commands: { csv } }, { count }) => {
      if (csv.rss === null) return null;
      const mib = csv.rss / 2 ** 20;
      const [most, aim] = count > SMALL ? [250, 120] : [null, null];
      return [
        [`peak memory, ${count} files, csv`, `${Math.round(mib)} MiB`, ...limits(mib, most, aim, " MiB")],
      ];
    },
  },
  {
    row: ({ growth }) =>
      growth ? [cells("100,000 files against 10 × 10,000 files", growth, 1.1, 1.0)] : null,
  },
  {
    row: ({ extended }) => [
      cells(`10,000 aliases more than shipped, ${extended.postings} files`, extended, 1.5, 1.2),
    ],
  },
];

function versus(ours, theirs, limitsOf) {
  return {
    row: ({ commands }, { count }) => {
      const rival = commands[theirs];
      if (!rival) return null;
      const ratio =
        rival.ms.length === commands[ours].ms.length
          ? ratios(commands[ours].ms, rival.ms)
          : spread(commands[ours].ms.map((ms) => ms / rival.ms[0]));
      const scaled = rival.scaled ? ", scaled" : "";
      return [
        cells(
          `${ours}, ${count} files, against ${rival.shown}${scaled}`,
          ratio,
          ...limitsOf({ small: count <= SMALL }),
        ),
      ];
    },
  };
}

function cells(measure, { median, min, max }, most, aim) {
  return [measure, `${short(median)} (${short(min)} – ${short(max)})`, ...limits(median, most, aim, "")];
}

function limits(value, most, aim, unit) {
  if (most === null) return ["", "", ""];
  const verdict = value <= aim ? "aim reached" : value <= most ? "held" : "missed";
  return [`${most}${unit}`, `${aim}${unit}`, verdict];
}

function short(ratio) {
  return ratio >= 10 ? ratio.toFixed(1) : ratio.toPrecision(2);
}

/** Markdown. */
export function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
}
