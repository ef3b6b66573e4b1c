import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startProgress } from "../../../src/cli/progress.js";
import { fakeIo } from "../../support/io.js";

const bars = vi.hoisted(() => [] as { calls: string[] }[]);
vi.mock("cli-progress", () => ({
  SingleBar: class {
    readonly calls: string[] = [];
    constructor() {
      bars.push(this);
    }
    start(total: number) {
      this.calls.push(`start ${total}`);
    }
    update(done: number) {
      this.calls.push(`update ${done}`);
    }
    stop() {
      this.calls.push("stop");
    }
  },
}));

beforeEach(() => {
  bars.length = 0;
});
afterEach(() => {
  bars.length = 0;
});

describe("progress", () => {
  it.each([
    ["where stderr is no terminal", 5000, false, false],
    ["where it is to be quiet", 5000, true, true],
    ["for a handful of postings", 999, false, true],
  ])("is not shown %s", async (_, total, quiet, stderrIsTerminal) => {
    const progress = await startProgress(total, quiet, fakeIo({ stderrIsTerminal }).io);
    progress.update(64);
    progress.stop();
    expect(bars).toEqual([]);
  });

  it("is shown on a terminal for long work, and not at every posting", async () => {
    const progress = await startProgress(1000, false, fakeIo({ stderrIsTerminal: true }).io);
    for (let done = 1; done <= 130; done++) progress.update(done);
    progress.stop();
    expect(bars[0]!.calls).toEqual(["start 1000", "update 64", "update 128", "stop"]);
  });
});
