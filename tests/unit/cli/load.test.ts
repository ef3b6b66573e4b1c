import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { IMPORT, openBundle, wrapped } from "../../../src/cli/load.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "skilltag-load-"));
  writeFileSync(
    join(folder, "one.cjs"),
    wrapped("const{sep}=require('node:path');exports.twice=n=>2*n;exports.sep=sep;"),
  );
});

const open = () => openBundle(folder, "one");
const twice = (bundle = open()) => (bundle.run() as { twice(n: number): number }).twice(4);

/** Keeps what was compiled, as the build does. */
function keep(): string {
  const bundle = open();
  bundle.run();
  writeFileSync(bundle.cache, bundle.script.createCachedData());
  return bundle.cache;
}

describe("a bundle", () => {
  it("runs as CommonJS", () => {
    expect(open().run()).toMatchObject({ sep: join("a", "b")[1] });
    expect(twice()).toBe(8);
  });

  it("is taken from what was compiled of it", () => {
    expect(open().script.cachedDataRejected).toBeUndefined();
    const cache = keep();
    expect(readdirSync(folder)).toHaveLength(2);
    expect(cache).toContain(process.version);
    expect(open().script.cachedDataRejected).toBe(false);
    expect(twice()).toBe(8);
  });

  it("imports what lies beside it, also where it is taken from what was compiled", async () => {
    writeFileSync(join(folder, "later.js"), "export const more = 3;");
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const source = `exports.twice=async()=>(await ${IMPORT}("./later.js")).more;`;
    writeFileSync(join(folder, "one.cjs"), wrapped(source));
    for (const rejected of [undefined, false]) {
      const bundle = open();
      expect(bundle.script.cachedDataRejected).toBe(rejected);
      expect(await twice(bundle)).toBe(3);
      keep();
    }
  });

  it("is compiled anew where that is of another source, or cut off, or nothing of the kind", () => {
    const cache = keep();
    const whole = readFileSync(cache);
    for (const other of [whole.subarray(0, whole.length / 2), Buffer.from("no code"), Buffer.alloc(0)]) {
      writeFileSync(cache, other);
      expect(twice()).toBe(8);
    }
    writeFileSync(cache, whole);
    writeFileSync(join(folder, "one.cjs"), wrapped("exports.twice=n=>n+n;"));
    expect(open().script.cachedDataRejected).toBe(true);
    expect(twice()).toBe(8);
  });
});
