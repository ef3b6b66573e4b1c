import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { SkilltagError } from "../../../errors.js";
import { USER_FILE } from "../../../taxonomy/load-paths.js";
import { STARTER } from "../../../taxonomy/starter.js";
import type { Io } from "../../io.js";

export function registerInit(parent: Command, io: Io): void {
  parent
    .command("init")
    .description("write a commented file of your own that extends mlops")
    .argument("[file]", "where to", USER_FILE)
    .action((file: string) => init(file, io));
}

/** Writes the starter file. Throws `cannot-write` where the file exists: it may hold somebody's work. */
export function init(file: string, io: Io): void {
  try {
    writeFileSync(resolve(io.cwd, file), STARTER, { flag: "wx" });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST") {
      throw new SkilltagError("cannot-write", `${file} exists already`, {
        hint: "Name another file, or move it away.",
      });
    }
    throw new SkilltagError("cannot-write", `${file} cannot be written (${code ?? String(error)})`);
  }
  io.stderr(`${file} is written. Edit it, then: skilltag taxonomy lint --taxonomy ${file}\n`);
}
