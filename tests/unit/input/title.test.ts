import fc from "fast-check";
import { expect, test } from "vitest";
import { titleOf } from "../../../src/input/index.js";

const title = (text: string) => titleOf(new TextEncoder().encode(text));

test.each([
  ["the first line", "MLOps Engineer\nBerlin", "MLOps Engineer"],
  ["empty lines before it", "\r\n \t\r\n\nPlatform Engineer\r\nwe are", "Platform Engineer"],
  ["old line ends", "\rData Engineer\rParis", "Data Engineer"],
  ["a heading", "## Senior ML Engineer ##\n", "Senior ML Engineer"],
  ["a hash that closes no heading", "Requisition ID #\n", "Requisition ID #"],
  [
    "letters and dashes beyond ASCII",
    "Développeur Back-End – Paiements\nNantes",
    "Développeur Back-End – Paiements",
  ],
  ["bold", "**Job title:** __DevOps__ *Engineer* (_remote_)", "Job title: DevOps Engineer (remote)"],
  ["a rule before it", "---\n***\nBackend Engineer", "Backend Engineer"],
  [
    "marks that belong to it",
    "C# / C++ / F# Developer, snake_case 2*3",
    "C# / C++ / F# Developer, snake_case 2*3",
  ],
  ["escapes", "C\\+\\+ Developer \\*new\\*", "C++ Developer *new*"],
  ["invisible characters", "\u200bMach\u00adine\u00a0\u00a0Learn\ufeffing", "Machine Learning"],
  ["a byte order mark and a space", "\ufeff Data Engineer", "Data Engineer"],
  ["other scripts", "データエンジニア 🚀", "データエンジニア 🚀"],
  ["nothing", "", ""],
  ["white space alone", " \n\t\n", ""],
])("a title with %s", (_, text, expected) => {
  expect(title(text)).toBe(expected);
});

test("a title has 200 code points at most, none of them broken", () => {
  expect(title("🚀a".repeat(5000))).toBe("🚀a".repeat(100));
  expect(title(`${"\u200b".repeat(1000)}Title\nNext`)).toBe("Title");
});

test("a title that holds nothing to take away is what the careful way makes of it (property)", () => {
  const pieces = fc.constantFrom(
    ...["a", "Z9", " ", "  ", "-", "#", "*", "_", "\\", "\t", "\r", "\n", "\u007f"],
    ...["é", "–", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u3000", "\ufeff", "🚀", "x".repeat(99)],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      // An invisible character is taken away; it keeps the line from the short way.
      expect(title(text)).toBe(title(text.replace(/[^\r\n]+/g, "\u200b$&")));
    }),
    { numRuns: 5000 },
  );
});
