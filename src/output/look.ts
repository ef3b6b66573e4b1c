import { Chalk } from "chalk";
import { type GroupLevel, LEVELS } from "../types.js";
import { wrap } from "./width.js";

/** Signs and colours, chosen once for an output. */
export interface Look {
  readonly symbols: Symbols;
  readonly level: Readonly<Record<GroupLevel, Paint>>;
  readonly heading: Paint;
  readonly bar: Paint;
  readonly faint: Paint;
  /** Makes a match stand out from the words around it. */
  readonly match: Paint;
}

export type Paint = (text: string) => string;

interface Symbols {
  readonly level: Readonly<Record<GroupLevel, string>>;
  /** Between facts of a line. */
  readonly dot: string;
  readonly dash: string;
  readonly ellipsis: string;
  /** From full to empty in equal steps, full first. */
  readonly bar: readonly string[];
}

const UNICODE: Symbols = {
  level: { required: "●", preferred: "○", mentioned: "·", negated: "✗", absent: "" },
  dot: "·",
  dash: "–",
  ellipsis: "…",
  bar: ["█", "▉", "▊", "▋", "▌", "▍", "▎", "▏"],
};

const ASCII: Symbols = {
  level: { required: "#", preferred: "o", mentioned: ".", negated: "x", absent: "" },
  dot: "|",
  dash: "-",
  ellipsis: "...",
  bar: ["#"],
};

/** How levels are called where a person reads them. */
export const LEVEL_NAMES: Readonly<Record<GroupLevel, string>> = {
  required: "required",
  preferred: "preferred",
  mentioned: "mentioned",
  negated: "said not to be needed",
  absent: "not named",
};

/** The look for a terminal. Without colour a match stands in quotation marks instead. */
export function lookFor({ color, unicode }: { color: boolean; unicode: boolean }): Look {
  const symbols = unicode ? UNICODE : ASCII;
  // The level is given, never found out: who prints knows whether colour is wanted. 1: the sixteen that every theme sets.
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const [open, close] = unicode ? ["«", "»"] : ["[", "]"];
  return {
    symbols,
    level: {
      required: chalk.green,
      preferred: chalk.yellow,
      mentioned: (text) => text,
      negated: chalk.red,
      absent: chalk.dim,
    },
    heading: chalk.bold,
    bar: chalk.cyan,
    faint: chalk.dim,
    match: color ? chalk.bold.underline : (text) => `${open}${text}${close}`,
  };
}

/** What the level signs mean, on one line where the width allows it. */
export function legend({ symbols, level, faint }: Look, width: number): string {
  const entries = LEVELS.map((one) => `${level[one](symbols.level[one])} ${faint(LEVEL_NAMES[one])}`);
  return wrap(entries, width, 0, 0, "   ");
}

/** A share (0 to 1) as a bar of at most `width` columns; null and 0 are empty, anything more shows. */
export function bar(share: number | null, width: number, { symbols }: Look): string {
  if (share === null || share <= 0) return "";
  const steps = symbols.bar.length;
  const eighths = Math.max(1, Math.round(Math.min(share, 1) * width * steps));
  const rest = eighths % steps;
  return symbols.bar[0]!.repeat(Math.floor(eighths / steps)) + (rest === 0 ? "" : symbols.bar[steps - rest]!);
}
