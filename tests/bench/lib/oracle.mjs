/**
 * The forms of a text once more, slow and obvious: one regular expression an alias on plain text, then the leftmost
 * and of those the longest. It shares nothing with the program but the compiled taxonomy. See "What is checked" in
 * README.md for what it leaves out.
 */
import { isPlain } from "./program.mjs";

/**
 * White space and hyphens; between two words of a form a run of them, with one line end at most, behind it no mark of an
 * item, and no dash between spaces.
 */
const BLANKS = "[ \\t\\u00a0\\-\\u2010-\\u2013\\u2212]";
const LINE_END = `\\n(?!${BLANKS}*[\\-\\u2010-\\u2013\\u2212][ \\t\\u00a0])`;
const DASH = `${BLANKS}*[ \\t\\u00a0][\\-\\u2010-\\u2013\\u2212][ \\t\\u00a0]`;
const GAP = `(?!${DASH})(?:${BLANKS}+(?:${LINE_END}${BLANKS}*)?|${LINE_END}${BLANKS}*)`;
const WORD = "[\\p{L}\\p{N}]";

/** @returns a function: text → plain forms that stand in it, `{ tool, start, end }` in characters, in order */
export function createOracle(taxonomy) {
  const forms = taxonomy.aliases.map((alias) => ({
    tool: taxonomy.tools[alias.tool].name,
    plain: isPlain(alias),
    // Where its longest run of letters and digits is not in the text, the form is not: saves most of the work.
    run: longestOf(alias.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
    pattern: patternOf(alias),
  }));
  return (text) => {
    const folded = text.toLowerCase();
    const all = [];
    for (const { tool, plain, run, pattern } of forms) {
      if (run === "" || !folded.includes(run)) continue;
      for (const match of text.matchAll(pattern)) {
        all.push({ tool, plain, start: match.index, end: match.index + match[0].length });
      }
    }
    all.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return all.filter((one) => {
      if (one.start < end) return false;
      end = one.end;
      return one.plain;
    });
  };
}

function longestOf(runs) {
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

function patternOf({ text, case: sense, plural }) {
  const words = text.trim().split(/[\s\-\u2010-\u2013\u2212]+/u);
  const body = words
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/['’]/g, "['’]"))
    .join(GAP);
  const last = text.trim().at(-1);
  // Behind a letter: no letter, no #, no ++ (C is not in C# and C++). Behind a sign: no letter, not the same sign.
  const right = /[\p{L}\p{N}]/u.test(last)
    ? `${plural ? "s?" : ""}(?:['’]s)?(?!${WORD}|#|\\+\\+)`
    : `(?![\\p{L}${last === "]" || last === "\\" || last === "^" || last === "-" ? `\\${last}` : last}])`;
  return new RegExp(`(?<!${WORD})${body}${right}`, sense === "exact" ? "gu" : "giu");
}
