import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../../src/taxonomy/schema-json.js";

const TAXONOMY = join(import.meta.dirname, "../../../taxonomy");
const SCHEMAS = join(TAXONOMY, "schema");

/** After a change of src/taxonomy/schema.ts: `npx vitest run tests/unit/taxonomy/schema.test.ts -u`. */
describe("the JSON Schemas", () => {
  for (const [name, text] of jsonSchemas()) {
    it(`${name} is the one of the schema in code`, async () => {
      await expect(text).toMatchFileSnapshot(join(SCHEMAS, name));
    });
  }

  it("are all there are", () => {
    expect(readdirSync(SCHEMAS).sort()).toEqual([...jsonSchemas().keys()].sort());
  });

  it("are named by the first line of every file", () => {
    const files = readdirSync(TAXONOMY, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".yaml"),
    );
    const wrong = files.filter((file) => {
      const kind = file.startsWith("groups")
        ? "group"
        : file.endsWith("evidence.yaml")
          ? "evidence"
          : file.startsWith("cues")
            ? "cues"
            : file === "evaluation.yaml"
              ? "evaluation"
              : "manifest";
      const up = "../".repeat(file.split(/[\\/]/).length - 1) || "./";
      const first = readFileSync(join(TAXONOMY, file), "utf8").split("\n")[0];
      return first !== `# yaml-language-server: $schema=${up}schema/${kind}.schema.json`;
    });
    expect(wrong).toEqual([]);
  });
});
