import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "../../../src/taxonomy/compile.js";
import { sha256 } from "../../../src/taxonomy/digest.js";
import { loadSource } from "../../../src/taxonomy/load-source.js";
import type { CompiledTaxonomy } from "../../../src/types.js";

/** A new folder with these files. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "skilltag-taxonomy-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The compiled form of a user's file with this text. */
export async function compileText(text: string): Promise<CompiledTaxonomy> {
  const { model, problems } = await loadSource("skilltag.yaml", folderWith({ "skilltag.yaml": text }));
  const errors = problems.filter((one) => one.severity === "error");
  if (model === null || errors.length > 0) throw new Error(errors.map((one) => one.message).join("\n"));
  return compile(model, sha256);
}

/** A small taxonomy of its own, without shipped cues; `more` follows its tools. */
export const KITCHEN = `name: kitchen
version: 1.0.0
cues: none
groups:
  - id: heat
    name: Heat
    tools:
      - name: Oven
        aliases: [stove, { text: AGA, case: exact, plural: true }]
      - name: Range
        counts_for: [Oven]
  - id: rest
    category: cutlery
    evidence: [table]
    tools:
      - name: Fork
        name_is_alias: false
        aliases: [{ text: Fork, needs: [near, cue], not_before: [the project, in the road] }]
        counts_for: [Range]
      - name: XY
evidence:
  table: [table, Cook]
`;
