/** What was found, as `findFiles` holds it: a hundred thousand files share what stands before their names. */
import { sep } from "node:path";
import type { FileGroup, Skipped } from "../types.js";
import { compare } from "./groups.js";
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

  /** The files, in no order. */
  *files(): Generator<InputFile> {
    for (const list of this.#lists.values()) {
      for (const file of list.files) yield typeof file === "string" ? fileOf(list, file) : file;
    }
  }

  *paths(): Generator<string> {
    for (const { path } of this.skipped) yield path;
    for (const file of this.files()) yield file.id;
  }

  /**
   * The files in code-unit order of their ids, those that follow each other in one folder together. Lists are put one into
   * the other where their folders stand: to sort a hundred thousand ids takes longer than to find them.
   */
  inOrder(): FileGroup[] {
    const groups: FileGroup[] = [];
    const add = (path: string) => {
      const list = this.#lists.get(path)!;
      const files = sorted(list.files);
      let next = 0;
      for (const folder of list.folders.map((name) => `${name}/`).sort()) {
        const from = next;
        while (next < files.length && nameOf(files[next]!) < folder) next++;
        addGroups(groups, list, files.slice(from, next));
        add(path + folder);
      }
      addGroups(groups, list, files.slice(next));
    };
    if (this.#lists.size > 0) add("");
    return groups;
  }
}

/** A file of a list: its name below the list's folder, or, where its path or id is another one, all that is known of it. */
export type FoundFile = string | InputFile;

/** The files of one folder. */
export interface FileList {
  readonly root: FoundRoot;
  /** Relative to the root: "" or a path that ends in a slash. */
  readonly folder: string;
  /** Absolute, with a separator at its end. */
  readonly path: string;
  readonly files: FoundFile[];
  readonly folders: readonly string[];
}

/** What a name of a list stands for. */
function fileOf({ root, folder, path }: FileList, name: string): InputFile {
  return { path: path + native(name), id: root.prefix + folder + name, named: root.named };
}

/** Adds files of a list, which follow each other, as groups. */
function addGroups(groups: FileGroup[], list: FileList, files: readonly FoundFile[]): void {
  const { root, folder, path } = list;
  let names: string[] = [];
  const flush = () => {
    if (names.length > 0) groups.push({ path, id: root.prefix + folder, named: root.named, names });
    names = [];
  };
  for (const file of files) {
    // A name of several folders stands in paths and ids alike where the system writes paths as ids are.
    if (typeof file === "string" && native(file) === file) names.push(file);
    else {
      flush();
      groups.push({ ...(typeof file === "string" ? fileOf(list, file) : file), names: [""] });
    }
  }
  flush();
}

/** The name of a file in its list, or its id. */
function nameOf(file: FoundFile): string {
  return typeof file === "string" ? file : file.id;
}

function sorted(files: FoundFile[]): FoundFile[] {
  const areNames = files.every((file) => typeof file === "string");
  // Names are compared without calling anything.
  return areNames ? files.sort() : files.sort((a, b) => compare(nameOf(a), nameOf(b)));
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
