import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/analyze.js";
import { formatProblem } from "../../src/errors.js";
import { compile } from "../../src/taxonomy/compile.js";
import { diffTaxonomies } from "../../src/taxonomy/diff.js";
import { sha256 } from "../../src/taxonomy/digest.js";
import { lastRelease } from "../../src/taxonomy/load-freeze.js";
import { loadSource, type Source } from "../../src/taxonomy/load-source.js";
import { readCompiled } from "../../src/taxonomy/load-store.js";
import { runSpecs } from "../../src/taxonomy/specs.js";
import type { CompiledTaxonomy } from "../../src/types.js";

describe("the shipped taxonomy", () => {
  let source: Source;
  let taxonomy: CompiledTaxonomy;
  let releases: string;

  beforeAll(async () => {
    source = await loadSource("mlops", import.meta.dirname);
    taxonomy = compile(source.model!, sha256);
    releases = join(dirname(source.path), "releases");
  });

  it("has nothing to complain of", () => {
    expect(source.problems.map(formatProblem)).toEqual([]);
  });

  it("keeps its specs", () => {
    const { failures } = runSpecs(source.model!, taxonomy, createAnalyzer(taxonomy).analyze);
    expect(failures.map(({ tool, kind, sentence, why }) => `${kind} ${tool}: ${sentence} (${why})`)).toEqual(
      [],
    );
  });

  it("is released: who changes it raises the version and runs `skilltag taxonomy freeze`", () => {
    const path = join(releases, `${taxonomy.name}-${taxonomy.version}.json`);
    expect(existsSync(path), `${path} is missing: run \`skilltag taxonomy freeze\``).toBe(true);
    const changes = diffTaxonomies(readCompiled(path), taxonomy).changes.map(
      (change) => `${change.kind}: ${change.text}`,
    );
    expect(
      changes,
      "the taxonomy changed since its version was released: raise the version and freeze",
    ).toEqual([]);
    expect(readCompiled(path).digest).toBe(taxonomy.digest);
  });

  it("has no release of a higher version", () => {
    const last = lastRelease(releases, taxonomy.name);
    expect(last === null ? null : diffTaxonomies(last, taxonomy).tooLow).not.toBe(true);
  });
});
