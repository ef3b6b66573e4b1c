import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BatchSetup, createBatches } from "../../src/batch.js";
import { countFiles, decode, findFiles, isBlank, titleOf } from "../../src/input/index.js";
import { Kernel, LONGEST_TEXT } from "../../src/kernel/index.js";
import { matchTables } from "../../src/match/index.js";
import { DEFAULT_RENDER_OPTIONS, outputFormat } from "../../src/output/index.js";
import { loadKernel } from "../../src/parallel/kernel.js";
import { factsOf } from "../../src/select.js";
import { resolveTaxonomy } from "../../src/taxonomy/load-resolve.js";
import type { FileGroup } from "../../src/types.js";
import { textsAbout } from "./texts.js";

const { taxonomy: compiled } = await resolveTaxonomy("mlops", import.meta.dirname);
const taxonomy = { ...compiled, tables: matchTables(compiled) };
const csv = (await outputFormat("csv")!.load()).stream!;
const setup: BatchSetup = {
  selection: null,
  explain: false,
  format: "csv",
  render: DEFAULT_RENDER_OPTIONS,
  asText: true,
  mentions: false,
  counts: false,
  kernel: loadKernel(),
};
// As one thread has them: they are used for one batch after another.
const fast = await createBatches(taxonomy, setup);
const plain = await createBatches(taxonomy, { ...setup, kernel: null });

/** What the command reads of a folder. */
function filesOf(folder: string): readonly FileGroup[] {
  return findFiles([folder], { cwd: folder }, null).groups;
}

