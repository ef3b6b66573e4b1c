import { isUtf8 } from "node:buffer";
import { isBinaryFileSync } from "isbinaryfile";
import { windows1252ToUtf8 } from "./windows-1252.js";

/** The encodings that a posting may be written in. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A posting's text in UTF-8 without a byte order mark, or the news that it is no text. */
export type Decoded = { readonly bytes: Uint8Array; readonly encoding: Encoding } | { readonly binary: true };

const BINARY: Decoded = { binary: true };

/** Binary formats show themselves early; a stray NUL late in a long ad is no reason to leave it out. */
const HEAD = 512;

/**
 * Reads bytes as text: by the byte order mark, else as UTF-8, else as Windows-1252. UTF-8 is handed back without
 * copying it. Nothing else is changed: line ends and all characters stay.
 */
export function decode(bytes: Uint8Array): Decoded {
  // Not taken apart as a list: that is slow, and every posting comes by here.
  const a = bytes[0];
  const b = bytes[1];
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes, "utf-16be");
  const marked = a === 0xef && b === 0xbb && bytes[2] === 0xbf;
  const text = marked ? bytes.subarray(3) : bytes;
  if (isPdf(text)) return BINARY;
  if (isUtf8(text)) return hasEarlyNul(text) ? BINARY : { bytes: text, encoding: "utf-8" };
  if (isBinary(text)) return BINARY;
  return (
    (marked ? replaceInvalid(text) : repairUtf8(text)) ?? {
      bytes: windows1252ToUtf8(text),
      encoding: "windows-1252",
    }
  );
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  // The decoder takes the byte order mark away. NULs are left where it was UTF-32, or no text at all.
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes("\0") ? BINARY : { bytes: new TextEncoder().encode(text), encoding };
}

/** The start of a PDF is plain text, and short ones hold nothing else. */
function isPdf(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46 && bytes[4] === 0x2d
  );
}

function hasEarlyNul(bytes: Uint8Array): boolean {
  // Backward from the end of the head: forward, all of a text would be looked at to find nothing.
  return bytes.lastIndexOf(0, HEAD - 1) !== -1;
}

/**
 * Whether bytes that are not UTF-8 are no text either. The library takes many accented letters, or a chance likeness
 * to Protocol Buffers, for binary; legacy text has both, but it has no control characters.
 */
function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  return head.some(isControl) && isBinaryFileSync(head, head.length);
}

/** Control characters that text does not have; tab to carriage return, backspace and escape do occur in it. */
function isControl(byte: number): boolean {
  return byte < 0x08 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
}

/**
 * UTF-8 with a few broken places (cut off in a character, glued from two sources) is still UTF-8: as Windows-1252
 * every accent and bullet of it would turn into two or three wrong letters. Null where most of it is broken.
 */
function repairUtf8(bytes: Uint8Array): Decoded | null {
  const repaired = replaceInvalid(bytes);
  const text = new TextDecoder().decode(repaired.bytes);
  const wrong = text.split("\ufffd").length - 1;
  const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return wrong * 4 < beyondAscii ? repaired : null;
}

function replaceInvalid(bytes: Uint8Array): { bytes: Uint8Array; encoding: "utf-8" } {
  return { bytes: new TextEncoder().encode(new TextDecoder().decode(bytes)), encoding: "utf-8" };
}
