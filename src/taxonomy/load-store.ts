/** Compiled taxonomies on disk: the shipped one, releases, and the cache. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SkilltagError } from "../errors.js";
import { COMPILED_FORMAT, type CompiledTaxonomy } from "../types.js";
import { PACKAGE } from "./load-paths.js";

/**
 * Reads a compiled taxonomy.
 * @throws SkilltagError `bad-compiled-file` where it is not one of this format, `missing-file` or `unreadable`
 */
export function readCompiled(path: string): CompiledTaxonomy {
  return parseCompiled(readFile(path), path);
}

/** The text of a file. Throws SkilltagError `missing-file` or `unreadable`. */
export function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new SkilltagError("missing-file", `${path} does not exist`);
    throw new SkilltagError("unreadable", `${path} cannot be read (${code ?? String(error)})`);
  }
}

/** See readCompiled; `path` is for the message only. */
export function parseCompiled(text: string, path: string): CompiledTaxonomy {
  let value: Partial<CompiledTaxonomy> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SkilltagError("bad-compiled-file", `${path} is not JSON`);
  }
  if (value?.format !== COMPILED_FORMAT) {
    throw new SkilltagError(
      "bad-compiled-file",
      `${path} is not a compiled taxonomy of format ${COMPILED_FORMAT}`,
    );
  }
  for (const part of ["groups", "combined", "tools", "aliases", "cues"] as const) {
    if (!Array.isArray(value[part])) throw new SkilltagError("bad-compiled-file", `${path} has no ${part}`);
  }
  return value as CompiledTaxonomy;
}

/** Writes a compiled taxonomy as one line of JSON; a reader at the same time sees the old file or the new one. */
export function writeCompiled(path: string, taxonomy: CompiledTaxonomy): void {
  writeWhole(path, `${JSON.stringify(taxonomy)}\n`);
}

/** Writes a file under a name of its own first, then gives it its name in one step. Makes its folder. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(own, content);
    renameSync(own, path);
  } catch (error) {
    rmSync(own, { force: true });
    throw error;
  }
}

/** The version of the program, from its package.json. */
export function programVersion(): string {
  return JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version;
}
