import { Command } from "commander";
import { VERSION } from "../version.js";
import { registerCheck } from "./commands/check.js";
import { registerScan } from "./commands/scan.js";
import { registerTaxonomy } from "./commands/taxonomy.js";
import type { Io } from "./io.js";

/** The whole command line. Errors of usage are thrown as CommanderError, after their message went to stderr. */
export function createProgram(io: Io): Command {
  const program = new Command("skilltag")
    .description("Finds the technologies that job descriptions name, judges each mention, and counts them.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(skilltag --help lists the commands and options)")
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .configureHelp({ helpWidth: 100 })
    .exitOverride();
  registerScan(program, io);
  registerCheck(program, io);
  registerTaxonomy(program, io);
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
