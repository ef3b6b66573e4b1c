/** The figures of an evaluation, and the counters behind them. */

/** What was found against what was wanted. */
export interface Finding {
  /** Found and wanted, of all found; 1 where nothing was found. */
  readonly precision: number;
  /** Found and wanted, of all wanted; 1 where nothing was wanted. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
  /** Found and wanted. */
  readonly found: number;
  /** Found, not wanted. */
  readonly extra: number;
  /** Wanted, not found. */
  readonly missed: number;
}

/** How often an answer was right. */
export interface Accuracy {
  /** Null where there was nothing to answer. */
  readonly share: number | null;
  readonly right: number;
  readonly of: number;
}

/** Counts towards a Finding. */
export class FindingCounter {
  #found = 0;
  #extra = 0;
  #missed = 0;

  count(wanted: boolean, found: boolean): void {
    if (wanted && found) this.#found++;
    else if (found) this.#extra++;
    else if (wanted) this.#missed++;
  }

  figures(): Finding {
    const [found, extra, missed] = [this.#found, this.#extra, this.#missed];
    const precision = found + extra > 0 ? found / (found + extra) : 1;
    const recall = found + missed > 0 ? found / (found + missed) : 1;
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
    return { precision, recall, f1, found, extra, missed };
  }
}

/** Counts towards an Accuracy. */
export class AccuracyCounter {
  #right = 0;
  #of = 0;

  count(right: boolean): void {
    this.#of++;
    if (right) this.#right++;
  }

  figures(): Accuracy {
    return { share: this.#of > 0 ? this.#right / this.#of : null, right: this.#right, of: this.#of };
  }
}
