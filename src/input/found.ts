/** What was found, as `findFiles` holds it: a hundred thousand files share what stands before their names. */
import { sep } from "node:path";
import type { Skipped } from "../types.js";
import type { Root } from "./ids.js";
import type { InputFile } from "./read.js";

/** A folder that was named, or all that was named one by one. */
export class FoundRoot implements Root {
  readonly prefixes: readonly string[];
  /** Absolute, as it was named. */
  readonly path: string;
  /** The same with its links resolved. */
  readonly real: string;
  /** Whether its files were named themselves. */
  readonly named: boolean;
  readonly skipped: Skipped[] = [];
  /** What stands before every id. */
  prefix = "";
  readonly #lists = new Map<string, FileList>();

  constructor(prefixes: readonly string[], path: string, real: string, named = false) {
    this.prefixes = prefixes;
    this.path = path;
    this.real = real;
    this.named = named;
  }

  get isEmpty(): boolean {
    return this.skipped.length === 0 && this.count === 0;
  }

  /** How many files there are. */
  get count(): number {
    let sum = 0;
    for (const { files } of this.#lists.values()) sum += files.length;
    return sum;
  }

  /** The list of a folder's files; `folder` is relative, and "" or a path that ends in a slash. */
  list(folder: string, folders: readonly string[] = []): FileList {
    let list = this.#lists.get(folder);
    if (list === undefined) {
      list = { root: this, folder, path: below(this.path, folder), files: [], folders };
      this.#lists.set(folder, list);
    }
    return list;
  }

  *files(): Generator<FoundFile> {
    for (const { files } of this.#lists.values()) yield* files;
  }

  *paths(): Generator<string> {
    for (const { path } of this.skipped) yield path;
    for (const file of this.files()) yield file.id;
  }

  /**
   * The files in code-unit order of their ids. Lists are put one into the other where their folders stand: nearly all
   * are in order as the file system tells them, and sorting a hundred thousand ids takes longer than finding them.
   */
  inOrder(): FoundFile[] {
    const all: FoundFile[] = [];
    const add = (path: string) => {
      const { files, folders } = this.#lists.get(path)!;
      let next = 0;
      inCodeUnits(files, ({ name }) => name);
      for (const folder of inCodeUnits([...folders], (name) => `${name}/`)) {
        for (; next < files.length && files[next]!.name < `${folder}/`; next++) all.push(files[next]!);
        add(`${path}${folder}/`);
      }
      for (; next < files.length; next++) all.push(files[next]!);
    };
    if (this.#lists.size > 0) add("");
    return all;
  }
}

/** The files of one folder, and the names of those in it. */
export interface FileList {
  readonly root: FoundRoot;
  /** Relative to the root: "" or a path that ends in a slash. */
  readonly folder: string;
  /** Absolute, with a separator at its end. */
  readonly path: string;
  readonly files: FoundFile[];
  readonly folders: readonly string[];
}

/** A file with what tells it from others of its list. */
export interface FoundFile extends InputFile {
  readonly name: string;
}

/**
 * A file of a list. Its path and id are put together when they are asked for: kept, those of a hundred thousand files
 * would be most of what is held. The object cannot be sent to another thread; `{ path, id, named }` can.
 */
export class ListedFile implements FoundFile {
  readonly list: FileList;
  readonly name: string;

  constructor(list: FileList, name: string) {
    this.list = list;
    this.name = name;
  }

  get id(): string {
    const { root, folder } = this.list;
    return root.prefix + folder + this.name;
  }

  get path(): string {
    return this.list.path + native(this.name);
  }

  get named(): boolean {
    return this.list.root.named;
  }
}

/** Files of one folder as plain data: in another thread sooner than the files by themselves, whose paths are long. */
export interface FileGroup {
  /** What stands before a name in the path, and in the id. */
  readonly path: string;
  readonly id: string;
  readonly named: boolean;
  readonly names: readonly string[];
}

/** Puts files that follow each other in one folder together. */
export function groupFiles(files: readonly InputFile[]): FileGroup[] {
  const groups: FileGroup[] = [];
  let last: FileList | null = null;
  let names: string[] = [];
  for (const file of files) {
    // A name of several folders stands in paths and ids alike where the system writes paths as ids are.
    const list: FileList | null =
      file instanceof ListedFile && native(file.name) === file.name ? file.list : null;
    if (list === null || list !== last) {
      names = [];
      const { path, id, named } = list === null ? file : new ListedFile(list, "");
      groups.push({ path, id, named, names });
      last = list;
    }
    names.push(list === null ? "" : (file as ListedFile).name);
  }
  return groups;
}

/** A file that was named by itself. */
export class NamedFile implements FoundFile {
  readonly path: string;
  readonly id: string;
  readonly named = true;

  constructor(path: string, id: string) {
    this.path = path;
    this.id = id;
  }

  get name(): string {
    return this.id;
  }
}

/**
 * The path of what lies below a folder. node:path's join would do, but leaves a string of many pieces, which takes
 * five times as much memory: with a hundred thousand files, most of what is held.
 * @param path relative to it, with forward slashes
 */
export function below(folder: string, path: string): string {
  return (folder.endsWith(sep) ? folder : folder + sep) + native(path);
}

function native(path: string): string {
  return sep === "/" ? path : path.replaceAll("/", sep);
}

/** By code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Puts things in order of their keys. */
function inCodeUnits<T>(things: T[], key: (thing: T) => string): T[] {
  const isSorted = things.every((thing, i) => i === 0 || key(things[i - 1]!) <= key(thing));
  return isSorted ? things : things.sort((a, b) => compare(key(a), key(b)));
}
