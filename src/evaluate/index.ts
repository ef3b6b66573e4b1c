/** Measures a result against labels. Pure: what comes in is text and rows, what goes out is figures. */
export { createEvaluator, type Difference, type Evaluation, type Evaluator, type Scope } from "./evaluate.js";
export type { Evidence } from "./evidence.js";
export type { Accuracy, Finding } from "./figures.js";
export { checkGates, GATES, type GateId, type GateResult } from "./gates.js";
export { type KnownGroup, type Label, parseLabels, type ToolLabel } from "./labels.js";
export { createNames, type NameData, type Names } from "./names.js";
