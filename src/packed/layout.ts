import type { Combined, Group, Records, Tables } from "../types.js";

/**
 * The layout of a packed taxonomy: a file that is ready to scan with, read in one piece and without parsing what a
 * posting does not need. It begins with MAGIC and the length of a JSON header; the header tells where each array
 * lies. All numbers are little-endian, arrays begin at multiples of 8.
 */
export const MAGIC = 0x31544b53;
export const ALIGNMENT = 8;
/** Raise it whenever the layout or the way that tables are made changes: older files are then refused. */
export const PACKED_FORMAT = 10;

/** The typed arrays of a file, by name. */
export type Arrays = Readonly<Record<string, Uint8Array | Uint16Array | Int32Array>>;

export interface Header {
  readonly format: number;
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly groups: readonly Group[];
  readonly combined: readonly (Omit<Combined, "groups"> & { readonly groups: number[] })[];
  readonly categories: readonly string[];
  /** Lists that many tools share; tools name them by index. */
  readonly groupSets: readonly (readonly number[])[];
  readonly evidenceSets: readonly (readonly string[])[];
  /** See Records; null where there are none. */
  readonly records: Pick<Records, "languages" | "sets"> | null;
  readonly arrays: Readonly<Record<string, { kind: ArrayKind; offset: number; length: number }>>;
}

export type ArrayKind = "u8" | "u16" | "i32";

/** The next place where an array may begin. */
export function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Of each of the matcher's tables, the arrays by name. */
export const TABLE_ARRAYS: readonly (keyof Tables)[] = [
  "filter",
  "pairs",
  "edges",
  "nodes",
  "forms",
  "folded",
  "kept",
  "alone",
];
export const TABLE_NAMES = ["aliases", "cues", "evidence"] as const;
/** Of the judge's records, likewise. */
export const RECORD_ARRAYS = ["aliases", "tools", "cues", "cueRecords", "texts"] as const;

/** Bits of an alias. */
export const EXACT_CASE = 1;
export const TAKES_PLURAL = 2;
/** An alias without conditions. */
export const NO_CONDITIONS = -1;
/** A tool without a category. */
export const NO_CATEGORY = 0xff;
