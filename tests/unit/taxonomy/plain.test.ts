import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNode, parseDocument } from "yaml";
import { type PlainYaml, readPlain } from "../../../src/taxonomy/load-plain.js";
import { parseYaml } from "../../../src/taxonomy/load-yaml.js";
import { STARTER } from "../../../src/taxonomy/starter.js";
import { KITCHEN } from "./helpers.js";

const FOLDER = join(import.meta.dirname, "../../../taxonomy");

/** The same text as the library reads it. */
function reference(text: string) {
  const doc = parseDocument(text, { prettyErrors: false, stringKeys: true });
  return {
    errors: doc.errors.map((error) => error.message),
    value: doc.errors.length > 0 ? undefined : doc.toJS({ maxAliasCount: 100 }),
    startOf: (path: readonly PropertyKey[]): number | undefined => {
      const node = path.length === 0 ? doc.contents : doc.getIn(path, true);
      return isNode(node) ? node.range?.[0] : undefined;
    },
  };
}

/** The paths of all values in a value. */
function paths(value: unknown, above: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (value === null || typeof value !== "object") return [above];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [
    above,
    ...[...keys].flatMap((key) => paths((value as Record<PropertyKey, unknown>)[key], [...above, key])),
  ];
}

function expectSame(text: string, plain: PlainYaml): void {
  const { errors, value, startOf } = reference(text);
  expect({ errors, value: plain.value }).toEqual({ errors: [], value });
  const wrong = paths(value).filter((path) => ![null, startOf(path)].includes(plain.startOf(path) as number));
  expect(wrong).toEqual([]);
}

describe("the short way to read YAML", () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".yaml"),
  );

  it.each(files)("reads %s as the library does, with its places", (file) => {
    const text = readFileSync(join(FOLDER, file), "utf8");
    const plain = readPlain(text);
    // A shipped file that is not plain would cost a tenth of a second.
    if (plain === null) throw new Error(`${file} is not plain`);
    expectSame(text, plain);
  });

  it("reads what init writes, and a taxonomy of one file", () => {
    for (const text of [STARTER, KITCHEN]) {
      const plain = readPlain(text);
      expect(plain).not.toBeNull();
      if (plain) expectSame(text, plain);
    }
  });

  it.each([
    ..."C# C++ .NET F# 1.0.0 2024-01-01 10:30 a:b http://x.org/#y x#y yes no on off NO y n ~ null Null nULL".split(
      " ",
    ),
    ..."true True TRUE false tRUE 1 0 007 1_000 12ab 999999999999999 'it''s' '' \"\" 'true' \"1\" \"C#\"".split(
      " ",
    ),
    ...[
      '"say \\"hi\\" \\\\ "',
      "' padded '",
      "CI&CD",
      "R*",
      "AT&T",
      "a 'b' \"c\"",
      "node - js",
      "x # comment",
    ],
    ...[
      "[]",
      "{}",
      "[a, b]",
      "[a, b, ]",
      "[ C#, C++ , .NET ]",
      "[a b, 'c, d', [e], { f: g }]",
      "日本語",
      "é 😀",
    ],
    ...["[a, # one\n    b,\n\n    # two\n    c,\n  ]", "\n    [a,\n     b]", "\n  - a\n  - b", "\n- a\n- b"],
    ...[
      "\n  - - a\n    - b\n  - c: d\n    e: f",
      "\n\n  # comment\n  x: y   # more\n",
      "{ a: 1, b: [~, no] }",
    ],
  ])("reads %j as the library does", (value) => {
    const text = `first: ${value}\n`;
    const plain = readPlain(text);
    expect(plain).not.toBeNull();
    if (plain) expectSame(text, plain);
  });

  it("reads what an anchor stands for", () => {
    const text =
      "a: &one [x, y]\nb: *one\nc:\n  - &two\n    [z]\n  - *two\n  - &three t\nd: [*three, *one]\n";
    const plain = readPlain(text);
    expect(plain?.value).toEqual({
      ...{ a: ["x", "y"], b: ["x", "y"], c: [["z"], ["z"], "t"] },
      d: ["t", ["x", "y"]],
    });
    if (plain) expectSame(text, plain);
  });

  it.each([
    ["a number of another form", "a: 1.0"],
    ["a number of another form", "a: 0x10"],
    ["a number of another form", "a: 1e3"],
    ["a number of another form", "a: -1"],
    ["a number of another form", "a: .5"],
    ["an empty value", "a:\nb: c"],
    ["a text of several lines", "a: b\n  c"],
    ["a text of several lines in brackets", "a: [b\n  c]"],
    ["a block text", "a: |\n  b\n"],
    ["an escape", 'a: "b\\n"'],
    ["a tag", "a: !!str b"],
    ["line ends of another system", "a: b\r\n"],
    ["a marker of a document", "---\na: b"],
    ["a key that is no name", "1: b"],
    ["an anchor in an anchor", "a: &b [&c d]"],
  ])("leaves %s to the library: %j", (_, text) => {
    expect(readPlain(text)).toBeNull();
    const { errors, value } = reference(text);
    expect(errors).toEqual([]);
    expect(parseYaml(text, "file").value).toEqual(value);
  });

  it.each([
    ["a: b\na: c", "duplicate-key", 2, 1],
    ["a: [b, c\nd: e\n", "yaml-syntax", 2, 1],
    ["a: b: c", "yaml-syntax", 1, 4],
    ["b: c\na: *none", "yaml-syntax", 2, 4],
    ["a:\n\t- b", "yaml-syntax", 2, 1],
  ])("leaves the faults of %j to the library, with their places", (text, code, line, column) => {
    expect(readPlain(text)).toBeNull();
    const [first] = parseYaml(text, "file").problems;
    expect(first).toMatchObject({ code, place: { file: "file", line, column } });
  });

  it("reads nothing that the library reads in another way, or calls wrong", () => {
    const signs = "[ ] { } , : # & * ! | > ' \" % @ ` ? - ~ . + \\ \u00a0 é 1 x".split(" ");
    const values = [
      ..."x C# .NET 'q' \"r\" 1 ~ [] {} *m a:b -x 1.5 0x1 007 'it''s' <<".split(" "),
      ...[
        "x y",
        "[x, y]",
        "[x,\n    y ]",
        "{ k: v, l: [m] }",
        "&m [p]",
        "&m\n    [z]",
        "e # c",
        '"\\""',
        "# c",
      ],
      ...["\n  - a\n  - b", "\n    [u, v]", "\n- a\n", "[x\n]", "[x,\n  y,\n  ]", "{ k: v,\n  l: m }"],
    ];
    const starts = ["k: ", "l: ", "k:", "- ", "- k: ", "- - ", "", "a b: ", "constructor: ", "__proto__: "];
    const line = fc
      .tuple(
        fc.constantFrom("", "", "  ", "    ", "      "),
        fc.constantFrom(...starts),
        fc.constantFrom(...values),
      )
      .map((parts) => parts.join(""));
    const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.join("\n"));
    const spoilt = fc
      .tuple(lines, fc.nat(60), fc.constantFrom(...signs, " ", "\n", "\t", "\r"))
      .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at));
    fc.assert(
      fc.property(fc.oneof(lines, spoilt), (text) => {
        const plain = readPlain(text);
        if (plain !== null) expectSame(text, plain);
      }),
      { numRuns: 40_000 },
    );
  });
});
