/** The build of skilltag that is measured. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The top folder of this project: its own build is measured where no other is named. */
export const ROOT = resolve(import.meta.dirname, "../../..");

/** Version of CompiledTaxonomy that this kit reads. */
const FORMAT = 1;

/** @param folder of a built copy of the project */
export function openProgram(folder = ROOT) {
  const root = resolve(folder);
  const compiled = join(root, "dist/taxonomy-data/mlops.json");
  let taxonomy;
  try {
    taxonomy = JSON.parse(readFileSync(compiled, "utf8"));
  } catch (error) {
    throw new Error(`${compiled} cannot be read (${error.code ?? error.message}): run npm run build first`);
  }
  if (taxonomy.format !== FORMAT) throw new Error(`${compiled} has format ${taxonomy.format}, not ${FORMAT}`);
  return {
    root,
    taxonomy,
    /** A command line of the program. */
    command: (...args) => [process.execPath, join(root, "bin/skilltag.js"), ...args],
  };
}

/** Whether nothing but the form itself decides that it is found and means its tool. */
export function isPlain(alias) {
  return [alias.needs, alias.notBefore, alias.notAfter, alias.onlyIn, alias.notIn].every(
    (one) => one.length === 0,
  );
}
