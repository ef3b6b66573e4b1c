/**
 * Finds postings that say the same as an earlier one: ads are posted again, and by several boards.
 */
export interface Repeats {
  /** Whether a posting of these words came before; remembers it. A posting without words repeats nothing. */
  seen(fingerprint: number): boolean;
  /** How many repeated an earlier one. */
  readonly count: number;
}

const FIRST_SLOTS = 1024;

/** An open-addressed table of numbers: a Set of as many takes three times the memory. */
export function createRepeats(): Repeats {
  let slots = new Float64Array(FIRST_SLOTS);
  let known = 0;
  let count = 0;

  /** Where the fingerprint stands, or the free slot where it belongs. Its lower bits are a hash already. */
  const slotOf = (table: Float64Array, fingerprint: number) => {
    let slot = fingerprint % table.length;
    while (table[slot] !== 0 && table[slot] !== fingerprint) slot = (slot + 1) % table.length;
    return slot;
  };
  const grow = () => {
    const wider = new Float64Array(slots.length * 2);
    for (const fingerprint of slots) if (fingerprint !== 0) wider[slotOf(wider, fingerprint)] = fingerprint;
    slots = wider;
  };

  return {
    seen(fingerprint) {
      if (fingerprint === 0) return false;
      const slot = slotOf(slots, fingerprint);
      if (slots[slot] === fingerprint) {
        count++;
        return true;
      }
      slots[slot] = fingerprint;
      if (++known * 2 > slots.length) grow();
      return false;
    },
    get count() {
      return count;
    },
  };
}
