import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { SkilltagError } from "../errors.js";
import type { Io } from "./io.js";

/** Where a command's data goes. */
export interface Sink {
  /** Bytes are text in UTF-8. False: they may still be to be written, and must stay as they are. */
  write(text: string | Uint8Array): boolean;
  /** Everything was written: puts a file in its place. */
  finish(): void;
  /** The run failed: leaves no trace, and an existing file as it was. */
  abandon(): void;
}

/** Small pieces are gathered to so many characters: a system call a posting costs more than judging it. */
const CHUNK = 64 * 1024;

/**
 * Opens a file, or stdout where none is named. The file is written beside its place and put there at the end, so that
 * a bad path is told before the work and a run that fails leaves what was there.
 * @throws SkilltagError `cannot-write`
 */
export function openSink(file: string | undefined, io: Io): Sink {
  if (file === undefined)
    return gathered(
      io.stdout,
      () => {},
      () => {},
    );
  const path = resolve(io.cwd, file);
  const temporary = `${path}.${process.pid}.part`;
  const failed = (error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return new SkilltagError("cannot-write", `${file} cannot be written (${code})`);
  };
  // Told now: that a folder cannot be replaced by a file would be found out only when the work is done.
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SkilltagError("cannot-write", `${file} is a folder`, { hint: "Name a file." });
  }
  let descriptor: number;
  try {
    descriptor = openSync(temporary, "w");
  } catch (error) {
    throw failed(error);
  }
  let open = true;
  const close = () => {
    // A run may fail after the file was closed, and is then abandoned.
    if (open) closeSync(descriptor);
    open = false;
  };
  const drop = () => rmSync(temporary, { force: true });
  return gathered(
    (text) => {
      try {
        const bytes = typeof text === "string" ? Buffer.from(text) : text;
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
        return true;
      } catch (error) {
        throw failed(error);
      }
    },
    () => {
      close();
      try {
        renameSync(temporary, path);
      } catch (error) {
        drop();
        throw failed(error);
      }
    },
    () => {
      close();
      drop();
    },
  );
}

function gathered(write: Sink["write"], finish: () => void, abandon: () => void): Sink {
  let pending = "";
  const flush = () => {
    if (pending !== "") write(pending);
    pending = "";
  };
  return {
    write(text) {
      if (typeof text === "string") {
        pending += text;
        if (pending.length >= CHUNK) flush();
        return true;
      }
      flush();
      return text.length === 0 || write(text);
    },
    finish() {
      flush();
      finish();
    },
    abandon() {
      pending = "";
      abandon();
    },
  };
}
