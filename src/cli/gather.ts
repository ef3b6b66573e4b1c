import { type Problem, problem, SkilltagError } from "../errors.js";
import {
  countFiles,
  extensionInReason,
  filesIn,
  finding,
  formatOf,
  isBlank,
  needsGlobs,
  readPostings,
} from "../input/index.js";
import { sanitize } from "../output/index.js";
import type { FileGroup, Posting, Skipped } from "../types.js";
import { type Io, STDIN, STDIN_EMPTY } from "./io.js";

/** What a command was given to read. */
export interface Input {
  /** Files, and standard input as one. */
  readonly total: number;
  /** Left out before reading. */
  readonly skipped: readonly Skipped[];
  /** Paths that are not there. */
  readonly problems: readonly Problem[];
  /** The files, where there is nothing else to read: several threads can share them. */
  readonly files: readonly FileGroup[] | null;
  /** Postings and what could not be read, in order of id. A posting's bytes are valid until the next one. */
  items(): Iterable<Posting | Skipped>;
}

/**
 * Finds what the paths name and, where `-` is among them, reads standard input.
 * @param onFound told how many files there are so far, folder by folder
 */
export async function gather(
  paths: readonly string[],
  options: { readonly include: readonly string[]; readonly exclude: readonly string[] },
  io: Io,
  onFound: (files: number) => void | Promise<void> = () => {},
): Promise<Input> {
  const named = paths.filter((path) => path !== STDIN);
  const settings = { cwd: io.cwd, include: options.include, exclude: options.exclude };
  const globs = needsGlobs(named, settings) ? (await import("../input/globs.js")).globs : null;
  const steps = finding(named, settings, globs);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await onFound(step.value);
  const { groups, skipped, problems } = step.value;
  const count = countFiles(groups);
  const read = paths.includes(STDIN) ? await io.readStdin() : null;
  const stdin = read === null || isBlank(read) ? null : read;
  if (read !== null && stdin === null && paths.every((path) => path === STDIN)) {
    throw new SkilltagError("stdin-empty", STDIN_EMPTY);
  }
  const missing = read !== null && stdin === null ? [problem("stdin-empty", STDIN_EMPTY, null)] : [];
  return {
    total: count + (stdin ? 1 : 0),
    skipped,
    problems: [...problems, ...missing],
    files: stdin ? null : groups,
    *items() {
      if (stdin === null) return yield* readPostings(filesIn(groups));
      // "-" sorts before every name that a posting is likely to have; order is by code unit, as for files.
      const files = [...filesIn(groups)];
      const before = files.filter((file) => file.id < STDIN);
      yield* readPostings(before);
      yield* formatOf(STDIN).read({ id: STDIN, bytes: stdin });
      yield* readPostings(files.slice(before.length));
    },
  };
}

/** The error of a run that had nothing to count. */
export function nothingToRead(input: Input): SkilltagError {
  if (input.problems.length > 0 && input.total === 0) {
    return new SkilltagError("nothing-to-read", "none of the paths could be read");
  }
  return new SkilltagError("nothing-to-read", "there is no posting to read");
}

/** So many are named one by one. */
const NAMED_ONE_BY_ONE = 10;

/**
 * Tells on stderr what was left out or could not be read, with the reason. Files that other programs keep beside
 * postings (.json, .csv) are told by extension and number.
 */
export function tellSkipped(skipped: readonly Skipped[], options: { readonly quiet: boolean }, io: Io): void {
  if (options.quiet) return;
  const byExtension = new Map<string, number>();
  const others: Skipped[] = [];
  for (const one of skipped) {
    const extension = extensionInReason(one.reason);
    if (extension === null) others.push(one);
    else byExtension.set(extension, (byExtension.get(extension) ?? 0) + 1);
  }
  for (const [extension, count] of byExtension) {
    const are =
      count === 1 ? "1 file that is no posting by its" : `${count} files that are no postings by their`;
    io.stderr(`skipped ${are} name (${sanitize(extension)})\n`);
  }
  for (const { path, reason } of others.slice(0, NAMED_ONE_BY_ONE)) {
    io.stderr(`skipped ${sanitize(path)}: ${reason}\n`);
  }
  if (others.length > NAMED_ONE_BY_ONE) {
    io.stderr(
      `skipped ${others.length - NAMED_ONE_BY_ONE} more: --format json lists them under input.skipped\n`,
    );
  }
}
