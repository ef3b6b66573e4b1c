import type { Alias, CompiledTaxonomy, Cue } from "../../src/types.js";

/** A written form: case and plural as a taxonomy would set them. */
type FormSpec = string | { readonly text: string; readonly case?: "exact"; readonly plural?: boolean };

/** The least taxonomy that a matcher needs: one tool a form, cues that open a bullet and cues that do not. */
export function tinyTaxonomy(forms: readonly FormSpec[], openers: readonly string[] = []): CompiledTaxonomy {
  const aliases = forms.map((spec, tool): Alias => {
    const { text, ...more } = typeof spec === "string" ? { text: spec } : spec;
    const exact = "case" in more;
    return {
      text,
      tool,
      case: exact ? "exact" : "any",
      plural: ("plural" in more ? more.plural : undefined) ?? (!exact && text.length > 2),
      needs: [],
      cues: [],
      notBefore: [],
      notAfter: [],
      onlyIn: [],
      notIn: [],
    };
  });
  const cues: Cue[] = openers.map((text) => ({ text, roles: [{ kind: "opener", language: null }] }));
  cues.push({ text: "similar", roles: [{ kind: "evidence", set: "any", language: null }] });
  cues.push(
    { text: "or similar", roles: [{ kind: "joiner", language: null }] },
    { text: "or", roles: [{ kind: "joiner", language: null }] },
  );
  return {
    format: 1,
    name: "tiny",
    version: "1.0.0",
    digest: "sha256:0",
    groups: [{ id: "all", name: "All", open: true }],
    combined: [],
    tools: aliases.map((alias) => ({
      name: alias.text,
      group: 0,
      category: "any",
      countsFor: [],
      groups: [0],
      evidence: [],
      source: "tiny.yaml:1",
    })),
    aliases,
    cues,
  };
}

const OPENERS = ["Experience", "Familiarity with", "Strong", "Requirements", "Knowledge"];

/** Forms that a matcher easily gets wrong, each set for what it has in common. */
export const TRICKY = {
  symbols: tinyTaxonomy(
    [
      "C",
      "C++",
      "C#",
      ".NET",
      "ASP.NET",
      "ASP.NET Core",
      "NET",
      "F#",
      "Node.js",
      "Node",
      "CI/CD",
      "CI",
      "CD",
    ],
    OPENERS,
  ),
  letters: tinyTaxonomy(
    ["R", "R&D", "D", { text: "Go", case: "exact" }, "golang", "K8s", "S3", "T5", "A/B testing", "B"],
    OPENERS,
  ),
  spaces: tinyTaxonomy(
    [
      "Spring",
      "Spring Boot",
      "Boot",
      "scikit-learn",
      "learn",
      "Google Cloud",
      "Google Cloud Platform",
      "Cloud",
    ],
    OPENERS,
  ),
  plurals: tinyTaxonomy(
    ["LLM", "GPU", "API", "APIs", "AWS", { text: "SAS", case: "exact" }, "REST API", "Über", "Straße", "DAG"],
    OPENERS,
  ),
  overlaps: tinyTaxonomy(
    ["a", "a b", "b c", "c", "a b c d", "d e", "ab", "abc", "b-c-d", "aa", "a a"],
    ["B", "Ab"],
  ),
} satisfies Readonly<Record<string, CompiledTaxonomy>>;
