import type { PostingAnalysis, Taxonomy } from "../types.js";
import { cellText, END, isPlain } from "./cells.js";
import type { TaxonomyFacts } from "./options.js";

/**
 * Writes lines of a CSV of postings from analyses: the same text as from rows, in a third of the time. A tool's name is
 * looked up and looked at when it is first met.
 */
export function directLine(
  { groups: shown }: TaxonomyFacts,
  { groups, tools }: Taxonomy,
): (analysis: PostingAnalysis) => string {
  const places = shown.map(({ id }) => groups.findIndex((group) => group.id === id));
  const closed = places.filter((place) => !groups[place]!.open);
  const open = new Set(places.filter((place) => groups[place]!.open));
  const clouds = groups.map(({ name }) => cellText(name));
  /** By tool: its name where it is an outlier, else nothing; and the same as it stands behind another. */
  const outlierNames = new Array<string | undefined>(tools.length).fill(undefined);
  const furtherNames = new Array<string>(tools.length).fill("");
  let arePlain = true;
  const outlierName = (index: number): string => {
    const tool = tools.at(index)!;
    const name = open.has(tool.group) ? tool.name : "";
    outlierNames[index] = name;
    if (name !== "") furtherNames[index] = `; ${name}`;
    arePlain &&= isPlain(name);
    return name;
  };
  return ({ id, title, groups: levels, cloud, tools: findings }) => {
    let outliers = "";
    for (let i = 0; i < findings.length; i++) {
      const { tool, level } = findings[i]!;
      if (level === "negated") continue;
      const name = outlierNames[tool] ?? outlierName(tool);
      if (outliers === "") outliers = name;
      else outliers += furtherNames[tool]!;
    }
    let text = `${cellText(id)},${cellText(title)}`;
    for (let i = 0; i < closed.length; i++) text += `,${levels[closed[i]!]!}`;
    const primary = cloud.primary === null ? "" : clouds[cloud.primary]!;
    return `${text},${cloud.anyOf},${primary},${arePlain ? outliers : cellText(outliers)}${END}`;
  };
}
