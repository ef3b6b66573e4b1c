import type { Interval } from "../types.js";

/** A share as a percentage with one decimal: `51.9 %`; empty where it is unknown. The same in every locale. */
export function percent(share: number | null): string {
  return share === null ? "" : `${(share * 100).toFixed(1)} %`;
}

/** Both ends of an interval in whole percent: `46 – 57 %`; empty where it is unknown. */
export function percentRange(interval: Interval, dash: string): string {
  if (interval === null) return "";
  const [low, high] = interval;
  return `${(low * 100).toFixed(0)} ${dash} ${(high * 100).toFixed(0)} %`;
}

/** `1 posting`, `2 postings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
