/** The schema in code as JSON Schemas, for editors and for who reads the files with other programs. */
import { z } from "zod";
import {
  cuesSchema,
  evaluationSchema,
  evidenceSchema,
  groupSchema,
  manifestSchema,
  userSchema,
} from "./schema.js";

const FILES = {
  manifest: [manifestSchema, "The manifest of a taxonomy"],
  group: [groupSchema, "The tools of a group, or of one category of the open group"],
  cues: [cuesSchema, "Headings and words that judge a mention, of one language"],
  evidence: [evidenceSchema, "Words that tell what an ambiguous word means"],
  evaluation: [evaluationSchema, "What `skilltag eval` takes as data"],
  skilltag: [userSchema, "A taxonomy of your own, or changes to another"],
} as const;

/** The JSON Schemas, by file name, as they stand in taxonomy/schema. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const files = Object.entries(FILES).map(([name, [schema, title]]) => {
    const json = { title, ...z.toJSONSchema(schema, { io: "input" }) };
    return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`] as const;
  });
  return new Map(files);
}
