/** What differs between two taxonomies, and the version step that it asks for. */
import type { Alias, CompiledTaxonomy, Tool } from "../types.js";
import { byText } from "./model.js";

/** Steps of a version, smallest first. */
export const STEPS = ["none", "patch", "minor", "major"] as const;
export type Step = (typeof STEPS)[number];

export interface Change {
  /** What kind of change, as printed above all of the kind. */
  readonly kind: string;
  /** The step that it asks for by itself. */
  readonly step: Step;
  /** The tool that it is about; null for groups, rows and cues. */
  readonly tool: string | null;
  readonly text: string;
}

export interface TaxonomyDiff {
  readonly changes: readonly Change[];
  /** The largest step of all changes. */
  readonly asks: Step;
  /** The step between the two versions; null where the later one is lower, or the names differ. */
  readonly takes: Step | null;
  /** Whether the version says less than the changes ask for. Two taxonomies of different names have no order. */
  readonly tooLow: boolean;
}

/**
 * Compares by meaning: the order in files, comments and places do not matter.
 * patch: aliases, cues, rules. minor: tools. major: groups, or what counts for what.
 */
export function diffTaxonomies(from: CompiledTaxonomy, to: CompiledTaxonomy): TaxonomyDiff {
  const changes = [
    ...groupChanges(from, to),
    ...toolChanges(from, to),
    ...aliasChanges(from, to),
    ...cueChanges(from, to),
  ];
  const asks = STEPS[Math.max(0, ...changes.map((change) => STEPS.indexOf(change.step)))] ?? "none";
  const takes = from.name === to.name ? versionStep(from.version, to.version) : null;
  const tooLow =
    from.name === to.name &&
    asks !== "none" &&
    (takes === null || STEPS.indexOf(takes) < STEPS.indexOf(asks));
  return { changes, asks, takes, tooLow };
}

/** The step from one version to another; null where it goes down. */
export function versionStep(from: string, to: string): Step | null {
  const a = from.split(".").map(Number);
  const b = to.split(".").map(Number);
  for (const [index, step] of (["major", "minor", "patch"] as const).entries()) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) return right > left ? step : null;
  }
  return "none";
}

