/**
 * Which taxonomy is meant, and its compiled form. The way of a run with the shipped one stays short: one JSON file is
 * read; YAML and its schema are imported only when a file of the user's has to be compiled.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { problemsError, SkilltagError } from "../errors.js";
import { COMPILED_FORMAT, type CompiledTaxonomy } from "../types.js";
import { sha256 } from "./digest.js";
import { cachePath, seemsToExtend, tryToKeep } from "./load-cache.js";
import * as paths from "./load-paths.js";
import * as store from "./load-store.js";

export interface ResolvedTaxonomy {
  readonly taxonomy: CompiledTaxonomy;
  /** The file that it was taken from. */
  readonly origin: string;
  /** What a user's file extends; null where it extends nothing. */
  readonly base: CompiledTaxonomy | null;
}

/** How deep one file may extend another. */
const DEPTH = 8;

/**
 * The taxonomy that is meant.
 * @param option  `mlops`, `mlops@1.0.0`, the path of a YAML file or of a compiled one; undefined: the `skilltag.yaml`
 *                of the folder or of one above it, else the shipped taxonomy
 * @param cwd     the folder that paths start at
 * @throws SkilltagError with all problems where it cannot be found or has errors
 */
export async function resolveTaxonomy(
  option: string | undefined,
  cwd: string,
  env: paths.CacheEnv = {},
): Promise<ResolvedTaxonomy> {
  return resolveReference(option ?? paths.findUserFile(cwd) ?? paths.SHIPPED, cwd, env, 0);
}

async function resolveReference(
  reference: string,
  cwd: string,
  env: paths.CacheEnv,
  depth: number,
): Promise<ResolvedTaxonomy> {
  if (depth > DEPTH)
    throw new SkilltagError("bad-value", `${reference} extends a file that extends it, or too many`);
  if (reference === paths.SHIPPED) return shipped();
  const release = /^([a-z0-9][a-z0-9-]*)@(\d+\.\d+\.\d+)$/.exec(reference);
  if (release) return readRelease(release[1]!, release[2]!);
  const path = resolve(cwd, reference);
  const hint = `Name a file, ${paths.SHIPPED}, or a release of it such as ${paths.SHIPPED}@1.0.0.`;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new SkilltagError("missing-file", `there is no taxonomy "${reference}"`, { hint });
  if (stat.isDirectory())
    throw new SkilltagError("missing-file", `${reference} is a folder, not a file`, { hint });
  if (path.endsWith(".json")) return { taxonomy: store.readCompiled(path), origin: path, base: null };
  return compileUserFile(path, cwd, env, depth);
}

let fromYaml: Promise<ResolvedTaxonomy> | undefined;

/** The shipped taxonomy: as built, or from its YAML where the program runs from its sources (see FROM_SOURCE). */
async function shipped(): Promise<ResolvedTaxonomy> {
  if (paths.FROM_SOURCE) {
    fromYaml ??= compileShipped();
    return fromYaml;
  }
  return {
    taxonomy: store.readCompiled(paths.SHIPPED_COMPILED),
    origin: paths.SHIPPED_COMPILED,
    base: null,
  };
}

async function compileShipped(): Promise<ResolvedTaxonomy> {
  const [{ loadFolder }, { compile }] = await Promise.all([import("./load.js"), import("./compile.js")]);
  const { model, problems } = loadFolder(paths.SHIPPED_MANIFEST, paths.PACKAGE);
  if (model === null) throw problemsError(problems);
  return {
    taxonomy: compile(model, sha256),
    origin: paths.SHIPPED_MANIFEST,
    base: null,
  };
}

async function readRelease(name: string, version: string): Promise<ResolvedTaxonomy> {
  const origin = join(paths.RELEASES, `${name}-${version}.json`);
  if (existsSync(origin)) return { taxonomy: store.readCompiled(origin), origin, base: null };
  const now = await shipped();
  if (now.taxonomy.name === name && now.taxonomy.version === version) return now;
  const kept = existsSync(paths.RELEASES) ? readdirSync(paths.RELEASES) : [];
  const known = kept
    .filter((file) => /-\d+\.\d+\.\d+\.json$/.test(file))
    .map((file) => file.replace(/-(\d[^-]*)\.json$/, "@$1"));
  const list = [...new Set([...known, `${now.taxonomy.name}@${now.taxonomy.version}`])].sort().join(", ");
  throw new SkilltagError("unknown-release", `there is no release ${name}@${version}`, {
    hint: `There are: ${list}.`,
  });
}

/**
 * Compiles a user's file once for each content of it and of what it extends. The cache is a convenience: where it
 * cannot be read or written, or holds something else, the file is compiled again and nothing is said.
 */
async function compileUserFile(
  path: string,
  cwd: string,
  env: paths.CacheEnv,
  depth: number,
): Promise<ResolvedTaxonomy> {
  const text = store.readFile(path);
  const bases = new Map<string | null, Promise<ResolvedTaxonomy>>();
  const base = (reference: string | null): Promise<ResolvedTaxonomy> => {
    const known =
      bases.get(reference) ?? resolveReference(reference ?? paths.SHIPPED, dirname(path), env, depth + 1);
    bases.set(reference, known);
    return known;
  };
  const guess = seemsToExtend(text);
  const cached = await base(guess).then(
    ({ taxonomy }) => cachePath(env, text, taxonomy.digest, COMPILED_FORMAT, "json"),
    // What it extends cannot be found: compiling says so with its place.
    () => null,
  );
  const known = cached === null ? null : readCache(cached);
  const extended = async (reference: string | null) =>
    reference === null ? null : (await base(reference)).taxonomy;
  if (known !== null) return { taxonomy: known, origin: path, base: await extended(guess) };

  const [{ loadYaml }, { compile }, { validate }, { decompile }] = await Promise.all([
    import("./load-user.js"),
    import("./compile.js"),
    import("./validate.js"),
    import("./decompile.js"),
  ]);
  const loaded = await loadYaml(path, cwd, async (reference) => decompile((await base(reference)).taxonomy));
  const more =
    loaded.model === null
      ? []
      : validate(loaded.model, { published: loaded.kind === "folder", complete: loaded.complete });
  const problems = [...loaded.problems, ...more];
  if (loaded.model === null || problems.some((one) => one.severity === "error"))
    throw problemsError(problems);
  const taxonomy = compile(loaded.model, sha256);
  // A folder has more files than the one whose text is the key; and the guess at `extends` has to have been right.
  if (cached !== null && loaded.kind === "user" && loaded.extends === guess)
    tryToKeep(() => store.writeCompiled(cached, taxonomy));
  return { taxonomy, origin: path, base: await extended(loaded.extends) };
}

function readCache(path: string): CompiledTaxonomy | null {
  try {
    return store.readCompiled(path);
  } catch {
    return null;
  }
}
