import type { FoldNotes } from "./fold.js";

/** A posting's text in every form that the matcher reads. Its arrays are used again for the next posting. */
export interface Text extends FoldNotes {
  bytes: Uint8Array;
  length: number;
  folded: Uint8Array<ArrayBuffer>;
}
