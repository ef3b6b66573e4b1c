import { Command } from "commander";
import { VERSION } from "../version.js";
import { registerCheck } from "./commands/check.js";
import type { Io } from "./io.js";

/** Adds a command to the program. */
type Register = (program: Command, io: Io) => void;

/**
 * The commands in the order of the help text. Each is loaded when it is used, or when the help lists them all: what a
 * command does not need costs more time at the start than a posting takes to read.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  scan: async () => (await import("./commands/scan.js")).registerScan,
  check: async () => registerCheck,
  eval: async () => (await import("./commands/eval.js")).registerEval,
  taxonomy: async () => (await import("./commands/taxonomy.js")).registerTaxonomy,
};

/**
 * The command line for these arguments. Errors of usage are thrown as CommanderError, after their message went to
 * stderr.
 * @param args without the program's own name
 */
export async function createProgram(args: readonly string[], io: Io): Promise<Command> {
  const program = new Command("skilltag")
    .description("Finds the technologies that job descriptions name, judges each mention, and counts them.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(skilltag --help lists the commands and options)")
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .configureHelp({ helpWidth: 100 })
    .exitOverride();
  const wanted = COMMANDS[args[0] ?? ""];
  for (const load of wanted ? [wanted] : Object.values(COMMANDS)) (await load())(program, io);
  for (const command of allCommands(program)) command.exitOverride();
  program.addHelpText(
    "after",
    "\nExit codes: 0 it ran; 1 a gate that was asked for failed; 2 wrong usage, a broken taxonomy, nothing to read.",
  );
  return program;
}

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child as Command, ...allCommands(child as Command)]);
}
