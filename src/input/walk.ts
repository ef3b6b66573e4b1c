import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { extensionOf, isPostingName } from "./formats.js";
import { failureReason, notByName } from "./reasons.js";

/** A file below a folder, or one that was left out and why. Paths are relative to the folder, with forward slashes. */
export type Found = { readonly path: string; readonly reason: string | null; readonly link: boolean };

/** What lies in one folder, in the order in which the file system tells it. */
export interface FolderFound {
  /** The folder, relative to the one where the walk began: "" or a path that ends in a slash. */
  readonly below: string;
  /** The names of regular files that are read by their names. */
  readonly names: readonly string[];
  /** Whatever else is no folder, judged. */
  readonly others: readonly Found[];
  /** Names of folders, which the walk comes to later. */
  readonly folders: readonly string[];
}

/** What a folder entry tells of itself without asking the file system again. */
export type Entry = Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">;

/**
 * All files below a folder, those left out with their reason. Reads each folder once and asks about no file by
 * itself, links apart. Links to folders are not followed: they may lead in circles or out of the folder.
 */
export function* walk(root: string): Generator<FolderFound, void, undefined> {
  const waiting = [""];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    const found = readFolder(root, below);
    yield found;
    for (const folder of found.folders) waiting.push(`${below}${folder}/`);
  }
}

function readFolder(root: string, below: string): FolderFound {
  let found: Dirent[];
  try {
    found = readdirSync(join(root, below), { withFileTypes: true });
  } catch (error) {
    const path = below === "" ? "." : below.slice(0, -1);
    return { below, names: [], others: [{ path, reason: failureReason(error), link: false }], folders: [] };
  }
  const names: string[] = [];
  const others: Found[] = [];
  const folders: string[] = [];
  for (const entry of found) {
    const { name } = entry;
    if (name.startsWith(".")) {
      const reason = entry.isDirectory() ? "hidden folder" : "hidden file";
      others.push({ path: below + name, reason, link: false });
    }
    // The most frequent by far: nothing is made for it.
    else if (entry.isFile() && isPostingName(name)) names.push(name);
    else if (entry.isDirectory()) folders.push(name);
    else others.push(judge(root, below + name, entry, isPostingName(name)));
  }
  return { below, names, others, folders };
}

/**
 * What is to be said of an entry that is no folder.
 * @param wanted whether its name is one of those that are read
 */
export function judge(root: string, path: string, entry: Entry, wanted: boolean): Found {
  const link = entry.isSymbolicLink();
  if (!wanted) return { path, reason: notByName(extensionOf(path)), link };
  if (entry.isFile()) return { path, reason: null, link };
  if (!link) return { path, reason: "not a regular file", link };
  try {
    const target = statSync(join(root, path));
    if (target.isDirectory()) return { path, reason: "a link to a folder, not followed", link };
    return { path, reason: target.isFile() ? null : "not a regular file", link };
  } catch (error) {
    const reason = failureReason(error);
    return { path, reason: reason === "no longer there" ? "a link that leads nowhere" : reason, link };
  }
}
