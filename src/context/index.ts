/** Judges matches: which mean their tool, at which level, and why. */
export { restrict } from "./findings.js";
export { createJudge, type Judge } from "./judge.js";
export { describeRule, RULES, type RuleId } from "./rules.js";
