/**
 * Part of `npm run build`: keeps what V8 makes of the kernel (see src/parallel/compiled.ts), and of the bundles in
 * dist/bin, beside them (see src/cli/load.ts). Functions that have run are kept as well, so whatever a scan and a check
 * do is done here once.
 */
import { spawnSync } from "node:child_process";
import { on } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel } from "node:worker_threads";
import type { Batch } from "../batch.js";
import type { Io, processIo } from "../cli/io.js";
import { type Bundle, openBundle } from "../cli/load.js";
import type { main } from "../cli/main.js";
import { readPacked } from "../cli/taxonomy.js";
import { findFiles } from "../input/index.js";
import { DEFAULT_RENDER_OPTIONS } from "../output/index.js";
import { compileAhead } from "../parallel/compiled.js";
import { COMPILED_KERNEL, compileKernel, kernelBytes, loadKernelAhead } from "../parallel/kernel.js";
import { SHIPPED, SHIPPED_PACKED } from "../taxonomy/load-paths.js";
import type { WorkerSetup, work } from "../worker.js";

const BUNDLES = fileURLToPath(new URL("../bin", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../bin/skilltag.js", import.meta.url));
const cwd = fileURLToPath(new URL("../../fixtures/postings", import.meta.url));

const { files, groups } = findFiles(["."], { cwd }, null);
const io: Io = {
  stdout: () => true,
  stderr: (text) => void process.stderr.write(text),
  readStdin: async () => new Uint8Array(0),
  cwd,
  env: {},
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  columns: 80,
  stdoutColor: false,
  unicode: true,
  setExitCode: (code) => {
    process.exitCode = code;
  },
};

const compiled = compileAhead(kernelBytes(), compileKernel);
if (compiled !== null) writeFileSync(COMPILED_KERNEL, compiled);

function keep({ script, cache }: Bundle): void {
  writeFileSync(cache, script.createCachedData());
}

/** Runs the command line of a bundle, once for each of these lists of arguments. */
async function keepAfter(name: string, ...runs: string[][]): Promise<void> {
  const bundle = openBundle(BUNDLES, name);
  const program = bundle.run() as { main: typeof main; processIo: typeof processIo };
  program.processIo();
  for (const args of runs) await program.main(["node", "skilltag", ...args, "--taxonomy", SHIPPED], io);
  keep(bundle);
}

const scan = ["scan", ".", "--format", "csv", "--quiet", "--workers"];
await keepAfter("check", ["check", files[0]!.path]);
const output = join(tmpdir(), `skilltag-build-${process.pid}.csv`);
await keepAfter("main", [...scan, "0"], [...scan, "1"], [...scan, "1", "--output", output]);
rmSync(output, { force: true });

const setup: WorkerSetup = {
  selection: null,
  explain: false,
  format: "csv",
  render: DEFAULT_RENDER_OPTIONS,
  asText: true,
  mentions: false,
  counts: false,
  kernel: loadKernelAhead(),
  taxonomy: await readPacked(SHIPPED_PACKED)!.packed(),
};
const thread = openBundle(BUNDLES, "worker");
const { port1, port2 } = new MessageChannel();
(thread.run() as { work: typeof work }).work(port1, setup);
const answers = on(port2, "message");
// It says first that it is ready.
await answers.next();
const batch: Batch = { files: groups, count: files.length, mostRows: 1 };
for (const task of [batch, null]) {
  port2.postMessage({ index: 0, task, spent: [] });
  await answers.next();
}
port2.close();
keep(thread);

// What V8 gives for tests only might not hold what it says: then there is no code ahead.
if (compiled !== null) {
  const args = [...scan, "1", "--taxonomy", SHIPPED];
  const { status } = spawnSync(process.execPath, [COMMAND, ...args], { cwd });
  if (status !== 0) {
    rmSync(COMPILED_KERNEL);
    process.stderr.write("note: this Node does not run the kernel that it has compiled ahead\n");
  }
}
