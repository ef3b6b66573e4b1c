import type { TaxonomyFacts } from "../../../src/output/index.js";
import type { MentionRow, PostingRow } from "../../../src/types.js";
import { GROUPS, mention, posting, tool } from "./report.js";

const TEXT = `Senior Platform Engineer (ML)

What you bring
- At least three years of solid work with Python, and a feeling for the services that a growing data team will lean on
- Containers in production: k8s or Amazon
  EKS, whichever you know
- AWS, GCP or Azure
Nice to have
- Terraform; some Go is a plus
No Scala needed. We go the extra mile.`;

/** A posting, its lines and what a check of it must know. */
export function checkSample(): { row: PostingRow; lines: string[]; facts: TaxonomyFacts } {
  const lines = TEXT.split("\n");
  const at = (line: number, surface: string, raw = surface, more: Partial<MentionRow> = {}) => {
    const index = `${lines[line - 1]}\n${lines[line] ?? ""}`.indexOf(raw);
    const start = lines.slice(0, line - 1).join("\n").length + 1 + index;
    const column = Array.from((lines[line - 1] ?? "").slice(0, index)).length + 1;
    const why = { rule: "level.heading", evidence: "What you bring" };
    return mention(surface, { line, column, start, end: start + raw.length, ...why, ...more });
  };
  const row = posting(
    "ads/platform.txt",
    { containers: "required", aws: "required", gcp: "required", azure: "required", python: "required" },
    {
      title: "Senior Platform Engineer (ML)",
      cloud: { anyOf: true, primary: "AWS" },
      alternatives: [["AWS", "GCP", "Azure"]],
      tools: [
        tool("Python", "python", "required", { depth: "strong", years: 3, mentions: [at(4, "Python")] }),
        tool("Kubernetes", "containers", "required", { mentions: [at(5, "k8s")] }),
        tool("Amazon EKS", "aws", "required", { mentions: [at(5, "Amazon EKS", "Amazon\n  EKS")] }),
        tool("AWS", "aws", "required", { mentions: [at(7, "AWS")] }),
        tool("GCP", "gcp", "required", { mentions: [at(7, "GCP")] }),
        tool("Azure", "azure", "required", { mentions: [at(7, "Azure")] }),
        tool("Terraform", "outliers", "preferred", {
          mentions: [at(9, "Terraform", "Terraform", { level: "preferred", section: "preferred" })],
        }),
        tool("Go", "outliers", "preferred", {
          mentions: [at(9, "Go", "Go", { level: "preferred", section: "preferred" })],
        }),
        tool("Scala", "outliers", "negated", {
          mentions: [at(10, "Scala", "Scala", { level: "negated", section: "preferred" })],
        }),
      ],
      rejected: [
        {
          ...{ surface: "go", tool: "Go", alias: "Go", start: 999, end: 1001, line: 10, column: 21 },
          ...{ reason: "stands before “the extra mile”", rule: "ambiguity.not-before" },
          ...{ section: "preferred" as const, evidence: "the extra mile" },
        },
      ],
    },
  );
  const groups = Object.entries(GROUPS).map(([id, name]) => ({ id, name, open: false }));
  const tools = new Map(
    row.tools.map(({ name, group }) => [name, { category: null as string | null, groups: [group] }]),
  );
  tools.set("Amazon EKS", { category: null, groups: ["aws", "containers"] });
  tools.set("Terraform", { category: "infrastructure", groups: ["outliers"] });
  for (const language of ["Go", "Scala"])
    tools.set(language, { category: "languages", groups: ["outliers"] });
  return {
    row,
    lines,
    facts: { groups: [...groups, { id: "outliers", name: "Outliers", open: true }], tools },
  };
}
