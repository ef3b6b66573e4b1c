import { CLASS, SMALL_S, WORD } from "../folded.js";
import type { Cue, MatchTables, Tables, Taxonomy } from "../types.js";
import { createNotes, fold, PADDING } from "./fold.js";
import { type Form, foldForm } from "./forms.js";
import { hashOf } from "./words.js";

/** The upper bits of a first word's hash that `filter` is indexed by, two bits a slot. */
const FILTER_BITS = 18;
const FILTER_SHIFT = 32 - FILTER_BITS;
/** What `filter` tells of a word: that it is a form by itself, and that longer forms begin with it. */
export const ALONE = 1;
const LONGER = 2;
/** The upper bits of the hash of two words that `pairs` is indexed by, a bit each. */
const PAIR_BITS = 18;
const PAIR_SHIFT = 32 - PAIR_BITS;
/** Numbers an edge takes: node, word hash, target, and one to fill 16 bytes, so that it lies in one cache line. */
const EDGE = 4;
const EDGE_SHIFT = 2;
/** Room for the words of one form at a time. */
const notes = createNotes();
export const EXACT = 1;
export const PLURAL = 2;

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
  const edges: { node: number; hash: number; target: number }[] = [];
  const children: Map<number, number>[] = [new Map()];
  const endings: number[][] = [[]];
  const filter = new Uint8Array(1 << (FILTER_BITS - 2));
  const pairs = new Uint8Array(1 << (PAIR_BITS - 3));
  forms.forEach((form, index) => {
    for (const hashes of wordHashes(form)) {
      const slot = hashes[0]! >>> FILTER_SHIFT;
      filter[slot >> 2]! |= (hashes.length === 1 ? ALONE : LONGER) << ((slot & 3) << 1);
      if (hashes.length > 1) {
        const pair = pairOf(hashes[0]!, hashes[1]!);
        pairs[pair >> 3]! |= 1 << (pair & 7);
      }
      let node = 0;
      for (const hash of hashes) {
        let next = children[node]!.get(hash);
        if (next === undefined) {
          next = children.push(new Map()) - 1;
          endings.push([]);
          children[node]!.set(hash, next);
          edges.push({ node, hash, target: next });
        }
        node = next;
      }
      endings[node]!.push(index);
    }
  });
  for (const list of endings) list.sort((a, b) => forms[b]!.folded.length - forms[a]!.folded.length || a - b);
  return {
    filter,
    pairs,
    edges: hashEdges(edges),
    formStarts: Int32Array.from(starts(endings.map((list) => list.length))),
    nodeForms: Int32Array.from(endings.flat()),
    inner: Uint8Array.from(children.map((map) => (map.size > 0 ? 1 : 0))),
    ids: Int32Array.from(forms.map((form) => form.id)),
    flags: Uint8Array.from(forms.map((form) => (form.exact ? EXACT : 0) | (form.plural ? PLURAL : 0))),
    leads: Uint8Array.from(forms.map((form) => leadOf(form.folded))),
    byteStarts: Int32Array.from(starts(forms.map((form) => form.folded.length))),
    folded: concatenate(forms.map((form) => form.folded)),
    kept: concatenate(forms.map((form) => form.kept)),
  };
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
  return Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b) >>> PAIR_SHIFT;
}

/** The node that a word leads to from `node`; 0 where it leads nowhere. */
export function step(tables: Tables, node: number, hash: number): number {
  const { edges } = tables;
  const mask = edges.length - 1;
  let slot = (slotOf(node, hash) << EDGE_SHIFT) & mask;
  for (;;) {
    const target = edges[slot + 2]!;
    if (target === 0 || (edges[slot + 1] === hash && edges[slot] === node)) return target;
    slot = (slot + EDGE) & mask;
  }
}

/** Spreads the pair of node and hash over the table; the multipliers are odd constants of the golden ratio. */
function slotOf(node: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function hashEdges(edges: readonly { node: number; hash: number; target: number }[]): Int32Array {
  let size = 64;
  while (size < edges.length * 2) size *= 2;
  const table = new Int32Array(size * EDGE);
  for (const { node, hash, target } of edges) {
    let slot = (slotOf(node, hash) << EDGE_SHIFT) & (table.length - 1);
    while (table[slot + 2] !== 0) slot = (slot + EDGE) & (table.length - 1);
    table[slot] = node;
    table[slot + 1] = hash;
    table[slot + 2] = target;
  }
  return table;
}

/** The hashes of a form's words; once more with a plural s behind the last, where one may follow directly. */
function wordHashes(form: Form): number[][] {
  const { words } = notes;
  const { length } = form.folded;
  const padded = new Uint8Array(length + PADDING);
  // What is folded stays as it is when it is folded again.
  fold(form.folded, length, padded, notes);
  const hashes = Array.from(words.hashes.subarray(0, words.count));
  const end = words.ends[words.count - 1]!;
  if (!form.plural || end !== length) return [hashes];
  padded[end] = SMALL_S;
  const plural = hashOf(padded, words.starts[words.count - 1]!, end + 1);
  return [hashes, [...hashes.slice(0, -1), plural]];
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
