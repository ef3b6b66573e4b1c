/** What bin/skilltag.js runs: the command line, from its bundle beside this file's own. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { openBundle } from "./load.js";
import type { main, processIo } from "./main.js";

// The same program, without what checking one posting does not need.
const name = process.argv[2] === "check" ? "check" : "main";
const bundle = openBundle(dirname(fileURLToPath(import.meta.url)), name).run();
const program = bundle as { readonly main: typeof main; readonly processIo: typeof processIo };
const io = program.processIo();
void program.main(process.argv, io).then(io.end);
