import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import binaryen from "assemblyscript/binaryen";
import { describe, expect, it } from "vitest";
import { Kernel } from "../../../src/kernel/index.js";
import { compileAhead, compiledAhead } from "../../../src/parallel/compiled.js";
import { compileKernel, kernelBytes } from "../../../src/parallel/kernel.js";
import { EVERYTHING } from "../../../src/types.js";
import { TAXONOMY } from "../context/taxonomy.js";

const file = join(mkdtempSync(join(tmpdir(), "skilltag-compiled-")), "kernel.cache");
const bytes = kernelBytes();
const kept = compileAhead(bytes, compileKernel)!;

/** What is read of a file of this content, for a kernel of these bytes. */
function read(content: Uint8Array, kernel: Uint8Array = bytes) {
  writeFileSync(file, content);
  return compiledAhead(kernel, file);
}

describe("a kernel that was compiled ahead", () => {
  it("says the same", () => {
    const posting = {
      id: "a",
      bytes: new TextEncoder().encode("# Engineer\n\nKubernetes is a must, AWS or GCP, Go is a plus.\n"),
    };
    const [ahead, now] = [read(kept), compileKernel(bytes)].map((module) =>
      new Kernel(module!, TAXONOMY).analyze(posting, "Engineer", EVERYTHING),
    );
    expect(ahead).toEqual(now);
    expect(ahead!.tools.length).toBeGreaterThan(2);
  });

  it("is of the same kernel, and whole", () => {
    expect(compiledAhead(bytes, `${file}.none`)).toBeNull();
    for (const length of [0, 1, 8, 100, bytes.length + 8, kept.length - 1])
      expect(read(kept.subarray(0, length))).toBeNull();
    expect(read(Buffer.concat([kept, Buffer.alloc(1)]))).toBeNull();
    const other = bytes.slice();
    other[other.length - 1]!++;
    expect(read(kept, other)).toBeNull();
    expect(read(kept, Buffer.concat([bytes, Buffer.alloc(1)]))).toBeNull();
  });

  it("leaves V8 as it was", () => {
    read(kept);
    expect(() => runInThisContext("%IsJSReceiver(1)")).toThrow(SyntaxError);
  });

  it("calls no function from itself, for it does not look whether the stack is used up", () => {
    const module = binaryen.readBinary(bytes);
    module.setFeatures(binaryen.Features.All);
    const calls = new Map<string, Set<string>>();
    let caller = "";
    for (const line of module.emitText().split("\n")) {
      caller = /^ \(func \$(\S+)/.exec(line)?.[1] ?? caller;
      const called = calls.get(caller) ?? new Set();
      for (const [, name] of line.matchAll(/\((?:return_)?call \$([^\s)]+)/g)) called.add(name!);
      calls.set(caller, called);
    }
    expect(calls.size).toBeGreaterThan(100);
    // What calls nothing of the rest is taken away until nothing is left, or a circle.
    for (let left = -1; left !== calls.size; ) {
      left = calls.size;
      for (const [name, called] of calls) if (![...called].some((one) => calls.has(one))) calls.delete(name);
    }
    expect([...calls.keys()]).toEqual([]);
  });
});
