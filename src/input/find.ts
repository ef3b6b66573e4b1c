import { realpathSync, type Stats, statSync } from "node:fs";
import { basename, isAbsolute, join, posix, relative, resolve } from "node:path";
import { type Problem, problem } from "../errors.js";
import type { FileGroup, Skipped } from "../types.js";
import { below, type FileList, FoundRoot } from "./found.js";
import type { Globs } from "./globs.js";
import { compare, filesIn, mergeGroups } from "./groups.js";
import { settlePrefixes } from "./ids.js";
import type { InputFile } from "./read.js";
import { type FolderFound, type Found, walk } from "./walk.js";

export interface DiscoverOptions {
  /** Absolute; relative paths start here. */
  readonly cwd: string;
  /** Patterns of which a file found in a folder must match one, where there are any. */
  readonly include?: readonly string[];
  /** Patterns of files and folders to leave out of folders and globs. A file that is named itself is always read. */
  readonly exclude?: readonly string[];
}

export interface Discovered {
  /** In code-unit order of their ids, each file once. */
  readonly files: readonly InputFile[];
  /** The same by folder. */
  readonly groups: readonly FileGroup[];
  /** What was found and left out, in the same order. */
  readonly skipped: readonly Skipped[];
  /** Paths that are not there and globs without a match, in the order they were named. */
  readonly problems: readonly Problem[];
}

/** Whether `findFiles` needs globs for these paths: patterns are named, or a path is none that exists. */
export function needsGlobs(paths: readonly string[], { cwd, include, exclude }: DiscoverOptions): boolean {
  return (
    (include?.length ?? 0) > 0 ||
    (exclude?.length ?? 0) > 0 ||
    paths.some((path) => statusOf(cwd, path) === null)
  );
}

/**
 * Finds the files that paths stand for: files, folders with all that is below them, and globs. A path that exists is
 * taken as it is, even where it looks like a glob.
 * @param globs null where `needsGlobs` says that they are not needed
 */
