/** Keeps a version for ever: compiled, beside the files that it was made from. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { problemsError, SkilltagError } from "../errors.js";
import type { CompiledTaxonomy } from "../types.js";
import { compile } from "./compile.js";
import { diffTaxonomies, nextVersion, versionStep } from "./diff.js";
import { sha256 } from "./digest.js";
import type { CacheEnv } from "./load-paths.js";
import { loadSource } from "./load-source.js";
import { readCompiled, writeCompiled } from "./load-store.js";

/**
 * Writes `releases/<name>-<version>.json` beside the taxonomy's file.
 * @throws SkilltagError all problems of a broken taxonomy; `release-exists` where that version was released with
 *         another meaning; `version-too-low` where the version says less than what changed since the last release
 */
export async function freezeTaxonomy(
  option: string | undefined,
  cwd: string,
  env: CacheEnv = {},
): Promise<{ readonly path: string; readonly taxonomy: CompiledTaxonomy }> {
  const source = await loadSource(option, cwd, env);
  if (source.model === null || source.problems.some((one) => one.severity === "error")) {
    throw problemsError(source.problems);
  }
  const taxonomy = compile(source.model, sha256);
  const place = source.model.at?.() ?? null;
  const folder = join(dirname(source.path), "releases");
  const path = join(folder, `${taxonomy.name}-${taxonomy.version}.json`);
  if (existsSync(path)) {
    if (readCompiled(path).digest === taxonomy.digest) return { path, taxonomy };
    throw new SkilltagError("release-exists", `${taxonomy.version} was released with another meaning`, {
      place,
    });
  }
  const last = lastRelease(folder, taxonomy.name);
  const diff = last === null ? null : diffTaxonomies(last, taxonomy);
  if (last !== null && diff?.tooLow) {
    const hint = `Raise the version to ${nextVersion(last.version, diff.asks)} at least.`;
    const message = `what changed since ${last.version} asks for a ${diff.asks} step, and ${taxonomy.version} is less`;
    throw new SkilltagError("version-too-low", message, { place, hint });
  }
  writeCompiled(path, taxonomy);
  return { path, taxonomy };
}

/** The release of the highest version, null where there is none. */
export function lastRelease(folder: string, name: string): CompiledTaxonomy | null {
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder)
    .map((file) => (file.startsWith(`${name}-`) ? /-(\d+\.\d+\.\d+)\.json$/.exec(file)?.[1] : undefined))
    .filter((version) => version !== undefined)
    .sort((a, b) => (versionStep(a, b) === null ? 1 : a === b ? 0 : -1));
  const last = versions.at(-1);
  return last === undefined ? null : readCompiled(join(folder, `${name}-${last}.json`));
}
