/** What YAML reads out of a text without quotes, by the core schema of YAML 1.2. */

/** Thrown where a file has to be read by the library: see load-plain.ts. */
export const NOT_PLAIN = Symbol("not plain");

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...["~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);
const LONGEST_WORD = 5;
const DIGITS = /^\d{1,15}$/;
const OTHER_NUMBER = /^\+?(?:0[xo]?[\da-fA-F]*|\d+|\d*\.?\d*(?:[eE][-+]?\d+)?|\.inf|\.nan)$/i;

/**
 * What a text without quotes means: null, true or false, a number, or the text that it is.
 * @throws NOT_PLAIN for a number that is more than a few digits
 */
export function unquoted(text: string): unknown {
  const first = text.charCodeAt(0);
  // 0 to 9, and + . before them.
  if ((first >= 48 && first <= 57) || first === 43 || first === 46) {
    if (DIGITS.test(text)) return Number(text);
    if (OTHER_NUMBER.test(text)) throw NOT_PLAIN;
    return text;
  }
  const word = text.length <= LONGEST_WORD ? WORDS.get(text) : undefined;
  return word === undefined ? text : word;
}
