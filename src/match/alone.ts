import { CLASS, WORD } from "../folded.js";
import type { Form } from "./forms.js";

/** Bytes of a word in the table; behind them comes what matches name. */
const LONGEST_ALONE = 12;
/** Numbers of a slot. */
const SLOT = 4;
/** So full the table may be: whoever looks for a word that is not there soon finds a free slot. */
const FULLEST = 0.6;

/** A form and the hash of the one word that it is. */
export interface AloneForm {
  readonly form: Form;
  readonly hash: number;
}

/** Whether a form is one short word in any case: then its bytes alone tell where it stands. */
export function isAlone({ folded, exact }: Form): boolean {
  return !exact && folded.length > 1 && folded.length <= LONGEST_ALONE && folded.every(isWord);
}

/** Lays out such forms, each at its hash or as near behind it as there is room; see Tables. */
export function layOutAlone(forms: readonly AloneForm[]): Int32Array {
  let size = 64;
  while (size * FULLEST < forms.length) size *= 2;
  const table = new Int32Array(size * SLOT);
  const bytes = new Uint8Array(table.buffer);
  for (const { form, hash } of forms) {
    let slot = hash & (size - 1);
    while (table[slot * SLOT] !== 0) slot = (slot + 1) & (size - 1);
    bytes.set(form.folded, 4 * slot * SLOT);
    table[slot * SLOT + SLOT - 1] = form.id;
  }
  return table;
}

function isWord(byte: number): boolean {
  return CLASS[byte] === WORD;
}
