import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFiles, filesIn, GroupCutter } from "../../../src/input/index.js";
import type { FileGroup } from "../../../src/types.js";

const group = fc.record({
  path: fc.constantFrom("/ads/", "/ads/deep/"),
  id: fc.constantFrom("", "deep/"),
  named: fc.boolean(),
  names: fc.array(fc.string({ maxLength: 3 }), { maxLength: 5 }),
});
const groups: fc.Arbitrary<FileGroup[]> = fc.array(group, { maxLength: 6 });

describe("files by folder", () => {
  it("are the same files however they are cut", () => {
    fc.assert(
      fc.property(groups, fc.array(fc.nat(8), { maxLength: 12 }), (all, sizes) => {
        const cutter = new GroupCutter(all);
        expect(cutter.count).toBe(countFiles(all));
        const parts: FileGroup[] = [];
        let at = 0;
        for (const size of [...sizes, cutter.count]) {
          const part = cutter.part(at, Math.min(at + size, cutter.count));
          expect(countFiles(part)).toBe(Math.min(size, cutter.count - at));
          expect(part.every(({ names }) => names.length > 0)).toBe(true);
          parts.push(...part);
          at += countFiles(part);
        }
        expect([...filesIn(parts)]).toEqual([...filesIn(all)]);
      }),
    );
  });

  it("put path, id and name together", () => {
    const files = [...filesIn([{ path: "/ads/b/", id: "b/", named: false, names: ["1.txt", "2.md"] }])];
    expect(files).toEqual([
      { path: "/ads/b/1.txt", id: "b/1.txt", named: false },
      { path: "/ads/b/2.md", id: "b/2.md", named: false },
    ]);
  });
});
