/** Judges matches: which mean their tool, at which level, and why. */
export { AnalysisReader, restriction } from "./analysis.js";
export { createJudge, type Judge } from "./judge.js";
export { describeRule, RULES, type RuleId } from "./rules.js";
export { Vocabulary } from "./vocabulary.js";
