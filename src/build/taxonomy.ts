/**
 * Part of `npm run build`: compiles the shipped taxonomy and packs it with its tables, so that no run parses YAML.
 * Exit code 2 where the taxonomy has errors.
 */
import { Vocabulary } from "../context/index.js";
import { formatProblem } from "../errors.js";
import { matchTables } from "../match/index.js";
import { pack } from "../packed/index.js";
import { compile } from "../taxonomy/compile.js";
import { sha256 } from "../taxonomy/digest.js";
import { loadFolder } from "../taxonomy/load.js";
import { PACKAGE, SHIPPED_COMPILED, SHIPPED_MANIFEST, SHIPPED_PACKED } from "../taxonomy/load-paths.js";
import { writeCompiled, writeWhole } from "../taxonomy/load-store.js";
import { validate } from "../taxonomy/validate.js";

const { model, problems, complete } = loadFolder(SHIPPED_MANIFEST, PACKAGE);
const all = model === null ? problems : [...problems, ...validate(model, { published: true, complete })];
for (const one of all) process.stderr.write(`${formatProblem(one)}\n`);
// What can be compiled is written all the same: whoever works on the program can go on beside an unfinished vocabulary.
if (model !== null) {
  const taxonomy = compile(model, sha256);
  writeCompiled(SHIPPED_COMPILED, taxonomy);
  writeWhole(SHIPPED_PACKED, pack(taxonomy, matchTables(taxonomy), new Vocabulary(taxonomy).records()));
}
if (all.some((one) => one.severity === "error")) process.exitCode = 2;
