import type {
  GroupLevel,
  GroupRow,
  Level,
  MentionRow,
  OutlierRow,
  PostingRow,
  Report,
  ToolRow,
} from "../../../src/types.js";

/** The closed groups of the reports below, and their names. */
export const GROUPS = {
  containers: "Containers",
  aws: "AWS",
  azure: "Azure",
  gcp: "GCP",
  python: "Python",
  workflow: "Workflow",
  frameworks: "Frameworks",
  observability: "Observability",
} as const;

export function mention(surface: string, more: Partial<MentionRow> = {}): MentionRow {
  const place = { start: 0, end: surface.length, line: 1, column: 1 };
  return {
    surface,
    alias: surface.toLowerCase(),
    ...place,
    level: "required",
    section: "requirements",
    ...more,
  };
}

export function tool(
  name: string,
  group: string,
  level: Level = "required",
  more: Partial<ToolRow> = {},
): ToolRow {
  return { name, group, level, depth: null, years: null, mentions: [mention(name, { level })], ...more };
}

export function posting(
  id: string,
  groups: Partial<Record<keyof typeof GROUPS, GroupLevel>> = {},
  more: Partial<PostingRow> = {},
): PostingRow {
  const absent = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, "absent" as const]));
  return {
    id,
    title: `Title of ${id}`,
    groups: { ...absent, ...groups },
    cloud: { anyOf: false, primary: null },
    alternatives: [],
    tools: [],
    ...more,
  };
}

export function groupRow(
  id: string,
  name: string,
  postings: number,
  of: number,
  more: Partial<GroupRow> = {},
): GroupRow {
  const share = of === 0 ? null : postings / of;
  const required = Math.floor(postings * 0.6);
  const preferred = Math.floor(postings * 0.2);
  return {
    id,
    name,
    postings,
    share,
    interval: share === null ? null : [Math.max(0, share - 0.055), Math.min(1, share + 0.055)],
    levels: { required, preferred, mentioned: postings - required - preferred },
    negated: 0,
    depth: { exposure: 0, working: 0, strong: 0, expert: 0 },
    years: { postings: 0, median: null },
    tools: [],
    ...more,
  };
}

export function outlier(name: string, category: string, postings: number, of: number): OutlierRow {
  return {
    name,
    category,
    postings,
    share: postings / of,
    levels: { required: postings, preferred: 0, mentioned: 0 },
  };
}

export function report(more: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    generator: { name: "skilltag", version: "1.0.0" },
    taxonomy: { name: "mlops", version: "1.0.0", digest: "sha256:00" },
    input: { postings: 0, duplicates: 0, withoutMatch: [], skipped: [] },
    groups: Object.entries(GROUPS).map(([id, name]) => groupRow(id, name, 0, 0)),
    combined: [],
    outliers: [],
    postings: [],
    ...more,
  };
}

/** A report of a whole run: 310 postings, of which three are given. */
export function wholeReport(): Report {
  const of = 310;
  const counts = {
    containers: 161,
    aws: 140,
    azure: 62,
    gcp: 55,
    python: 260,
    workflow: 44,
    frameworks: 90,
    observability: 33,
  };
  const tools = {
    containers: [
      { name: "Kubernetes", postings: 120 },
      { name: "Docker", postings: 98 },
    ],
  };
  const outliers = [
    outlier("Terraform", "infrastructure", 58, of),
    outlier("Kafka", "data", 41, of),
    outlier("C++", "languages", 40, of),
    outlier("Weights & Biases", "ml", 3, of),
  ];
  return report({
    input: {
      postings: of,
      duplicates: 4,
      withoutMatch: ["117-office-manager.txt", "201-nurse.txt"],
      skipped: [{ path: "scan.txt", reason: "binary file" }],
    },
    groups: [
      ...Object.entries(GROUPS).map(([id, name]) =>
        groupRow(id, name, counts[id as keyof typeof GROUPS], of, {
          tools: id === "containers" ? tools.containers : [],
        }),
      ),
      groupRow("outliers", "Outliers", 309, of, {
        tools: outliers.map(({ name, postings }) => ({ name, postings })),
      }),
    ],
    combined: [
      { id: "any-cloud", name: "AWS, Azure or GCP", postings: 231, share: 231 / of, interval: [0.694, 0.79] },
    ],
    outliers,
    postings: [
      posting(
        "001-aurora-machine-learning-engineer-platform.txt",
        {
          containers: "required",
          aws: "preferred",
          azure: "mentioned",
          python: "required",
          frameworks: "required",
        },
        {
          cloud: { anyOf: true, primary: "AWS" },
          tools: [
            tool("Kubernetes", "containers"),
            tool("Terraform", "outliers"),
            tool("Kafka", "outliers", "preferred"),
            tool("C++", "outliers", "mentioned"),
            tool("Weights & Biases", "outliers"),
          ],
        },
      ),
      posting(
        "002-bank.txt",
        { gcp: "negated", python: "preferred", observability: "mentioned" },
        {
          tools: [
            tool("Rust", "outliers", "negated"),
            tool("Python", "python", "preferred", { depth: "strong", years: 3 }),
          ],
        },
      ),
      posting("117-office-manager.txt"),
    ],
  });
}
