import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSink } from "../../../src/cli/sink.js";
import { fakeIo } from "../../support/io.js";
import { folderWith } from "./fake.js";

const LONG = "long enough to be written at once ".repeat(3000);

describe("stdout", () => {
  it("gets small pieces together, large ones at once, the rest at the end", () => {
    const pieces: string[] = [];
    const sink = openSink(undefined, fakeIo({ stdout: (text) => pieces.push(String(text)) > 0 }).io);
    sink.write("a");
    sink.write("b");
    expect(pieces).toEqual([]);
    sink.write(LONG);
    expect(pieces).toEqual([`ab${LONG}`]);
    sink.write("c");
    sink.finish();
    expect(pieces.at(-1)).toBe("c");
  });

  it("tells whether bytes may be used for something else", () => {
    const bytes = new TextEncoder().encode("für");
    for (const taken of [true, false]) {
      const sink = openSink(undefined, fakeIo({ stdout: () => taken }).io);
      expect(sink.write(bytes)).toBe(taken);
      expect(sink.write(new Uint8Array())).toBe(true);
    }
  });

  it("gets bytes as they are, in their place", () => {
    const { io, outcome } = fakeIo();
    const sink = openSink(undefined, io);
    sink.write("vor ");
    sink.write(new TextEncoder().encode("für "));
    sink.write("nach");
    sink.finish();
    expect(outcome.stdout).toBe("vor für nach");
  });

  it("gets nothing of what was not written yet when the run failed", () => {
    const { io, outcome } = fakeIo();
    const sink = openSink(undefined, io);
    sink.write("half a report");
    sink.abandon();
    expect(outcome.stdout).toBe("");
  });
});

describe("a file", () => {
  const open = (file = "report.txt", files: Record<string, string> = {}) => {
    const cwd = folderWith(files);
    return { cwd, sink: openSink(file, fakeIo({ cwd }).io) };
  };
  const others = (cwd: string) => readdirSync(cwd);

  it("is there when all is written, and nothing beside it", () => {
    const { cwd, sink } = open();
    sink.write(LONG);
    sink.write("é\n");
    expect(others(cwd)).not.toContain("report.txt");
    sink.finish();
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe(`${LONG}é\n`);
    expect(others(cwd)).toEqual(["report.txt"]);
  });

  it("replaces what was there at the end, not before", () => {
    const { cwd, sink } = open("report.txt", { "report.txt": "old" });
    sink.write(LONG);
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe("old");
    sink.finish();
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe(LONG);
  });

  it("stays as it was when the run failed, and no trace is left", () => {
    const { cwd, sink } = open("report.txt", { "report.txt": "old" });
    sink.write(LONG);
    sink.abandon();
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe("old");
    expect(others(cwd)).toEqual(["report.txt"]);
  });

  it("may be empty", () => {
    const { cwd, sink } = open();
    sink.finish();
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe("");
  });

  it("that cannot be written is told before the work", () => {
    expect(() => open("no/such/folder/report.txt")).toThrow(
      /no\/such\/folder\/report.txt cannot be written \(ENOENT\)/,
    );
  });

  it("that is a folder is told before the work", () => {
    const cwd = folderWith();
    expect(() => openSink(".", fakeIo({ cwd }).io)).toThrow(/is a folder/);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("that cannot be put in its place leaves no trace", () => {
    const cwd = folderWith();
    const sink = openSink("report.txt", fakeIo({ cwd }).io);
    sink.write("x");
    // While the work goes on, somebody puts a folder where the file is to be.
    mkdirSync(join(cwd, "report.txt"));
    expect(() => sink.finish()).toThrow(/cannot be written/);
    expect(readdirSync(cwd)).toEqual(["report.txt"]);
  });
});
