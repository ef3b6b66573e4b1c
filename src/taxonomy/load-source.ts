/** The YAML behind a taxonomy, for the commands that speak of files, lines and specs. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Problem, SkilltagError } from "../errors.js";
import { decompile } from "./decompile.js";
import type { CacheEnv } from "./load-paths.js";
import { findUserFile, SHIPPED, SHIPPED_MANIFEST } from "./load-paths.js";
import { resolveTaxonomy } from "./load-resolve.js";
import { type LoadedFile, loadYaml } from "./load-user.js";
import { validate } from "./validate.js";

export interface Source extends LoadedFile {
  readonly path: string;
  /** Everything that is wrong, in each file and across them. */
  readonly problems: readonly Problem[];
}

/**
 * Loads and checks the files of a taxonomy.
 * @param option  `mlops` or the path of a YAML file; undefined: the nearest `skilltag.yaml`, else the shipped one
 * @throws SkilltagError where there is no such file, or it is a compiled one
 */
export async function loadSource(
  option: string | undefined,
  cwd: string,
  env: CacheEnv = {},
): Promise<Source> {
  const reference = option ?? findUserFile(cwd) ?? SHIPPED;
  const path = reference === SHIPPED ? SHIPPED_MANIFEST : resolve(cwd, reference);
  if (!existsSync(path)) throw new SkilltagError("missing-file", `there is no file "${reference}"`);
  if (path.endsWith(".json")) {
    const hint = "Name the YAML file that it was made from.";
    throw new SkilltagError("usage", `${reference} is a compiled taxonomy: it has no lines and no specs`, {
      hint,
    });
  }
  const loaded = await loadYaml(path, cwd, async (base) => {
    const found = await resolveTaxonomy(base ?? SHIPPED, resolve(path, ".."), env);
    return decompile(found.taxonomy);
  });
  const across =
    loaded.model === null
      ? []
      : validate(loaded.model, { published: loaded.kind === "folder", complete: loaded.complete });
  return { ...loaded, path, problems: [...loaded.problems, ...across] };
}
