import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Io } from "../../../src/cli/io.js";
import { scanTaxonomy } from "../../../src/cli/taxonomy.js";
import { SHIPPED_PACKED } from "../../../src/taxonomy/load-paths.js";
import { folderWith } from "../taxonomy/helpers.js";

const OWN = `name: own
version: 1.0.0
extends: mlops
add:
  tools:
    - { group: outliers, category: data, name: Zorblax }
`;

describe.runIf(existsSync(SHIPPED_PACKED))("a file that extends the shipped taxonomy", () => {
  const open = (cwd: string, cache: string) =>
    scanTaxonomy(undefined, { cwd, env: { SKILLTAG_CACHE: cache } } as unknown as Io);
  const packedIn = (cache: string) => readdirSync(cache).filter((name) => name.endsWith(".bin"));
  const knows = async (cwd: string, cache: string) => {
    const { taxonomy } = await open(cwd, cache);
    return [...taxonomy.tools].map((tool) => tool.name).filter((name) => name.startsWith("Zorbl"));
  };

  it("is packed once, and again where it changes", async () => {
    const cwd = folderWith({ "skilltag.yaml": OWN });
    const cache = folderWith();
    expect(await knows(cwd, cache)).toEqual(["Zorblax"]);
    expect(packedIn(cache)).toHaveLength(1);
    const { taxonomy, packed } = await open(cwd, cache);
    expect(taxonomy.name).toBe("own");
    expect((await packed()).byteLength).toBeGreaterThan(1_000_000);
    expect(packedIn(cache)).toHaveLength(1);
    writeFileSync(join(cwd, "skilltag.yaml"), OWN.replaceAll("Zorblax", "Zorblum"));
    expect(await knows(cwd, cache)).toEqual(["Zorblum"]);
    expect(packedIn(cache)).toHaveLength(2);
  });

  it("is packed again where what was kept is garbled, and serves where nothing can be kept", async () => {
    const cwd = folderWith({ "skilltag.yaml": OWN });
    const cache = folderWith();
    await open(cwd, cache);
    writeFileSync(join(cache, packedIn(cache)[0]!), "no taxonomy");
    expect(await knows(cwd, cache)).toEqual(["Zorblax"]);
    expect(await knows(cwd, join(cwd, "skilltag.yaml"))).toEqual(["Zorblax"]);
  });
});