export function findFiles(
  paths: readonly string[],
  options: DiscoverOptions,
  globs: Globs | null,
): Discovered {
  const steps = finding(paths, options, globs);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `findFiles` in steps, of a folder each: tells how many files there are so far. */
export function* finding(
  paths: readonly string[],
  options: DiscoverOptions,
  globs: Globs | null,
): Generator<number, Discovered, void> {
  const finder = new Finder(options, globs);
  for (const path of paths) yield* finder.add(path);
  return finder.result();
}

class Finder {
  readonly #cwd: string;
  readonly #include: readonly string[];
  readonly #exclude: readonly string[];
  readonly #globs: Globs | null;
  /** Files that were named one by one have their ids from the current folder, and no name to put before them. */
  readonly #named: FoundRoot;
  readonly #roots: FoundRoot[];
  readonly #problems: Problem[] = [];
  /** Real paths, so that two ways to a file are one file; null as long as there is one way only. */
  #seen: Set<string> | null = null;

  constructor({ cwd, include = [], exclude = [] }: DiscoverOptions, globs: Globs | null) {
    this.#cwd = cwd;
    this.#include = include;
    this.#exclude = exclude;
    this.#globs = globs;
    this.#named = new FoundRoot([], cwd, cwd, true);
    this.#roots = [this.#named];
  }

  /** Yields how many files there are so far, after each folder. */
  *add(given: string): Generator<number, void, void> {
    if (this.#roots.length > 1 || !this.#named.isEmpty) this.#rememberPaths();
    const path = statusOf(this.#cwd, given) === null ? given.replaceAll("\\", "/") : given;
    const status = statusOf(this.#cwd, path);
    if (status?.isDirectory()) yield* this.#addFolder(path);
    else if (status !== null) this.#addNamed(path);
    else if (this.#globs?.isPattern(path)) this.#addGlob(path, this.#globs);
    else this.#problems.push(problem("path-missing", `${given} does not exist`, null));
  }

  result(): Discovered {
    const roots = this.#roots.filter((root) => !root.isEmpty);
    settlePrefixes(roots).forEach((prefix, i) => {
      roots[i]!.prefix = prefix;
    });
    const groups = mergeGroups(roots.map((root) => root.inOrder()));
    let files: InputFile[] | undefined;
    return {
      groups,
      // Paths and ids of a hundred thousand files would be most of what is held: they are made for who asks for them.
      get files() {
        files ??= [...filesIn(groups)];
        return files;
      },
      skipped: roots
        .flatMap(({ skipped, prefix }) =>
          skipped.map(({ path, reason }) => ({ path: prefix + path, reason })),
        )
        .sort((a, b) => compare(a.path, b.path)),
      problems: this.#problems,
    };
  }

  #addNamed(path: string): void {
    const file = resolve(this.#cwd, path);
    if (this.#isNew(realPath(file)))
      this.#named.list("").files.push({ path: file, id: this.#shown(path), named: true });
  }

  *#addFolder(path: string): Generator<number, void, void> {
    const folder = resolve(this.#cwd, path);
    const prefixes = [basename(folder), this.#shown(path), slashed(folder)];
    const root = new FoundRoot(prefixes, folder, realPath(folder));
    this.#roots.push(root);
    if (this.#globs && this.#include.length + this.#exclude.length > 0) {
      const others = this.#globs.matching(folder, this.#include, this.#exclude);
      this.#addFound({ below: "", names: [], others, folders: [] }, root);
      return;
    }
    let files = this.#roots.reduce((sum, { count }) => sum + count, 0);
    for (const found of walk(folder)) {
      files += this.#addFound(found, root);
      yield files;
    }
  }

  #addGlob(pattern: string, globs: Globs): void {
    const others = globs.matchingPattern(this.#cwd, pattern, this.#exclude);
    if (others.length === 0) {
      this.#problems.push(problem("path-missing", `the pattern ${pattern} matches no file`, null));
    }
    this.#addFound({ below: "", names: [], others, folders: [] }, this.#named);
  }

  /** Returns how many files were added. */
  #addFound({ below: folder, names, others, folders }: FolderFound, root: FoundRoot): number {
    const list = root.list(folder, folders);
    const before = list.files.length;
    if (this.#seen === null) for (const name of names) list.files.push(name);
    else for (const name of names) this.#addOne({ path: folder + name, reason: null, link: false }, list);
    for (const one of others) this.#addOne(one, list);
    return list.files.length - before;
  }

  /** Adds what may be no file, a second way to one, or (of a glob) have another id than its path. */
  #addOne({ path, reason, link }: Found, list: FileList): void {
    const { root } = list;
    const leads = link && reason === null;
    if (leads) this.#rememberPaths();
    if (this.#seen !== null) {
      const own = absolute(leads ? root.path : root.real, path);
      if (!this.#isNew(leads ? realPath(own) : own)) return;
    }
    const id = root.named ? this.#shown(path) : path;
    if (reason !== null) root.skipped.push({ path: id, reason });
    else if (id !== path || isAbsolute(path))
      list.files.push({ path: absolute(root.path, path), id, named: true });
    else list.files.push(path.slice(list.folder.length));
  }

  /** From now on there may be two ways to a file: by two paths that were named, or by a link. */
  #rememberPaths(): void {
    if (this.#seen !== null) return;
    this.#seen = new Set();
    for (const root of this.#roots) {
      const real = (path: string) =>
        root.named ? realPath(absolute(root.path, path)) : below(root.real, path);
      for (const file of root.files()) this.#seen.add(root.named ? realPath(file.path) : real(file.id));
      for (const { path } of root.skipped) this.#seen.add(real(path));
    }
  }

  #isNew(key: string): boolean {
    if (this.#seen === null) return true;
    const before = this.#seen.size;
    return this.#seen.add(key).size > before;
  }

  /** A path as ids show it: from the current folder where it lies below it, else as it was named. */
  #shown(path: string): string {
    const inside = relative(this.#cwd, resolve(this.#cwd, path));
    const isBelow = inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
    return isBelow ? slashed(inside) : posix.normalize(slashed(path));
  }
}

/** The path of what a glob has found, which may be absolute. */
function absolute(folder: string, path: string): string {
  return isAbsolute(path) ? path : below(folder, path);
}

/** What stands at a path, null where nothing does. */
function statusOf(cwd: string, path: string): Stats | null {
  try {
    return statSync(resolve(cwd, path));
  } catch {
    return null;
  }
}

/** A file's path with all links resolved; the path itself for pipes, which have none. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Forward slashes where the system writes backward ones; elsewhere a backslash is a character of a name. */
function slashed(path: string): string {
  return join("a", "b") === "a\\b" ? path.replaceAll("\\", "/") : path;
}
