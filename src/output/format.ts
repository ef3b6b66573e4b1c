import type { PostingRow, Report, Sheet } from "../types.js";
import type { RenderOptions, TaxonomyFacts } from "./options.js";

/** Writes postings as they are judged; its parts joined are the whole output. */
export interface RowStream {
  readonly head: string;
  /** Whether it writes mentions. Where it does not, rows may come without. */
  readonly mentions: boolean;
  /** Some postings, in order. Several at once cost less than one by one. */
  rows(rows: readonly PostingRow[]): string;
  /** What says the same of a posting without a row, where that can be. */
  readonly sheet?: Sheet;
  /** Where the report stands around the rows, which wait until it is known. */
  around?(report: Report): Surroundings;
}

/** What stands around the rows of a stream. */
export interface Surroundings {
  readonly before: string;
  /** Bytes at the beginning of the first row that part it from one before, and are left out. */
  readonly parting: number;
  readonly after: string;
}

/** What a renderer must have of the postings. */
export interface RowNeeds {
  /** So many of the first; one at least tells which groups are closed. */
  readonly postings: number;
  /** Whether it writes mentions. Where it does not, rows may come without. */
  readonly mentions: boolean;
}

export interface Renderer {
  /** Where `render` shows less than every mention of every posting: what it needs of `report.postings`. */
  needs?(options: RenderOptions): RowNeeds;
  /** The output in pieces, in order; joined they are the whole. Ends with a line break. */
  render(report: Report, options: RenderOptions): Iterable<string>;
  /**
   * Where a posting can be written without knowing the others: the same output without a report, so that not all
   * postings need be held at once. Null where these options need the report.
   */
  stream?(facts: TaxonomyFacts, options: RenderOptions): RowStream | null;
}

/** A form that results are written in. A new one is one more file and one more entry in index.ts. */
export interface OutputFormat {
  readonly id: string;
  /** Of a file that holds it, with the dot. */
  readonly extension: string;
  /** For the help text. */
  readonly summary: string;
  /** Loaded only when it is used: a table's libraries take longer to load than a small folder to read. */
  load(): Promise<Renderer>;
}
