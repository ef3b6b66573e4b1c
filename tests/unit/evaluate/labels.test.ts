import { describe, expect, it } from "vitest";
import { parseLabels } from "../../../src/evaluate/index.js";

const GROUPS = [
  { id: "heat", name: "Heat" },
  { id: "blades", name: "Blades" },
];

const parse = (text: string) => parseLabels(text, "kitchen.jsonl", GROUPS);
const line = (more: object) => JSON.stringify({ id: "ad-1", tools: [], groups: {}, ...more });

describe("parseLabels", () => {
  it("reads a line a posting, and skips a byte order mark, empty lines and other fields", () => {
    const text = [
      `\ufeff${line({ notes: "easy" })}`,
      "",
      line({
        id: "ad-2",
        tools: [{ surface: "Knives", also: ["knife"], name: "Knife", level: "required" }],
        groups: { blades: "required", heat: "absent" },
        cloud: { any_of: true, primary: "Heat" },
      }),
    ].join("\r\n");
    expect(parse(text)).toEqual({
      labels: [
        { id: "ad-1", tools: [], groups: {}, cloud: null },
        {
          id: "ad-2",
          tools: [{ surface: "Knives", also: ["knife"], name: "Knife", level: "required" }],
          groups: { blades: "required", heat: "absent" },
          cloud: { anyOf: true, primary: "Heat" },
        },
      ],
      problems: [],
    });
  });

  it.each([
    ["{", "bad-value", "the line is not JSON"],
    [`${line({})},`, "bad-value", "the line is not JSON"],
    ["[]", "wrong-type", "the line is not a JSON object"],
    ['{"tools": [], "groups": {}}', "missing-field", "the line has no id"],
    ['{"id": " ", "tools": [], "groups": {}}', "missing-field", "the line has no id"],
    [line({ tools: null }), "missing-field", "tools is not a list"],
    [line({ tools: [{ level: "required" }] }), "missing-field", "tools[0] has no surface"],
    [line({ tools: ["pan"] }), "missing-field", "tools[0] has no surface"],
    [line({ tools: [{ surface: "pan" }] }), "bad-value", 'tools[0] ("pan") has no level'],
    [
      line({ tools: [{ surface: "pan", level: "must" }] }),
      "bad-value",
      'tools[0] ("pan") has the level "must"',
    ],
    [
      line({ tools: [{ surface: "pan", level: "required", also: "pans" }] }),
      "wrong-type",
      'tools[0] ("pan"): also is not a list of texts',
    ],
    [
      line({ tools: [{ surface: "pan", level: "required", name: 3 }] }),
      "wrong-type",
      'tools[0] ("pan"): name is not a text',
    ],
    [line({ groups: [] }), "missing-field", "groups is not a map"],
    [line({ groups: { heta: "required" } }), "unknown-group", 'the taxonomy has no group "heta"'],
    [line({ groups: { heat: "yes" } }), "bad-value", 'group heat has the level "yes"'],
    [line({ cloud: { primary: null } }), "wrong-type", "cloud is not of this form"],
    [line({ cloud: { any_of: true } }), "wrong-type", "cloud is not of this form"],
    [line({ cloud: { any_of: true, primary: "heat" } }), "bad-value", 'cloud has the primary "heat"'],
  ])("says of %s: %s, %s", (source, code, message) => {
    const { labels, problems } = parse(`\n${source}\n`);
    expect(labels).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, place: { file: "kitchen.jsonl", line: 2 } });
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.hint).toMatch(/\S.*[.\]}]$/);
  });

  it("names the groups that there are", () => {
    expect(parse(line({ groups: { knives: "required" } })).problems[0]!.hint).toBe(
      "The taxonomy's groups are heat, blades.",
    );
  });

  it("says on which line a posting was labelled before, and keeps the first", () => {
    const { labels, problems } = parse(`${line({ groups: { heat: "required" } })}\n${line({})}`);
    expect(labels).toHaveLength(1);
    expect(labels[0]!.groups).toEqual({ heat: "required" });
    expect(problems.map((one) => [one.place?.line, one.message])).toEqual([
      [2, '"ad-1" was labelled on line 1 already'],
    ]);
  });

  it("reports everything that is wrong in one go", () => {
    const { problems } = parse(`${line({ tools: 1, groups: 2 })}\n{\n${line({ id: "ad-2" })}`);
    expect(problems.map((one) => one.place?.line)).toEqual([1, 1, 2]);
  });
});
