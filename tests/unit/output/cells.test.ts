import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, careful, lines } from "../../../src/output/cells.js";

test("cells that need no care are written as the library writes them (property)", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .array(
        fc.constantFrom(
          ...["a", " ", ",", ";", '"', "'", "\r", "\n", "\t", "=", "+", "-", "@", "5", "é", "\ufeff"],
          ...["\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2028", "\ud83d", "🚀"],
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join("")),
  );
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    { arbitrary: text, weight: 4 },
    fc.boolean(),
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, undefined),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (one) => {
      expect(lines(one)).toBe(careful(one));
    }),
    { numRuns: 5000 },
  );
});
