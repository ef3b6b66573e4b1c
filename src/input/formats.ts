import type { InputFormat } from "./format.js";
import { text } from "./text.js";

/** Every format that postings are read from. */
export const INPUT_FORMATS: readonly InputFormat[] = [text];

const BY_EXTENSION: ReadonlyMap<string, InputFormat> = new Map(
  INPUT_FORMATS.flatMap((format) => format.extensions.map((extension) => [extension, format] as const)),
);

/** The extension of a file name with its dot, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") + 1 ? name.slice(dot).toLowerCase() : "";
}

/** Whether a file found in a folder is taken for a posting. */
export function isPostingName(name: string): boolean {
  return BY_EXTENSION.has(extensionOf(name));
}

/** The format of a file by its name; text where the name says nothing. */
export function formatOf(name: string): InputFormat {
  return BY_EXTENSION.get(extensionOf(name)) ?? text;
}
