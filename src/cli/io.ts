import { fstatSync, statSync, writeSync } from "node:fs";
import { formatProblem, problem } from "../errors.js";

/** What a command may know of and do to the outside: so that a test can run one without a process. */
export interface Io {
  /** Bytes are text in UTF-8. False: they are still to be written, and must stay as they are. */
  readonly stdout: (text: string | Uint8Array) => boolean;
  readonly stderr: (text: string) => void;
  /** All bytes of stdin. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly cwd: string;
  readonly env: Env;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Width of the terminal in cells; 80 where there is none. */
  readonly columns: number;
  /** Whether colour is wanted where nothing is asked for: on a terminal, without NO_COLOR; FORCE_COLOR overrides. */
  readonly stdoutColor: boolean;
  /** Whether what is printed can hold more than ASCII; what goes into a file always can. */
  readonly unicode: boolean;
  readonly setExitCode: (code: ExitCode) => void;
}

/** The variables of the environment that skilltag looks at. */
export type Env = {
  readonly [name in
    | "NO_COLOR"
    | "FORCE_COLOR"
    | "TERM"
    | "LC_ALL"
    | "LC_CTYPE"
    | "LANG"
    | "SKILLTAG_CACHE"
    | "XDG_CACHE_HOME"]?: string | undefined;
};

/** The path and id of standard input. */
export const STDIN = "-";
/** Said where a posting was to come from standard input, and nothing came. */
export const STDIN_EMPTY = "nothing came from standard input";

/** 0 it ran. 1 a gate that was asked for failed. 2 wrong usage, a broken taxonomy, nothing to read. */
export type ExitCode = 0 | 1 | 2;

/** The outside of a process, which can be left. */
export interface ProcessIo extends Io {
  /** Ends the process if all is written. Node would first take apart what it has put into memory. */
  readonly end: () => void;
}

/** The Io of the running process. */
export function processIo(): ProcessIo {
  const env: Env = process.env;
  const stdout = outputTo(1, () => process.stdout);
  const stdoutIsTerminal = stdout.isTTY === true;
  let stderr: Output | undefined;
  return {
    stdout: (text) => {
      stdout.write(text);
      // A pipe takes what there is room for; the rest waits.
      return stdout.writableLength === 0;
    },
    stderr: (text) => {
      stderr ??= outputTo(2, () => process.stderr);
      stderr.write(text);
    },
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      // Not before it is asked for: that alone loads more of Node than reading a posting does.
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    cwd: process.cwd(),
    env,
    stdoutIsTerminal,
    get stderrIsTerminal() {
      return mayBeTerminal(2) && process.stderr.isTTY === true;
    },
    columns: stdout.columns ?? 80,
    stdoutColor: wantsColor(stdoutIsTerminal, env),
    unicode: !stdoutIsTerminal || /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ""),
    setExitCode: (code) => {
      process.exitCode = code;
    },
    end: () => {
      if (stdout.writableLength === 0 && (stderr?.writableLength ?? 0) === 0) process.exit();
    },
  };
}

/** Whether Node has to be asked, which loads all that streams are made of: of files and of nothing it is plain. */
function mayBeTerminal(descriptor: number): boolean {
  const status = fstatSync(descriptor);
  if (process.platform === "win32") return true;
  return status.isCharacterDevice() && status.rdev !== statSync("/dev/null").rdev;
}

/** What is needed of process.stdout. */
type Output = Pick<NodeJS.WriteStream, "writableLength"> &
  Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns">> & { write(text: string | Uint8Array): unknown };

/**
 * Writes to a descriptor that is open. For files and pipes Node does no more in the end, and first loads all that streams
 * are made of.
 * @param stream Node's own, for a terminal, or where what reads has to be waited for
 */
function outputTo(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  const failed = (error: NodeJS.ErrnoException) => giveUp(descriptor, error);
  const open = () => stream().on("error", failed);
  if (mayBeTerminal(descriptor)) return open();
  let full: NodeJS.WriteStream | undefined;
  return {
    get writableLength() {
      return full?.writableLength ?? 0;
    },
    write(text) {
      if (full) return full.write(text);
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          if (code !== "EAGAIN") return failed(error as NodeJS.ErrnoException);
          full = open();
          return full.write(bytes.subarray(at));
        }
      }
      return true;
    },
  };
}

/**
 * Ends the run where its output cannot be written. Who reads may stop reading (`| head -1`): that is no fault. Without a
 * place for its notes a run goes on.
 */
function giveUp(descriptor: number, error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  if (descriptor === 2) return;
  const told = problem("cannot-write", `standard output cannot be written (${error.code})`, null, {
    hint: "Check that there is room where it goes, or name another file with --output.",
  });
  outputTo(2, () => process.stderr).write(`${formatProblem(told)}\n`);
  process.exit(2);
}

/** See https://no-color.org: set and not empty, whatever its value. */
function wantsColor(terminal: boolean, env: Env): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return terminal && env.TERM !== "dumb";
}
