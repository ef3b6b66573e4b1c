/** From paths to postings. */
export { type Decoded, decode, type Encoding } from "./decode.js";
export { type Discovered, type DiscoverOptions, findFiles, finding, needsGlobs } from "./find.js";
export type { InputFormat, RawFile } from "./format.js";
export { extensionOf, formatOf, INPUT_FORMATS, isPostingName } from "./formats.js";
export { countFiles, filesIn, GroupCutter } from "./groups.js";
export { FileReader, type InputFile, isSkipped, LARGEST_FILE, readInto, readPostings } from "./read.js";
export { extensionInReason } from "./reasons.js";
export { isBlank } from "./text.js";
export { titleOf } from "./title.js";
