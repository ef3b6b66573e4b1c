import type { Io } from "./io.js";

/** Fewer postings are read before a bar could be looked at. */
const WORTH_A_BAR = 1000;
/** Postings between two updates. */
const STEP = 64;

export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** A progress bar on stderr: for long work only, and only where stderr is a terminal. */
export async function startProgress(total: number, quiet: boolean, io: Io): Promise<Progress> {
  if (quiet || !io.stderrIsTerminal || total < WORTH_A_BAR) return { update: () => {}, stop: () => {} };
  // Node takes as long to load it as some postings take.
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    format: "{bar} {value} of {total} postings",
    barCompleteChar: io.unicode ? "█" : "#",
    barIncompleteChar: io.unicode ? "░" : ".",
    barsize: 30,
    clearOnComplete: true,
    hideCursor: null,
  });
  bar.start(total, 0);
  let shown = 0;
  return {
    update(done) {
      if (done - shown < STEP) return;
      shown = done;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
