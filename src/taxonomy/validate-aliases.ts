/** An alias belongs to one tool only, and none is written twice. */
import { type Problem, problem } from "../errors.js";
import { exactKey, formKey, type ModelAlias, type ModelTool } from "./model.js";

interface Owned {
  readonly tool: ModelTool;
  readonly alias: ModelAlias;
}

/** Aliases of two tools (errors), and aliases that another one finds already (warnings). */
export function checkAliases(tools: readonly ModelTool[]): Problem[] {
  const owned = tools.flatMap((tool) => tool.aliases.map((alias): Owned => ({ tool, alias })));
  const byKey = new Map<string, Owned[]>();
  for (const one of owned) {
    const key = formKey(one.alias.text);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const problems: Problem[] = [];
  for (const same of byKey.values()) {
    for (const [index, later] of same.entries()) {
      const earlier = same.slice(0, index).find((one) => overlap(one, later));
      if (earlier === undefined) continue;
      // Of a form in a file and one of the taxonomy that it extends, the one in the file can be mended.
      const [here, there] = later.alias.at === null ? [earlier, later] : [later, earlier];
      problems.push(here.tool === there.tool ? shadowed(here, there) : duplicate(here, there));
    }
  }
  for (const one of owned) {
    // A name stays, whatever it is; a singular beside it is rightly listed.
    if (one.alias.text === one.tool.name) continue;
    const singular = byKey
      .get(formKey(one.alias.text).replace(/s$/, ""))
      ?.find((other) => coversPlural(other, one));
    if (singular) problems.push(shadowed(one, singular));
  }
  return problems;
}

/** Whether some text is found by both. Two entries of one tool are a problem of their own, said elsewhere. */
function overlap({ tool, alias: a }: Owned, { tool: other, alias: b }: Owned): boolean {
  if (tool !== other && formKey(tool.name) === formKey(other.name)) return false;
  return a.case !== "exact" || b.case !== "exact" || exactKey(a.text) === exactKey(b.text);
}

/** Whether `other`, with its plural s, finds `one` under the same conditions. */
function coversPlural(other: Owned, one: Owned): boolean {
  return (
    other.alias !== one.alias &&
    other.alias.plural &&
    formKey(other.alias.text) !== formKey(one.alias.text) &&
    !formKey(other.alias.text).endsWith("s") &&
    (other.tool !== one.tool || conditions(other.alias) === conditions(one.alias))
  );
}

function conditions({ needs, notBefore, notAfter, onlyIn, notIn }: ModelAlias): string {
  return JSON.stringify([needs, notBefore, notAfter, onlyIn, notIn]);
}

function duplicate({ tool, alias }: Owned, earlier: Owned): Problem {
  const other = `"${earlier.tool.name}" (${earlier.tool.source})`;
  const message = `"${alias.text}" of "${tool.name}" is a form of ${other} already`;
  return problem("duplicate-alias", message, alias.at?.() ?? null);
}

function shadowed({ tool, alias }: Owned, by: Owned): Problem {
  const whose = by.tool === tool ? "" : ` of "${by.tool.name}" (${by.tool.source})`;
  const message = `"${alias.text}" of "${tool.name}" is found by "${by.alias.text}"${whose} already`;
  return problem("shadowed-alias", message, alias.at?.() ?? null, {
    severity: "warning",
  });
}
