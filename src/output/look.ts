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

/** The colours that a look is made of. */
export interface Paints {
  readonly green: Paint;
  readonly yellow: Paint;
  readonly red: Paint;
  readonly cyan: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
  /** Makes a match stand out; null where nothing but signs can. */
  readonly match: Paint | null;
}

const same: Paint = (text) => text;
/** No colour. paints.ts has the others, apart, because the library that they need costs more to load than to use. */
export const PLAIN: Paints = {
  green: same,
  yellow: same,
  red: same,
  cyan: same,
  dim: same,
  bold: same,
  match: null,
};

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
export function lookFor(unicode: boolean, paints: Paints): Look {
  const symbols = unicode ? UNICODE : ASCII;
  const [open, close] = unicode ? ["«", "»"] : ["[", "]"];
  return {
    symbols,
    level: {
      required: paints.green,
      preferred: paints.yellow,
      mentioned: same,
      negated: paints.red,
      absent: paints.dim,
    },
    heading: paints.bold,
    bar: paints.cyan,
    faint: paints.dim,
    match: paints.match ?? ((text) => `${open}${text}${close}`),
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
