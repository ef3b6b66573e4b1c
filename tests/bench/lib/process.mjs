/** Runs a command and tells its wall time and its peak memory. */
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";

const GNU_TIME = "/usr/bin/time";
const SAMPLE_MS = 10;

/** Whether peak memory is exact; else it is looked at every few milliseconds, on Linux. */
export const EXACT_MEMORY = existsSync(GNU_TIME);

/**
 * @param command program and arguments
 * @param options `stdout`: a file that gets what the command prints, else it is thrown away; `memory`: measure it, too;
 *                `env`: variables added; `codes`: exit codes that are no failure
 * @returns `{ ms, rss }`: wall milliseconds from the start to the end; bytes of all threads at most, null where unknown
 */
export async function run(command, { stdout, memory = false, env = {}, codes = [0] } = {}) {
  const out = stdout === undefined ? "ignore" : openSync(stdout, "w");
  const report = stdout === undefined ? undefined : `${stdout}.time`;
  const wrapped = memory && EXACT_MEMORY && report !== undefined;
  // GNU time asks the kernel when the process has ended (wait4). It must be the parent: a process started by Node
  // itself inherits the peak of Node.
  const [file, ...args] = wrapped ? [GNU_TIME, "-f", "%M", "-o", report, ...command] : command;
  const start = process.hrtime.bigint();
  const child = spawn(file, args, {
    stdio: ["ignore", out, "pipe"],
    env: { ...withoutNode(process.env), ...QUIET, ...env },
  });
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr = (stderr + data).slice(-4000);
  });
  let peak = null;
  const look = () => {
    peak = Math.max(peak ?? 0, highWater(child.pid) ?? 0) || null;
  };
  const timer = memory && !wrapped ? setInterval(look, SAMPLE_MS) : undefined;
  const code = await new Promise((done, failed) => {
    child.on("error", failed);
    child.on("exit", (status, signal) => done(status ?? signal));
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  clearInterval(timer);
  if (out !== "ignore") closeSync(out);
  if (!codes.includes(code)) throw new Error(`${command.join(" ")} ended with ${code}: ${stderr}`);
  if (wrapped) {
    peak = Number(readFileSync(report, "utf8").trim().split("\n").at(-1)) * 1024;
    rmSync(report);
  }
  return { ms, rss: peak };
}

/** No settings of whoever runs this: of ripgrep's own file, of colours. */
const QUIET = { RIPGREP_CONFIG_PATH: "", NO_COLOR: "1", FORCE_COLOR: "" };

/**
 * The environment without settings of Node. A file of certificates, for one (NODE_EXTRA_CA_CERTS), is read at every
 * start, which may take three times as long as Node itself.
 */
function withoutNode(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith("NODE_")));
}

function highWater(pid) {
  try {
    const found = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found ? Number(found[1]) * 1024 : null;
  } catch {
    return null;
  }
}
