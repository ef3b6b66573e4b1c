import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { createAnalyzer } from "../../analyze.js";
import { formatProblem, problemsError, SkilltagError } from "../../errors.js";
import {
  checkGates,
  createEvaluator,
  createNames,
  GATES,
  type GateId,
  type GateResult,
  type Label,
  parseLabels,
  type Scope,
} from "../../evaluate/index.js";
import { isSkipped } from "../../input/index.js";
import { sanitize } from "../../output/index.js";
import { PLAIN } from "../../output/look.js";
import { loadEvaluation } from "../../taxonomy/load-evaluation.js";
import { resolveTaxonomy } from "../../taxonomy/load-resolve.js";
import { readFile } from "../../taxonomy/load-store.js";
import type { Skipped, Taxonomy } from "../../types.js";
import { gather, type Input, nothingToRead, tellSkipped } from "../gather.js";
import type { Io } from "../io.js";
import { type ColorChoice, colorOption, excludeOption, includeOption, useColor } from "../options.js";
import { createLabelStore, type LabelStore } from "./eval/match.js";
import { type Measured, renderJson, renderTable } from "./eval/render.js";
import { TAXONOMY_OPTION } from "./taxonomy/option.js";

/** The options of `eval`, as commander leaves them; beside them `minF1` and the like, one a gate. */
export interface EvalOptions {
  readonly gold: string;
  readonly format: "table" | "json";
  readonly errors: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly quiet: boolean;
  readonly color: ColorChoice;
  readonly taxonomy?: string;
}

export function registerEval(program: Command, io: Io): void {
  const command = program
    .command("eval")
    .description("measure what is found against labels that a person wrote (taxonomy/LABELS.md)")
    .argument("<paths...>", "the labelled postings: files, folders, globs")
    .requiredOption("--gold <file>", "the labels: JSONL, one posting a line")
    .addOption(
      new Option("-f, --format <format>", "how to print").choices(["table", "json"]).default("table"),
    )
    .option("--errors", "list what is not as labelled, with its place, words and rule", false);
  for (const gate of gateIds) {
    command.addOption(
      new Option(`--min-${gate} <x>`, `exit with 1 when this is less: ${GATES[gate].meaning}`).argParser(
        share,
      ),
    );
  }
  command
    .addOption(includeOption())
    .addOption(excludeOption())
    .option("-q, --quiet", "no notes", false)
    .addOption(colorOption())
    .option(...TAXONOMY_OPTION)
    .action((paths: string[], options: EvalOptions) =>
      evaluate(paths, Object.freeze(options), askedGates(command.opts()), io),
    );
}

const gateIds = Object.keys(GATES) as GateId[];

