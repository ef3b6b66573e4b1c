import { CLASS, WORD } from "../folded.js";
import type { MatchList, Scan, Section, Span } from "../types.js";
import { companyCue, findEmployers } from "./employer.js";
import { asksFor } from "./level.js";
import { areListed } from "./lists.js";
import {
  type AllConditions,
  CERTAIN,
  type Conditions,
  evidenceFor,
  isCapitalised,
  OPEN,
  REFUSED,
  standsBefore,
  standsBehind,
} from "./meaning.js";
import { rejectedByPlace } from "./place.js";
import type { Sentence } from "./reading.js";
import type { RuleId } from "./rules.js";
import { type SectionSpan, sectionAt } from "./sections.js";
import type { CueInfos } from "./vocabulary.js";

/** Whether a match means its tool; `rule` is null where it does, else the rule that rejects it. */
export interface Decision {
  readonly rule: RuleId | null;
  readonly evidence: Span | null;
}

const ACCEPTED: Decision = { rule: null, evidence: null };
const SILENT: ReadonlyMap<Section, RuleId> = new Map([
  ["benefits", "reject.section.benefits"],
  ["legal", "reject.section.legal"],
  ["apply", "reject.section.apply"],
]);

/**
 * Decides for every tool match whether its tool is meant, one decision a match.
 *
 * First where it stands and what its alias forbids. What is left and not ambiguous is certain. An ambiguous match then
 * needs one of the things that its alias names: a cue near it, a capital, a certain tool in the same sentence, or a
 * certain neighbour in a list; a match that becomes certain by a list speaks for its own neighbour in turn.
 */
export function resolveMeanings(
  conditions: AllConditions,
  infos: CueInfos,
  scan: Scan,
  cues: MatchList,
  sections: readonly SectionSpan[],
  sentences: readonly Sentence[],
): Decision[] {
  const count = scan.tools.count;
  const data = scan.tools.data;
  const standing = new Uint8Array(count);
  const decisions: Decision[] = new Array(count);
  let at = 0;
  for (let m = 0; m < count; m++) {
    const own = conditions.get(data[3 * m]!);
    const start = data[3 * m + 1]!;
    while (at + 1 < sections.length && sections[at + 1]!.start <= start) at++;
    const refusal = forbidden(own, scan.folded, sections[at]!, start, data[3 * m + 2]!);
    standing[m] = refusal ? REFUSED : own.ambiguous ? OPEN : CERTAIN;
    decisions[m] = refusal ?? ACCEPTED;
  }
  const employers = findEmployers(scan, sentences, (match) => conditions.get(data[3 * match]!).alias.tool);
  for (const sentence of sentences) {
    // Most postings name no tool as a company: then there is nothing to look for.
    if (employers.size === 0 && !sentence.tokens.some(({ info }) => info !== null && info.company !== 0))
      continue;
    sentence.tokens.forEach((token, at) => {
      if (token.kind !== "tool" || standing[token.ref] === REFUSED) return;
      const refusal = namesCompany(
        sentence,
        at,
        sections,
        employers,
        conditions.get(data[3 * token.ref]!).alias.tool,
      );
      if (!refusal) return;
      standing[token.ref] = REFUSED;
      decisions[token.ref] = refusal;
    });
  }
  for (const sentence of sentences) resolveSentence(conditions, infos, scan, sentence, standing, decisions);
  resolveLists(conditions, infos, scan, cues, standing, decisions);
  for (let m = 0; m < count; m++) {
    if (standing[m] === OPEN) decisions[m] = { rule: "reject.evidence", evidence: null };
  }
  return decisions;
}

/**
 * The employer's own name counts only where it is asked for by name: under requirements, and not as the subject of
 * what the employer says of itself. A customer's or investor's name never counts.
 */
