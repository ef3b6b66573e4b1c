import { type Discovered, type DiscoverOptions, findFiles } from "./find.js";
import { globs } from "./globs.js";

export type { Discovered, DiscoverOptions } from "./find.js";

/**
 * Finds the files that paths stand for: files, folders with all that is below them, and globs. A path that exists is
 * taken as it is, even where it looks like a glob.
 */
export function discover(paths: readonly string[], options: DiscoverOptions): Discovered {
  return findFiles(paths, options, globs);
}
