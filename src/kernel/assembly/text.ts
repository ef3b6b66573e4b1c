import { AT, COMMA, HYPHEN, LINE_FEED, PLUS, SPACE } from "../../folded.js";
import { CARRIAGE_RETURN } from "./fold";
import { bitsInside, STEP } from "./step";

/** Bytes are copied so many at a time: those too many are written over. */
const FIRST_ROOM: i32 = 1024;

const QUOTE: i32 = 0x22;
const EQUALS: i32 = 0x3d;
/** Full-width signs of a formula begin with this byte. */
const FULL_WIDTH: i32 = 0xef;

/** UTF-8 that grows. */
export class Text {
  at: usize = heap.alloc((FIRST_ROOM + STEP) as usize);
  size: i32 = 0;
  private room: i32 = FIRST_ROOM;

  /** Makes room for so many bytes more. */
  private reserve(size: i32): void {
    if (this.size + size <= this.room) return;
    const room = 2 * (this.size + size);
    const wider = heap.alloc((room + STEP) as usize);
    memory.copy(wider, this.at, this.size as usize);
    this.at = wider;
    this.room = room;
  }

  addByte(byte: i32): void {
    this.reserve(1);
    store<u8>(this.at + (this.size++ as usize), byte as u8);
  }

  add(from: usize, size: i32): void {
    this.reserve(size);
    const to = this.at + (this.size as usize);
    for (let i = 0; i < size; i += STEP) v128.store(to + (i as usize), v128.load(from + (i as usize)));
    this.size += size;
  }

  /**
   * Adds text as a cell of a CSV, between quotes where it has to stand so.
   * @returns whether it is added: not if it might be run as a formula
   */
  addCell(from: usize, size: i32): bool {
    if (size > 0 && isFormula(load<u8>(from))) return false;
    if (isPlain(from, size)) {
      this.add(from, size);
      return true;
    }
    this.addByte(QUOTE);
    for (let i = 0; i < size; i++) {
      const byte: i32 = load<u8>(from + (i as usize));
      if (byte === QUOTE) this.addByte(QUOTE);
      this.addByte(byte);
    }
    this.addByte(QUOTE);
    return true;
  }
}

/** Whether a spreadsheet might take text that begins with this byte for a formula. */
function isFormula(first: i32): bool {
  return (
    first < SPACE ||
    first === EQUALS ||
    first === PLUS ||
    first === HYPHEN ||
    first === AT ||
    first === FULL_WIDTH
  );
}

/** Whether text has no comma, no quote and no line end. */
function isPlain(from: usize, size: i32): bool {
  for (let i = 0; i < size; i += STEP) {
    const step = v128.load(from + (i as usize));
    const parts = v128.or(is(step, COMMA), is(step, QUOTE));
    const ends = v128.or(is(step, LINE_FEED), is(step, CARRIAGE_RETURN));
    if ((i8x16.bitmask(v128.or(parts, ends)) & bitsInside(size - i)) !== 0) return false;
  }
  return true;
}

function is(step: v128, byte: i32): v128 {
  return i8x16.eq(step, i8x16.splat(byte as i8));
}
