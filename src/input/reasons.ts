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

/** Why the file system refused something, in a few words. */
export function failureReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return REASONS[code] ?? `cannot be read (${code})`;
}
