import { decode } from "./decode.js";
import type { InputFormat } from "./format.js";

/** Plain text and markdown: a file is a posting, unless nothing stands in it. */
export const text: InputFormat = {
  id: "text",
  isPlain: true,
  extensions: [".txt", ".text", ".md", ".markdown"],
  read({ id, bytes }) {
    const decoded = decode(bytes);
    if ("binary" in decoded) return [{ path: id, reason: "binary file" }];
    return [isBlank(decoded.bytes) ? { path: id, reason: "empty file" } : { id, bytes: decoded.bytes }];
  },
};

/** Whether nothing but spaces and line ends stands in a text: counted as a posting, it would water down every share. */
export function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
  return true;
}
