/**
 * The one schema of the taxonomy's files. The JSON Schemas in taxonomy/schema are generated from it, so that editors
 * and the loader agree; the field lists of taxonomy/README.md say what each field means.
 */
import { z } from "zod";
import { DEPTHS, MOST_JOINED, MOST_YEARS, NEEDS, SECTIONS } from "../types.js";
import { MOST_PHRASES, phraseCount } from "./choices.js";

const anyText = z.string().meta({ minLength: 1 });
/** Texts are trimmed, and not empty. One check does both: there are sixty thousand of them to load. */
const text = anyText.check((payload) => {
  payload.value = payload.value.trim();
  if (payload.value === "") payload.issues.push(emptyText([]));
});
/** An array of such texts, looked at in one go: most of what is loaded is lists of texts. */
const texts: z.ZodType<string[]> = z
  .any()
  .meta({ type: "array", items: { type: "string", minLength: 1 } })
  .check((payload) => {
    const { value, issues } = payload;
    if (!Array.isArray(value)) {
      issues.push({ code: "invalid_type", expected: "array", input: value });
      return;
    }
    value.forEach((entry, index) => {
      if (typeof entry === "string") return;
      issues.push({ code: "invalid_type", expected: "string", input: entry, path: [index] });
    });
    payload.value = value.slice();
    trimTexts(payload);
  });

/** Of the entries of a list those that are texts. */
function trimTexts({ value, issues }: z.core.ParsePayload<unknown[]>): void {
  for (let index = 0; index < value.length; index++) {
    const entry = value[index];
    if (typeof entry !== "string") continue;
    value[index] = entry.trim();
    if (value[index] === "") issues.push(emptyText([index]));
  }
}

/** Phrases of cue files, which may hold choices. */
const phrases = texts.check(({ value, issues }) => {
  value.forEach((phrase, index) => {
    if (!phrase.includes("|") || phraseCount(phrase) <= MOST_PHRASES) return;
    const message = `one text stands for more than ${MOST_PHRASES} phrases`;
    const params = { hint: "Write several texts with fewer choices each." };
    issues.push({ code: "custom", message, params, input: phrase, path: [index] });
  });
});

function emptyText(path: number[]) {
  return { code: "too_small", origin: "string", minimum: 1, inclusive: true, input: "", path } as const;
}

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens");
export const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const version = z.string().regex(VERSION, "three numbers: 1.0.0");

const aliasMap = z.strictObject({
  text: text.describe("The written form"),
  case: z.enum(["any", "exact"]).optional().describe("exact: upper and lower case as written"),
  plural: z.boolean().optional().describe("Whether a plural s may follow"),
  needs: z.array(z.enum(NEEDS)).optional().describe("Evidence of which any one is enough"),
  cues: texts.optional().describe("Words of its own that speak for it"),
  not_before: texts.optional().describe("Words that must not follow it directly"),
  not_after: texts.optional().describe("Words that must not stand directly before it"),
  only_in: z.array(z.enum(SECTIONS)).optional().describe("Sections in which alone it counts"),
  not_in: z.array(z.enum(SECTIONS)).optional().describe("Sections in which it does not count"),
});
const alias = z.union([anyText, aliasMap]);
const aliases = z.array(alias).check(trimTexts);

const toolFields = {
  name: text.describe("Canonical name, unique"),
  name_is_alias: z.boolean().optional().describe("false: the name is not a written form by itself"),
  aliases: aliases.optional().describe("Written forms"),
  counts_for: texts.optional().describe("Tools that a mention of this one counts for as well, by name"),
  evidence: z.array(id).optional().describe("Evidence sets whose words speak for its ambiguous aliases"),
  specs: z
    .strictObject({ accept: texts.optional(), reject: texts.optional() })
    .optional()
    .describe("Sentences in which it must be found, must not be found"),
};
const tool = z.strictObject({ ...toolFields, category: id.optional() });

const combined = z.strictObject({
  id,
  name: text,
  label: text.optional().describe("What tables call it; the name where it is left out"),
  groups: z.array(id).min(1).max(MOST_JOINED),
  alternatives: z.boolean().optional().describe("true where one of them can stand for another"),
});

