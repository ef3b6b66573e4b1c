/** Files by patterns. Loaded only where there are any: the library takes longer to load than a posting to read. */
import fastGlob from "fast-glob";
import { isPostingName } from "./formats.js";
import { type Found, judge } from "./walk.js";

/** What `findFiles` needs where patterns are named. */
export interface Globs {
  isPattern(path: string): boolean;
  /**
   * The files below a folder that match a pattern of `include` (any, where there is none) and none of `exclude`.
   * A pattern without a slash holds at any depth. Who includes files by pattern has chosen them: any extension will do.
   */
  matching(root: string, include: readonly string[], exclude: readonly string[]): Found[];
  /** The files that a pattern matches. */
  matchingPattern(cwd: string, pattern: string, exclude: readonly string[]): Found[];
}

export const globs: Globs = {
  isPattern: (path) => fastGlob.isDynamicPattern(path),
  matching(root, include, exclude) {
    const patterns = include.length === 0 ? ["**"] : [...include];
    return glob(patterns, root, exclude, true)
      .filter(({ dirent }) => !dirent.isDirectory())
      .map(({ path, dirent }) => judge(root, path, dirent, include.length > 0 || isPostingName(path)));
  },
  matchingPattern(cwd, pattern, exclude) {
    return glob([pattern], cwd, exclude, false)
      .filter(({ dirent }) => !dirent.isDirectory())
      .map(({ path, dirent }) => judge(cwd, path, dirent, true));
  },
};

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
