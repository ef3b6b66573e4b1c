/** Least figures that a run asks for. */
import type { Evaluation } from "./evaluate.js";

interface Gate {
  /** What it measures, in words. */
  readonly meaning: string;
  /** The figures, each of which has to reach the least; null where there was nothing to measure. */
  readonly figures: (evaluation: Evaluation) => readonly (readonly [name: string, figure: number | null])[];
}

/** By the name that the option has behind `--min-`. */
export const GATES = {
  f1: {
    meaning: "F1 of groups",
    figures: ({ groups }) => [["F1 of groups", groups.f1]],
  },
  "group-f1": {
    meaning: "F1 of each group",
    figures: ({ eachGroup }) => eachGroup.map(({ name, f1 }) => [`F1 of ${name}`, f1] as const),
  },
  precision: {
    meaning: "precision of named technologies",
    figures: ({ technologies }) => [["precision of technologies", technologies.precision]],
  },
  recall: {
    meaning: "recall of named technologies",
    figures: ({ technologies }) => [["recall of technologies", technologies.recall]],
  },
  concepts: {
    meaning: "F1 of concepts",
    figures: ({ concepts }) => [["F1 of concepts", concepts.f1]],
  },
  level: {
    meaning: "share of right levels, of groups and of technologies",
    figures: ({ levels }) => [
      ["right levels of groups", levels.groups.share],
      ["right levels of technologies", levels.technologies.share],
    ],
  },
} as const satisfies Record<string, Gate>;

export type GateId = keyof typeof GATES;

/** A figure that a gate asked for. */
export interface GateResult {
  readonly gate: GateId;
  readonly name: string;
  readonly least: number;
  /** Null: there was nothing to measure, and that does not pass. */
  readonly figure: number | null;
  readonly passed: boolean;
}

/** Every figure that was asked for, in order of GATES. */
export function checkGates(
  evaluation: Evaluation,
  asked: Readonly<Partial<Record<GateId, number>>>,
): GateResult[] {
  return (Object.keys(GATES) as GateId[]).flatMap((gate) => {
    const least = asked[gate];
    if (least === undefined) return [];
    return GATES[gate].figures(evaluation).map(([name, figure]) => {
      return { gate, name, least, figure, passed: figure !== null && figure >= least };
    });
  });
}