/** Says the same of a tree of files, whether they go through the kernel's memory or not. */
function expectAlike(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): void {
  const folder = mkdtempSync(join(tmpdir(), "skilltag-"));
  try {
    for (const { path, bytes } of files) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const groups = filesOf(folder);
    const batch = { files: groups, count: countFiles(groups), mostRows: Number.POSITIVE_INFINITY };
    const [a, b] = [fast, plain].map((batches) => {
      const before = batches.tally().postings;
      const { text, ...rest } = batches.analyze(batch, []);
      return { text: new TextDecoder().decode(text), ...rest, postings: batches.tally().postings - before };
    });
    expect(a).toEqual(b);
    expect(a!.postings + a!.skipped.length).toBe(batch.count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
const POSTING = "Ops Engineer – Zürich\nYou know Kubernetes, AWS or GCP.\n";
const utf8 = (text: string) => new TextEncoder().encode(text);

const path = fc
  .tuple(
    fc.constantFrom("", "a/", "a/b/", "a-/", "=1, 2/", 'say "hi"/', "ü/"),
    fc.constantFrom("a", "b", "ö", "x, y", '"q"', "=f", "two\nlines", "日本", "z".repeat(200)),
    fc.constantFrom(".txt", ".md", ".TXT"),
  )
  .map((parts) => parts.join(""));

/** Bytes that begin, go on and break characters of UTF-8. */
const odd = fc.constantFrom(
  ...[0x00, 0x09, 0x20, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0],
  ...[0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
);
const bytes = fc.oneof(
  textsAbout(compiled).map(utf8),
  fc.constantFrom(
    ...["", " \n\t\r\n ", "\ufeff", `\ufeff${POSTING}`, `\ufeff\ufeff${POSTING}`, `\n\n ${POSTING}`].map(
      utf8,
    ),
    ...["%PDF-1.4 AWS", "%PDF", "%PD", "\0AWS", `${"x ".repeat(255)}\0AWS`, `${"x ".repeat(256)}\0AWS`].map(
      utf8,
    ),
    ...[latin1("Zürich: AWS"), latin1("\x01\x02ÿ AWS"), utf16(POSTING), utf16("\0"), latin1("\xff\xfe\0")],
    ...[1, 0, -1].map((more) => utf8("AWS, ".repeat(LONGEST_TEXT).slice(0, LONGEST_TEXT - more))),
    utf8("AWS, ".repeat(LONGEST_TEXT)),
  ),
  fc
    .array(odd, { maxLength: 6 })
    .map((some) => new Uint8Array([...utf8("Kubernetes"), ...some, ...utf8("AWS")])),
);

it("files say the same by way of the kernel's memory", () => {
  const files = fc.uniqueArray(fc.record({ path, bytes }), { selector: (file) => file.path, maxLength: 12 });
  fc.assert(fc.property(files, expectAlike), { numRuns: 150 });
});

describe("the kernel by itself", () => {
  const { sheet } = csv(factsOf(taxonomy, null, taxonomy.tools), DEFAULT_RENDER_OPTIONS)!;
  let content: Uint8Array = new Uint8Array(0);
  /** What is left behind the file of one that was read before. */
  let behind = 0;
  const writer = new Kernel(loadKernel()!, taxonomy).lineWriter(
    sheet!,
    titleOf,
    (_, memory, at) => {
      memory.fill(behind, at, at + content.length + 16).set(content, at);
      return content.length;
    },
    () => {},
  )!;
  const isTaken = (bytes: Uint8Array, left: number) => {
    content = bytes;
    behind = left;
    return writer.addFiles({ path: "", id: "", named: false, names: ["a.txt"] }, () => {}) === 1;
  };
  const isPlain = (bytes: Uint8Array) => {
    const decoded = decode(bytes);
    return (
      "bytes" in decoded &&
      decoded.bytes.length === bytes.length &&
      decoded.encoding === "utf-8" &&
      !isBlank(bytes)
    );
  };

  it("takes those files that are plain text", () => {
    const character = fc
      .tuple(
        fc.constantFrom(0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5),
        fc.constantFrom(0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf),
        fc.nat(2),
      )
      .map(([lead, second, rest]) => [lead, second, ...[0x80, 0xbf].slice(0, rest)]);
    const parts = fc.oneof(
      character,
      fc.array(odd, { maxLength: 4 }),
      fc.nat(40).map((size) => Array.from("x".repeat(size), () => 0x78)),
    );
    const text = fc
      .array(parts, { maxLength: 4 })
      .map((all) => new Uint8Array([...utf8("Ops\n"), ...all.flat()]));
    fc.assert(
      fc.property(text, fc.constantFrom(0, 0x41, 0x80, 0xa0), (bytes, left) => {
        expect(isTaken(bytes, left)).toBe(isPlain(bytes));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([510, 511, 512, 513])("a NUL behind %i bytes", (size) => {
    const bytes = utf8(`Ops\n${"x".repeat(size - 4)}\0`);
    expect(isTaken(bytes, 0x41)).toBe(isPlain(bytes));
    expect(isTaken(bytes.subarray(0, -1), 0)).toBe(true);
  });

  it("leaves what begins like something else, and what is blank", () => {
    for (const text of ["%PDF-1.4 AWS", "\ufeffOps", "", " \n\t\v\f\r\n"])
      expect(isTaken(utf8(text), 0x41)).toBe(false);
    for (const text of ["%PD", "%Ops", "\n\nOps\nx", "x"]) expect(isTaken(utf8(text), 0x2d)).toBe(true);
  });
});

it("more files than are read at once, of which some are odd, keep their order", () => {
  const contents = [POSTING, "", "Ops\nAWS", `${"AWS, ".repeat(LONGEST_TEXT / 5)}AWS`, "\0", POSTING];
  expectAlike(
    Array.from({ length: 300 }, (_, i) => ({
      path: `${i % 7 === 0 ? "deep/" : ""}${i}.txt`,
      bytes: utf8(i % 5 === 0 ? contents[(i / 5) % contents.length]! : `Engineer ${i}\nAzure\n`),
    })),
  );
});

it("files that are long, though not too long, go through it with less room for others", () => {
  const text = `Engineer\n${"You know Kubernetes. ".repeat(2000)}`;
  expectAlike(Array.from({ length: 70 }, (_, i) => ({ path: `${i}.txt`, bytes: utf8(`${i} ${text}`) })));
});

it("a file that went away meanwhile is skipped", () => {
  const folder = mkdtempSync(join(tmpdir(), "skilltag-"));
  for (const name of ["a", "b", "c"]) writeFileSync(join(folder, `${name}.txt`), POSTING);
  const files = filesOf(folder);
  rmSync(join(folder, "b.txt"));
  const part = fast.analyze({ files, count: 3, mostRows: 3 }, []);
  expect(part.skipped).toEqual([{ path: "b.txt", reason: "no longer there" }]);
  expect(new TextDecoder().decode(part.text).match(/^[a-c]\.txt/gm)).toEqual(["a.txt", "c.txt"]);
  rmSync(folder, { recursive: true });
});