const reaches = z.strictObject({
  after: phrases.optional(),
  before: phrases.optional(),
  both: phrases.optional(),
});
const cueFields = {
  sections: z.partialRecord(z.enum(SECTIONS), phrases).optional().describe("Headings"),
  subheadings: phrases
    .optional()
    .describe(
      "Headings that name a kind of skill: under what is asked for or nice to have, they change nothing",
    ),
  facts: phrases.optional().describe("Headings of one fact: they stand for the value behind them, no more"),
  levels: z.partialRecord(z.enum(["required", "preferred", "mentioned"]), reaches).optional(),
  searches: phrases
    .optional()
    .describe("The employer looks for a person: what its sentence asks for is asked under every heading"),
  addresses: phrases
    .optional()
    .describe(
      "Speak to the candidate of what they must bring: ask for what comes after them under every heading",
    ),
  own: phrases
    .optional()
    .describe("The employer speaks of what it uses; in brackets a description under every heading: we use"),
  plurals: phrases
    .optional()
    .describe("Predicates in the plural, said of all that is joined before: are a plus"),
  negation: reaches.optional().describe("The thing is not used, or is being left"),
  departure: phrases.optional().describe("Words of leaving: migrating"),
  origin: phrases
    .optional()
    .describe("Behind a word of leaving, what is being left stands after these: from"),
  denial: reaches.optional().describe("The thing is not asked for"),
  affirmation: phrases.optional().describe("Looks like a negation and is none"),
  depth: z.partialRecord(z.enum(DEPTHS), reaches).optional(),
  years: phrases.optional().describe("The unit behind a number of years"),
  numbers: z
    .record(text, z.int().min(0).max(MOST_YEARS))
    .optional()
    .describe("Numbers in words, as they stand before such a unit"),
  alternatives: z
    .partialRecord(z.enum(["or", "one_of", "similar", "similar_cloud", "agnostic"]), phrases)
    .optional(),
  abbreviations: phrases.optional().describe("Their full stop ends no sentence"),
  breakers: phrases.optional().describe("End a clause"),
  joiners: phrases.optional().describe("Join members of a list"),
  openers: phrases.optional().describe("First words of bullets, with their capital"),
  employer: reaches.optional().describe("The employer speaks of itself: its name stands after, or before"),
  companies: reaches.optional().describe("Names of companies stand after, or before: customers, investors"),
};
const evidence = z.record(id, texts);

export const manifestSchema = z.strictObject({
  name: id,
  version,
  groups: z.array(id).min(1).describe("Group ids, in the order of every table"),
  combined: z.array(combined).optional().describe("Rows that join groups"),
});

export const groupSchema = z.strictObject({
  group: id,
  name: text.optional().describe("As printed; the id where it is left out"),
  category: id.optional().describe("Set in the files of the open group only"),
  evidence: z.array(id).optional().describe("Evidence sets of all tools of the file"),
  tools: z.array(tool),
});

export const cuesSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/),
  ...cueFields,
});

export const evidenceSchema = z.strictObject({ evidence });

const inlineGroup = z.strictObject({
  id,
  name: text.optional(),
  category: id.optional().describe("Category of its tools; a group with categories is an open one"),
  evidence: z.array(id).optional(),
  tools: z.array(tool).optional(),
});

/** A user's own file: a whole taxonomy (groups), or changes to another (extends, add, change, drop). */
export const userSchema = z.strictObject({
  name: id,
  version,
  extends: text.optional().describe("mlops, mlops@1.0.0, or the path of a file"),
  groups: z.array(inlineGroup).min(1).optional().describe("All groups, in order; only without extends"),
  combined: z.array(combined).optional(),
  cues: z
    .union([z.literal("none"), z.strictObject(cueFields)])
    .optional()
    .describe("Headings and level words to add to the shipped ones; none: no shipped ones either"),
  evidence: evidence.optional().describe("Evidence sets to add"),
  add: z
    .strictObject({
      groups: z.array(inlineGroup).optional(),
      tools: z.array(z.strictObject({ group: id, ...tool.shape })).optional(),
    })
    .optional(),
  change: z
    .strictObject({
      groups: z.array(z.strictObject({ id, name: text })).optional(),
      tools: z
        .array(
          z.strictObject({
            name: text,
            rename: text.optional(),
            group: id.optional(),
            category: id.optional(),
            aliases: z
              .strictObject({
                add: aliases.optional(),
                drop: texts.optional(),
              })
              .optional(),
            counts_for: texts.optional(),
            evidence: z.array(id).optional(),
            specs: toolFields.specs,
          }),
        )
        .optional(),
    })
    .optional(),
  drop: z
    .strictObject({
      groups: z.array(id).optional(),
      tools: texts.optional(),
      aliases: texts.optional(),
    })
    .optional(),
});

const pattern = z.string().regex(/^[^*]+\*?$/, "a text; a star may stand at its end only");
export const evaluationSchema = z.strictObject({
  concepts: z
    .array(pattern)
    .optional()
    .describe("Ideas and practices, measured apart from named technologies"),
  either: z.array(pattern).optional().describe("Neither wanted nor wrong"),
  vendors: texts.optional().describe("Makers' names that may stand before a name or be left out"),
});

export type AliasData = z.infer<typeof alias>;
export type ToolData = z.infer<typeof tool>;
export type CueData = Omit<z.infer<typeof cuesSchema>, "language"> & { readonly language?: string };
export type EvidenceData = z.infer<typeof evidence>;
export type ManifestData = z.infer<typeof manifestSchema>;
export type GroupData = z.infer<typeof groupSchema>;
export type UserData = z.infer<typeof userSchema>;
