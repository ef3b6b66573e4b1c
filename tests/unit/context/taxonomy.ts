import { createJudge } from "../../../src/context/index.js";
import { createMatcher } from "../../../src/match/index.js";
import { compile } from "../../../src/taxonomy/compile.js";
import { cueEntries, evidenceEntries, toolEntry } from "../../../src/taxonomy/entries.js";
import type { CueData, ToolData } from "../../../src/taxonomy/schema.js";
import type { PostingAnalysis, Scan, Span } from "../../../src/types.js";

/** Tools by group; those of `languages` and `other` are outliers. */
const TOOLS: Readonly<Record<string, readonly (string | ToolData)[]>> = {
  containers: ["Docker", { name: "Kubernetes", aliases: ["k8s"] }, "Podman"],
  aws: ["AWS", "Amazon S3", { name: "Amazon EKS", aliases: ["EKS"], counts_for: ["Kubernetes"] }],
  azure: ["Azure", "Azure DevOps"],
  gcp: ["GCP", "BigQuery"],
  languages: [
    "Python",
    "Java",
    "Scala",
    {
      name: "Go",
      name_is_alias: false,
      aliases: [
        "golang",
        {
          text: "Go",
          case: "exact",
          needs: ["list", "cue"],
          not_before: ["the extra mile", "to-market"],
          not_after: ["let's"],
        },
      ],
    },
    { name: "R", name_is_alias: false, aliases: [{ text: "R", case: "exact", needs: ["list", "cue"] }] },
    { name: "Swift", name_is_alias: false, aliases: [{ text: "swift", needs: ["capital"] }] },
    {
      name: "Dart",
      name_is_alias: false,
      aliases: [{ text: "Dart", needs: ["cue"], cues: ["mobile apps"] }],
    },
  ],
  other: [
    "Terraform",
    "Jenkins",
    "Airflow",
    "Kafka",
    "Node.js",
    "React",
    "Angular",
    "Snowflake",
    // A name that ends like a line with the first word of the next glued to it.
    "OpenStrong",
    { name: "Express", name_is_alias: false, aliases: [{ text: "Express", needs: ["near"] }] },
    { name: "Slack", name_is_alias: false, aliases: [{ text: "Slack", only_in: ["requirements", "stack"] }] },
    { name: "Office", name_is_alias: false, aliases: [{ text: "Office", not_in: ["about"] }] },
  ],
};

const CUES: readonly CueData[] = [
  {
    language: "en",
    sections: {
      requirements: [
        "requirements",
        "qualifications",
        "what you bring",
        "technical skills",
        "we are looking for",
      ],
      preferred: ["nice to have", "bonus points", "bonus points for", "preferred", "is a plus"],
      responsibilities: ["responsibilities", "what you'll do", "job", "in this role"],
      stack: ["tech stack", "our stack", "cloud platforms", "databases", "tools we use"],
      about: ["about us", "who we are"],
      benefits: ["benefits", "what we offer", "location", "salary"],
      legal: ["equal opportunity", "privacy notice"],
      apply: ["how to apply"],
    },
    subheadings: ["technical skills", "cloud platforms", "databases"],
    facts: ["location", "salary"],
    levels: {
      required: {
        after: ["must have", "ability to", "you have", "minimum of", "years of", "experience working in"],
        before: ["is required", "is a must", "required", "must"],
        both: [
          "experience with",
          "experience in",
          "strong",
          "knowledge of",
          "proficient in",
          "technical skills",
          "exposure to",
        ],
      },
      preferred: {
        after: ["ideally", "bonus for"],
        before: ["is a plus", "a plus", "plus", "are a plus", "would be a plus", "(bonus)"],
        both: ["preferred", "nice to have", "would be great"],
      },
      mentioned: { after: ["you will", "we use", "build solid", "gain experience", "everyone here has"] },
    },
    addresses: ["candidates should have", "the right candidate will have", "you should be"],
    searches: ["we are looking for", "is looking for"],
    own: ["we use", "our stack is", "tools in our stack include"],
    plurals: ["are a plus"],
    depth: {
      exposure: { both: ["exposure to"] },
      working: { after: ["experience working in"] },
      strong: { after: ["strong"] },
    },
    years: ["years", "years of"],
    negation: {
      after: ["we don't use", "we do not use", "no", "not", "moving away from", "instead of"],
      before: ["is being replaced"],
    },
    departure: ["migrating"],
    origin: ["from"],
    denial: {
      after: ["no experience with", "you don't need"],
      before: ["is not required", "not required", "is needed", "isn't needed"],
    },
    affirmation: ["not only", "no later than"],
    alternatives: {
      or: ["or", "and/or"],
      one_of: ["one of", "at least one of"],
      similar: ["or similar", "or equivalent"],
      similar_cloud: ["or another cloud"],
      agnostic: ["cloud agnostic", "any cloud"],
    },
    abbreviations: ["incl", "vs"],
    breakers: ["but", "however"],
    joiners: ["and", "as well as"],
    openers: ["Experience", "Familiarity", "Strong"],
    employer: { after: ["about", "at", "why"], before: ["is hiring", "is a leading"] },
    companies: { after: ["backed by", "customers such as", "clients such as"], before: ["as customers"] },
  },
  {
    language: "de",
    sections: {
      requirements: ["anforderungen", "dein profil"],
      preferred: ["von vorteil"],
      responsibilities: ["aufgaben"],
    },
    levels: {
      required: {
        after: ["du beherrschst"],
        before: ["ist voraussetzung", "setzen wir voraus"],
        both: ["erfahrung mit", "kenntnisse in"],
      },
      preferred: { after: ["idealerweise"], before: ["ist von vorteil", "sind von vorteil", "wäre schön"] },
      mentioned: { after: ["wir nutzen"] },
    },
    plurals: ["sind von vorteil"],
    abbreviations: ["bzw"],
    negation: { after: ["kein", "statt"] },
    departure: ["umstieg"],
    origin: ["von"],
    denial: { before: ["ist nicht erforderlich", "kein muss"] },
    alternatives: { or: ["oder"], one_of: ["eine der"] },
    breakers: ["aber"],
    joiners: ["und", "sowie"],
  },
  {
    language: "fr",
    sections: { requirements: ["profil recherché"], preferred: ["les plus"] },
    levels: {
      required: { before: ["est indispensable"], both: ["expérience avec", "maîtrise de"] },
      preferred: { after: ["idéalement"], before: ["serait un atout", "seraient un atout", "est un plus"] },
    },
    plurals: ["seraient un atout"],
    negation: { after: ["nous n'utilisons pas"] },
    denial: { before: ["n'est pas exigé"] },
    alternatives: { or: ["ou"] },
    breakers: ["mais"],
    joiners: ["et"],
  },
  {
    language: "es",
    sections: { requirements: ["requisitos"], preferred: ["se valora"] },
    levels: {
      required: { both: ["experiencia con"] },
      preferred: { before: ["será un plus"], after: ["idealmente"] },
    },
    negation: { after: ["no usamos"] },
    alternatives: { or: ["o"] },
    joiners: ["y"],
  },
  {
    language: "nl",
    sections: { requirements: ["functie-eisen"] },
    levels: {
      required: { both: ["ervaring met"] },
      preferred: { before: ["is een pré"], after: ["bij voorkeur"] },
    },
    denial: { before: ["niet nodig"] },
    alternatives: { or: ["of"] },
    joiners: ["en"],
  },
];

