/** Part of `npm run build`: compiles the kernel of the matcher (src/match/kernel) to WebAssembly. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

const path = (name: string) =>
  relative(process.cwd(), fileURLToPath(new URL(`../../${name}`, import.meta.url)));

const { error, stderr } = await main([
  path("src/match/kernel/index.ts"),
  "--outFile",
  path("dist/match/kernel.wasm"),
  ...["-O3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd", "--importMemory"],
]);
if (error) {
  process.stderr.write(`${stderr.toString()}${error.message}\n`);
  process.exitCode = 2;
}
