/** Judges matches: which mean their tool, at which level, and why. */
export { createJudge, type Judge, restrict } from "./judge.js";
export { describeRule, RULES, type RuleId } from "./rules.js";
