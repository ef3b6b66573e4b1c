/**
 * Part of `npm run build`: puts the program among the commands of this checkout, so that `npx skilltag` runs it at
 * once. Without it npx finds the package here all the same, and installs a copy first.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const COMMANDS = fileURLToPath(new URL("../../node_modules/.bin/", import.meta.url));

if (existsSync(COMMANDS)) {
  const script = '#!/usr/bin/env node\nrequire("../../bin/skilltag.js");\n';
  writeFileSync(join(COMMANDS, "skilltag"), script, { mode: 0o755 });
}
