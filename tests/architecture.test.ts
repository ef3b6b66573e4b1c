import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { resolveTaxonomy } from "../src/taxonomy/load-resolve.js";
import type { CompiledTaxonomy } from "../src/types.js";
import { type Source, scanSource } from "./support/source.js";

const SRC = join(import.meta.dirname, "../src");

interface File extends Source {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The folder under src, or the file's name without ending where it stands at the top. */
  readonly layer: string;
}

const files: readonly File[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => {
    const text = readFileSync(join(SRC, path), "utf8");
    return { path, text, layer: path.replace(/\/.*|\.ts$/g, ""), ...scanSource(text) };
  });

/** Paths of the files for which `wrong` holds, with what is wrong. */
function offences(wrong: (file: File) => readonly string[] | boolean): string[] {
  return files.flatMap((file) => {
    const found = wrong(file);
    if (typeof found === "boolean") return found ? [file.path] : [];
    return found.map((what) => `${file.path}: ${what}`);
  });
}

const BASE = ["types", "errors", "folded", "numbers", "version"];
const STAGES = ["taxonomy", "packed", "input", "match", "context", "tally", "report", "evaluate", "output"];

/** What each layer may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  types: [],
  errors: [],
  folded: ["numbers"],
  numbers: [],
  version: [],
  taxonomy: ["types", "errors"],
  input: ["types", "errors"],
  match: ["types", "errors", "folded"],
  context: ["types", "errors", "folded", "numbers"],
  tally: ["types", "errors"],
  // It sums tallies up.
  report: ["types", "errors", "tally"],
  evaluate: ["types", "errors"],
  packed: ["types", "errors"],
  output: ["types", "errors"],
  // Matching and judging in one, as WebAssembly.
  kernel: [...BASE, "match", "context"],
  parallel: [...BASE, ...STAGES, "kernel"],
  analyze: [...BASE, ...STAGES, "kernel", "parallel"],
  // What commands leave of a taxonomy, for the main thread and the others alike.
  select: [...BASE, "output"],
  // A thread's share of a run, for the main thread and the others alike.
  batch: [...BASE, ...STAGES, "kernel", "analyze", "select"],
  worker: ["batch", "input", "packed"],
  index: [...BASE, ...STAGES, "kernel", "parallel", "analyze"],
  // Run by `npm run build`, and imported by nothing.
  build: [...BASE, ...STAGES, "parallel", "batch", "worker", "cli"],
  cli: [...BASE, ...STAGES, "kernel", "parallel", "analyze", "index", "select", "batch", "worker"],
};

/** Where each package may be imported: a replacement then touches one layer. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  chalk: /^output\//,
  assemblyscript: /^build\//,
  esbuild: /^build\//,
  "cli-progress": /^cli\//,
  "cli-table3": /^output\//,
  commander: /^cli\//,
  "csv-stringify": /^output\/|^taxonomy\/export\.ts$/,
  "fast-glob": /^input\//,
  "fastest-levenshtein": /^taxonomy\/|^select\.ts$/,
  isbinaryfile: /^input\//,
  "string-width": /^output\//,
  yaml: /^taxonomy\/load/,
  zod: /^taxonomy\//,
};

/** Not needed by who installs the package. */
const BUILD_ONLY: readonly string[] = ["assemblyscript", "esbuild"];

/** These run in a browser too. */
const PURE =
  /^((packed|match|context|kernel|tally|report|evaluate|output)\/|taxonomy\/compile|(types|errors|folded|numbers|version)\.ts$)/;