function namesCompany(
  sentence: Sentence,
  at: number,
  sections: readonly SectionSpan[],
  employers: ReadonlySet<number>,
  tool: number,
): Decision | null {
  const words = (token: number): Span => ({
    start: sentence.tokens[token]!.start,
    end: sentence.tokens[token]!.end,
  });
  if (employers.has(tool)) {
    const head = sentence.governed[at]!.required;
    const { section } = sectionAt(sections, sentence.tokens[at]!.start);
    const asked = asksFor(section) && head >= 0 && head < at;
    return asked ? null : { rule: "reject.employer", evidence: null };
  }
  const company = companyCue(sentence, at, sections);
  return company >= 0 ? { rule: "reject.company", evidence: words(company) } : null;
}

/** What forbids the match from `start` to `end` in its section, whatever stands near it, or null. */
function forbidden(
  conditions: Conditions,
  folded: Uint8Array,
  { section, heading }: SectionSpan,
  start: number,
  end: number,
): Decision | null {
  const place = rejectedByPlace(folded, start, end);
  if (place) return { rule: place, evidence: null };
  const silent = SILENT.get(section);
  if (silent) return { rule: silent, evidence: heading };
  if (conditions.placed) {
    const { onlyIn, notIn } = conditions.alias;
    if ((onlyIn.length > 0 && !onlyIn.includes(section)) || notIn.includes(section)) {
      return { rule: "reject.section.alias", evidence: heading };
    }
  }
  if (standsBehind(folded, end, conditions.notBefore)) return { rule: "reject.before", evidence: null };
  if (standsBefore(folded, start, conditions.notAfter)) return { rule: "reject.after", evidence: null };
  return null;
}

function resolveSentence(
  conditions: AllConditions,
  infos: CueInfos,
  scan: Scan,
  sentence: Sentence,
  standing: Uint8Array,
  decisions: Decision[],
): void {
  const matches = sentence.tokens.filter((token) => token.kind === "tool");
  for (const token of matches) {
    if (standing[token.ref] !== OPEN) continue;
    const own = conditions.get(scan.tools.data[3 * token.ref]!);
    const needs = own.alias.needs;
    const cue = needs.includes("cue") ? evidenceFor(own, scan, sentence, token, infos) : null;
    if (cue) {
      standing[token.ref] = CERTAIN;
      decisions[token.ref] = { rule: null, evidence: cue };
    } else if (needs.includes("list") && fills(scan.folded, sentence, token)) {
      standing[token.ref] = CERTAIN;
    } else if (needs.includes("capital") && isCapitalised(scan.folded, scan.bytes, sentence, token)) {
      standing[token.ref] = CERTAIN;
    } else if (
      needs.includes("near") &&
      matches.some(
        (other) =>
          standing[other.ref] === CERTAIN && !conditions.get(scan.tools.data[3 * other.ref]!).ambiguous,
      )
    ) {
      standing[token.ref] = CERTAIN;
    }
  }
}

/** A list item or line that holds the match and nothing else names it as one of its list. */
function fills(folded: Uint8Array, sentence: Sentence, token: Span): boolean {
  if (!sentence.bullet) return false;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (CLASS[folded[i]!] === WORD && (i < token.start || i >= token.end)) return false;
  }
  return true;
}

/** Goes over the matches from the left and from the right until no list neighbour makes another one certain. */
function resolveLists(
  conditions: AllConditions,
  infos: CueInfos,
  scan: Scan,
  cues: MatchList,
  standing: Uint8Array,
  decisions: Decision[],
): void {
  const { data, count } = scan.tools;
  const tryNeighbour = (m: number, neighbour: number) => {
    if (standing[m] !== OPEN || standing[neighbour] !== CERTAIN) return;
    if (!conditions.get(data[3 * m]!).alias.needs.includes("list")) return;
    const [left, right] = m < neighbour ? [m, neighbour] : [neighbour, m];
    if (!areListed(scan.folded, data[3 * left + 2]!, data[3 * right + 1]!, cues, infos)) return;
    standing[m] = CERTAIN;
    decisions[m] = {
      rule: null,
      evidence: { start: data[3 * neighbour + 1]!, end: data[3 * neighbour + 2]! },
    };
  };
  for (let m = 1; m < count; m++) tryNeighbour(m, m - 1);
  for (let m = count - 2; m >= 0; m--) tryNeighbour(m, m + 1);
}
