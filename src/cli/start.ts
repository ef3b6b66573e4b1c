/** What bin/skilltag.js runs: the command line, from its bundle beside this file's own. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { openBundle } from "./load.js";
import type { main } from "./main.js";

const bundle = openBundle(dirname(fileURLToPath(import.meta.url)), "main").run();
void (bundle as { readonly main: typeof main }).main(process.argv);
