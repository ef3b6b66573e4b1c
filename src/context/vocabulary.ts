import type { CompiledTaxonomy, Cue, CueRole, Depth, Level, Reach, Section } from "../types.js";

/** Bits of a reach: what the cue governs comes after it, stands before it, or both. */
export const AFTER = 1;
export const BEFORE = 2;

/** A cue's roles, each where the judge looks for it. A reach of 0: the cue has no such role. */
export interface CueInfo {
  readonly section: Section | null;
  readonly required: number;
  readonly preferred: number;
  readonly mentioned: number;
  readonly negation: number;
  readonly denial: number;
  readonly affirmation: boolean;
  readonly depth: Depth | null;
  readonly depthReach: number;
  readonly years: boolean;
  readonly alternative: "or" | "oneOf" | "similar" | "agnostic" | null;
  readonly breaker: boolean;
  readonly joiner: boolean;
  readonly opener: boolean;
  readonly sets: readonly string[];
  /** Words in the text. */
  readonly words: number;
}

/** One CueInfo a cue of the taxonomy, by cue index. */
export function cueInfos(taxonomy: CompiledTaxonomy): readonly CueInfo[] {
  return taxonomy.cues.map(infoOf);
}

function infoOf(cue: Cue): CueInfo {
  const first = <K extends CueRole["kind"]>(kind: K) =>
    cue.roles.find((role): role is Extract<CueRole, { kind: K }> => role.kind === kind);
  const level = (wanted: Level) =>
    cue.roles.reduce(
      (bits, role) => (role.kind === "level" && role.level === wanted ? bits | reachBits(role.reach) : bits),
      0,
    );
  const reach = (kind: "negation" | "denial") =>
    cue.roles.reduce((bits, role) => (role.kind === kind ? bits | reachBits(role.reach) : bits), 0);
  const depth = first("depth");
  return {
    section: first("section")?.section ?? null,
    required: level("required"),
    preferred: level("preferred"),
    mentioned: level("mentioned"),
    negation: reach("negation"),
    denial: reach("denial"),
    affirmation: first("affirmation") !== undefined,
    depth: depth?.depth ?? null,
    depthReach: depth ? reachBits(depth.reach) : 0,
    years: first("years") !== undefined,
    alternative: first("alternative")?.form ?? null,
    breaker: first("breaker") !== undefined,
    joiner: first("joiner") !== undefined || first("alternative")?.form === "or",
    opener: first("opener") !== undefined,
    sets: cue.roles.flatMap((role) => (role.kind === "evidence" ? [role.set] : [])),
    words: cue.text.split(/[\s-]+/).length,
  };
}

function reachBits(reach: Reach): number {
  return reach === "after" ? AFTER : reach === "before" ? BEFORE : AFTER | BEFORE;
}