const EVIDENCE = { language: ["programming", "language", "languages", "developer", "written in"] };

const CLOSED = ["containers", "aws", "azure", "gcp"];
const NAMES: Readonly<Record<string, string>> = { aws: "AWS", azure: "Azure", gcp: "GCP" };

/** A small taxonomy with tools and cues of every kind that the judge knows. */
export const TAXONOMY = compile(
  {
    name: "small",
    version: "1.0.0",
    at: null,
    groups: [...CLOSED, "outliers"].map((id) => ({
      id,
      name: NAMES[id] ?? id,
      open: id === "outliers",
      at: null,
    })),
    combined: [
      {
        id: "any-cloud",
        name: "AWS, Azure or GCP",
        groups: ["aws", "azure", "gcp"].map((name) => ({ name, at: null })),
        alternatives: true,
      },
    ],
    tools: Object.entries(TOOLS).flatMap(([folder, tools]) => {
      const closed = CLOSED.includes(folder);
      const home = {
        group: closed ? folder : "outliers",
        category: closed ? null : folder,
        evidence: folder === "languages" ? [{ name: "language", at: null }] : [],
      };
      return tools.map((tool) =>
        toolEntry(
          typeof tool === "string" ? { name: tool } : tool,
          home,
          () => null,
          `groups/${folder}.yaml:1`,
        ),
      );
    }),
    cues: [...CUES.flatMap(cueEntries), ...evidenceEntries(EVIDENCE)],
  },
  () => "sha256:00",
);

const matcher = createMatcher(TAXONOMY);
const judge = createJudge(TAXONOMY);
const encoder = new TextEncoder();

/** What the matcher found in a text; valid until the next call of anything here. */
export function scanned(text: string): Scan {
  return matcher.scan(encoder.encode(text));
}

/** The judgement of a whole posting. */
export function analyze(text: string): PostingAnalysis {
  return judge.judge("ad.txt", "", scanned(text));
}

/**
 * Everything judged in a posting, in order of the text: `Python required level.section.required "Requirements"` for a
 * mention, `Go reject.evidence` for a rejection; the evidence in quotes, where there is any.
 */
export function judged(text: string): string[] {
  const { tools, rejections } = analyze(text);
  const bytes = encoder.encode(text);
  const words = (span: Span) => new TextDecoder().decode(bytes.subarray(span.start, span.end));
  const lines = [
    ...tools.flatMap(({ mentions }) =>
      mentions.map((one) => ({ span: one, line: `${one.level} ${one.rule}`, evidence: one.evidence })),
    ),
    ...rejections.map((one) => ({ span: one, line: one.rule, evidence: one.evidence })),
  ];
  return lines
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, line, evidence }) => `${words(span)} ${line}${evidence ? ` "${words(evidence)}"` : ""}`);
}

/** What is judged of one text under no heading, as `judged` prints it. */
export function sentence(text: string): string[] {
  return judged(`Engineer\n\nIntroduction\n\n${text}\n`);
}

/** The section of each mention and rejection, in order of the text: `Python@requirements`. */
export function placed(text: string): string[] {
  const { tools, rejections } = analyze(text);
  return [...tools.flatMap((tool) => tool.mentions), ...rejections]
    .sort((a, b) => a.start - b.start)
    .map((one) => `${TAXONOMY.tools[one.tool]!.name}@${one.section}`);
}

/** The tools that are meant, by name, each with its level, in order of first appearance: `Go preferred`. */
export function levels(text: string): string[] {
  return analyze(text).tools.map(({ tool, level }) => `${TAXONOMY.tools[tool]!.name} ${level}`);
}
