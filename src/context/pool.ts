import type { i32 } from "../numbers.js";

/** Objects that are made once and used again for every posting: what `add` returns still holds what it held before. */
export class Pool<T> {
  readonly items: T[] = [];
  readonly make: () => T;
  count: i32 = 0;

  constructor(make: () => T) {
    this.make = make;
  }

  clear(): void {
    this.count = 0;
  }

  /** One more object, whose every field the caller sets. */
  add(): T {
    if (this.count === this.items.length) this.items.push(this.make());
    return this.items[this.count++]!;
  }

  /** Has so many objects at hand, for `next`. */
  reserve(size: i32): void {
    while (this.items.length < size) this.items.push(this.make());
  }

  /** The same as `add`, of those that were reserved. */
  next(): T {
    return this.items[this.count++]!;
  }

  at(index: i32): T {
    return this.items[index]!;
  }
}

/** Numbers, as many as there are. */
export class IntList {
  data: Int32Array = new Int32Array(64);
  count: i32 = 0;

  clear(): void {
    this.count = 0;
  }

  push(value: i32): void {
    if (this.count === this.data.length) this.reserve(this.count + 1);
    this.data[this.count++] = value;
  }

  /** Makes room for so many numbers, those that there are among them. */
  reserve(size: i32): void {
    if (size <= this.data.length) return;
    const wider = new Int32Array(2 * size);
    wider.set(this.data);
    this.data = wider;
  }

  /** Makes it so many times the same number. */
  fill(count: i32, value: i32): void {
    this.reserve(count);
    const data = this.data;
    for (let i = 0; i < count; i++) data[i] = value;
    this.count = count;
  }

  /** Takes the last one off; there must be one. */
  pop(): i32 {
    return this.data[--this.count]!;
  }

  /** The last one; -1 where there is none. */
  last(): i32 {
    return this.count > 0 ? this.data[this.count - 1]! : -1;
  }

  at(index: i32): i32 {
    return this.data[index]!;
  }

  includes(value: i32): boolean {
    for (let i = 0; i < this.count; i++) if (this.data[i] === value) return true;
    return false;
  }
}

/** A place in the posting: half-open byte offsets. */
export class Place {
  start: i32 = 0;
  end: i32 = 0;
}
