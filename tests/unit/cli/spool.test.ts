import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSpool, type Spool } from "../../../src/cli/spool.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "skilltag-spool-"));
  vi.stubEnv("TMPDIR", folder);
});

afterEach(() => vi.unstubAllEnvs());

/** Everything that a spool holds, from a byte on. */
function contents(spool: Spool, from = 0): string {
  const pieces: Buffer[] = [];
  spool.copyTo((piece) => pieces.push(Buffer.from(piece as Uint8Array)) > 0, from);
  return Buffer.concat(pieces).toString();
}

describe.each([
  ["in memory", 1000],
  ["in a file", 5],
  ["in a file from the start", 0],
])("a spool %s", (_, most) => {
  it("gives back what was written, whatever becomes of the bytes", () => {
    const spool = openSpool(most);
    const bytes = new TextEncoder().encode("für ");
    expect(spool.write("vor ")).toBe(true);
    expect(spool.write(bytes)).toBe(true);
    bytes.fill(0);
    spool.write("nach");
    expect(contents(spool)).toBe("vor für nach");
    expect(contents(spool)).toBe("vor für nach");
    expect(contents(spool, 4)).toBe("für nach");
    expect(contents(spool, 6)).toBe(Buffer.from("vor für nach").subarray(6).toString());
    spool.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not write over what is still to be read", () => {
    const spool = openSpool(most);
    const text = "0123456789".repeat(300_000);
    spool.write(text);
    const kept: Uint8Array[] = [];
    spool.copyTo((piece) => kept.push(piece as Uint8Array) === 0, 0);
    expect(Buffer.concat(kept).toString() === text).toBe(true);
    spool.close();
  });
});

it("says where it cannot write, and what to do", () => {
  vi.stubEnv("TMPDIR", join(folder, "nowhere"));
  const spool = openSpool(3);
  spool.write("abc");
  expect(() => spool.write("d")).toThrow(/a temporary file in .*nowhere cannot be written \(ENOENT\)/);
  spool.close();
});
