import { GROUP_LEVELS, type GroupLevel, type Taxonomy } from "../types.js";

const ABSENT = GROUP_LEVELS.length - 1;
const UNKNOWN = -1;

/** Tells what tools mean for groups. Asked of every tool of every posting, so what it needs is kept close together. */
export class GroupLevels {
  readonly #taxonomy: Taxonomy;
  /** By tool: which of the sets it counts for, read when the tool is first met. */
  readonly #setOf: Int32Array;
  readonly #sets: (readonly number[])[] = [];
  /** By group: the number of its strongest level so far. */
  readonly #strongest: Uint8Array;

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
    this.#setOf = new Int32Array(taxonomy.tools.length).fill(UNKNOWN);
    this.#strongest = new Uint8Array(taxonomy.groups.length);
    this.clear();
  }

  /** Begins a posting: all groups are absent. */
  clear(): void {
    this.#strongest.fill(ABSENT);
  }

  /** @param level its index in LEVELS */
  add(tool: number, level: number): void {
    let set = this.#setOf[tool]!;
    if (set === UNKNOWN) {
      set = this.#setNumber(tool);
      this.#setOf[tool] = set;
    }
    const groups = this.#sets[set]!;
    const strongest = this.#strongest;
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i]!;
      if (level < strongest[group]!) strongest[group] = level;
    }
  }

  /** The strongest level of what was added for each group, in taxonomy order. */
  levels(): GroupLevel[] {
    const levels: GroupLevel[] = [];
    for (let group = 0; group < this.#strongest.length; group++) {
      levels.push(GROUP_LEVELS[this.#strongest[group]!]!);
    }
    return levels;
  }

  #setNumber(tool: number): number {
    const groups = this.#taxonomy.tools.at(tool)!.groups;
    const known = this.#sets.findIndex((set) => String(set) === String(groups));
    return known >= 0 ? known : this.#sets.push(groups) - 1;
  }
}
