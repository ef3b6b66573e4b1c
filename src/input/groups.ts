/** Files by folder: what a hundred thousand files are held as. */
import type { FileGroup } from "../types.js";
import type { InputFile } from "./read.js";

/** The files of groups, one by one. */
export function* filesIn(groups: Iterable<FileGroup>): Generator<InputFile, void, undefined> {
  for (const group of groups) for (const name of group.names) yield fileIn(group, name);
}

function fileIn({ path, id, named }: FileGroup, name: string): InputFile {
  return { path: path + name, id: id + name, named };
}

/** How many files there are. */
export function countFiles(groups: readonly FileGroup[]): number {
  return groups.reduce((sum, { names }) => sum + names.length, 0);
}

/** Puts the groups of several roots, each in code-unit order of its ids, into one such order. */
export function mergeGroups(roots: readonly (readonly FileGroup[])[]): readonly FileGroup[] {
  if (roots.length === 1) return roots[0]!;
  const files = roots.flat().flatMap((group) => group.names.map((name) => ({ group, name })));
  files.sort((a, b) => compare(a.group.id + a.name, b.group.id + b.name));
  const merged: { readonly group: FileGroup; readonly names: string[] }[] = [];
  for (const { group, name } of files) {
    const last = merged.at(-1);
    if (last?.group === group) last.names.push(name);
    else merged.push({ group, names: [name] });
  }
  return merged.map(({ group, names }) => ({ ...group, names }));
}

/** Cuts groups into parts. */
export class GroupCutter {
  readonly #groups: readonly FileGroup[];
  /** The number of the first file of each group. */
  readonly #starts: number[] = [];
  /** How many files there are. */
  readonly count: number;

  constructor(groups: readonly FileGroup[]) {
    this.#groups = groups;
    let count = 0;
    for (const { names } of groups) {
      this.#starts.push(count);
      count += names.length;
    }
    this.count = count;
  }

  /** The files from number `from` to before `to`. */
  part(from: number, to: number): FileGroup[] {
    const parts: FileGroup[] = [];
    for (let at = this.#groupAt(from); at < this.#groups.length && this.#starts[at]! < to; at++) {
      const group = this.#groups[at]!;
      const start = this.#starts[at]!;
      const names = group.names.slice(Math.max(0, from - start), to - start);
      if (names.length > 0) parts.push({ ...group, names });
    }
    return parts;
  }

  /** The last group that begins at a file or before it. */
  #groupAt(file: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= file) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** By code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
