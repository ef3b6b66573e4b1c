import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { DEFAULT_RENDER_OPTIONS, OUTPUT_FORMATS } from "../../../src/output/index.js";
import { wholeReport } from "./report.js";

test("show", async () => {
  for (const f of OUTPUT_FORMATS)
    for (const width of [50, 80, 100, 120, 160]) {
      const r = await f.load();
      writeFileSync(
        `/tmp/show/${f.id}-${width}`,
        [
          ...r.render(wholeReport(), {
            ...DEFAULT_RENDER_OPTIONS,
            width,
            unicode: width !== 100,
            color: width === 160,
          }),
        ].join(""),
      );
    }
});
