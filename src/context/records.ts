/** Records of nothing but numbers (cue.ts, conditions.ts) as they are kept: one behind the other, fields in their order. */

/** Records as numbers, one behind the other. */
export function rowOf(records: readonly object[]): Int32Array {
  return Int32Array.from(records.flatMap((record) => Object.values(record) as number[]));
}

/** Fills in the fields of a record in their order. */
export function read<T extends object>(record: T, numbers: Int32Array, index: number): T {
  const fields = Object.keys(record) as (keyof T)[];
  const from = index * fields.length;
  for (let i = 0; i < fields.length; i++) record[fields[i]!] = numbers[from + i] as T[keyof T];
  return record;
}
