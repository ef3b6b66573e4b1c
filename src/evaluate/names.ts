/** When two written forms name the same thing, and what kind of thing that is. */

/** What is data about it (taxonomy/evaluation.yaml): patterns of whole texts, and makers' names. */
export interface NameData {
  /** Ideas and practices, measured apart from named technologies. */
  readonly concepts: readonly string[];
  /** Neither wanted nor wrong. */
  readonly either: readonly string[];
  /** Names that may stand before another one or be left out. */
  readonly vendors: readonly string[];
}

/** All texts that come in are folded (see fold). */
export interface Names {
  readonly isConcept: (text: string) => boolean;
  readonly isEither: (text: string) => boolean;
  /** Equal but for the maker's name, a plural s, hyphens; or one stands in the other and is most of it. */
  readonly same: (a: string, b: string) => boolean;
}

/** Case and white space do not tell names apart. */
export function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Prepares the data for any number of comparisons. */
export function createNames(data: NameData): Names {
  // The longest first: the name of a product line may begin with that of its maker.
  const vendors = data.vendors.map((vendor) => `${fold(vendor)} `).sort((a, b) => b.length - a.length);
  const core = (text: string): string => {
    const plain = text.replace(/[\s\-‐‑–_/.]+/g, " ").trim();
    const vendor = vendors.find((one) => plain.startsWith(one)) ?? "";
    const rest = plain.slice(vendor.length);
    return lengthOf(rest) > 3 && /(?<!s)s$/.test(rest) ? rest.slice(0, -1) : rest;
  };
  return {
    isConcept: matcherOf(data.concepts),
    isEither: matcherOf(data.either),
    same(a, b) {
      if (core(a) === core(b)) return true;
      const [short, long] = byLength(a, b);
      return lengthOf(short) >= MOST * lengthOf(long) && touches(short, long);
    },
  };
}

/** From this share on a part of a name stands for the whole. */
const MOST = 0.6;

/** Whether one of two folded texts stands in the other as a word or words. C does not stand in C++ or C#. */
export function touches(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = byLength(a, b);
  for (let at = long.indexOf(short); at >= 0; at = long.indexOf(short, at + 1)) {
    const before = long[at - 1] ?? "";
    const after = long[at + short.length] ?? "";
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9+#]/.test(after)) return true;
  }
  return false;
}

function byLength(a: string, b: string): readonly [short: string, long: string] {
  return lengthOf(a) < lengthOf(b) ? [a, b] : [b, a];
}

/** In code points. */
function lengthOf(text: string): number {
  return [...text].length;
}

/** One expression for all patterns: `?` is any character, a star at the end any rest. */
function matcherOf(patterns: readonly string[]): (text: string) => boolean {
  if (patterns.length === 0) return () => false;
  const sources = patterns.map((pattern) => {
    const whole = !pattern.endsWith("*");
    const literal = fold(whole ? pattern : pattern.slice(0, -1))
      .replace(/[.*+^${}()|[\]\\/]/g, "\\$&")
      .replaceAll("?", ".");
    return whole ? `${literal}$` : literal;
  });
  const expression = new RegExp(`^(?:${sources.join("|")})`, "u");
  return (text) => expression.test(text);
}
