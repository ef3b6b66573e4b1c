import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/context/rules.js";
import { ERRORS } from "../../src/errors.js";
import { OUTPUT_FORMATS } from "../../src/output/index.js";
import { ROOT, skilltag } from "./program.js";

const README = readFileSync(join(ROOT, "README.md"), "utf8");
const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
};

/** Every command, as it is typed. */
const COMMANDS = commandsUnder([]);

function commandsUnder(command: readonly string[]): string[][] {
  const { stdout } = skilltag([...command, "--help"]);
  const names = [...(stdout.split("\nCommands:\n")[1] ?? "").matchAll(/^ {2}([a-z]+)\b/gm)].map(
    (one) => one[1]!,
  );
  const children = names.filter((name) => name !== "help").map((name) => [...command, name]);
  return [
    ...(command.length === 0 ? [[]] : []),
    ...children.flatMap((child) => [child, ...commandsUnder(child)]),
  ];
}

/** Set `UPDATE_README=1` to see what belongs into a block that drifted: the message holds the whole of it. */
describe("README", () => {
  it.each(COMMANDS.map((command) => [["skilltag", ...command, "--help"].join(" "), command] as const))(
    "holds what `%s` prints",
    (typed, command) => {
      const { stdout } = skilltag([...command, "--help"]);
      const block = `\`\`\`\n$ ${typed}\n${stdout.trimEnd()}\n\`\`\``;
      expect(README.includes(block), `not in README.md:\n${block}`).toBe(true);
    },
  );

  it("holds every rule, word by word, and no other", () => {
    const listed = [...README.matchAll(/^\| `((?:level|reject)\.[a-z.]+)` \| (.+) \|$/gm)];
    expect(Object.fromEntries(listed.map((row) => [row[1], row[2]]))).toEqual(RULES);
  });

  it("gives a reason for every dependency, and for nothing else", () => {
    const listed = [...README.matchAll(/^\| \[([\w-]+)\]\(https:\/\/[^)]+\) \| .+ \|$/gm)].map(
      (row) => row[1],
    );
    expect(listed.sort()).toEqual(Object.keys(dependencies).sort());
  });

  it("lists every output format", () => {
    for (const format of OUTPUT_FORMATS) expect(README).toContain(`| \`${format.id}\` |`);
  });

  it("names no error that does not exist", () => {
    const named = [...README.matchAll(/error `([a-z-]+)`/g)].map((one) => one[1]!);
    expect(named.filter((code) => !(code in ERRORS))).toEqual([]);
  });
});