/** Commander's name of `--min-group-f1` is `minGroupF1`. */
function askedGates(options: Readonly<Record<string, unknown>>): Partial<Record<GateId, number>> {
  const asked = gateIds.map((gate) => {
    const name = `min-${gate}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return [gate, options[name]] as const;
  });
  return Object.fromEntries(asked.filter(([, least]) => least !== undefined));
}

function share(value: string): number {
  if (!/^(0|1|0?\.\d+|[01]\.\d+)$/.test(value) || Number(value) > 1) {
    throw new InvalidArgumentError("Give a number from 0 to 1, such as 0.97.");
  }
  return Number(value);
}

/**
 * Reads labels and postings, measures and prints. Throws SkilltagError where the labels have errors, or none of them
 * has a posting.
 */
export async function evaluate(
  paths: readonly string[],
  options: EvalOptions,
  asked: Readonly<Partial<Record<GateId, number>>>,
  io: Io,
): Promise<void> {
  const { taxonomy, origin } = await resolveTaxonomy(options.taxonomy, io.cwd, io.env);
  const scope = scopeOf(taxonomy);
  const labels = readLabels(options.gold, scope, io);
  const input = await gather(paths, options, io);
  for (const problem of input.problems) io.stderr(`${formatProblem(problem)}\n`);
  if (input.total === 0) {
    tellSkipped(input.skipped, options, io);
    throw nothingToRead(input);
  }
  const store = createLabelStore(labels);
  const evaluator = createEvaluator(scope, createNames(loadEvaluation(origin, io.cwd)));
  const skipped = [...input.skipped, ...measure(taxonomy, input, store, evaluator)];
  tellSkipped(skipped, options, io);
  const evaluation = evaluator.evaluation();
  const { withoutPosting, withoutLabel } = store;
  if (evaluation.postings === 0) {
    throw new SkilltagError("nothing-to-read", `no posting has a label in ${options.gold}`, {
      hint: "The id of a label is the posting's file name without its ending, or the record's id.",
    });
  }
  if (!options.quiet) {
    tellIds("labelled, and not among the postings", withoutPosting, io);
    tellIds("not labelled, and left out", withoutLabel, io);
  }
  const gates = checkGates(evaluation, asked);
  const measured: Measured = { taxonomy, evaluation, gates, withoutPosting, withoutLabel, skipped };
  const paints = useColor(options.color, io) ? (await import("../../output/paints.js")).colours() : PLAIN;
  io.stdout(
    options.format === "json"
      ? renderJson(measured, options.errors)
      : renderTable(measured, options.errors, { width: io.columns, paints, unicode: io.unicode }),
  );
  for (const gate of gates) if (!gate.passed) io.stderr(`${failure(gate)}\n`);
  if (gates.some((gate) => !gate.passed)) io.setExitCode(1);
  if (input.problems.length > 0) io.setExitCode(2);
}

function readLabels(file: string, scope: Scope, io: Io): readonly Label[] {
  const { labels, problems } = parseLabels(readFile(resolve(io.cwd, file)), file, scope.groups);
  if (problems.length > 0) throw problemsError(problems);
  if (labels.length > 0) return labels;
  const hint = "Write one JSON object a line; taxonomy/LABELS.md tells the fields.";
  throw new SkilltagError("nothing-to-read", `${file} holds no label`, { hint });
}

function scopeOf({ groups, tools }: Taxonomy): Scope {
  const idsOf = new Map(
    [...tools].map((tool) => [tool.name, tool.groups.map((group) => groups[group]!.id)] as const),
  );
  return {
    groups: groups.filter((group) => !group.open).map(({ id, name }) => ({ id, name })),
    countsFor: (tool, group) => idsOf.get(tool)?.includes(group) ?? false,
  };
}

/** Judges the labelled postings; returns what could not be read. */
function measure(
  taxonomy: Taxonomy,
  input: Input,
  store: LabelStore,
  evaluator: ReturnType<typeof createEvaluator>,
): Skipped[] {
  const analyzer = createAnalyzer(taxonomy);
  const decoder = new TextDecoder();
  const skipped: Skipped[] = [];
  for (const item of input.items()) {
    if (isSkipped(item)) {
      skipped.push(item);
      continue;
    }
    const label = store.take(item.id);
    if (label === null) continue;
    evaluator.add(label, analyzer.row(analyzer.analyze(item), item, true), decoder.decode(item.bytes));
  }
  return skipped;
}

/** So many ids are named one by one. */
const NAMED = 10;

function tellIds(what: string, ids: readonly string[], io: Io): void {
  if (ids.length === 0) return;
  const more = ids.length > NAMED ? `, and ${ids.length - NAMED} more` : "";
  io.stderr(`${ids.length} ${what}: ${ids.slice(0, NAMED).map(sanitize).join(", ")}${more}\n`);
}

function failure({ gate, name, least, figure }: GateResult): string {
  // Rounded down: a figure that misses by a hair must not look as if it had been reached.
  const shown = figure === null ? "not measured" : (Math.floor(figure * 10_000) / 10_000).toFixed(4);
  return `gate --min-${gate} ${least} failed: ${sanitize(name)} is ${shown}`;
}
