import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveTaxonomy } from "../../../src/taxonomy/load-resolve.js";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/taxonomy");
const folder = (): string => mkdtempSync(join(tmpdir(), "skilltag-taxonomy-"));

describe("which taxonomy is meant", () => {
  it("is the skilltag.yaml of the folder", async () => {
    const { taxonomy, origin } = await resolveTaxonomy(undefined, join(FIXTURES, "nursing"), {
      SKILLTAG_CACHE: folder(),
    });
    expect(taxonomy.name).toBe("nursing");
    expect(origin).toBe(join(FIXTURES, "nursing", "skilltag.yaml"));
  });

  it("is the skilltag.yaml of a folder above", async () => {
    const top = folder();
    writeFileSync(join(top, "skilltag.yaml"), "name: mine\nversion: 1.0.0\nextends: mlops\n");
    mkdirSync(join(top, "ads", "spring"), { recursive: true });
    const { taxonomy } = await resolveTaxonomy(undefined, join(top, "ads", "spring"), {
      SKILLTAG_CACHE: folder(),
    });
    expect(taxonomy.name).toBe("mine");
  });

  it("is the shipped one where there is no such file", async () => {
    const { taxonomy } = await resolveTaxonomy(undefined, folder(), { SKILLTAG_CACHE: folder() });
    expect(taxonomy.name).toBe("mlops");
  });

  it("is the release of the name and version, which may be the present one", async () => {
    const shipped = await resolveTaxonomy("mlops", folder());
    const { taxonomy } = await resolveTaxonomy(`mlops@${shipped.taxonomy.version}`, folder());
    expect(taxonomy.digest).toBe(shipped.taxonomy.digest);
  });

  it("names the releases where there is none of the version", async () => {
    const asked = resolveTaxonomy("mlops@0.0.1", folder());
    await expect(asked).rejects.toMatchObject({
      code: "unknown-release",
      hint: expect.stringContaining("mlops@1.0.0"),
    });
  });

  it("says that a file is missing, or a folder", async () => {
    await expect(resolveTaxonomy("no-such.yaml", FIXTURES)).rejects.toMatchObject({ code: "missing-file" });
    await expect(resolveTaxonomy("nursing", FIXTURES)).rejects.toMatchObject({
      message: expect.stringContaining("folder"),
    });
  });

  it("refuses a circle of files that extend each other, at the place of extends", async () => {
    const top = folder();
    writeFileSync(join(top, "a.yaml"), "name: a\nversion: 1.0.0\nextends: ./b.yaml\n");
    writeFileSync(join(top, "b.yaml"), "name: b\nversion: 1.0.0\nextends: ./a.yaml\n");
    await expect(resolveTaxonomy("a.yaml", top, { SKILLTAG_CACHE: folder() })).rejects.toMatchObject({
      code: "bad-value",
      place: { line: 3 },
    });
  });
});

describe("the cache of compiled files", () => {
  const nursing = (cache: string) =>
    resolveTaxonomy("nursing/skilltag.yaml", FIXTURES, { SKILLTAG_CACHE: cache });

  it("holds one file a content", async () => {
    const cache = folder();
    const first = await nursing(cache);
    const second = await nursing(cache);
    expect(second).toEqual(first);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it("is compiled anew where the cached file is broken", async () => {
    const cache = folder();
    const first = await nursing(cache);
    writeFileSync(join(cache, readdirSync(cache)[0]!), '{"format":1,');
    expect(await nursing(cache)).toEqual(first);
  });

  it("is done without where it cannot be written", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    expect((await nursing(join(file, "below"))).taxonomy.name).toBe("nursing");
  });

  it("does not keep what has errors", async () => {
    const cache = folder();
    const top = folder();
    writeFileSync(
      join(top, "bad.yaml"),
      "name: bad\nversion: 1.0.0\nextends: mlops\ndrop: {groups: [nowhere]}\n",
    );
    await expect(resolveTaxonomy("bad.yaml", top, { SKILLTAG_CACHE: cache })).rejects.toMatchObject({
      code: "unknown-group",
      place: { line: 4, column: 17 },
    });
    expect(readdirSync(cache)).toEqual([]);
  });
});
