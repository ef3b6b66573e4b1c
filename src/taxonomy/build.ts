/** Part of `npm run build`: compiles the shipped taxonomy into dist. Exit code 2 where it has errors. */
import { formatProblem } from "../errors.js";
import { compile } from "./compile.js";
import { sha256 } from "./digest.js";
import { loadFolder } from "./load.js";
import { PACKAGE, SHIPPED_COMPILED, SHIPPED_MANIFEST, writeCompiled } from "./load-store.js";
import { validate } from "./validate.js";

const { model, problems, complete } = loadFolder(SHIPPED_MANIFEST, PACKAGE);
const all = model === null ? problems : [...problems, ...validate(model, { published: true, complete })];
for (const one of all) process.stderr.write(`${formatProblem(one)}\n`);
// What can be compiled is written all the same: whoever works on the program can go on beside an unfinished vocabulary.
if (model !== null) writeCompiled(SHIPPED_COMPILED, compile(model, sha256));
if (all.some((one) => one.severity === "error")) process.exitCode = 2;
