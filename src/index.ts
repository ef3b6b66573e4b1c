/**
 * skilltag as a library.
 *
 * - one posting: `loadTaxonomy`, `createAnalyzer`, `analyzeText`
 * - many: `discover` and `readPostings`, or postings of your own; `analyzePostings`; `summarise`; a format of
 *   `OUTPUT_FORMATS`
 * - thousands: `loadKernel`, handed to `analyzePostings` or `createAnalyzer`, takes half the time or less
 * - counting on several machines: a `Tally` is plain data, and `mergeTallies` adds two of the same taxonomy
 *
 * What a person can mend is thrown as SkilltagError, with a stable code and a hint.
 */
import type { CacheEnv } from "./taxonomy/load-paths.js";
import { resolveTaxonomy } from "./taxonomy/load-resolve.js";
import type { CompiledTaxonomy } from "./types.js";

export {
  type Analyzer,
  analyzePostings,
  analyzeText,
  createAnalyzer,
  type Run,
  type RunOptions,
} from "./analyze.js";
export { type ErrorCode, formatProblem, type Place, type Problem, SkilltagError } from "./errors.js";
export { discover } from "./input/discover.js";
export { type Discovered, type DiscoverOptions, isSkipped, readPostings } from "./input/index.js";
export type { KernelModule } from "./kernel/index.js";
export {
  CSV_ROWS,
  type CsvRows,
  DEFAULT_RENDER_OPTIONS,
  OUTPUT_FORMATS,
  type OutputFormat,
  outputFormat,
  type Renderer,
  type RenderOptions,
} from "./output/index.js";
export { loadKernel } from "./parallel/kernel.js";
export { type ReportFacts, summarise } from "./report/index.js";
export {
  type Counter,
  createCounter,
  emptyTally,
  hasMatch,
  mergeTallies,
  onlyPostings,
  type Tally,
  wilson,
} from "./tally/index.js";
export type { CacheEnv } from "./taxonomy/load-paths.js";
export { type ResolvedTaxonomy, resolveTaxonomy } from "./taxonomy/load-resolve.js";
export type * from "./types.js";
export { EVERYTHING, LEVELS, SECTIONS } from "./types.js";
export { VERSION } from "./version.js";

/** Where `loadTaxonomy` looks. */
export interface LoadOptions {
  /** The folder that paths start at, and at which the search for a `skilltag.yaml` begins. */
  readonly cwd?: string;
  /** Where compiled files of users are kept: SKILLTAG_CACHE, XDG_CACHE_HOME. Default: `~/.cache/skilltag`. */
  readonly env?: CacheEnv;
}

/**
 * The taxonomy that results are made by.
 * @param reference `mlops` (the default), a release of it such as `mlops@1.0.0`, or the path of a file
 * @throws SkilltagError with all problems where it cannot be found or has errors
 */
export async function loadTaxonomy(
  reference = "mlops",
  options: LoadOptions = {},
): Promise<CompiledTaxonomy> {
  const { taxonomy } = await resolveTaxonomy(reference, options.cwd ?? ".", options.env);
  return taxonomy;
}
