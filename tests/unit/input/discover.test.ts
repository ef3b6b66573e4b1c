import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type DiscoverOptions, discover } from "../../../src/input/discover.js";
import { needsGlobs } from "../../../src/input/index.js";
import { tree } from "./files.js";

function find(cwd: string, paths: string[], options: Omit<DiscoverOptions, "cwd"> = {}) {
  const { files, skipped, problems } = discover(paths, { cwd, ...options });
  return {
    ids: files.map((file) => file.id),
    skipped: Object.fromEntries(skipped.map(({ path, reason }) => [path, reason])),
    problems: problems.map(({ code, message }) => `${code}: ${message}`),
    files,
  };
}

describe("a folder", () => {
  test("is read with all folders below it, by the extensions of text", () => {
    const cwd = tree({
      "ads/b.txt": "",
      "ads/a.MD": "",
      "ads/deep/er/c.text": "",
      "ads/d.markdown": "",
      "ads/e.pdf": "",
    });
    const found = find(cwd, ["ads"]);
    expect(found.ids).toEqual(["a.MD", "b.txt", "d.markdown", "deep/er/c.text"]);
    expect(found.skipped).toEqual({ "e.pdf": "not a posting by its name (.pdf)" });
    const { path, id, named } = found.files[0]!;
    expect({ path, id, named }).toEqual({ path: join(cwd, "ads/a.MD"), id: "a.MD", named: false });
  });

  test("leaves hidden files and folders out and says so, but may be hidden itself", () => {
    const cwd = tree({ ".ads/.a.txt": "", ".ads/.git/b.txt": "", ".ads/c.txt": "", ".ads/README": "" });
    const found = find(cwd, [".ads"]);
    expect(found.ids).toEqual(["c.txt"]);
    expect(found.skipped).toEqual({
      ".a.txt": "hidden file",
      ".git": "hidden folder",
      README: "not a posting by its name (no extension)",
    });
  });

  test("gives ids in code-unit order, wherever they lie", () => {
    const cwd = tree({ "b/1.txt": "", "b.txt": "", "B.txt": "", "a/2.txt": "", "é.txt": "", "b-1.txt": "" });
    expect(find(cwd, ["."]).ids).toEqual(["B.txt", "a/2.txt", "b-1.txt", "b.txt", "b/1.txt", "é.txt"]);
  });

  test("puts what lies in folders where their ids belong, among files and folders of names that begin alike", () => {
    const paths = [
      "a/x.txt",
      "a/b/x.txt",
      "a/b-/x.txt",
      "a/b.txt",
      "a-/x.txt",
      "a-b.txt",
      "a.txt",
      "a0/x.txt",
    ];
    const cwd = tree(
      Object.fromEntries(["z.txt", "ﬁ/x.txt", "😀/x.txt", ...paths].map((path) => [path, ""])),
    );
    const { ids } = find(cwd, ["."]);
    expect(ids).toHaveLength(11);
    expect(ids).toEqual([...ids].sort());
  });

  test("that is empty is no problem of its own", () => {
    const cwd = tree({});
    mkdirSync(join(cwd, "none"));
    expect(find(cwd, ["none"])).toEqual({ ids: [], skipped: {}, problems: [], files: [] });
  });

  test.skipIf(process.getuid?.() === 0)("that may not be read is skipped", () => {
    const cwd = tree({ "ads/a.txt": "", "ads/shut/b.txt": "" });
    chmodSync(join(cwd, "ads/shut"), 0);
    const found = find(cwd, ["ads"]);
    chmodSync(join(cwd, "ads/shut"), 0o700);
    expect(found.ids).toEqual(["a.txt"]);
    expect(found.skipped).toEqual({ shut: "permission denied" });
  });
});

describe("links", () => {
  test("to files are read, to folders are not followed, and circles do no harm", () => {
    const cwd = tree({ "ads/a.txt": "", "store/x.txt": "" });
    symlinkSync(join(cwd, "ads"), join(cwd, "ads/loop"));
    symlinkSync("loop.txt", join(cwd, "ads/loop.txt"));
    symlinkSync(join(cwd, "store/x.txt"), join(cwd, "ads/link.txt"));
    symlinkSync(join(cwd, "nowhere"), join(cwd, "ads/gone.txt"));
    symlinkSync(join(cwd, "store"), join(cwd, "ads/store.txt"));
    const found = find(cwd, ["ads"]);
    expect(found.ids).toEqual(["a.txt", "link.txt"]);
    expect(found.skipped).toEqual({
      loop: "not a posting by its name (no extension)",
      "loop.txt": "a link that leads in a circle",
      "gone.txt": "a link that leads nowhere",
      "store.txt": "a link to a folder, not followed",
    });
  });

  test("and other names of a file do not count it twice", () => {
    const cwd = tree({ "ads/a.txt": "" });
    symlinkSync(join(cwd, "ads"), join(cwd, "same"));
    symlinkSync("a.txt", join(cwd, "ads/b.txt"));
    expect(find(cwd, ["ads"]).ids).toHaveLength(1);
    expect(find(cwd, ["ads/a.txt", "./ads/a.txt", "ads", "same", join(cwd, "ads")]).ids).toEqual([
      "ads/a.txt",
    ]);
  });
});

