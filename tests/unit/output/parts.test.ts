import { describe, expect, test } from "vitest";
import { excerpt } from "../../../src/output/excerpt.js";
import { bar, lookFor, PLAIN } from "../../../src/output/look.js";
import { counted, percent, percentRange } from "../../../src/output/numbers.js";
import { sanitize } from "../../../src/output/sanitize.js";
import { endOf, shorten, startOf, widthOf, wrap } from "../../../src/output/width.js";

describe("sanitize", () => {
  test.each([
    ["plain text", "plain text", "plain text"],
    ["a line break and a tab", "a\r\n\tb", "a b"],
    ["white space at the ends", "  a  b ", "a b"],
    ["an escape", "\u001b[31mred", "␛[31mred"],
    ["a bell, a NUL and a delete", "\u0007\0\u007f", "␇␀␡"],
    ["a C1 escape", "\u009b31m", "\ufffd31m"],
    ["overrides of direction", "a\u202eb\u2066c", "a\ufffdb\ufffdc"],
    ["half a character", "a\ud83d", "a\ufffd"],
    ["letters of all scripts", "Größe 東京 🚀 naïve", "Größe 東京 🚀 naïve"],
  ])("%s", (_, text, expected) => {
    expect(sanitize(text)).toBe(expected);
  });
});

describe("numbers", () => {
  test("shares have one decimal, and unknown ones nothing", () => {
    expect([0, 0.519354, 1, 0.9996, null].map(percent)).toEqual([
      "0.0 %",
      "51.9 %",
      "100.0 %",
      "100.0 %",
      "",
    ]);
    expect(percentRange([0.464, 0.574], "–")).toBe("46 – 57 %");
    expect(percentRange(null, "–")).toBe("");
    expect([counted(1, "posting"), counted(2, "posting"), counted(0, "entry", "entries")]).toEqual([
      ...["1 posting", "2 postings", "0 entries"],
    ]);
  });
});

describe("bars", () => {
  const unicode = lookFor(true, PLAIN);
  const ascii = lookFor(false, PLAIN);
  test("grow by eighths", () => {
    expect([0, 0.001, 0.5, 0.55, 1].map((share) => bar(share, 10, unicode))).toEqual([
      ...["", "▏", "█████", "█████▌", "██████████"],
    ]);
    expect([0, 0.001, 0.55, 1].map((share) => bar(share, 10, ascii))).toEqual([
      "",
      "#",
      "######",
      "##########",
    ]);
    expect(bar(null, 10, unicode)).toBe("");
  });

  test("are never wider than their room", () => {
    for (let step = 0; step <= 200; step++)
      expect(widthOf(bar(step / 200, 9, unicode))).toBeLessThanOrEqual(9);
  });
});

describe("width", () => {
  test("counts columns, not letters", () => {
    expect(["abc", "é", "東京", "\u001b[1mab\u001b[22m", ""].map(widthOf)).toEqual([3, 1, 4, 2, 0]);
  });

  test("text is shortened between characters", () => {
    expect(shorten("Kubernetes", 10, "…")).toBe("Kubernetes");
    expect(shorten("Kubernetes", 5, "…")).toBe("Kube…");
    expect(shorten("東京東京", 5, "…")).toBe("東京…");
    expect(shorten("Kubernetes", 2, "...")).toBe("Ku");
    expect(startOf("👩‍🔬👩‍🔬", 2)).toBe("👩‍🔬");
    expect(endOf("ab東京", 3)).toBe("京");
  });

  test("words are wrapped with an indent", () => {
    expect(wrap(["aa", "bb", "cc"], 7, 2, 0, ", ")).toBe("aa, bb,\n  cc".replace("aa, bb", "aa, bb"));
    expect(wrap([], 10)).toBe("");
  });
});

describe("an excerpt", () => {
  const mark = (text: string) => `«${text}»`;
  const lines = [
    "We run Kubernetes in three regions and keep it small",
    "Amazon",
    "   EKS is what the team knows",
    "🚀 Python",
  ];
  const cut = (surface: string, line: number, column: number, width: number) =>
    excerpt(lines, { surface, line, column }, width, mark, "…");

  test("shows the line around a match", () => {
    expect(cut("Kubernetes", 1, 8, 80)).toBe("We run «Kubernetes» in three regions and keep it small");
    expect(cut("Kubernetes", 1, 8, 30)).toBe("We run «Kubernetes» in three…");
  });

  test("takes the next line with it where the match goes on there", () => {
    expect(cut("Amazon EKS", 2, 1, 80)).toBe("«Amazon EKS» is what the team knows");
  });

  test("counts columns in code points", () => {
    expect(cut("Python", 4, 3, 80)).toBe("🚀 «Python»");
  });

  test("falls back to the match alone where the text does not fit it", () => {
    expect(cut("Rust", 99, 1, 80)).toBe("«Rust»");
  });

  test("is never wider than its room", () => {
    for (let width = 14; width < 70; width++)
      expect(widthOf(cut("Kubernetes", 1, 8, width))).toBeLessThanOrEqual(width);
  });

  test("is safe to print", () => {
    expect(excerpt(["\u001b[2JGo\u0007"], { surface: "Go", line: 1, column: 5 }, 80, mark, "…")).toBe(
      "␛[2J«Go»␇",
    );
  });
});
