import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** The top folder of the project: commands run here. */
export const ROOT = resolve(import.meta.dirname, "../..");

const { PATH } = process.env;

/** What a run left behind. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

export interface RunSettings {
  readonly stdin?: string | Uint8Array;
  /** Added to an environment without colour and without the settings of who runs the tests. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the built program as a process of its own. `npm run build` must have run. */
export function skilltag(args: readonly string[], settings: RunSettings = {}): Ran {
  const result = spawnSync(process.execPath, [resolve(ROOT, "bin/skilltag.js"), ...args], {
    cwd: settings.cwd ?? ROOT,
    input: settings.stdin ?? "",
    env: { PATH: PATH ?? "", LANG: "C.UTF-8", ...settings.env },
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.error) throw result.error;
  return { stdout: result.stdout, stderr: result.stderr, code: result.status };
}
