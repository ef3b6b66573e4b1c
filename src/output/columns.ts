import Table from "cli-table3";
import type { Paint } from "./look.js";
import { shorten, widthOf } from "./width.js";

export type Align = "left" | "right" | "center";

/** A column of text before it is known how much room it gets. */
export interface Column {
  /** Its heading; where the room is short, the second one. */
  readonly heading: readonly [string, string?];
  readonly align?: Align;
  /** One cell a row, or, for a column that uses whatever room it gets, how to draw a row in that room. */
  readonly cells: readonly string[] | ((row: number, width: number) => string);
  /** For a drawn column: the least and the most room that it is of use with. */
  readonly room?: readonly [number, number];
  /** Narrow terminals lose columns from 1 up, those of one number together; one without a number is never lost. */
  readonly drop?: number;
  /** How far its cells may be shortened once all that may be lost is lost. */
  readonly least?: number;
  readonly paint?: (row: number) => Paint;
}

interface Layout {
  readonly width: number;
  /** Between columns. */
  readonly gap: number;
  readonly ellipsis: string;
  readonly heading: Paint;
}

const PLAIN: Paint = (text) => text;

/** Columns that fit, with the room that each gets. */
export interface Fitted {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly layout: Layout;
}

/** Fits columns to a width: short headings first, then fewer columns, then shorter cells. */
export function fitColumns(columns: readonly Column[], layout: Layout): Fitted {
  const kept = dropUntilFit(columns, layout);
  return { columns: kept, widths: shareRoom(kept, layout), layout };
}

/** The table library takes time by the square of the rows: 30,000 at once are minutes, in pieces of 50 a second or two. */
const ROWS_AT_ONCE = 50;

/** Fitted columns as lines of text without borders; no line ends in a space. `rows` counts the rows. */
export function drawColumns(fitted: Fitted, rows: number): string {
  const { columns, widths, layout } = fitted;
  const pieces = [
    drawRows(fitted, [columns.map((column, at) => layout.heading(headingFor(column, widths[at]!, layout)))]),
  ];
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - from);
    pieces.push(
      drawRows(
        fitted,
        Array.from({ length: count }, (_, at) => cellsOf(fitted, from + at)),
      ),
    );
  }
  return pieces.join("\n");
}

function cellsOf({ columns, widths, layout }: Fitted, row: number): string[] {
  return columns.map(({ cells, paint }, at) => {
    const width = widths[at]!;
    const text = typeof cells === "function" ? cells(row, width) : (cells[row] ?? "");
    return (paint?.(row) ?? PLAIN)(shorten(text, width, layout.ellipsis));
  });
}

function drawRows({ columns, widths, layout }: Fitted, rows: readonly string[][]): string {
  const none = Object.fromEntries(BORDERS.map((name) => [name, ""]));
  const table = new Table({
    chars: { ...none, middle: " ".repeat(layout.gap) },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
    colWidths: [...widths],
    colAligns: columns.map((column) => column.align ?? "left"),
    truncate: "",
  });
  table.push(...rows);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const BORDERS = [
  ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
  ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
];

function headingFor({ heading }: Column, width: number, { ellipsis }: Layout): string {
  const [long, short = long] = heading;
  return widthOf(long) <= width ? long : shorten(short, width, ellipsis);
}

/** The room that a column needs with its short heading and none of its cells shortened. */
function need({ heading: [long, short = long], cells, room }: Column): number {
  const content = typeof cells === "function" ? (room?.[0] ?? 0) : Math.max(0, ...cells.map(widthOf));
  return Math.max(content, widthOf(short));
}

function total(widths: readonly number[], { gap }: Layout): number {
  return widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);
}

function dropUntilFit(columns: readonly Column[], layout: Layout): Column[] {
  let kept = [...columns];
  const steps = new Set(columns.flatMap(({ drop }) => drop ?? []));
  for (const step of [...steps].sort((a, b) => a - b)) {
    if (total(kept.map(need), layout) <= layout.width) break;
    kept = kept.filter(({ drop }) => drop !== step);
  }
  return kept;
}

/** Shortens what may be shortened while the room is short; spends what is left on headings, then on drawn columns. */
function shareRoom(columns: readonly Column[], layout: Layout): number[] {
  const widths = columns.map(need);
  let left = layout.width - total(widths, layout);
  const spend = (at: number, wanted: number) => {
    const more = Math.min(left, wanted - widths[at]!);
    widths[at]! += more;
    left -= more;
  };
  columns.forEach(({ least }, at) => {
    if (left < 0 && least !== undefined) spend(at, Math.max(least, widths[at]! + left));
  });
  // All headings long or all short: a mixture reads badly.
  const headings = columns.map(({ heading: [long] }, at) => Math.max(widthOf(long), widths[at]!));
  if (total(headings, layout) <= layout.width) {
    headings.forEach((width, at) => {
      spend(at, width);
    });
  }
  columns.forEach(({ room }, at) => {
    if (left > 0 && room !== undefined) spend(at, Math.max(widths[at]!, room[1]));
  });
  return widths;
}
