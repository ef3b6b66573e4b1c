/**
 * Part of `npm run build`: bundles the command line into dist/bin. Reading a hundred small modules takes longer than
 * reading a posting; what `scan` and `check` need is one file, a thread's part of the work another, and what other
 * commands and other taxonomies need is loaded when it is used.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type OnResolveArgs, type Plugin } from "esbuild";
import { IMPORT, wrapped } from "../cli/load.js";

const DIST = fileURLToPath(new URL("../", import.meta.url));
const OUT = join(DIST, "bin");
/** What the first files import on demand. */
const LATER = [
  "cli/commands/taxonomy",
  "cli/commands/eval",
  "taxonomy/load-resolve",
  "input/globs",
  "output/paints",
];

/** What `check` never imports: half of a bundle, which would have to be read all the same. */
const NOT_IN_CHECK = [
  "cli/commands/scan",
  ...["table", "json", "ndjson", "csv", "markdown"].map((name) => `output/${name}`),
];

const common: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node20",
  outdir: OUT,
  entryNames: "[name]",
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
};

/** Whether something is an import on demand of one of these files. */
function importsOneOf(files: readonly string[], { path, kind }: OnResolveArgs): boolean {
  return kind === "dynamic-import" && files.some((file) => basename(file) === basename(path, ".js"));
}

/** Leaves imports on demand out of the first files, and points them at the other ones. */
const onDemand: Plugin = {
  name: "on-demand",
  setup(context) {
    context.onResolve({ filter: /^\./ }, (given) =>
      importsOneOf(LATER, given) ? { path: `./${basename(given.path)}`, external: true } : undefined,
    );
  },
};

/** Puts an error in the place of imports that a check never comes to. */
const notInCheck: Plugin = {
  name: "not-in-check",
  setup(context) {
    const namespace = "not-in-check";
    context.onResolve({ filter: /^\./ }, (given) =>
      importsOneOf(NOT_IN_CHECK, given) ? { path: given.path, namespace } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `throw new Error("check has no ${path}");`,
    }));
  },
};

/** Commander starts other programs, and nobody asks it to: Node takes as long to load what that needs as to load it. */
const noPrograms: Plugin = {
  name: "no-programs",
  setup(context) {
    const namespace = "no-programs";
    context.onResolve({ filter: /^node:child_process$/ }, ({ path, namespace: from }) =>
      from === namespace ? { path, external: true } : { path, namespace },
    );
    context.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require("${path}")[name] });`,
    }));
  },
};

/** A bundle as src/cli/load.ts takes it. */
function ready(source: string): string {
  // V8 keeps what is ASCII in half the memory, and nothing has to be decoded.
  const odd = /[^\0-\x7f]/.exec(source);
  if (odd) throw new Error(`${odd[0]} in a regular expression: write it as \\u…`);
  // What is compiled ahead cannot import: it is handed a function that can.
  return wrapped(source.replaceAll('import("./', `${IMPORT}("./`));
}

rmSync(OUT, { recursive: true, force: true });
// As CommonJS: Node needs no loader of modules then, and ./cache.ts can keep what was compiled.
const commonJs: BuildOptions = {
  ...common,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  define: { "import.meta.url": "_url" },
  banner: { js: "const _url=require('node:url').pathToFileURL(__filename).href;" },
};
await build({
  ...commonJs,
  entryPoints: ["cli/start", "cli/thread", "cli/main", "worker"].map((file) => join(DIST, `${file}.js`)),
  plugins: [onDemand, noPrograms],
});
await build({
  ...commonJs,
  entryPoints: { check: join(DIST, "cli/main.js") },
  plugins: [notInCheck, onDemand, noPrograms],
});
for (const name of ["main.cjs", "check.cjs", "worker.cjs"]) {
  const file = join(OUT, name);
  writeFileSync(file, ready(readFileSync(file, "utf8")), "latin1");
}
await build({
  ...common,
  format: "esm",
  entryPoints: LATER.map((file) => join(DIST, `${file}.js`)),
  splitting: true,
  // Some libraries are CommonJS and call require for what Node itself has.
  banner: { js: "import{createRequire as _r}from'node:module';const require=_r(import.meta.url);" },
});
