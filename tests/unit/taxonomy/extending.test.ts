import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadSource } from "../../../src/taxonomy/load-source.js";
import { userSchema } from "../../../src/taxonomy/schema.js";
import { folderWith } from "./helpers.js";

const DOCUMENT = readFileSync(join(import.meta.dirname, "../../../taxonomy/EXTENDING.md"), "utf8");
const examples = [...DOCUMENT.matchAll(/```yaml\n(name:[\s\S]*?)```/g)].map((match) => match[1]!);

describe("the examples of EXTENDING.md", () => {
  it("have the form of a user's file", () => {
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(() => userSchema.parse(parse(example))).not.toThrow();
  });

  it("name what there is", async () => {
    for (const example of examples) {
      const { problems } = await loadSource("skilltag.yaml", folderWith({ "skilltag.yaml": example }));
      expect(problems.filter((one) => one.severity === "error" && one.place !== null)).toEqual([]);
    }
  });
});
