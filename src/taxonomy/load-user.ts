/** Reads a YAML file that somebody named: a manifest with its folder, or a file of the user's own. */
import { basename, relative } from "node:path";
import { SkilltagError } from "../errors.js";
import type { Locate } from "./entries.js";
import { applyUserFile } from "./extend.js";
import { type Loaded, loadFolder } from "./load.js";
import { readFile } from "./load-store.js";
import { checkYaml, parseYaml } from "./load-yaml.js";
import type { Model } from "./model.js";
import { userSchema } from "./schema.js";

/** What stands behind a YAML file. */
export interface LoadedFile extends Loaded {
  /** folder: a manifest and the files beside it. user: one file. */
  readonly kind: "folder" | "user";
  /** What it says it extends. */
  readonly extends: string | null;
}

/**
 * Loads a YAML taxonomy of either kind.
 * @param cwd   places are named relative to it
 * @param base  gives what the file extends; asked with null for the one whose headings and level words are inherited
 * @throws SkilltagError where the file cannot be read
 */
export async function loadYaml(
  path: string,
  cwd: string,
  base: (reference: string | null) => Promise<Model>,
): Promise<LoadedFile> {
  const short = relative(cwd, path).replaceAll("\\", "/");
  const shown = short === "" || short.startsWith("../..") ? path : short;
  const parsed = parseYaml(readFile(path), shown);
  if (isManifest(parsed.value)) return { ...loadFolder(path, cwd), kind: "folder", extends: null };
  const problems: SkilltagError["problems"][number][] = [];
  const file = checkYaml(parsed, userSchema, problems);
  if (file === null) return { model: null, problems, complete: false, kind: "user", extends: null };
  const locate: Locate =
    (...where) =>
    () =>
      file.placeOf(where);
  const source = (...where: (string | number)[]): string => `${basename(path)}:${file.lineOf(where)}`;
  const reference = file.data.extends ?? null;
  try {
    const applied = applyUserFile({ data: file.data, locate, source }, await base(reference));
    return { ...applied, kind: "user", extends: reference };
  } catch (error) {
    if (reference === null || !(error instanceof SkilltagError) || error.place !== null) throw error;
    throw new SkilltagError(error.code, error.message, {
      hint: error.hint,
      place: file.placeOf(["extends"]),
    });
  }
}

/** A manifest lists its groups by id alone. */
function isManifest(value: unknown): boolean {
  if (value === null || typeof value !== "object" || !("groups" in value)) return false;
  return Array.isArray(value.groups) && value.groups.some((group) => typeof group === "string");
}
