import fc from "fast-check";
import type { CompiledTaxonomy } from "../../src/types.js";

const SEPARATORS = [" ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", ", ", "/", "|", ";", "(", ")", "."] as const;
const HYPHENS = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"] as const;
const SPACES = ["\u00a0", "\u2009", "\u202f", "\u3000", "\u2028", "\u0085"] as const;
const NOTHING = ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u2060", "\ufe0f"] as const;
const MARKS = [
  "\\",
  "*",
  "**",
  "_",
  "'",
  "\u2019",
  "&",
  "#",
  "+",
  "++",
  "@",
  ":",
  '"',
  "\u201c",
  "\u2026",
  "s",
  "'s",
] as const;
const BULLETS = ["\u2022", "\u00b7", "\u25cf", "\u2713", "\uf0b7", "\u27a2"] as const;
const GLUE = [
  "Experience",
  "Familiarity with",
  "Strong",
  "environment",
  "the",
  "Of",
  "x",
  "S",
  "3",
  "17",
  "2024",
] as const;

/** Writes a form as people and converters do: other case, other hyphens, cut by invisible characters, escaped. */
function disguised(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom("as is", "lower", "upper", "wide", "escaped", "cut", "gap", "title"),
      fc.constantFrom(...HYPHENS, ...SPACES, "  ", "\n", " \n ", "- ", "\n\n", "\u00ad\n"),
      fc.constantFrom(...NOTHING),
      fc.nat(20),
    )
    .map(([how, gap, nothing, place]) => {
      const at = place % (text.length + 1);
      switch (how) {
        case "lower":
          return text.toLowerCase();
        case "upper":
          return text.toUpperCase();
        case "wide":
          return [...text]
            .map((c) => (c > " " && c < "\u007f" ? String.fromCodePoint(c.charCodeAt(0) + 0xfee0) : c))
            .join("");
        case "escaped":
          return text.replace(/[^\p{L}\p{N} ]/gu, "\\$&");
        case "cut":
          return text.slice(0, at) + nothing + text.slice(at);
        case "gap":
          return text.replace(/[ -]/g, gap);
        case "title":
          return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
        default:
          return text;
      }
    });
}

/** Texts made of the forms of a taxonomy, of what stands between words, and of anything at all. */
export function textsAbout(taxonomy: CompiledTaxonomy): fc.Arbitrary<string> {
  const aliases = fc.constantFrom(...taxonomy.aliases.map((alias) => alias.text)).chain(disguised);
  const cues = fc.constantFrom(...taxonomy.cues.map((cue) => cue.text)).chain(disguised);
  const pieces = fc
    .constantFrom(...taxonomy.aliases.map((alias) => alias.text))
    .chain((text) => fc.nat(text.length).map((cut) => text.slice(0, cut)));
  const piece = fc.oneof(
    { arbitrary: aliases, weight: 6 },
    { arbitrary: fc.constantFrom(...SEPARATORS), weight: 6 },
    { arbitrary: fc.constantFrom(...HYPHENS, ...SPACES), weight: 2 },
    { arbitrary: fc.constantFrom(...NOTHING), weight: 1 },
    { arbitrary: fc.constantFrom(...MARKS), weight: 3 },
    { arbitrary: fc.constantFrom(...BULLETS), weight: 1 },
    { arbitrary: fc.constantFrom(...GLUE), weight: 2 },
    { arbitrary: cues, weight: 1 },
    { arbitrary: pieces, weight: 1 },
    { arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }), weight: 1 },
    { arbitrary: fc.string({ unit: "binary", maxLength: 3 }), weight: 1 },
  );
  return fc
    .array(piece, { maxLength: 14 })
    .map((parts) => parts.join(""))
    .filter((text) => !/\p{Surrogate}/u.test(text));
}
