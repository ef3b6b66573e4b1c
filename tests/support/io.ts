import { tmpdir } from "node:os";
import type { Io } from "../../src/cli/io.js";

/** What a command did to the outside. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** A world without a process: what is written is kept. */
export function fakeIo(settings: Partial<Io> & { readonly stdin?: string } = {}) {
  const outcome = { stdout: "", stderr: "", code: 0 };
  const { stdin = "", ...rest } = settings;
  const io: Io = {
    stdout: (text) => {
      outcome.stdout += typeof text === "string" ? text : new TextDecoder().decode(text);
      return true;
    },
    stderr: (text) => {
      outcome.stderr += text;
    },
    readStdin: async () => new TextEncoder().encode(stdin),
    cwd: tmpdir(),
    env: {},
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: 80,
    stdoutColor: false,
    unicode: true,
    setExitCode: (code) => {
      outcome.code = code;
    },
    ...rest,
  };
  return { io, outcome: outcome as Outcome };
}
