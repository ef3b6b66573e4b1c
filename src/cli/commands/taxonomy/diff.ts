import type { Command } from "commander";
import { diffTaxonomies, nextVersion, type TaxonomyDiff } from "../../../taxonomy/diff.js";
import { resolveTaxonomy } from "../../../taxonomy/load-resolve.js";
import type { CompiledTaxonomy } from "../../../types.js";
import type { Io } from "../../io.js";
import { count } from "./option.js";

export function registerDiff(parent: Command, io: Io): void {
  parent
    .command("diff")
    .description("what changed between two taxonomies, and the version step that it asks for")
    .argument("<a>", "the earlier one: a YAML file, a compiled file, mlops, or a release such as mlops@1.0.0")
    .argument("<b>", "the later one")
    .action((a: string, b: string) => diff(a, b, io));
}

/** Prints all changes by kind; exit code 1 where the later version says less than they ask for. */
export async function diff(a: string, b: string, io: Io): Promise<void> {
  const { taxonomy: from } = await resolveTaxonomy(a, io.cwd, io.env);
  const { taxonomy: to } = await resolveTaxonomy(b, io.cwd, io.env);
  const found = diffTaxonomies(from, to);
  io.stdout(formatDiff(from, to, found));
  if (found.tooLow) io.setExitCode(1);
}

/** The changes by kind, then what they ask of the version. */
export function formatDiff(from: CompiledTaxonomy, to: CompiledTaxonomy, found: TaxonomyDiff): string {
  const lines = [`${from.name} ${from.version} → ${to.name} ${to.version}`, ""];
  for (const kind of new Set(found.changes.map((change) => change.kind))) {
    const same = found.changes.filter((change) => change.kind === kind);
    lines.push(`${kind} (${same.length})`, ...same.map((change) => `  ${change.text}`), "");
  }
  if (found.asks === "none") lines.push("They mean the same.");
  else lines.push(`${count(found.changes.length, "change")}: asks for a ${found.asks} step.`);
  if (found.tooLow) {
    const least = nextVersion(from.version, found.asks);
    lines.push(
      `error version-too-low ${to.version} says less than that`,
      `  = Raise the version to ${least} at least.`,
    );
  }
  return `${lines.join("\n")}\n`;
}
