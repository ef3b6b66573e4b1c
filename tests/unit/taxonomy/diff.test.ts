import { describe, expect, it } from "vitest";
import { diffTaxonomies, nextVersion, versionStep } from "../../../src/taxonomy/diff.js";
import { compileText, KITCHEN } from "./helpers.js";

const before = await compileText(KITCHEN);
const changed = async (from: string | RegExp, to: string, version = "1.0.0") =>
  diffTaxonomies(before, await compileText(KITCHEN.replace(from, to).replace("1.0.0", version)));

describe("what changed between two taxonomies", () => {
  it("is nothing where only the layout differs", async () => {
    expect(await changed("name: kitchen", "# what cooks use\nname: kitchen")).toEqual({
      changes: [],
      asks: "none",
      takes: "none",
      tooLow: false,
    });
  });

  it("asks for a patch: aliases, conditions, cues, evidence", async () => {
    const alias = await changed("[stove,", "[cooker,", "1.0.1");
    expect(alias.changes.map((change) => [change.kind, change.text])).toEqual([
      ["aliases added", "Oven: cooker"],
      ["aliases dropped", "Oven: stove"],
    ]);
    expect(alias).toMatchObject({ asks: "patch", takes: "patch", tooLow: false });
    const condition = await changed("needs: [near, cue]", "needs: [near]");
    expect(condition.changes[0]).toMatchObject({ kind: "conditions changed", tool: "Fork" });
    expect(condition.changes[0]?.text).toContain(
      "needs cue or near; not before in the road, the project → needs near",
    );
    expect((await changed("[table, Cook]", "[table]")).changes[0]?.text).toBe("cook: evidence table");
  });

  it("asks for a minor step: tools", async () => {
    const tool = await changed("- name: XY", "- name: Ladle", "1.0.1");
    expect(tool.changes.map((change) => change.text)).toEqual([
      "Ladle (rest, cutlery)",
      "XY (rest, cutlery)",
    ]);
    expect(tool).toMatchObject({ asks: "minor", takes: "patch", tooLow: true });
  });

  it("asks for a major step: groups, homes, what counts for what", async () => {
    expect((await changed("name: Heat", "name: Hot", "1.1.0")).tooLow).toBe(true);
    const counts = await changed("counts_for: [Range]", "counts_for: [Oven]", "2.0.0");
    expect(counts.changes.map((change) => change.text)).toEqual(["Fork: + Oven, − Range"]);
    expect(counts).toMatchObject({ asks: "major", takes: "major", tooLow: false });
    const moved = await changed(
      /( {6}- name: Range\n.*\n)([\s\S]*)( {6}- name: XY\n)/,
      "$1      - name: XY\n$2",
    );
    expect(moved.changes[0]).toMatchObject({ kind: "tools moved", text: "XY: rest, cutlery → heat" });
    expect(moved.asks).toBe("major");
  });

  it("has no order between two names", async () => {
    const other = diffTaxonomies(
      before,
      await compileText(
        KITCHEN.replace("name: kitchen", "name: cellar").replace("- name: XY", "- name: Ladle"),
      ),
    );
    expect(other).toMatchObject({ asks: "minor", takes: null, tooLow: false });
  });
});

describe("versions", () => {
  it("have steps", () => {
    expect(versionStep("1.2.3", "1.2.4")).toBe("patch");
    expect(versionStep("1.9.0", "1.10.0")).toBe("minor");
    expect(versionStep("1.9.9", "2.0.0")).toBe("major");
    expect(versionStep("1.0.0", "1.0.0")).toBe("none");
    expect(versionStep("2.0.0", "1.9.9")).toBeNull();
  });

  it("have a next one", () => {
    expect(nextVersion("1.2.3", "patch")).toBe("1.2.4");
    expect(nextVersion("1.2.3", "minor")).toBe("1.3.0");
    expect(nextVersion("1.2.3", "major")).toBe("2.0.0");
  });
});