/** The lowest version that is a step above. */
export function nextVersion(version: string, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (step === "major") return `${major + 1}.0.0`;
  if (step === "minor") return `${major}.${minor + 1}.0`;
  return step === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

function groupChanges(from: CompiledTaxonomy, to: CompiledTaxonomy): Change[] {
  const say = (kind: string, text: string): Change => ({
    kind,
    step: "major",
    tool: null,
    text,
  });
  const rows = (taxonomy: CompiledTaxonomy) =>
    taxonomy.combined.map((row) => {
      const groups = row.groups.map((group) => taxonomy.groups[group]?.id).join(", ");
      return `${row.id} "${row.name}" of ${groups}${row.alternatives ? ", alternatives" : ""}`;
    });
  const groups = (taxonomy: CompiledTaxonomy) =>
    taxonomy.groups.map((group) => `${group.id} "${group.name}"${group.open ? ", open" : ""}`);
  const changes = [
    ...minus(groups(to), groups(from)).map((text) => say("groups added", text)),
    ...minus(groups(from), groups(to)).map((text) => say("groups dropped", text)),
    ...minus(rows(to), rows(from)).map((text) => say("combined rows added", text)),
    ...minus(rows(from), rows(to)).map((text) => say("combined rows dropped", text)),
  ];
  const order = groups(to).join("; ");
  if (changes.length === 0 && order !== groups(from).join("; "))
    changes.push(say("groups in another order", order));
  return changes;
}

function toolChanges(from: CompiledTaxonomy, to: CompiledTaxonomy): Change[] {
  const before = new Map(from.tools.map((tool) => [tool.name, tool]));
  const after = new Map(to.tools.map((tool) => [tool.name, tool]));
  const changes: Change[] = [];
  const say = (kind: string, step: Step, tool: string, text: string): void => {
    changes.push({ kind, step, tool, text });
  };
  for (const tool of to.tools) {
    if (!before.has(tool.name)) say("tools added", "minor", tool.name, `${tool.name} (${home(tool, to)})`);
  }
  for (const tool of from.tools) {
    const now = after.get(tool.name);
    if (now === undefined) {
      say("tools dropped", "minor", tool.name, `${tool.name} (${home(tool, from)})`);
      continue;
    }
    if (from.groups[tool.group]?.id !== to.groups[now.group]?.id) {
      say("tools moved", "major", tool.name, `${tool.name}: ${home(tool, from)} → ${home(now, to)}`);
    } else if (tool.category !== now.category) {
      say("tools moved", "minor", tool.name, `${tool.name}: ${home(tool, from)} → ${home(now, to)}`);
    }
    const counts = listChange(targets(tool, from), targets(now, to));
    if (counts !== "") say("counts_for changed", "major", tool.name, `${tool.name}: ${counts}`);
    const evidence = listChange(tool.evidence, now.evidence);
    if (evidence !== "") say("evidence changed", "patch", tool.name, `${tool.name}: ${evidence}`);
  }
  return changes;
}

function aliasChanges(from: CompiledTaxonomy, to: CompiledTaxonomy): Change[] {
  const key = (alias: Alias): string => `${alias.case} ${alias.text}`;
  const before = new Map(from.aliases.map((alias) => [key(alias), alias]));
  const after = new Map(to.aliases.map((alias) => [key(alias), alias]));
  const known = new Set(from.tools.map((tool) => tool.name));
  const left = new Set(to.tools.map((tool) => tool.name));
  const changes: Change[] = [];
  const say = (kind: string, tool: string, text: string): void => {
    changes.push({ kind, step: "patch", tool, text });
  };
  for (const alias of to.aliases) {
    const tool = to.tools[alias.tool]?.name ?? "";
    // The forms of a new tool are no news beside it.
    if (!before.has(key(alias)) && known.has(tool)) say("aliases added", tool, `${tool}: ${alias.text}`);
  }
  for (const alias of from.aliases) {
    const tool = from.tools[alias.tool]?.name ?? "";
    const now = after.get(key(alias));
    const owner = now === undefined ? "" : (to.tools[now.tool]?.name ?? "");
    if (now === undefined) {
      if (left.has(tool)) say("aliases dropped", tool, `${tool}: ${alias.text}`);
    } else if (owner !== tool) {
      say("aliases moved", owner, `${alias.text}: ${tool} → ${owner}`);
    } else if (describeConditions(alias) !== describeConditions(now)) {
      const text = `${tool}: ${alias.text}: ${describeConditions(alias) || "none"} → ${describeConditions(now) || "none"}`;
      say("conditions changed", tool, text);
    }
  }
  return changes;
}

function cueChanges(from: CompiledTaxonomy, to: CompiledTaxonomy): Change[] {
  const lines = (taxonomy: CompiledTaxonomy) =>
    taxonomy.cues.flatMap((cue) =>
      cue.roles.map(
        (role) =>
          `${cue.text}: ${Object.values(role)
            .filter((part) => part !== null)
            .join(" ")}`,
      ),
    );
  const say = (kind: string, text: string): Change => ({
    kind,
    step: "patch",
    tool: null,
    text,
  });
  return [
    ...minus(lines(to), lines(from)).map((text) => say("cues added", text)),
    ...minus(lines(from), lines(to)).map((text) => say("cues dropped", text)),
  ];
}

/** The conditions of an alias in one line, empty where it has none. */
export function describeConditions(alias: Alias): string {
  const list = (name: string, texts: readonly string[], joiner = ", "): string =>
    texts.length > 0 ? `${name} ${texts.join(joiner)}` : "";
  return [
    alias.case === "exact" ? "case as written" : "",
    alias.plural ? "" : "no plural",
    list("needs", alias.needs, " or "),
    list("cues", alias.cues),
    list("not before", alias.notBefore),
    list("not after", alias.notAfter),
    list("only in", alias.onlyIn),
    list("not in", alias.notIn),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

function home(tool: Tool, taxonomy: CompiledTaxonomy): string {
  const group = taxonomy.groups[tool.group]?.id ?? "";
  return tool.category === null ? group : `${group}, ${tool.category}`;
}

function targets(tool: Tool, taxonomy: CompiledTaxonomy): string[] {
  return tool.countsFor.map((index) => taxonomy.tools[index]?.name ?? "");
}

function minus(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(b);
  return a.filter((text) => !known.has(text));
}

function listChange(from: readonly string[], to: readonly string[]): string {
  const added = minus(to, from).map((text) => `+ ${text}`);
  return [...added, ...minus(from, to).map((text) => `− ${text}`)].sort(byText).join(", ");
}
