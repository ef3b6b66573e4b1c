import type { Posting, Skipped } from "../types.js";

/** A file's content as it stands on disk. */
export interface RawFile {
  readonly id: string;
  /** Undecoded. */
  readonly bytes: Uint8Array;
}

/** A way to hold postings in a file. A new format is one more file and one more entry in formats.ts. */
export interface InputFormat {
  readonly id: string;
  /** With the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Whether a file is a posting as it stands, where it is plain UTF-8 and not blank: then `read` need not be asked. */
  readonly isPlain: boolean;
  /** The postings of a file, in its order; what cannot be read of it is handed on as skipped. Never throws. */
  read(file: RawFile): Iterable<Posting | Skipped>;
}
