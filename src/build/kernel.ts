/**
 * Part of `npm run build`: compiles the kernel (src/kernel/assembly, and with it the portable files of src/context) to
 * WebAssembly.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";
import binaryen from "assemblyscript/binaryen";
import { characterTables } from "../match/index.js";

const path = (name: string) =>
  relative(process.cwd(), fileURLToPath(new URL(`../../${name}`, import.meta.url))).replaceAll("\\", "/");

/** What stands for a file that JavaScript alone can have. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  [path("src/context/facts.ts"), 'export { Facts } from "../kernel/assembly/facts";'],
  [path("src/kernel/assembly/characters.ts"), characters()],
  [
    path("src/context/bytes.ts"),
    'export { ByteSet, charactersIn, nextByte } from "../kernel/assembly/bytes";',
  ],
]);

/** The tables of characters as data of the kernel: to make them takes ten times as long as to start it. */
function characters(): string {
  return Object.entries(characterTables())
    .map(([name, table]) => {
      const type = table instanceof Uint16Array ? "u16" : "u8";
      return `export const ${name}: usize = memory.data<${type}>([${table.join()}], 64);\n`;
    })
    .join("");
}

/** A source file as AssemblyScript reads it; null where there is none. */
function readSource(name: string): string | null {
  // It takes the ending of an import for a part of the name, as TypeScript's own stands for no file.
  const file = name.replace(/\.js\.ts$/, ".ts");
  const instead = INSTEAD.get(file);
  if (instead !== undefined) return instead;
  try {
    return portable(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Imports of types are imports there, and the types of numbers are built in. */
function portable(source: string): string {
  return source
    .replace(/^import type .*\/numbers\.js";$/gm, "")
    .replace(/^import type /gm, "import ")
    .replace(/^(import \{[^}]*\} from)/gm, (whole) => whole.replace(/\btype /g, ""));
}

/** Functions of so many expressions are put where they are called; so many, if they neither loop nor call. */
const INLINED = 60;
const LIGHT_INLINED = 200;

/**
 * Optimises once more, with calls of larger functions taken out than the compiler does by itself: V8 puts no function
 * of WebAssembly into another (5 % of the time).
 */
function inlined(wasm: Uint8Array): Uint8Array {
  const { MVP, SIMD128, BulkMemory, BulkMemoryOpt, SignExt, NontrappingFPToInt, MutableGlobals } =
    binaryen.Features;
  const module = binaryen.readBinary(wasm);
  module.setFeatures(
    MVP | SIMD128 | BulkMemory | BulkMemoryOpt | SignExt | NontrappingFPToInt | MutableGlobals,
  );
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setAlwaysInlineMaxSize(INLINED);
  binaryen.setFlexibleInlineMaxSize(LIGHT_INLINED);
  module.optimize();
  module.optimize();
  if (!module.validate()) throw new Error("the optimised kernel is not valid");
  return module.emitBinary();
}

const KERNEL = path("dist/kernel/kernel.wasm");
const { error, stderr } = await main(
  [
    path("src/kernel/assembly/index.ts"),
    "--outFile",
    KERNEL,
    ...["-O3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd"],
    // Every index is inside of its array; see src/context/README.md.
    ...["--uncheckedBehavior", "always"],
    // "Expression is never null": a mark that only TypeScript needs.
    ...["--disableWarning", "210"],
    ...process.argv.slice(2),
  ],
  { readFile: readSource },
);
if (error) {
  process.stderr.write(`${stderr.toString()}${error.message}\n`);
  process.exitCode = 2;
} else writeFileSync(KERNEL, inlined(readFileSync(KERNEL)));
