import { CLASS, WORD } from "../folded.js";
import type { Cue, MatchTables, Tables, Taxonomy } from "../types.js";
import { type AloneForm, isAlone, layOutAlone } from "./alone.js";
import { type Form, foldForm, wordHashes } from "./forms.js";
import { GOLDEN, MIXER } from "./words.js";

/** The upper bits of a first word's hash that `filter` is indexed by, two bits a slot. */
const FILTER_BITS = 18;
const FILTER_SHIFT = 32 - FILTER_BITS;
/** What `filter` tells of a word: that it is a form by itself, and that longer forms begin with it. */
export const ALONE = 1;
const LONGER = 2;
/** The upper bits of the hash of two words that `pairs` is indexed by, a bit each. */
const PAIR_BITS = 18;
const PAIR_SHIFT = 32 - PAIR_BITS;
/** Numbers an edge and a form take: see Tables. */
const EDGE = 2;
const EDGE_SHIFT = 1;
const FORM = 4;
/** So full the table of edges may be: a small one stays in the processor's cache. */
const FULLEST = 0.8;
/** Flags of a form: its case counts, a plural s may follow, no other form of its node stands behind it. */
export const EXACT = 1;
export const PLURAL = 2;
const LAST = 4;
/** Its case does not count, and it begins and ends with one of several letters or digits: the bytes beside it tell the rest. */
const OPEN = 8;
const FLAG_BITS = 8;

/** The tables of all aliases and cues of a taxonomy, each form under its alias or cue index. */
export function matchTables(taxonomy: Taxonomy): MatchTables {
  const cues = [...taxonomy.cues];
  const cueForms = (wanted: (cue: Cue) => boolean) =>
    buildTables(cues.map((cue, id) => (wanted(cue) ? foldForm(id, cue.text, false, false) : null)));
  return {
    aliases: buildTables(
      [...taxonomy.aliases].map((alias, id) =>
        foldForm(id, alias.text, alias.case === "exact", alias.plural),
      ),
    ),
    cues: cueForms((cue) => cue.roles.some((role) => role.kind !== "evidence")),
    evidence: cueForms((cue) => cue.roles.some((role) => role.kind === "evidence")),
  };
}

/** Builds the tables of the forms given; null entries are left out. */
export function buildTables(given: readonly (Form | null)[]): Tables {
  const forms = given.filter((form) => form !== null);
  const filter = new Uint8Array(1 << (FILTER_BITS - 2));
  const pairs = new Uint8Array(1 << (PAIR_BITS - 3));
  const spelled = forms.map(wordHashes);
  for (const hashes of spelled.flat()) {
    const slot = hashes[0]! >>> FILTER_SHIFT;
    filter[slot >> 2]! |= (hashes.length === 1 ? ALONE : LONGER) << ((slot & 3) << 1);
    if (hashes.length > 1) {
      const pair = pairOf(hashes[0]!, hashes[1]!);
      pairs[pair >> 3]! |= 1 << (pair & 7);
    }
  }
  // Once in some tables two edges mix to the same: then all nodes get other numbers.
  let trie = buildTrie(spelled, 0);
  for (let unused = 1; trie === null; unused++) trie = buildTrie(spelled, unused);
  const { endings, edges } = trie;
  for (const list of endings) list.sort((a, b) => forms[b]!.folded.length - forms[a]!.folded.length || a - b);
  const { numbers, firsts } = formRecords(forms, endings);
  return {
    filter,
    pairs,
    edges: hashEdges(edges),
    nodes: firsts.map((first, node) => ((first + 1) << 1) | trie.inner[node]!),
    forms: numbers,
    folded: concatenate(forms.map((form) => form.folded)),
    kept: concatenate(forms.some((form) => form.exact) ? forms.map((form) => form.kept) : []),
    alone: layOutAlone(aloneIn(forms, spelled, trie)),
  };
}

/** The forms of one short word that are the first to be tried where it stands. */
function aloneIn(
  forms: readonly Form[],
  spelled: readonly (readonly (readonly number[])[])[],
  { edges, endings }: Trie,
): AloneForm[] {
  return forms.flatMap((form, index) => {
    if (!isAlone(form)) return [];
    const hash = spelled[index]![0]![0]!;
    return endings[edges.get(edgeOf(0, hash))!]![0] === index ? [{ form, hash }] : [];
  });
}

interface Trie {
  /** Target nodes by the mixtures of edges. */
  readonly edges: ReadonlyMap<number, number>;
  /** By node: the forms that end there, and 1 where edges leave it. */
  readonly endings: number[][];
  readonly inner: readonly number[];
}

/**
 * @param spelled the word hashes of each form, in each spelling
 * @param unused so many numbers behind the root's are no node's
 * @returns null where two edges mix to the same number
 */
