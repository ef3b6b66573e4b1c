import { realpathSync, type Stats, statSync } from "node:fs";
import { basename, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import fastGlob from "fast-glob";
import { type Problem, problem } from "../errors.js";
import type { Skipped } from "../types.js";
import { type Root, settleIds } from "./ids.js";
import type { InputFile } from "./read.js";
import { type Found, walk, walkGlob, walkMatching } from "./walk.js";

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
  /** What was found and left out, in the same order. */
  readonly skipped: readonly Skipped[];
  /** Paths that are not there and globs without a match, in the order they were named. */
  readonly problems: readonly Problem[];
}

/** Files that were named one by one have their ids from the current folder, and no name to put before them. */
const NAMED_ROOT = 0;

/**
 * Finds the files that paths stand for: files, folders with all that is below them, and globs. A path that exists is
 * taken as it is, even where it looks like a glob.
 */
export function discover(paths: readonly string[], options: DiscoverOptions): Discovered {
  const finder = new Finder(options);
  for (const path of paths) finder.add(path);
  return finder.result();
}

/** A folder with its links resolved, and how ids may tell it from others. */
interface FinderRoot extends Root {
  readonly folder: string;
}

/**
 * A file found in a folder. Its path is put together when asked for: kept, the paths of a hundred thousand files would
 * be most of what is held. The object cannot be sent to another thread; `{ path, id, named }` can.
 */
class FoundFile implements InputFile {
  readonly id: string;
  readonly named: boolean;
  readonly #folder: string;
  /** Relative to the folder. */
  readonly #below: string;

  constructor(folder: string, path: string, named: boolean, id = path) {
    this.#folder = folder;
    this.#below = path;
    this.named = named;
    this.id = id;
  }

  get path(): string {
    return isAbsolute(this.#below) ? this.#below : below(this.#folder, this.#below);
  }

  /** The same file under another id. */
  called(id: string): FoundFile {
    return new FoundFile(this.#folder, this.#below, this.named, id);
  }
}

/** Things with the index of the root that each was found in. */
class Rooted<T> {
  readonly items: T[] = [];
  readonly roots: number[] = [];

  get length(): number {
    return this.items.length;
  }

  push(item: T, root: number): void {
    this.items.push(item);
    this.roots.push(root);
  }
}

class Finder {
  readonly #cwd: string;
  readonly #include: readonly string[];
  readonly #exclude: readonly string[];
  /** Their ids are paths relative to their roots until the end. */
  readonly #files = new Rooted<FoundFile>();
  readonly #skipped = new Rooted<Skipped>();
  readonly #roots: FinderRoot[] = [{ prefixes: [], folder: "" }];
  readonly #problems: Problem[] = [];
  /** Real paths, so that two ways to a file are one file; null as long as there is one way only. */
  #seen: Set<string> | null = null;

  constructor({ cwd, include = [], exclude = [] }: DiscoverOptions) {
    this.#cwd = cwd;
    this.#include = include;
    this.#exclude = exclude;
  }

  add(given: string): void {
    if (this.#roots.length > 1 || this.#files.length > 0) this.#rememberPaths();
    const path = this.#status(given) === null ? given.replaceAll("\\", "/") : given;
    const status = this.#status(path);
    if (status?.isDirectory()) this.#addFolder(path);
    else if (status !== null) this.#addNamed(path);
    else if (fastGlob.isDynamicPattern(path)) this.#addGlob(path);
    else this.#problems.push(problem("path-missing", `${given} does not exist`, null));
  }

  result(): Discovered {
    const files = this.#files;
    const skipped = this.#skipped;
    const paths = [...files.items.map(({ id }) => id), ...skipped.items.map(({ path }) => path)];
    const ids = settleIds(paths, [...files.roots, ...skipped.roots], this.#roots);
    return {
      files: (ids === paths ? files.items : files.items.map((file, i) => file.called(ids[i]!))).sort((a, b) =>
        compare(a.id, b.id),
      ),
      skipped: skipped.items
        .map(({ reason }, i) => ({ path: ids[files.length + i]!, reason }))
        .sort((a, b) => compare(a.path, b.path)),
      problems: this.#problems,
    };
  }

  #status(path: string): Stats | null {
    try {
      return statSync(resolve(this.#cwd, path));
    } catch {
      return null;
    }
  }

  #addNamed(path: string): void {
    const file = resolve(this.#cwd, path);
    if (this.#isNew(realPath(file)))
      this.#files.push(new FoundFile("", file, true, this.#shown(path)), NAMED_ROOT);
  }

  #addFolder(path: string): void {
    const folder = resolve(this.#cwd, path);
    const prefixes = [basename(folder), this.#shown(path), slashed(folder)];
    const root = this.#roots.push({ prefixes, folder: realPath(folder) }) - 1;
    const filtered = this.#include.length > 0 || this.#exclude.length > 0;
    const found = filtered ? walkMatching(folder, this.#include, this.#exclude) : walk(folder);
    this.#addFound(found, folder, root, false);
  }

  #addGlob(pattern: string): void {
    const found = [...walkGlob(this.#cwd, pattern, this.#exclude)];
    if (found.length === 0) {
      this.#problems.push(problem("path-missing", `the pattern ${pattern} matches no file`, null));
    }
    this.#addFound(found, this.#cwd, NAMED_ROOT, true);
  }

  #addFound(found: Iterable<Found>, folder: string, root: number, named: boolean): void {
    const real = realPath(folder);
    for (const { path, reason, link } of found) {
      const leads = link && reason === null;
      if (leads) this.#rememberPaths();
      if (this.#seen !== null) {
        const own = isAbsolute(path) ? path : below(leads ? folder : real, path);
        if (!this.#isNew(leads ? realPath(own) : own)) continue;
      }
      const id = root === NAMED_ROOT ? this.#shown(path) : path;
      if (reason === null) this.#files.push(new FoundFile(folder, path, named, id), root);
      else this.#skipped.push({ path: id, reason }, root);
    }
  }

  /** From now on there may be two ways to a file: by two paths that were named, or by a link. */
  #rememberPaths(): void {
    if (this.#seen !== null) return;
    this.#seen = new Set();
    const add = (path: string, root: number) => {
      const { folder } = this.#roots[root]!;
      this.#seen!.add(root === NAMED_ROOT ? realPath(resolve(this.#cwd, path)) : below(folder, path));
    };
    this.#files.items.forEach(({ id, path }, i) => {
      const root = this.#files.roots[i]!;
      add(root === NAMED_ROOT ? path : id, root);
    });
    this.#skipped.items.forEach(({ path }, i) => {
      add(path, this.#skipped.roots[i]!);
    });
  }

  #isNew(key: string): boolean {
    if (this.#seen === null) return true;
    const before = this.#seen.size;
    return this.#seen.add(key).size > before;
  }

  /** A path as ids show it: from the current folder where it lies below it, else as it was named. */
  #shown(path: string): string {
    const inside = relative(this.#cwd, resolve(this.#cwd, path));
    const below = inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
    return below ? slashed(inside) : posix.normalize(slashed(path));
  }
}

/**
 * The path of what lies below a folder. node:path's join would do, but leaves a string of many pieces, which takes
 * five times as much memory: with a hundred thousand files, most of what is held.
 */
function below(folder: string, path: string): string {
  const start = folder.endsWith(sep) ? folder : folder + sep;
  return start + (sep === "/" ? path : path.replaceAll("/", sep));
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
