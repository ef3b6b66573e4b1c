/** What an evaluation takes as data: `evaluation.yaml`, beside the taxonomy. taxonomy/LABELS.md tells what it does. */
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Problem, problemsError } from "../errors.js";
import { SHIPPED_MANIFEST } from "./load-paths.js";
import { readFile } from "./load-store.js";
import { checkYaml, parseYaml } from "./load-yaml.js";
import { evaluationSchema } from "./schema.js";

const FILE = "evaluation.yaml";

/** Entries as they stand in the file; a list that is missing is empty. */
export interface EvaluationData {
  readonly concepts: readonly string[];
  readonly either: readonly string[];
  readonly vendors: readonly string[];
}

/**
 * Reads the `evaluation.yaml` beside a taxonomy; where there is none, the shipped one.
 * @param origin  the file that the taxonomy was taken from
 * @param cwd     places are named relative to it
 * @throws SkilltagError with all problems where the file has errors
 */
export function loadEvaluation(origin: string, cwd: string): EvaluationData {
  const own = join(dirname(origin), FILE);
  const path = existsSync(own) ? own : join(dirname(SHIPPED_MANIFEST), FILE);
  const short = relative(cwd, path).replaceAll("\\", "/");
  const problems: Problem[] = [];
  const file = checkYaml(
    parseYaml(readFile(path), short.startsWith("../..") ? path : short),
    evaluationSchema,
    problems,
  );
  if (file === null || problems.length > 0) throw problemsError(problems);
  const { concepts = [], either = [], vendors = [] } = file.data;
  return { concepts, either, vendors };
}
