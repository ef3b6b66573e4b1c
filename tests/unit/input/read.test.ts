import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type InputFile, isSkipped, readPostings } from "../../../src/input/index.js";
import { tree } from "./files.js";

function read(root: string, names: string[], largest?: number): Record<string, string> {
  const files: InputFile[] = names.map((name) => ({ path: join(root, name), id: name, named: false }));
  const out: Record<string, string> = {};
  for (const item of readPostings(files, largest)) {
    if (isSkipped(item)) out[item.path] = `skipped: ${item.reason}`;
    else out[item.id] = new TextDecoder().decode(item.bytes);
  }
  return out;
}

test("files are read one after another, whatever is wrong with some", () => {
  const root = tree({ "a.txt": "one", "b.txt": "%PDF-1.4", "c.txt": "", "e.txt": "a longer one" });
  mkdirSync(join(root, "d.txt"));
  expect(read(root, ["a.txt", "b.txt", "c.txt", "d.txt", "gone.txt", "e.txt"])).toEqual({
    "a.txt": "one",
    "b.txt": "skipped: binary file",
    "c.txt": "skipped: empty file",
    "d.txt": "skipped: a folder, not a file",
    "gone.txt": "skipped: no longer there",
    "e.txt": "a longer one",
  });
});

test("a file longer than the buffer is read whole, also when it is named", () => {
  const long = "Kubernetes ".repeat(100_000);
  const root = tree({ "long.txt": long, "short.txt": "Go" });
  expect(read(root, ["long.txt", "short.txt"])).toEqual({ "long.txt": long, "short.txt": "Go" });
  const [named] = readPostings([{ path: join(root, "long.txt"), id: "long", named: true }]);
  expect(named !== undefined && !isSkipped(named) && named.bytes.length).toBe(long.length);
});

test("a file that is too large is skipped, one of just that size is not", () => {
  const root = tree({});
  writeFileSync(join(root, "large.txt"), new Uint8Array(1024 * 1024 + 1).fill(0x61));
  writeFileSync(join(root, "fits.txt"), new Uint8Array(1024 * 1024).fill(0x61));
  const found = read(root, ["large.txt", "fits.txt"], 1024 * 1024);
  expect(found["large.txt"]).toBe("skipped: larger than 1 MiB");
  expect(found["fits.txt"]).toHaveLength(1024 * 1024);
});

test("a posting's bytes hold until the next one is asked for", () => {
  const root = tree({ "a.txt": "first", "b.txt": "second" });
  const postings = readPostings(
    ["a.txt", "b.txt"].map((name) => ({ path: join(root, name), id: name, named: false })),
  );
  const first = postings.next().value;
  expect(first && !isSkipped(first) && new TextDecoder().decode(first.bytes)).toBe("first");
});

test("a copy of a posting's bytes stays", () => {
  const names = Array.from({ length: 100 }, (_, i) => `${i}.txt`);
  const root = tree(Object.fromEntries(names.map((name) => [name, `This is ${name}.`])));
  const kept: string[] = [];
  const copies: Uint8Array[] = [];
  for (const item of readPostings(
    names.map((name) => ({ path: join(root, name), id: name, named: false })),
  )) {
    if (!isSkipped(item)) copies.push(item.bytes.slice());
  }
  for (const copy of copies) kept.push(new TextDecoder().decode(copy));
  expect(kept).toEqual(names.map((name) => `This is ${name}.`));
});

test("a file that outgrows the buffer leaves those before it as they are", () => {
  const long = "Rust ".repeat(100_000);
  const root = tree({ "a.txt": "first", "b.txt": long, "c.txt": "third" });
  expect(read(root, ["a.txt", "b.txt", "c.txt"])).toEqual({
    "a.txt": "first",
    "b.txt": long,
    "c.txt": "third",
  });
});

test.skipIf(process.getuid?.() === 0)("a file without permission is skipped", () => {
  const root = tree({ "a.txt": "x" });
  chmodSync(join(root, "a.txt"), 0);
  expect(read(root, ["a.txt"])).toEqual({ "a.txt": "skipped: permission denied" });
});
