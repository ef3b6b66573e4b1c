/** An evaluation as text. */
import type {
  Accuracy,
  Difference,
  Evaluation,
  Evidence,
  Finding,
  GateResult,
} from "../../../evaluate/index.js";
import { type Column, drawColumns, fitColumns } from "../../../output/columns.js";
import { sanitize } from "../../../output/index.js";
import { type Look, lookFor, type Paints } from "../../../output/look.js";
import type { Skipped, Taxonomy } from "../../../types.js";
import { VERSION } from "../../../version.js";
import { count } from "../taxonomy/option.js";

/** What was measured, and on what. */
export interface Measured {
  readonly taxonomy: Pick<Taxonomy, "name" | "version" | "digest">;
  readonly evaluation: Evaluation;
  readonly gates: readonly GateResult[];
  readonly withoutPosting: readonly string[];
  readonly withoutLabel: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** The figures as JSON; the errors only where asked for. */
export function renderJson(measured: Measured, withErrors: boolean): string {
  const { taxonomy, evaluation, gates, withoutPosting, withoutLabel, skipped } = measured;
  const { postings, errors, ...figures } = evaluation;
  const report = {
    schemaVersion: 1,
    generator: { name: "skilltag", version: VERSION },
    taxonomy: { name: taxonomy.name, version: taxonomy.version, digest: taxonomy.digest },
    input: { postings, withoutPosting, withoutLabel, skipped },
    ...figures,
    gates,
    ...(withErrors ? { errors } : {}),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export interface TableOptions {
  readonly width: number;
  readonly paints: Paints;
  readonly unicode: boolean;
}

/** The figures as two tables, and below them the errors where asked for. */
export function renderTable(measured: Measured, withErrors: boolean, options: TableOptions): string {
  const { taxonomy, evaluation } = measured;
  const look = lookFor(options.unicode, options.paints);
  const { levels, cloud } = evaluation;
  const head = [
    count(evaluation.postings, "labelled posting"),
    sanitize(`taxonomy ${taxonomy.name} ${taxonomy.version}`),
    count(evaluation.errors.length, "difference"),
  ].join(` ${look.symbols.dot} `);
  const findings: [string, Finding][] = [
    ["Groups", evaluation.groups],
    ...evaluation.eachGroup.map((group): [string, Finding] => [`  ${sanitize(group.name)}`, group]),
    ["Named technologies", evaluation.technologies],
    ["Concepts", evaluation.concepts],
  ];
  const accuracies: [string, Accuracy][] = [
    ["Level of groups", levels.groups],
    ["Level of technologies", levels.technologies],
    ["Level of concepts", levels.concepts],
    ["Any of several clouds", cloud.anyOf],
    ["Primary cloud", cloud.primary],
  ];
  // One width for the names of both, so that the figures line up.
  const width = Math.max(...[...findings, ...accuracies].map(([name]) => name.length));
  const parts = [
    head,
    findingTable(findings, width, options, look),
    accuracyTable(accuracies, width, options, look),
  ];
  if (withErrors && evaluation.errors.length > 0) parts.push(...errorLists(evaluation.errors, look));
  return `${parts.join("\n\n")}\n`;
}

function findingTable(
  rows: readonly (readonly [string, Finding])[],
  width: number,
  options: TableOptions,
  look: Look,
): string {
  const column = (heading: string, cell: (finding: Finding) => string): Column => ({
    heading: [heading],
    align: "right",
    cells: rows.map(([, finding]) => cell(finding)),
  });
  const columns: Column[] = [
    { heading: ["Found"], cells: rows.map(([name]) => name.padEnd(width)) },
    column("Precision", ({ precision }) => precision.toFixed(3)),
    column("Recall", ({ recall }) => recall.toFixed(3)),
    column("F1", ({ f1 }) => f1.toFixed(3)),
    column("Right", ({ found }) => `${found}`),
    column("Extra", ({ extra }) => `${extra}`),
    column("Missed", ({ missed }) => `${missed}`),
  ];
  return draw(columns, rows.length, options, look);
}

function accuracyTable(
  rows: readonly (readonly [string, Accuracy])[],
  width: number,
  options: TableOptions,
  look: Look,
): string {
  const columns: Column[] = [
    { heading: ["Judged"], cells: rows.map(([name]) => name.padEnd(width)) },
    { heading: ["Share"], align: "right", cells: rows.map(([, { share }]) => share?.toFixed(3) ?? "") },
    { heading: ["Right"], align: "right", cells: rows.map(([, { right }]) => `${right}`) },
    { heading: ["Of"], align: "right", cells: rows.map(([, { of }]) => `${of}`) },
  ];
  return draw(columns, rows.length, options, look);
}

function draw(columns: readonly Column[], rows: number, { width }: TableOptions, look: Look): string {
  const layout = { width, gap: 2, ellipsis: look.symbols.ellipsis, heading: look.heading };
  return drawColumns(fitColumns(columns, layout), rows);
}

/** So many places of a difference are printed; JSON has all. */
const PLACES = 3;

/** The differences of each posting, with the places below each. */
function errorLists(errors: readonly Difference[], look: Look): string[] {
  return [...new Set(errors.map((error) => error.posting))].map((posting) => {
    const own = errors.filter((error) => error.posting === posting);
    return [look.heading(sanitize(posting)), ...own.flatMap((error) => errorLines(error, look))].join("\n");
  });
}

function errorLines(error: Difference, look: Look): string[] {
  const what = error.what === null ? "" : ` ${sanitize(error.what)}`;
  const places = error.evidence.slice(0, PLACES).map((one) => `      ${placeLine(one, look)}`);
  const more = error.evidence.length - places.length;
  if (more > 0) places.push(look.faint(`      and ${more} more`));
  return [
    `  ${error.kind} ${error.of}${what}: labelled ${sanitize(error.wanted)}, got ${sanitize(error.got)}`,
    ...places,
  ];
}

function placeLine({ line, column, words, rule, because }: Evidence, look: Look): string {
  const behind = rule === null ? "no tool of the taxonomy has this form" : rule;
  const on = because === null ? "" : ` on "${sanitize(because)}"`;
  return `${line}:${column} ${look.match(sanitize(words))} ${look.faint(`${sanitize(behind)}${on}`)}`;
}
