import type { InputFormat } from "./format.js";
import { text } from "./text.js";

/** Every format that postings are read from. */
export const INPUT_FORMATS: readonly InputFormat[] = [text];

const EXTENSIONS: readonly (readonly [string, InputFormat])[] = INPUT_FORMATS.flatMap((format) =>
  format.extensions.map((extension) => [extension, format] as const),
);
const BY_EXTENSION: ReadonlyMap<string, InputFormat> = new Map(EXTENSIONS);

/** The extension of a file name with its dot, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") + 1 ? name.slice(dot).toLowerCase() : "";
}

/** Whether a file found in a folder is taken for a posting. */
export function isPostingName(name: string): boolean {
  return byName(name) !== undefined;
}

/** The format of a file by its name; text where the name says nothing. */
export function formatOf(name: string): InputFormat {
  return byName(name) ?? text;
}

function byName(name: string): InputFormat | undefined {
  // Asked twice of every file, and nearly all names end in lower case: then no extension has to be made to look it up.
  for (const [extension, format] of EXTENSIONS) {
    const dot = name.length - extension.length;
    if (name.endsWith(extension) && dot > 0 && name[dot - 1] !== "/") return format;
  }
  return BY_EXTENSION.get(extensionOf(name));
}
