const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no longer there",
  EISDIR: "a folder, not a file",
  ENOTDIR: "no longer there",
  ELOOP: "a link that leads in a circle",
  EMFILE: "too many open files",
  EIO: "the disk could not read it",
};

const BY_NAME = /^not a posting by its name \((.+)\)$/;

/** Why a file of a folder was not opened: its extension is not one of those that postings have. */
export function notByName(extension: string): string {
  return `not a posting by its name (${extension === "" ? "no extension" : extension})`;
}

/** The extension in a reason of `notByName`; null for all other reasons. */
export function extensionInReason(reason: string): string | null {
  return BY_NAME.exec(reason)?.[1] ?? null;
}

/** Why the file system refused something, in a few words. */
export function failureReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return REASONS[code] ?? `cannot be read (${code})`;
}
