import { decode } from "./decode.js";
import type { InputFormat } from "./format.js";

/** Plain text and markdown: a file is a posting. */
export const text: InputFormat = {
  id: "text",
  extensions: [".txt", ".text", ".md", ".markdown"],
  read({ id, bytes }) {
    const decoded = decode(bytes);
    return "binary" in decoded ? [{ path: id, reason: "binary file" }] : [{ id, bytes: decoded.bytes }];
  },
};
