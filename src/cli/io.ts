/** What a command may know of and do to the outside: so that a test can run one without a process. */
export interface Io {
  /** Bytes are text in UTF-8. False: they are still to be written, and must stay as they are. */
  readonly stdout: (text: string | Uint8Array) => boolean;
  readonly stderr: (text: string) => void;
  /** All bytes of stdin. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly cwd: string;
  readonly env: Env;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Width of the terminal in cells; 80 where there is none. */
  readonly columns: number;
  /** Whether colour is wanted where nothing is asked for: on a terminal, without NO_COLOR; FORCE_COLOR overrides. */
  readonly stdoutColor: boolean;
  readonly stderrColor: boolean;
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

/** The Io of the running process. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  const env: Env = process.env;
  // Who reads may stop reading (`| head -1`): that ends the run, and is no fault.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
  const stdoutIsTerminal = stdout.isTTY === true;
  const stderrIsTerminal = stderr.isTTY === true;
  return {
    stdout: (text) => {
      stdout.write(text);
      // A pipe takes what there is room for; the rest waits.
      return stdout.writableLength === 0;
    },
    stderr: (text) => void stderr.write(text),
    readStdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    cwd: process.cwd(),
    env,
    stdinIsTerminal: stdin.isTTY === true,
    stdoutIsTerminal,
    stderrIsTerminal,
    columns: stdout.columns ?? 80,
    stdoutColor: wantsColor(stdoutIsTerminal, env),
    stderrColor: wantsColor(stderrIsTerminal, env),
    unicode: !stdoutIsTerminal || /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ""),
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

/** See https://no-color.org: set and not empty, whatever its value. */
function wantsColor(terminal: boolean, env: Env): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return terminal && env.TERM !== "dumb";
}
