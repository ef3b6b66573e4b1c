/**
 * Finds postings that say the same as an earlier one: ads are posted again, and by several boards.
 */
export interface Repeats {
  /** Whether a posting of these words came before; remembers it. A posting without words repeats nothing. */
  seen(fingerprint: number): boolean;
  /** How many repeated an earlier one. */
  readonly count: number;
}

export function createRepeats(): Repeats {
  const known = new Set<number>();
  let count = 0;
  return {
    seen(fingerprint) {
      if (fingerprint === 0) return false;
      if (!known.has(fingerprint)) {
        known.add(fingerprint);
        return false;
      }
      count++;
      return true;
    },
    get count() {
      return count;
    },
  };
}
