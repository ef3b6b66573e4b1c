import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import fastGlob from "fast-glob";
import { extensionOf, isPostingName } from "./formats.js";
import { failureReason, notByName } from "./reasons.js";

/** A file below a folder, or one that was left out and why. Paths are relative to the folder, with forward slashes. */
export type Found = { readonly path: string; readonly reason: string | null; readonly link: boolean };

/** What a folder entry tells of itself without asking the file system again. */
type Entry = Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">;

/**
 * All files below a folder, those left out with their reason. Reads each folder once and asks about no file by
 * itself, links apart. Links to folders are not followed: they may lead in circles or out of the folder.
 */
export function* walk(root: string): Generator<Found, void, undefined> {
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      yield { path: folder === "" ? "." : folder, reason: failureReason(error), link: false };
      continue;
    }
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith(".")) {
        yield { path, reason: entry.isDirectory() ? "hidden folder" : "hidden file", link: false };
      } else if (entry.isDirectory()) {
        folders.push(path);
      } else {
        yield judge(root, path, entry, isPostingName(path));
      }
    }
  }
}

/**
 * The files below a folder that match a pattern of `include` (any, where there is none) and none of `exclude`.
 * A pattern without a slash holds at any depth. Who includes files by pattern has chosen them: any extension will do.
 */
export function* walkMatching(
  root: string,
  include: readonly string[],
  exclude: readonly string[],
): Generator<Found, void, undefined> {
  const patterns = include.length === 0 ? ["**"] : [...include];
  for (const { path, dirent } of glob(patterns, root, exclude, true)) {
    if (!dirent.isDirectory()) yield judge(root, path, dirent, include.length > 0 || isPostingName(path));
  }
}

/** The files that a glob matches. */
export function* walkGlob(
  cwd: string,
  pattern: string,
  exclude: readonly string[],
): Generator<Found, void, undefined> {
  for (const { path, dirent } of glob([pattern], cwd, exclude, false)) {
    if (!dirent.isDirectory()) yield judge(cwd, path, dirent, true);
  }
}

function glob(
  patterns: string[],
  cwd: string,
  exclude: readonly string[],
  baseNameMatch: boolean,
): fastGlob.Entry[] {
  return fastGlob.sync(patterns, {
    cwd,
    // Without a slash a pattern means a name at any depth, of a file or of a folder with all that is in it.
    ignore: exclude.flatMap((one) => {
      const anywhere = one.includes("/") ? one.replace(/^\.?\//, "").replace(/\/$/, "") : `**/${one}`;
      return [anywhere, `${anywhere}/**`];
    }),
    baseNameMatch,
    objectMode: true,
    onlyFiles: false,
    followSymbolicLinks: false,
    suppressErrors: true,
  });
}

function judge(root: string, path: string, entry: Entry, wanted: boolean): Found {
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
