/** Runs the sentences of the taxonomy: each tool is found where it must be, and nowhere else. */
import type { Place } from "../errors.js";
import type { CompiledTaxonomy, Posting, PostingAnalysis } from "../types.js";
import type { Model, ModelTool } from "./model.js";

/** Judges one posting. */
export type Analyze = (posting: Posting) => PostingAnalysis;

export interface SpecFailure {
  readonly tool: string;
  readonly kind: "accept" | "reject";
  readonly sentence: string;
  /** What was found instead, and by which rule. */
  readonly why: string;
  readonly place: Place | null;
}

export interface SpecResult {
  readonly sentences: number;
  readonly failures: readonly SpecFailure[];
  /** Indexes of the aliases that some sentence was found by. */
  readonly seen: ReadonlySet<number>;
}

/**
 * Judges each sentence as a posting of its own, under a title that says nothing.
 * @param model     with the specs; `taxonomy` is its compiled form
 */
export function runSpecs(model: Model, taxonomy: CompiledTaxonomy, analyze: Analyze): SpecResult {
  const toolIndex = new Map(taxonomy.tools.map((tool, index) => [tool.name, index]));
  const failures: SpecFailure[] = [];
  const seen = new Set<number>();
  let sentences = 0;
  for (const tool of model.tools) {
    const index = toolIndex.get(tool.name);
    if (index === undefined) continue;
    for (const kind of ["accept", "reject"] as const) {
      for (const spec of tool.specs[kind]) {
        sentences++;
        const posting = specPosting(spec.name);
        const analysis = analyze(posting);
        for (const alias of aliasesSeen(analysis)) seen.add(alias);
        const why =
          kind === "accept"
            ? whyNotFound(analysis, index, posting, taxonomy, tool)
            : whyFound(analysis, index, posting, taxonomy);
        if (why !== null)
          failures.push({
            tool: tool.name,
            kind,
            sentence: spec.name,
            why,
            place: spec.at?.() ?? null,
          });
      }
    }
  }
  return { sentences, failures, seen };
}

/** The indexes of the aliases that mentions of a posting were found by. */
export function aliasesSeen(analysis: PostingAnalysis): number[] {
  return analysis.tools.flatMap((tool) => tool.mentions.map((mention) => mention.alias));
}

function specPosting(sentence: string): Posting {
  return {
    id: "spec",
    bytes: new TextEncoder().encode(`Engineer\n\n${sentence}\n`),
  };
}

function whyNotFound(
  analysis: PostingAnalysis,
  index: number,
  posting: Posting,
  taxonomy: CompiledTaxonomy,
  tool: ModelTool,
): string | null {
  if (analysis.tools.some((finding) => finding.tool === index)) return null;
  const own = analysis.rejections.filter((rejection) => rejection.tool === index);
  if (own.length > 0)
    return own.map((one) => `"${surface(posting, one)}" was rejected by the rule ${one.rule}`).join("; ");
  const others = analysis.tools.map((finding) => taxonomy.tools[finding.tool]?.name);
  const instead = others.length > 0 ? `; found are ${others.join(", ")}` : "";
  return `no form of "${tool.name}" stands in the sentence, or a longer form of another tool covers it${instead}`;
}

function whyFound(
  analysis: PostingAnalysis,
  index: number,
  posting: Posting,
  taxonomy: CompiledTaxonomy,
): string | null {
  const mentions = analysis.tools.find((finding) => finding.tool === index)?.mentions ?? [];
  if (mentions.length === 0) return null;
  return mentions
    .map(
      (one) =>
        `"${surface(posting, one)}" was taken for it (form "${taxonomy.aliases[one.alias]?.text}", rule ${one.rule})`,
    )
    .join("; ");
}

function surface(
  { bytes }: Posting,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return new TextDecoder().decode(bytes.subarray(start, end)).replace(/\s+/g, " ");
}
