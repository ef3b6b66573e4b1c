import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { folderWith, KITCHEN } from "./helpers.js";

const BUILT = join(import.meta.dirname, "../../../dist/taxonomy/load-resolve.js");

/** What a process of its own compiles, as JSON. */
async function resolveInProcess(cwd: string, cache: string): Promise<string> {
  const program = `import { resolveTaxonomy } from ${JSON.stringify(BUILT)};
    const { taxonomy } = await resolveTaxonomy(undefined, ${JSON.stringify(cwd)}, { SKILLTAG_CACHE: ${JSON.stringify(cache)} });
    process.stdout.write(JSON.stringify(taxonomy));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    maxBuffer: 1 << 26,
  });
  return stdout;
}

describe.runIf(existsSync(BUILT))("the cache of several processes at once", () => {
  it("gives all the same, and holds one whole file", async () => {
    const cwd = folderWith({ "skilltag.yaml": KITCHEN });
    const cache = folderWith();
    const results = await Promise.all([1, 2, 3, 4].map(() => resolveInProcess(cwd, cache)));
    expect(new Set(results).size).toBe(1);
    expect(JSON.parse(results[0]!).name).toBe("kitchen");
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  });

  it("holds another file for another content", async () => {
    const cwd = folderWith({ "skilltag.yaml": KITCHEN });
    const cache = folderWith();
    await resolveInProcess(cwd, cache);
    writeFileSync(join(cwd, "skilltag.yaml"), KITCHEN.replace("stove", "cooker"));
    expect(await resolveInProcess(cwd, cache)).toContain("cooker");
    expect(readdirSync(cache)).toHaveLength(2);
  });
});
