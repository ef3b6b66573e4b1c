import { InvalidArgumentError, Option } from "commander";
import { OUTPUT_FORMATS } from "../output/index.js";
import type { Io } from "./io.js";

export const COLOR_CHOICES = ["auto", "always", "never"] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** `--color`, for every command that prints for people. */
export function colorOption(): Option {
  return new Option("--color <when>", "colour the output").choices(COLOR_CHOICES).default("auto");
}

export function formatOption(): Option {
  return new Option("-f, --format <format>", "how to print")
    .choices(OUTPUT_FORMATS.map((format) => format.id))
    .default("table");
}

/** Whether to colour stdout. */
export function useColor(choice: ColorChoice, io: Io): boolean {
  return choice === "always" || (choice === "auto" && io.stdoutColor);
}

/** A count of 0 or more, or one of the words given. */
export function countOr(...words: readonly string[]): (value: string) => number | string {
  return (value) => {
    if (words.includes(value)) return value;
    if (!/^\d{1,9}$/.test(value)) {
      throw new InvalidArgumentError(`Give a number${words.map((word) => ` or "${word}"`).join("")}.`);
    }
    return Number(value);
  };
}

/** For options that may be repeated or take several values at once. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** `--include`, for commands that read folders. */
export function includeOption(): Option {
  return new Option("--include <glob...>", "in folders, read only files that match")
    .argParser(collect)
    .default([], "*.txt, *.text, *.md");
}

/** `--exclude`, likewise. */
export function excludeOption(): Option {
  return new Option("--exclude <glob...>", "in folders, leave out what matches")
    .argParser(collect)
    .default([], "nothing");
}
