import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SkilltagError } from "../errors.js";
import type { Sink } from "./sink.js";

/** Holds text until what stands before it is known. */
export interface Spool {
  /** Always true: the bytes are copied. */
  readonly write: Sink["write"];
  /** Hands on all that was written, from the byte `from` on. */
  copyTo(write: Sink["write"], from: number): void;
  /** Lets go of everything. */
  close(): void;
}

/** So many bytes are held in memory; what is more goes into a temporary file. */
const IN_MEMORY = 16 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/**
 * Opens a spool. Its file stands in the system's folder for temporary files, is readable for its owner only, and is
 * gone when the process is.
 * @param most bytes to hold in memory
 */
export function openSpool(most = IN_MEMORY): Spool {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let file: TemporaryFile | null = null;

  return {
    write(text) {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      length += bytes.length;
      if (file === null && length <= most) {
        // The caller may use its bytes again.
        pieces.push(typeof text === "string" ? bytes : bytes.slice());
        return true;
      }
      if (file === null) {
        file = openTemporary();
        for (const piece of pieces) file.write(piece);
        pieces = [];
      }
      file.write(bytes);
      return true;
    },
    copyTo(write, from) {
      if (file !== null) {
        file.copyTo(write, from);
        return;
      }
      let skip = from;
      for (const piece of pieces) {
        if (piece.length > skip) write(piece.subarray(skip));
        skip = Math.max(0, skip - piece.length);
      }
    },
    close() {
      file?.close();
      file = null;
      pieces = [];
    },
  };
}

interface TemporaryFile {
  write(bytes: Uint8Array): void;
  copyTo(write: Sink["write"], from: number): void;
  close(): void;
}

function openTemporary(): TemporaryFile {
  const path = join(tmpdir(), `skilltag-${randomUUID()}`);
  const orFail = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new SkilltagError("cannot-write", `a temporary file in ${tmpdir()} cannot be written (${code})`, {
        hint: "Set TMPDIR to a folder with room, or choose --format ndjson, which needs none.",
      });
    }
  };
  const descriptor = orFail(() => openSync(path, "wx+", 0o600));
  // Without its name it lives as long as it is open. Where an open file keeps its name (Windows), close removes it.
  const remove = () => rmSync(path, { force: true });
  try {
    remove();
  } catch {
    process.once("exit", remove);
  }
  return {
    write(bytes) {
      orFail(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      });
    },
    copyTo(write, from) {
      let chunk = new Uint8Array(CHUNK);
      for (let at = from; ; ) {
        const read = orFail(() => readSync(descriptor, chunk, 0, chunk.length, at));
        if (read === 0) return;
        at += read;
        if (!write(chunk.subarray(0, read))) chunk = new Uint8Array(CHUNK);
      }
    },
    close() {
      closeSync(descriptor);
      remove();
    },
  };
}
