/** Where taxonomies stand on disk. Imports next to nothing: every run begins here. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: the same two steps up from src/taxonomy and from dist/taxonomy. */
export const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
/** The name of the taxonomy that skilltag ships. */
export const SHIPPED = "mlops";
export const SHIPPED_MANIFEST = join(PACKAGE, "taxonomy", `${SHIPPED}.yaml`);
export const SHIPPED_COMPILED = join(PACKAGE, "dist", "taxonomy-data", `${SHIPPED}.json`);
/** The same with the tables that scanning needs, see src/packed. */
export const SHIPPED_PACKED = join(PACKAGE, "dist", "taxonomy-data", `${SHIPPED}.bin`);
export const RELEASES = join(PACKAGE, "taxonomy", "releases");
/** Whether the program runs from its sources: then what is built may be older than the YAML. */
export const FROM_SOURCE = import.meta.url.endsWith(".ts");

/** The name of a user's file, looked for in a folder and above it. */
export const USER_FILE = "skilltag.yaml";

/** The nearest `skilltag.yaml` of the folder and those above it. */
export function findUserFile(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, USER_FILE);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The variables of the environment that say where the cache is. */
export interface CacheEnv {
  readonly SKILLTAG_CACHE?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
}

/** The folder in which compiled files of the user's are kept. */
export function cacheFolder(env: CacheEnv): string {
  return env.SKILLTAG_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "skilltag");
}