function buildTrie(spelled: readonly (readonly (readonly number[])[])[], unused: number): Trie | null {
  const edges = new Map<number, number>();
  const sources = new Map<number, number>();
  const endings: number[][] = Array.from({ length: unused + 1 }, () => []);
  const inner = endings.map(() => 0);
  for (const [form, spellings] of spelled.entries()) {
    for (const hashes of spellings) {
      let node = 0;
      for (const hash of hashes) {
        const edge = edgeOf(node, hash);
        let next = edges.get(edge);
        if (next === undefined) {
          next = endings.push([]) - 1;
          inner.push(0);
          inner[node] = 1;
          edges.set(edge, next);
          sources.set(edge, node);
        } else if (sources.get(edge) !== node) return null;
        node = next;
      }
      endings[node]!.push(form);
    }
  }
  return { edges, endings, inner };
}

/** The forms as Tables has them, and by node the first of them, -1 for none. */
function formRecords(
  forms: readonly Form[],
  endings: readonly (readonly number[])[],
): { numbers: Int32Array; firsts: Int32Array } {
  const begins = starts(forms.map((form) => form.folded.length));
  const known = new Map<string, number>();
  const all: number[] = [];
  const firsts = endings.map((list) => {
    if (list.length === 0) return -1;
    // A form's plural has the same.
    const key = list.join();
    const first = known.get(key);
    if (first !== undefined) return first;
    const place = all.length / FORM;
    known.set(key, place);
    for (const index of list) {
      const { folded, exact, plural, id } = forms[index]!;
      const flags =
        (exact ? EXACT : 0) |
        (plural ? PLURAL : 0) |
        (index === list.at(-1) ? LAST : 0) |
        (isOpen(forms[index]!) ? OPEN : 0);
      all.push(begins[index]!, folded.length, flags | (leadOf(folded) << FLAG_BITS), id);
    }
    return place;
  });
  return { numbers: Int32Array.from(all), firsts: Int32Array.from(firsts) };
}

function isOpen({ folded, exact }: Form): boolean {
  return !exact && folded.length > 1 && [folded[0]!, folded.at(-1)!].every((byte) => CLASS[byte] === WORD);
}

/** What a form's matches name, its bytes' place and number, its flags, and the bytes before its first letter or digit. */
export const idOf = ({ forms }: Tables, form: number): number => forms[FORM * form + 3]!;
export const beginOf = ({ forms }: Tables, form: number): number => forms[FORM * form]!;
export const sizeOf = ({ forms }: Tables, form: number): number => forms[FORM * form + 1]!;
export const flagsOf = ({ forms }: Tables, form: number): number => forms[FORM * form + 2]!;
export const leadIn = (flags: number): number => flags >> FLAG_BITS;

/** Of a node: whether edges leave it; its first form, -1 for none. */
export const hasEdges = ({ nodes }: Tables, node: number): boolean => (nodes[node]! & 1) !== 0;
export const firstForm = ({ nodes }: Tables, node: number): number => (nodes[node]! >> 1) - 1;

/** The next form of the same node; -1 behind the last. */
export function nextForm(tables: Tables, form: number): number {
  return (flagsOf(tables, form) & LAST) !== 0 ? -1 : form + 1;
}

/** What some form may be that begins with a word of this hash: 0 (none is), ALONE, LONGER or both. */
export function mayBegin(tables: Tables, hash: number): number {
  const slot = hash >>> FILTER_SHIFT;
  return (tables.filter[slot >> 2]! >> ((slot & 3) << 1)) & (ALONE | LONGER);
}

/** Whether some form may begin with words of these hashes. */
export function mayBeginWith(tables: Tables, first: number, second: number): boolean {
  const pair = pairOf(first, second);
  return (tables.pairs[pair >> 3]! & (1 << (pair & 7))) !== 0;
}

function pairOf(first: number, second: number): number {
  return Math.imul(first ^ Math.imul(second, GOLDEN), MIXER) >>> PAIR_SHIFT;
}

/** The node that a word leads to from `node`; 0 where it leads nowhere. */
export function step({ edges }: Tables, node: number, hash: number): number {
  const edge = edgeOf(node, hash);
  const mask = edges.length - 1;
  let slot = slotOf(edge) & mask;
  for (;;) {
    const next = edges[slot + 1]!;
    if (next === 0 || edges[slot] === edge) return next;
    slot = (slot + EDGE) & mask;
  }
}

/**
 * The mixture of a node and a word's hash. For one node it is another one for each hash; the multipliers are odd constants
 * of the golden ratio.
 */
function edgeOf(node: number, hash: number): number {
  return Math.imul(hash ^ Math.imul(node, GOLDEN), MIXER);
}

function slotOf(edge: number): number {
  return (edge ^ (edge >>> 15)) << EDGE_SHIFT;
}

function hashEdges(edges: ReadonlyMap<number, number>): Int32Array {
  let size = 64;
  while (size * FULLEST < edges.size) size *= 2;
  const table = new Int32Array(size * EDGE);
  for (const [edge, node] of edges) {
    let slot = slotOf(edge) & (table.length - 1);
    while (table[slot + 1] !== 0) slot = (slot + EDGE) & (table.length - 1);
    table[slot] = edge;
    table[slot + 1] = node;
  }
  return table;
}

/** Bytes before the first letter or digit. */
function leadOf(folded: Uint8Array): number {
  return folded.findIndex((byte) => CLASS[byte] === WORD);
}

function starts(lengths: readonly number[]): number[] {
  let sum = 0;
  return [0, ...lengths.map((length) => (sum += length))];
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
