/**
 * Part of `npm run build`: bundles the command line into dist/bin. Reading a hundred small modules takes longer than
 * reading a posting; what every run needs, and `check`, is one file, the other commands are loaded when they are used.
 */
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

const DIST = fileURLToPath(new URL("../", import.meta.url));
const OUT = join(DIST, "bin");
/** What the first file imports on demand. */
const LATER = [
  "cli/commands/scan",
  "cli/commands/taxonomy",
  "cli/commands/eval",
  "taxonomy/load-resolve",
  "output/paints",
  "worker",
];

const common: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  outdir: OUT,
  entryNames: "[name]",
  minifyWhitespace: true,
  minifySyntax: true,
  // Some libraries are CommonJS and call require for what Node itself has.
  banner: { js: "import{createRequire as _r}from'node:module';const require=_r(import.meta.url);" },
  logLevel: "warning",
};

/** Leaves imports on demand out of the first file, and points them at the other ones. */
const onDemand: Plugin = {
  name: "on-demand",
  setup(context) {
    context.onResolve({ filter: /^\./ }, ({ path, kind }) => {
      const name = basename(path, ".js");
      const later = kind === "dynamic-import" && LATER.some((file) => basename(file) === name);
      return later ? { path: `./${name}.js`, external: true } : undefined;
    });
  },
};

rmSync(OUT, { recursive: true, force: true });
await build({ ...common, entryPoints: [join(DIST, "cli/main.js")], plugins: [onDemand] });
await build({ ...common, entryPoints: LATER.map((file) => join(DIST, `${file}.js`)), splitting: true });
