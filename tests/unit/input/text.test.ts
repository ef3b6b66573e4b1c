import { expect, test } from "vitest";
import { extensionInReason, formatOf, isBlank } from "../../../src/input/index.js";
import { notByName } from "../../../src/input/reasons.js";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a file with nothing in it is no posting, and the reason is told", () => {
  for (const text of ["", " \r\n\t\n"]) {
    expect(isBlank(bytes(text))).toBe(true);
    expect([...formatOf("a.txt").read({ id: "a.txt", bytes: bytes(text) })]).toEqual([
      { path: "a.txt", reason: "empty file" },
    ]);
  }
  expect(isBlank(bytes("\n x"))).toBe(false);
});

test("the extension is read back from the reason that names it", () => {
  expect(extensionInReason(notByName(".json"))).toBe(".json");
  expect(extensionInReason(notByName(""))).toBe("no extension");
  expect(extensionInReason("binary file")).toBeNull();
});
