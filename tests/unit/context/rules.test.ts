import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeRule, RULES } from "../../../src/context/index.js";

const SRC = join(import.meta.dirname, "../../../src");
const LIST = join("context", "rules.ts");

/** Rule ids in the source, but for the list itself; `level.lead.${…}` stands for all that begin so. */
const used = new Set(
  readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && path !== LIST)
    .flatMap(
      (path) =>
        readFileSync(join(SRC, path), "utf8").match(/["'`](?:level|reject)\.[a-z.]+(?:["'`]|\$\{)/g) ?? [],
    )
    .map((quoted) => quoted.slice(1).replace(/["'`]$/, "")),
);
const ids = Object.keys(RULES);
const covers = (quoted: string, id: string) =>
  quoted.endsWith("${") ? id.startsWith(quoted.slice(0, -2)) : id === quoted;

it("every rule is used", () => {
  expect(used.size).toBeGreaterThan(15);
  expect(ids.filter((id) => ![...used].some((quoted) => covers(quoted, id)))).toEqual([]);
});

it("every rule that is used is listed", () => {
  expect([...used].filter((quoted) => !ids.some((id) => covers(quoted, id)))).toEqual([]);
});

it("every rule is told in words, another's id as it stands", () => {
  for (const [id, words] of Object.entries(RULES)) expect(describeRule(id)).toBe(words);
  expect(new Set(Object.values(RULES)).size).toBe(ids.length);
  expect(describeRule("level.none")).toBe("level.none");
});
