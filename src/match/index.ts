/** Bytes in, matches out. Knows nothing of files, or of what a tool means. */
export { characterTables } from "./characters.js";
export { createMatcher, type Matcher } from "./scan.js";
export { isOpener } from "./seams.js";
export { matchTables } from "./tables.js";
