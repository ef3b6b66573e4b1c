/**
 * Everything that can be wrong, by a stable code, with what to do about it. A message says what is wrong here; the
 * hint says how to mend it. Both are plain text: who prints them may colour them.
 */

/** How to mend a problem of each code, where nothing more exact is known on the spot. */
export const ERRORS = {
  // The taxonomy: its files
  "missing-file": "Name a file that exists, or take the reference to it away.",
  "yaml-syntax": "Mend the YAML at the caret; indentation and quotes are the usual causes.",
  "duplicate-key": "Keep one of the two keys and join their values.",
  "unknown-field": "Take the field away, or correct its spelling; taxonomy/README.md lists the fields.",
  "missing-field": "Add the field; taxonomy/README.md shows where it stands.",
  "wrong-type":
    "Write the value in the form that is asked for; put quotes around text that YAML reads as something else.",
  "bad-value": "Use one of the values that taxonomy/README.md lists.",
  "bad-version": "Write the version as three numbers: 1.0.0.",
  // The taxonomy: its meaning
  "duplicate-group": "Keep one group of this id.",
  "unknown-group": "Correct the group's id, or add the group to the taxonomy.",
  "empty-group": "Add a tool to the group, or take the group away.",
  "missing-category": "Give the tool a category: the tools of an open group are reported by category.",
  "duplicate-tool": "Keep one entry and join their aliases.",
  "unknown-tool": "Correct the tool's name, or add the tool.",
  "tool-without-alias": "Add an alias, or take `name_is_alias: false` away.",
  "duplicate-alias": "Keep the alias with the tool that it means most often, or give both a longer form.",
  "unknown-alias": "Correct the alias; `skilltag taxonomy show TOOL` lists what a tool has.",
  "shadowed-alias": "Take it away: the other form finds the same text.",
  "ambiguous-without-specs":
    "Add sentences to `specs` until there are two under accept and two under reject.",
  "cue-without-words":
    "Name an evidence set (`evidence`) or words of its own (`cues`), or take `cue` out of `needs`.",
  unsorted: "Sort the tools of the file by name, without regard to case.",
  "unknown-counts-for": "Name a tool of the taxonomy by its canonical name.",
  "counts-for-cycle": "Take one `counts_for` of the circle away.",
  "unknown-evidence-set": "Name a set of cues/evidence.yaml, or add it there.",
  "version-too-low": "Raise the version in the manifest.",
  "unknown-release": "List the folder taxonomy/releases, or name a file.",
  "release-exists": "Raise the version in the manifest first: a release is never changed.",
  "bad-compiled-file": "Make the file again with `skilltag taxonomy freeze`, or name another one.",
  // The command line
  usage: "Run the command with --help.",
  // Input
  "path-missing": "Check the path; a relative one starts at the current folder.",
  "nothing-to-read": "Name a folder with .txt, .text or .md files, or a file of any name.",
  "stdin-empty": "Pipe a posting into the command, or name a file.",
  unreadable: "Check the permissions of the file.",
  "binary-file": "Convert it to plain text first.",
  "empty-file": "Leave the file out, or fill it.",
  // Output
  "cannot-write": "Check that the folder exists and can be written to.",
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A place in a file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** The whole line, where it is known. */
  readonly sourceLine?: string;
}

/** One thing that is wrong. */
export interface Problem {
  readonly code: ErrorCode;
  /** A warning does not stop anything. */
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
  readonly place: Place | null;
}

/** An error that a person can mend. Anything else that is thrown is a fault of the program. */
export class SkilltagError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly place: Place | null;
  /** All that was found, where several things are wrong; the error itself alone otherwise. */
  readonly problems: readonly Problem[];

  constructor(
    code: ErrorCode,
    message: string,
    more: { hint?: string; place?: Place | null; problems?: readonly Problem[] } = {},
  ) {
    super(message);
    this.name = "SkilltagError";
    this.code = code;
    this.hint = more.hint ?? ERRORS[code];
    this.place = more.place ?? null;
    this.problems = more.problems ?? [problem(code, message, this.place, { hint: this.hint })];
  }
}

/** Whether it is a SkilltagError, of this bundle or of another: two copies of a class are two classes. */
export function isSkilltagError(error: unknown): error is SkilltagError {
  return error instanceof Error && error.name === "SkilltagError" && "problems" in error;
}

/** Makes a problem; the hint is the code's own where none is given. */
export function problem(
  code: ErrorCode,
  message: string,
  place: Place | null,
  more: { hint?: string; severity?: "error" | "warning" } = {},
): Problem {
  return { code, severity: more.severity ?? "error", message, hint: more.hint ?? ERRORS[code], place };
}

/** One error for many problems; its message is the first error's. `problems` holds one error at least. */
export function problemsError(problems: readonly Problem[]): SkilltagError {
  const first = problems.find((one) => one.severity === "error") ?? problems[0];
  if (first === undefined) throw new RangeError("problemsError needs a problem");
  return new SkilltagError(first.code, first.message, { hint: first.hint, place: first.place, problems });
}

/** A caret under a long line would wrap away from it; so much of the line is shown on either side. */
const WINDOW = 100;

/**
 * A problem as text of several lines, without a final line break:
 * `file:line:column: error CODE message`, the source line, a caret, and how to mend it.
 */
export function formatProblem(one: Problem): string {
  const { place } = one;
  const lines: string[] = [];
  const where = place === null ? "" : `${place.file}:${place.line}:${place.column}: `;
  lines.push(printable(`${where}${one.severity} ${one.code} ${one.message}`));
  if (place?.sourceLine !== undefined) {
    const from = Math.max(0, place.column - 1 - WINDOW / 2);
    const shown = place.sourceLine.slice(from, from + WINDOW);
    // Tabs stay tabs, so that the caret stands under its character wherever the tab stops are.
    const indent = place.sourceLine.slice(from, place.column - 1).replace(/[^\t]/g, " ");
    lines.push(`    ${printable(shown)}`, `    ${indent}^`);
  }
  lines.push(printable(`  = ${one.hint}`));
  return lines.join("\n");
}

/** Control characters of somebody's file must not steer the terminal. */
function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
