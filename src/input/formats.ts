import type { InputFormat } from "./format.js";
import { text } from "./text.js";

/** Every format that postings are read from. */
export const INPUT_FORMATS: readonly InputFormat[] = [text];

const BY_EXTENSION: ReadonlyMap<string, InputFormat> = new Map(
  INPUT_FORMATS.flatMap((format) => format.extensions.map((extension) => [extension, format] as const)),
);
/** What nearly all files end in: no extension has to be made of their names to look it up. */
const USUAL = text.extensions[0]!;

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
  const dot = name.length - USUAL.length;
  if (name.endsWith(USUAL) && dot > 0 && name[dot - 1] !== "/") return text;
  return BY_EXTENSION.get(extensionOf(name));
}