describe("imports", () => {
  it("finds the source", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  it("run one way: base ← stages ← kernel ← parallel ← analyze ← index ← cli; stages do not import each other", () => {
    const wrong = offences((file) => {
      const allowed = MAY_IMPORT[file.layer];
      if (!allowed) return ["a folder or file that the architecture does not know"];
      return localImports(file).filter((layer) => layer !== file.layer && !allowed.includes(layer));
    });
    expect(wrong).toEqual([]);
  });

  it("reach into another layer only, never out of src", () => {
    const wrong = offences((file) => file.imports.filter((name) => resolveFrom(file.path, name) === null));
    expect(wrong).toEqual([]);
  });

  it("touch the file system only where files are read and written", () => {
    const allowed = /^(input|parallel|cli|build)\/|^taxonomy\/load/;
    expect(
      offences((file) => !allowed.test(file.path) && file.imports.some((name) => /^(node:)?fs\b/.test(name))),
    ).toEqual([]);
  });

  it("name packages of package.json only, each where it belongs", () => {
    const wrong = offences((file) =>
      packagesOf(file).filter((name) => !(PACKAGES[name]?.test(file.path) ?? false)),
    );
    expect(wrong).toEqual([]);
    const used = [...new Set(files.flatMap(packagesOf))].sort();
    const { dependencies } = JSON.parse(readFileSync(join(SRC, "../package.json"), "utf8"));
    expect(used.filter((name) => !BUILD_ONLY.includes(name))).toEqual(Object.keys(dependencies).sort());
  });

  it("leave Node out where the code runs in a browser", () => {
    const wrong = offences(
      (file) =>
        PURE.test(file.path) &&
        (file.imports.some((name) => name.startsWith("node:")) || /\bBuffer\b/.test(file.code)),
    );
    expect(wrong).toEqual([]);
  });
});

/** Files of src/context that only JavaScript reads; AssemblyScript reads all others as well. */
const NOT_PORTABLE = /^context\/(index|judge|facts|vocabulary|records|texts|rules|analysis|groups)\.ts$/;

describe("portable code", () => {
  const portable = files.filter(
    (file) => (file.layer === "context" && !NOT_PORTABLE.test(file.path)) || file.layer === "folded",
  );

  it("imports nothing that is not", () => {
    expect(portable.length).toBeGreaterThan(25);
    const wrong = portable.flatMap((file) =>
      file.imports
        .map((name) => resolveFrom(file.path, name)!.replace(/\.js$/, ".ts"))
        // The kernel has facts of its own.
        .filter((path) => path !== "numbers.ts" && path !== "context/facts.ts")
        .filter((path) => !portable.some((other) => other.path === path))
        .map((path) => `${file.path}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("makes no object while a posting is judged", () => {
    const wrong = offences((file) =>
      portable.includes(file)
        ? (file.code.match(/^(?!(export )?const |\s+(private )?(readonly )?\w+: ).*\bnew \w.*$/gm) ?? [])
        : [],
    );
    // Lists that grow, and the tables that are made at start.
    expect(wrong.filter((line) => !/wider = new|table = new|^context\/words/.test(line))).toEqual([]);
  });
});

describe("code", () => {
  it("does not print past the Io", () => {
    expect(offences((file) => /\bconsole\s*\./.test(file.code))).toEqual([]);
  });

  it("touches the process only in the command line and in the build", () => {
    const allowed = /^(cli|build)\//;
    expect(offences((file) => !allowed.test(file.path) && /\bprocess\s*\./.test(file.code))).toEqual([]);
  });

  it("stays in files that can be read in one sitting", () => {
    const longest = 260;
    const wrong = offences((file) => {
      const lines = file.text.split("\n").length - 1;
      // Declarations and their comments, to be looked things up in.
      return lines > longest && file.path !== "types.ts" ? [`${lines} lines`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe("vocabulary is data", () => {
  let taxonomy: CompiledTaxonomy;
  beforeAll(async () => {
    taxonomy = (await resolveTaxonomy("mlops", SRC)).taxonomy;
  });

  /** Words that a program needs and that are tools as well. */
  const ORDINARY: Readonly<Record<string, string>> = {
    JSON: "the output format",
    Markdown: "the output format",
    Excel: "who reads the CSV",
    YAML: "the format of a taxonomy file",
  };

  it("stands in no text of the code: no tool's name, no exact form of four letters or more", () => {
    const words = new Set([
      ...taxonomy.tools.map((tool) => tool.name),
      ...taxonomy.aliases
        .filter((alias) => alias.case === "exact" && /\p{Lu}/u.test(alias.text))
        .map((alias) => alias.text),
    ]);
    const known = [...words].filter((word) => word.length >= 4 && !(word in ORDINARY));
    const judging = /^(match|context|kernel|tally|report|cli)\/|^analyze\.ts$/;
    const wrong = offences((file) => {
      if (!judging.test(file.path)) return [];
      const texts = file.strings.join("\n");
      return known.filter((word) => texts.includes(word) && wholeWord(word).test(texts));
    });
    expect(wrong).toEqual([]);
  });
});

function wholeWord(word: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
    "u",
  );
}

/** The layers that a file imports. */
function localImports(file: File): string[] {
  return file.imports
    .map((name) => resolveFrom(file.path, name))
    .filter((target) => target !== null && target !== "")
    .map((target) => target!.replace(/\/.*|\.js$/g, ""));
}

/** The path under src that a relative import names; "" for a package, null for a path outside src. */
function resolveFrom(path: string, name: string): string | null {
  if (!name.startsWith(".")) return "";
  const parts = path.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function packagesOf(file: File): string[] {
  return file.imports
    .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}
