import type { MatchList } from "../types.js";

/** A growing MatchList that keeps the leftmost-longest of what is pushed in order of start. */
export class MatchBuffer implements MatchList {
  count = 0;
  data: Int32Array;

  /** @param data where matches are kept until there are more */
  constructor(data: Int32Array = new Int32Array(3 * 64)) {
    this.data = data;
  }

  clear(): void {
    this.count = 0;
  }

  /** End of the last match, 0 where there is none. */
  get lastEnd(): number {
    return this.count === 0 ? 0 : this.data[3 * this.count - 1]!;
  }

  push(pattern: number, start: number, end: number): void {
    const at = 3 * this.count;
    if (at === this.data.length) {
      const wider = new Int32Array(this.data.length * 2);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[at] = pattern;
    this.data[at + 1] = start;
    this.data[at + 2] = end;
    this.count++;
  }

  /**
   * Puts a match where it belongs by start. An overlap is decided as in the scan: the one that starts first stays,
   * of two that start together the longer.
   */
  insert(pattern: number, start: number, end: number): void {
    let at = this.count;
    while (at > 0 && this.data[3 * at - 2]! > start) at--;
    if (at > 0 && this.data[3 * at - 1]! > start) {
      if (this.data[3 * at - 2] !== start || this.data[3 * at - 1]! >= end) return;
      this.remove(at - 1);
      at--;
    }
    while (at < this.count && this.data[3 * at + 1]! < end) this.remove(at);
    this.push(0, 0, 0);
    this.data.copyWithin(3 * at + 3, 3 * at, 3 * this.count - 3);
    this.data[3 * at] = pattern;
    this.data[3 * at + 1] = start;
    this.data[3 * at + 2] = end;
  }

  private remove(at: number): void {
    this.data.copyWithin(3 * at, 3 * at + 3, 3 * this.count);
    this.count--;
  }
}
