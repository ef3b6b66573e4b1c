import type { Command } from "commander";
import type { Io } from "../io.js";
import { registerDiff } from "./taxonomy/diff.js";
import { registerExport } from "./taxonomy/export.js";
import { registerFreeze } from "./taxonomy/freeze.js";
import { registerInit } from "./taxonomy/init.js";
import { registerLint } from "./taxonomy/lint.js";
import { registerList } from "./taxonomy/list.js";
import { registerShow } from "./taxonomy/show.js";
import { registerTest } from "./taxonomy/test.js";

/** Adds `skilltag taxonomy …` to the program. */
export function registerTaxonomy(program: Command, io: Io): void {
  const taxonomy = program.command("taxonomy").description("check, read, compare and export the vocabulary");
  for (const register of [
    registerLint,
    registerTest,
    registerList,
    registerShow,
    registerDiff,
    registerInit,
    registerFreeze,
    registerExport,
  ]) {
    register(taxonomy, io);
  }
}
