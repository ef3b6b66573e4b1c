import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { renderCheck } from "../../../src/output/check.js";
import { checkSample } from "./sample.js";

test("show", async () => {
  const { row, lines, facts } = checkSample();
  for (const width of [60, 80, 120])
    writeFileSync(
      `/tmp/show/check-${width}`,
      renderCheck(row, lines, facts, { width, color: width === 120, unicode: true, explain: width !== 80 }),
    );
});
