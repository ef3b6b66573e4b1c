/**
 * Starts a bundle from what the build has compiled of it (src/build/cache.ts): compiling takes longer than reading a
 * posting. Whatever was compiled by another version of Node, or is not there, is compiled anew.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { keptFile, readKept } from "../parallel/kept.js";

/** What stands for `import` in a bundle. */
export const IMPORT = "_import";

/** A bundle's code as the function that is run. */
export function wrapped(source: string): string {
  return `(function(exports,require,module,__filename,${IMPORT}){${source}\n})`;
}

/** A bundle in CommonJS, not yet run. */
export interface Bundle {
  readonly script: Script;
  /** Where what is compiled of it is kept for this version of Node. */
  readonly cache: string;
  /** Runs it; returns what it exports. */
  run(): unknown;
}

/** Reads `<name>.cjs` of a folder. */
export function openBundle(folder: string, name: string): Bundle {
  const file = `${folder}/${name}.cjs`;
  const cache = keptFile(`${folder}/${name}`);
  const source = readFileSync(file, "latin1");
  const cachedData = readKept(cache);
  // An import() of the script's own would find no loader of modules: it gets one, which the build has put in its place.
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const load = (path: string) => import(new URL(path, pathToFileURL(file)).href);
  return {
    script,
    cache,
    run() {
      const module = { exports: {} };
      script.runInThisContext()(module.exports, createRequire(file), module, file, load);
      return module.exports;
    },
  };
}