describe("a named file", () => {
  test("is read whatever it is called", () => {
    const cwd = tree({ "ad.pdf": "", ".hidden": "", "in/job": "" });
    const found = find(cwd, ["./ad.pdf", ".hidden", "in/../in/job"]);
    expect(found.ids).toEqual([".hidden", "ad.pdf", "in/job"]);
    expect(found.files.every((file) => file.named)).toBe(true);
  });

  test("has its id from the current folder, or its whole path outside of it", () => {
    const cwd = tree({ "a.txt": "", "sub/b.txt": "" });
    expect(find(cwd, [join(cwd, "a.txt")]).ids).toEqual(["a.txt"]);
    expect(find(join(cwd, "sub"), ["../a.txt", "b.txt"]).ids).toEqual(["../a.txt", "b.txt"]);
    expect(find(join(cwd, "sub"), [join(cwd, "a.txt")]).ids).toEqual([join(cwd, "a.txt")]);
  });

  test("with backslashes is found", () => {
    const cwd = tree({ "in/a.txt": "" });
    expect(find(cwd, ["in\\a.txt"]).ids).toEqual(["in/a.txt"]);
  });

  test("that looks like a glob is taken as it is", () => {
    const cwd = tree({ "ad[1].txt": "", "ad1.txt": "" });
    expect(find(cwd, ["ad[1].txt"]).ids).toEqual(["ad[1].txt"]);
  });

  test("that is missing is a problem, and the others are read", () => {
    const cwd = tree({ "a.txt": "" });
    const found = find(cwd, ["no.txt", "a.txt"]);
    expect(found.ids).toEqual(["a.txt"]);
    expect(found.problems).toEqual(["path-missing: no.txt does not exist"]);
  });
});

describe("several folders", () => {
  test("keep plain ids where no two are the same", () => {
    const cwd = tree({ "x/a.txt": "", "y/b.txt": "" });
    expect(find(cwd, ["x", "y"]).ids).toEqual(["a.txt", "b.txt"]);
  });

  test("put their name in front where ids would clash, and only there", () => {
    const cwd = tree({ "x/a.txt": "", "y/a.txt": "", "y/b.txt": "", "z/c.txt": "" });
    expect(find(cwd, ["y", "x", "z"]).ids).toEqual(["c.txt", "x/a.txt", "y/a.txt", "y/b.txt"]);
  });

  test("put their path in front where names clash too", () => {
    const cwd = tree({ "1/ads/a.txt": "", "2/ads/a.txt": "" });
    expect(find(cwd, ["1/ads", "2/ads"]).ids).toEqual(["1/ads/a.txt", "2/ads/a.txt"]);
  });

  test("make room for a named file", () => {
    const cwd = tree({ "a.txt": "", "x/a.txt": "" });
    expect(find(cwd, ["a.txt", "x"]).ids).toEqual(["a.txt", "x/a.txt"]);
  });
});

describe("globs and patterns", () => {
  test("a glob gives files with their path from the current folder", () => {
    const cwd = tree({ "in/a.txt": "", "in/b.job": "", "in/deep/c.txt": "", "in/.d.txt": "" });
    expect(find(cwd, ["in/*"]).ids).toEqual(["in/a.txt", "in/b.job"]);
    expect(find(cwd, ["in/**/*.txt"]).ids).toEqual(["in/a.txt", "in/deep/c.txt"]);
    expect(find(cwd, [`${cwd}/in/*.txt`]).ids).toEqual(["in/a.txt"]);
  });

  test("a glob without a match is a problem", () => {
    const cwd = tree({ "a.txt": "" });
    expect(find(cwd, ["*.md"]).problems).toEqual(["path-missing: the pattern *.md matches no file"]);
  });

  test("include picks by name at any depth, and any extension", () => {
    const cwd = tree({ "in/a.txt": "", "in/x/b.job": "", "in/x/c.txt": "" });
    expect(find(cwd, ["in"], { include: ["*.job"] }).ids).toEqual(["x/b.job"]);
    expect(find(cwd, ["in"], { include: ["x/**"] }).ids).toEqual(["x/b.job", "x/c.txt"]);
  });

  test("exclude leaves out files and whole folders, in folders and globs, and never a named file", () => {
    const cwd = tree({ "in/a.txt": "", "in/old/b.txt": "", "in/x/old/c.txt": "", "in/x/d.draft.txt": "" });
    const exclude = ["old", "*.draft.txt"];
    expect(find(cwd, ["in"], { exclude }).ids).toEqual(["a.txt"]);
    expect(find(cwd, ["in/**"], { exclude }).ids).toEqual(["in/a.txt"]);
    expect(find(cwd, ["in"], { exclude: ["x/old/"] }).ids).toEqual(["a.txt", "old/b.txt", "x/d.draft.txt"]);
    expect(find(cwd, ["in/old/b.txt"], { exclude }).ids).toEqual(["in/old/b.txt"]);
  });

  test("are needed where one is named, and where a path does not exist", () => {
    const cwd = tree({ "a.txt": "", "in/a[1].txt": "" });
    expect(needsGlobs(["a.txt", "in", "in/a[1].txt"], { cwd, include: [], exclude: [] })).toBe(false);
    expect(needsGlobs(["a.txt", "*.txt"], { cwd })).toBe(true);
    expect(needsGlobs(["in"], { cwd, include: ["*.txt"] })).toBe(true);
    expect(needsGlobs(["in"], { cwd, exclude: ["old"] })).toBe(true);
  });
});
