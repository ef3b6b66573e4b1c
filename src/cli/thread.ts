/** What a thread runs that takes its share of a run: src/worker.ts, from its bundle beside this file's own. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { work } from "../worker.js";
import { openBundle } from "./load.js";

const bundle = openBundle(dirname(fileURLToPath(import.meta.url)), "worker").run();
(bundle as { readonly work: typeof work }).work(parentPort!, workerData);
