import { CommanderError } from "commander";
import { formatProblem, isSkilltagError } from "../errors.js";
import { type Io, processIo } from "./io.js";
import { createProgram } from "./program.js";

export { processIo } from "./io.js";

/** Runs the command line: parses, does the work, and leaves the exit code. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<void> {
  try {
    const program = await createProgram(argv.slice(2), io);
    await program.parseAsync([...argv]);
  } catch (error) {
    io.setExitCode(report(error, io));
  }
}

/** Tells a person what went wrong. A fault of the program keeps its stack: it is for who mends the program. */
function report(error: unknown, io: Io): 0 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isSkilltagError(error)) {
    for (const problem of error.problems) io.stderr(`${formatProblem(problem)}\n`);
    return 2;
  }
  io.stderr(
    `skilltag failed; this is a fault of the program. ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2;
}
