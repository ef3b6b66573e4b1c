import type { PostingRow } from "../types.js";
import type { Look } from "./look.js";
import { countRules, decisionsOf } from "./rules.js";
import { sanitize } from "./sanitize.js";
import { padTo, shorten, widthOf, wrap } from "./width.js";

const GAP = "  ";
const INDENT = 4;

/** The rules that decided, how often, and what each says. Empty where nothing was explained. */
export function ruleSection(postings: readonly PostingRow[], width: number, look: Look): string {
  const rules = countRules(postings);
  if (rules.length === 0) return "";
  const names = Math.max(...rules.map(({ rule }) => widthOf(sanitize(rule))));
  const counts = Math.max("Decided".length, ...rules.map(({ decided }) => String(decided).length));
  const indent = names + counts + 2 * GAP.length;
  const lines = rules.map(({ rule, reason, decided }) => {
    const front = padTo(sanitize(rule), names) + GAP + String(decided).padStart(counts) + GAP;
    return front + look.faint(wrap(sanitize(reason).split(" "), width, indent));
  });
  const head = padTo("Rules", names) + GAP + "Decided".padStart(counts) + GAP;
  return [look.heading(`${head}What they say`), ...lines].join("\n");
}

/** So much is shown of the words that a rule rested on. */
const LONGEST_WORDS = 32;

/** The tools of one posting by the rule that decided on them and its words, for the lines under the posting's own. */
export function decisionLines(row: PostingRow, width: number, look: Look): string[] {
  return decisionsOf(row).map(({ rule, evidence, level, tools }) => {
    const sign =
      level === null ? look.faint(look.symbols.dash) : look.level[level](look.symbols.level[level]);
    const words =
      evidence === null ? "" : ` (${shorten(sanitize(evidence), LONGEST_WORDS, look.symbols.ellipsis)})`;
    const front = `${" ".repeat(INDENT)}${sign} ${look.faint(`${sanitize(rule)}${words}:`)} `;
    return front + wrap(tools.map(sanitize), width, INDENT + 2, widthOf(front), ", ");
  });
}
