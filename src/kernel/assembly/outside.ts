/**
 * What is asked of JavaScript, which has the taxonomy at hand: each record once, when it is first needed. See
 * ../index.ts.
 */

/** Writes the record of a cue, in the language of that number, to `at`. */
export declare function readCue(cue: i32, language: i32, at: usize): void;

/** Writes, by cue, the number of its record in a language, 16 bits each, to `at`. */
export declare function readRow(language: i32, at: usize): void;

/** Writes the record of an alias to `at`. */
export declare function readAlias(alias: i32, at: usize): void;

/** Writes the record of a tool to `at`. */
export declare function readTool(tool: i32, at: usize): void;

/** Whether a cue may follow a form without a space. */
export declare function isOpener(cue: i32): bool;
