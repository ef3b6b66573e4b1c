import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeRule, RULES } from "../../../src/context/index.js";
import * as kinds from "../../../src/context/kinds.js";
import { DEPTHS, LEVELS, MOST_YEARS, NEEDS, SECTIONS } from "../../../src/types.js";

const CONTEXT = join(import.meta.dirname, "../../../src/context");
const ids = Object.keys(RULES);
const numbers = Object.entries(kinds);
/** `level.clause.negated` is RULE_CLAUSE_NEGATED, `reject.link` is REJECT_LINK. */
const constantOf = (id: string) =>
  id
    .replace(/^level\./, "rule.")
    .replaceAll(".", "_")
    .toUpperCase();
const named = (pattern: RegExp) => numbers.filter(([name]) => pattern.test(name));

it("every rule has its number, which is its place in the list", () => {
  expect(Object.fromEntries(named(/^(RULE|REJECT)_/))).toEqual(
    Object.fromEntries(ids.map((id, place) => [constantOf(id), place])),
  );
});

it("every rule is used", () => {
  const code = readdirSync(CONTEXT)
    .filter((path) => path.endsWith(".ts") && path !== "kinds.ts")
    .map((path) => readFileSync(join(CONTEXT, path), "utf8").replace(/^import [^;]*;/gm, ""))
    .join("\n");
  // The rules of a lead are one, and its level.
  expect(code).toContain("RULE_LEAD_REQUIRED + lead.level");
  const wanted = named(/^(RULE|REJECT)_(?!LEAD_(PREFERRED|MENTIONED))/);
  expect(wanted.filter(([name]) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});

it("sections, levels and depths have their places as numbers, needs bits by theirs", () => {
  const places = (prefix: string, words: readonly string[], number = (place: number) => place) =>
    expect(Object.fromEntries(named(new RegExp(`^${prefix}`)))).toEqual(
      Object.fromEntries(words.map((word, place) => [`${prefix}${word.toUpperCase()}`, number(place)])),
    );
  places("SECTION_", SECTIONS);
  places("LEVEL_", LEVELS);
  places("DEPTH_", DEPTHS);
  places("NEEDS_", NEEDS, (place) => 1 << place);
  expect(kinds.MOST_YEARS).toBe(MOST_YEARS);
});

it("every rule is told in words, another's id as it stands", () => {
  for (const [id, words] of Object.entries(RULES)) expect(describeRule(id)).toBe(words);
  expect(new Set(Object.values(RULES)).size).toBe(ids.length);
  expect(describeRule("level.none")).toBe("level.none");
});
