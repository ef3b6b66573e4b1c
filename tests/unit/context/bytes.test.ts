import { describe, expect, it } from "vitest";
import { ByteSet, charactersIn, nextByte } from "../../../src/context/bytes.js";
import { IGNORED } from "../../../src/folded.js";
import { scanned } from "./taxonomy.js";

const COMMA = 0x2c;
const COLON = 0x3a;
const SPACE = 0x20;
const SET = new ByteSet([COMMA, COLON]);

describe("bytes of a text", () => {
  const { folded, length } = scanned("one, two and three: four,  five");

  it("finds the next of a set", () => {
    expect(SET.next(folded, 0, length)).toBe(3);
    expect(SET.next(folded, 3, length)).toBe(3);
    expect(SET.next(folded, 4, length)).toBe(18);
  });

  it("finds none behind the end", () => {
    expect(SET.next(folded, 4, 18)).toBe(18);
    expect(SET.next(folded, 9, 5)).toBe(5);
  });

  it("finds the next of a set or a pair", () => {
    expect(SET.nextOrPair(folded, SPACE, 19, length)).toBe(24);
    expect(SET.nextOrPair(folded, SPACE, 25, length)).toBe(25);
    expect(SET.nextOrPair(folded, SPACE, 26, length)).toBe(length);
  });

  it("finds the last of a set", () => {
    expect(SET.last(folded, 0, length)).toBe(24);
    expect(SET.last(folded, 0, 24)).toBe(18);
    expect(SET.last(folded, 19, 24)).toBe(18);
    expect(SET.last(folded, 9, 5)).toBe(8);
  });

  it("finds a byte", () => {
    expect(nextByte(folded, COLON, 0, length)).toBe(18);
    expect(nextByte(folded, COLON, 19, length)).toBe(length);
  });

  it("counts characters, and no more than are asked for", () => {
    const text = scanned("é\u200bα\u00ad日!");
    expect([...text.folded.subarray(0, text.length)]).toContain(IGNORED);
    expect(charactersIn(text.folded, 0, text.length, 100)).toBe(4);
    expect(charactersIn(text.folded, 0, text.length, 3)).toBe(3);
    expect(charactersIn(text.folded, 2, 2, 100)).toBe(0);
  });
});
