import type { CompiledTaxonomy } from "../../src/types.js";

/**
 * The matcher once more, slow and obvious: it works on characters, tries every form at every place, and takes the
 * leftmost, then the longest. It shares nothing with src/match but the wording of what is to be found.
 */

/** A match as the oracle tells it: half-open byte offsets. */
export interface Found {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/** One character of the text. */
interface Unit {
  /** What it is compared by; empty where it stands for nothing. */
  readonly folded: string;
  readonly raw: string;
  /** Its bytes, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A written form: characters as folded, every run of white space and hyphens as one " ". */
interface Form {
  readonly id: number;
  readonly folded: readonly string[];
  readonly raw: readonly string[];
  readonly exact: boolean;
  readonly plural: boolean;
  /** Characters before the first letter or digit. */
  readonly lead: number;
}

const IGNORED = /^(?:[\u00ad\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f)$/;
const LINE_ENDS = /^[\n\v\f\u0085\u2028\u2029]$/;
const SPACES = /^[ \u00a0\u2000-\u200a\u202f\u205f\u3000]$/;
const HYPHENS = /^[-\u2010-\u2013\u2212]$/;
const QUOTES = /^[\u2018\u2019\u201b\u2032]$/;
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;

/** The text as characters, folded as the head of src/match/fold.ts says. */
export function unitsOf(text: string): Unit[] {
  const characters = [...text];
  let offset = 0;
  return characters.map((raw, i) => {
    const start = offset;
    offset += new TextEncoder().encode(raw).length;
    return { raw, start, end: offset, folded: foldOne(raw, characters[i + 1] ?? "") };
  });
}

function foldOne(raw: string, next: string): string {
  const point = raw.codePointAt(0)!;
  if (IGNORED.test(raw) || (raw === "\\" && PUNCTUATION.test(next))) return "";
  if (raw === "\r") return next === "\n" ? " " : "\n";
  if (LINE_ENDS.test(raw)) return "\n";
  if (raw < " " || raw === "\u007f" || SPACES.test(raw)) return " ";
  if (HYPHENS.test(raw)) return "-";
  if (QUOTES.test(raw)) return "'";
  if (/^[\u201c-\u201e]$/.test(raw)) return '"';
  if (raw === "\u2026") return ".";
  // Full-width forms and mathematical letters and digits are ASCII in another dress.
  const plain =
    (point >= 0xff01 && point <= 0xff5e) || (point >= 0x1d400 && point <= 0x1d7ff)
      ? raw.normalize("NFKC")
      : raw;
  if (/^[!-~]$/.test(plain)) return plain.toLowerCase();
  // From U+00C0 on, what is not a letter is so rare that it is taken for one.
  const letter = point >= 0xc0 ? !/^[\u00d7\u00f7]$/.test(raw) : /^[\p{L}\p{N}]$/u.test(raw);
  if (point < 0x800 && letter) {
    const lower = [...raw.toLowerCase()][0]!;
    const code = lower.codePointAt(0)!;
    return code >= 0x80 && code < 0x800 ? lower : raw;
  }
  if (point >= 0x800 && point < 0x2000) return raw;
  return "\u0000";
}

/** Letters and digits: what words are made of. */
function isWord(folded: string): boolean {
  return /^[0-9a-z]$/.test(folded) || folded >= "\u0080";
}

function isGap(folded: string): boolean {
  return folded === " " || folded === "-" || folded === "\n";
}

function formOf(id: number, text: string, exact: boolean, plural: boolean): Form | null {
  const folded: string[] = [];
  const raw: string[] = [];
  for (const unit of unitsOf(text.trim())) {
    if (unit.folded === "") continue;
    if (!isGap(unit.folded)) {
      folded.push(unit.folded);
      raw.push(unit.raw);
    } else if (folded.at(-1) !== " ") {
      folded.push(" ");
      raw.push(" ");
    }
  }
  const lead = folded.findIndex(isWord);
  return lead < 0 ? null : { id, folded, raw, exact, plural, lead };
}

/** All that is to be found in a text. */
export interface FoundInText {
  readonly tools: Found[];
  readonly cues: Found[];
  readonly evidence: Found[];
}

/** Finds as `createMatcher` does; cues and evidence words in the whole text. */
export function createOracle(taxonomy: CompiledTaxonomy): (text: string) => FoundInText {
  const aliases = taxonomy.aliases.flatMap(
    (alias, id) => formOf(id, alias.text, alias.case === "exact", alias.plural) ?? [],
  );
  const cuesThat = (wanted: (kind: string) => boolean) =>
    taxonomy.cues.flatMap((cue, id) =>
      cue.roles.some((role) => wanted(role.kind)) ? (formOf(id, cue.text, false, false) ?? []) : [],
    );
  const cues = cuesThat((kind) => kind !== "evidence");
  const evidence = cuesThat((kind) => kind === "evidence");
  const openers = new Set(cuesThat((kind) => kind === "opener" || kind === "section").map((form) => form.id));
  return (text) => {
    const units = unitsOf(text);
    const result: FoundInText = {
      tools: byWords(units, aliases),
      cues: byWords(units, cues),
      evidence: byWords(units, evidence),
    };
    bySeams(units, aliases, cues, openers, result);
    return result;
  };
}

/** The whole words of a text: first unit, and the unit behind the last. */
function wordsOf(units: readonly Unit[]): { from: number; to: number }[] {
  const words: { from: number; to: number }[] = [];
  let from = -1;
  units.forEach((unit, i) => {
    if (isWord(unit.folded)) {
      if (from < 0) from = i;
    } else if (unit.folded !== "" && from >= 0) {
      words.push({ from, to: i });
      from = -1;
    }
  });
  if (from >= 0) words.push({ from, to: units.length });
  return words;
}

/** At each word from the left the longest form, nothing inside what was found before. */
function byWords(units: readonly Unit[], forms: readonly Form[]): Found[] {
  const found: Found[] = [];
  for (const { from } of wordsOf(units)) {
    const end = found.at(-1)?.end ?? 0;
    if (units[from]!.start < end) continue;
    const best = longest(forms, (form) => {
      const span = stands(units, form, from, false, -1);
      return span && span.start >= end ? span : null;
    });
    if (best) found.push(best);
  }
  return found;
}

function longest(
  forms: readonly Form[],
  test: (form: Form) => { start: number; end: number } | null,
): (Found & { form: Form }) | null {
  let best: (Found & { form: Form }) | null = null;
  for (const form of forms) {
    const span = test(form);
    if (span && (!best || size(form) > size(best.form))) best = { pattern: form.id, ...span, form };
  }
  return best;
}

function size(form: Form): number {
  return new TextEncoder().encode(form.folded.join("")).length;
}

/** The bytes of a form whose first letter or digit is unit `at`; null where it does not stand there. */
function stands(
  units: readonly Unit[],
  form: Form,
  at: number,
  edgeBefore: boolean,
  edgeBehind: number,
): { start: number; end: number } | null {
  let first = at;
  for (let k = form.lead - 1; k >= 0; k--) {
    first = previous(units, first);
    if (first < 0 || !agrees(units[first]!, form, k)) return null;
  }
  let i = at;
  let last = at;
  for (let k = form.lead; k < form.folded.length; k++) {
    if (form.folded[k] === " ") {
      const run = gapAt(units, i);
      if (run < 0) return null;
      i = run;
      continue;
    }
    i = skipIgnored(units, i);
    if (i >= units.length || !agrees(units[i]!, form, k)) return null;
    last = i;
    i++;
  }
  if (!(edgeBefore && form.lead === 0) && !beginsWord(units, form, first)) return null;
  const end = endOf(units, form, last, edgeBehind);
  return end < 0 ? null : { start: units[first]!.start, end: units[end]!.end };
}

function agrees(unit: Unit, form: Form, k: number): boolean {
  if (unit.folded !== form.folded[k]) return false;
  const ascii = (text: string) => text < "\u0080";
  return !form.exact || !ascii(unit.raw) || !ascii(form.raw[k]!) || unit.raw === form.raw[k];
}

/**
 * Behind a run of white space and hyphens with one line end at most, and no hyphen before a space behind that or behind
 * another space; -1 where there is none.
 */
function gapAt(units: readonly Unit[], from: number): number {
  let i = from;
  let run = "";
  for (; i < units.length && (units[i]!.folded === "" || isGap(units[i]!.folded)); i++)
    run += units[i]!.folded;
  return run === "" || run.split("\n").length > 2 || /(?: |\n[^\n]*)- /.test(run) ? -1 : i;
}

const JOINTS = ["&", "'", ".", ":", "@", "*", "_"];

function beginsWord(units: readonly Unit[], form: Form, first: number): boolean {
  const before = units[previous(units, first)]?.folded ?? " ";
  return !isWord(before) && !(form.folded.length === 1 && JOINTS.includes(before));
}

/** The last unit of the match, with a plural or possessive s; -1 where the word goes on. */
function endOf(units: readonly Unit[], form: Form, last: number, edgeBehind: number): number {
  if (last + 1 === edgeBehind) return last;
  const one = skipIgnored(units, last + 1);
  const two = skipIgnored(units, one + 1);
  const three = skipIgnored(units, two + 1);
  const [a, b, c] = [one, two, three].map((i) => units[i]?.folded ?? " ") as [string, string, string];
  const final = form.folded.at(-1)!;
  if (!isWord(final)) return a === final || (isWord(a) && !/^[0-9]$/.test(a)) ? -1 : last;
  if (isWord(a)) {
    const capital = units[one]!.raw === "S" && /^[a-z]$/.test(units[last]!.raw);
    const goesOn = isWord(b) && (one + 1 !== edgeBehind || /^[0-9]$/.test(b));
    return form.plural && a === "s" && !capital && !goesOn ? one : -1;
  }
  if (a === "#" || (a === "+" && b === "+")) return -1;
  if (form.folded.length === 1 && JOINTS.includes(a) && isWord(b)) return -1;
  if (form.folded.length > 1 && a === "'" && b === "s" && !isWord(c)) return two;
  return last;
}

function previous(units: readonly Unit[], i: number): number {
  let at = i - 1;
  while (at >= 0 && units[at]!.folded === "") at--;
  return at;
}

function skipIgnored(units: readonly Unit[], i: number): number {
  let at = i;
  while (at < units.length && units[at]!.folded === "") at++;
  return at;
}

/** What stands inside words: versions, and parts that a lost line break glued together. */
function bySeams(
  units: readonly Unit[],
  aliases: readonly Form[],
  cues: readonly Form[],
  openers: ReadonlySet<number>,
  result: FoundInText,
): void {
  const words = wordsOf(units);
  const seams = seamsOf(units);
  for (const seam of seams) {
    const index = words.findIndex((word) => word.from < seam && seam < word.to);
    const word = words[index]!;
    const whole = (form: Form, from: number, to: number) => firstWordIs(units, form, from, to);
    if (/^[0-9]$/.test(units[seam]!.raw)) {
      const rest = units.slice(seam, word.to);
      const version = rest.every((unit) => unit.folded === "" || /^[0-9]$/.test(unit.folded));
      const end = rest.findLast((unit) => unit.folded !== "")!.end;
      if (version && end - units[seam]!.start <= 4) {
        const best = longest(aliases, (form) =>
          whole(form, word.from, seam) ? stands(units, form, word.from, false, seam) : null,
        );
        if (best && best.form.folded.length > 1) insert(result.tools, { ...best, end });
      }
      const cue = ending(cues, index, seam, true);
      if (cue) insert(result.cues, cue);
      continue;
    }
    const atSeam = (forms: readonly Form[]) =>
      longest(forms, (form) => (whole(form, seam, word.to) ? stands(units, form, seam, true, -1) : null));
    if (atSeam(cues.filter((form) => openers.has(form.id)))) {
      insert(result.cues, atSeam(cues)!);
      const tool = ending(aliases, index, seam, false);
      if (tool && size(tool.form) >= 3) insert(result.tools, tool);
      const cue = ending(cues, index, seam, true);
      if (cue) insert(result.cues, cue);
    }
    const before = units.slice(word.from, seam);
    if (
      units[seam]!.start - units[word.from]!.start > 3 &&
      before.every((unit) => /^[a-z]$/.test(unit.raw))
    ) {
      const best = atSeam(aliases);
      if (best && size(best.form) > 3) insert(result.tools, best);
    }
  }

  /** The form that ends at the seam; it may begin up to three words before, where `glued` says so behind a seam too. */
  function ending(forms: readonly Form[], index: number, seam: number, glued: boolean) {
    for (const { from, to } of words.slice(Math.max(0, index - 3), index + 1)) {
      const end = Math.min(to, seam);
      const inner = glued ? seams.findLast((other) => other > from && other < end) : undefined;
      for (const start of inner === undefined ? [from] : [from, inner]) {
        const best = longest(forms, (form) =>
          firstWordIs(units, form, start, end) ? stands(units, form, start, start > from, seam) : null,
        );
        if (best && best.end === units[seam]!.start) return best;
      }
    }
    return null;
  }
}

/** Where inside a word a capital follows a small letter or begins a word behind capitals, or a digit a letter. */
function seamsOf(units: readonly Unit[]): number[] {
  const seams: number[] = [];
  let before = "";
  units.forEach((unit, i) => {
    const { raw, folded } = unit;
    const ascii = raw < "\u0080";
    const lower = (text: string) => /^[a-z]$/.test(text) || (text >= "\u0080" && isWord(text));
    if (/^[A-Z]$/.test(raw)) {
      if (lower(before) || (/^[A-Z]$/.test(before) && /^[a-z]$/.test(units[i + 1]?.raw ?? ""))) seams.push(i);
    } else if (/^[0-9]$/.test(raw) && (lower(before) || /^[A-Z]$/.test(before))) seams.push(i);
    if (ascii) before = raw;
    else if (folded !== "") before = isWord(folded) && folded >= "\u0080" ? folded : "";
  });
  return seams;
}

/** Whether the first run of letters and digits of the form, with a plural s where it may have one, is the text's. */
function firstWordIs(units: readonly Unit[], form: Form, from: number, to: number): boolean {
  const text = units
    .slice(from, to)
    .map((unit) => unit.folded)
    .join("");
  const rest = form.folded.slice(form.lead);
  const stop = rest.findIndex((folded) => !isWord(folded));
  const head = rest.slice(0, stop < 0 ? rest.length : stop).join("");
  return text === head || (form.plural && stop < 0 && text === `${head}s`);
}

/** Of two that overlap, the one that starts first stays, of two that start together the longer. */
function insert(list: Found[], one: Found): void {
  const wins = (a: Found, b: Found) => a.start < b.start || (a.start === b.start && a.end >= b.end);
  const rivals = list.filter((other) => other.start < one.end && one.start < other.end);
  if (rivals.some((other) => wins(other, one))) return;
  for (const rival of rivals) list.splice(list.indexOf(rival), 1);
  list.push(one);
  list.sort((a, b) => a.start - b.start);
}
