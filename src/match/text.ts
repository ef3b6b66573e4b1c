import type { Seams } from "./fold.js";
import type { Words } from "./words.js";

/** A posting's text in every form that the matcher reads. Its arrays are used again for the next posting. */
export interface Text {
  bytes: Uint8Array;
  length: number;
  folded: Uint8Array<ArrayBuffer>;
  readonly seams: Seams;
  readonly words: Words;
}
