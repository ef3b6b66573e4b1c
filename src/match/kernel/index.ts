/** What ../kernel.ts calls. */
export { findForms } from "./find";
export { fold, lineCount, seamCount, wordCount } from "./fold";
export { heapBase, placeCharacters, placeText } from "./memory";
