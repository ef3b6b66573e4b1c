/** Reads a manifest and the files of its folder into a model, with everything that is wrong in any of them. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type Place, type Problem, problem, SkilltagError } from "../errors.js";
import { cueEntries, evidenceEntries, type Locate, toolEntry } from "./entries.js";
import { readFile } from "./load-store.js";
import { checkYaml, parseYaml, type YamlFile } from "./load-yaml.js";
import { byText, type Model, type ModelCue, type ModelGroup, type ModelTool, type Where } from "./model.js";
import { cuesSchema, evidenceSchema, type GroupData, groupSchema, manifestSchema } from "./schema.js";

/** A model, null where the manifest itself cannot be understood, and all problems of form. */
export interface Loaded {
  readonly model: Model | null;
  readonly problems: readonly Problem[];
  /** False where a file could not be understood, so that what the model lacks may stand in it. */
  readonly complete: boolean;
}

/**
 * Loads the taxonomy of a manifest: `groups/**` and `cues/*` beside it.
 * @param path of the manifest
 * @param cwd  places are named relative to it
 * @throws SkilltagError `missing-file` or `unreadable` for the manifest
 */
export function loadFolder(path: string, cwd: string): Loaded {
  const problems: Problem[] = [];
  const shown = (file: string): string => {
    const short = relative(cwd, file).replaceAll("\\", "/");
    return short.startsWith("../..") ? file : short;
  };
  const open = (file: string) => parseYaml(readFile(file), shown(file));
  const manifest = checkYaml(open(path), manifestSchema, problems);
  if (manifest === null) return { model: null, problems, complete: false };
  const folder = dirname(path);
  const groupFiles: GroupFile[] = [];
  const tools: ModelTool[] = [];
  const cues: ModelCue[] = [];
  const paths = yamlFiles(folder, problems, shown);
  let complete = problems.length === 0;
  for (const file of paths) {
    const parsed = parseOrNote(file, open, problems);
    if (parsed === null) {
      complete = false;
      continue;
    }
    const name = relative(folder, file).replaceAll("\\", "/");
    if (name.startsWith("groups/")) {
      const checked = checkYaml(parsed, groupSchema, problems);
      if (checked) {
        const { tools: _, ...head } = checked.data;
        groupFiles.push({ ...head, at: () => checked.placeOf(["group"]) });
        tools.push(...toolsOf(name, checked));
      } else complete = false;
    } else if (basename(file) === "evidence.yaml") {
      const checked = checkYaml(parsed, evidenceSchema, problems);
      if (checked) cues.push(...evidenceEntries(checked.data.evidence));
      else complete = false;
    } else {
      const checked = checkYaml(parsed, cuesSchema, problems);
      if (checked) cues.push(...cueEntries(checked.data));
    }
    parsed.release();
  }
  const { data, placeOf } = manifest;
  const at =
    (...where: (string | number)[]): Where =>
    () =>
      placeOf(where);
  const groups = data.groups.map((id, index): ModelGroup => {
    const own = groupFiles.filter((file) => file.group === id);
    const name = own.find((file) => file.name !== undefined)?.name ?? id;
    return {
      id,
      name,
      open: own.some((file) => file.category !== undefined),
      at: at("groups", index),
    };
  });
  const model: Model = {
    name: data.name,
    version: data.version,
    at: at("version"),
    groups,
    combined: (data.combined ?? []).map((one, index) => ({
      id: one.id,
      name: one.name,
      ...(one.label === undefined ? {} : { label: one.label }),
      groups: one.groups.map((name, member) => ({
        name,
        at: at("combined", index, "groups", member),
      })),
      alternatives: one.alternatives ?? false,
    })),
    tools,
    cues,
  };
  const known = new Set(data.groups);
  for (const file of groupFiles) {
    if (known.has(file.group)) continue;
    problems.push(problem("unknown-group", `the manifest has no group "${file.group}"`, file.at()));
  }
  return { model, problems, complete };
}

/** What a file says of its group. */
type GroupFile = Omit<GroupData, "tools"> & { readonly at: () => Place };

function toolsOf(name: string, { data, placeOf, lineOf }: YamlFile<GroupData>): ModelTool[] {
  const evidence = (data.evidence ?? []).map((set, index) => ({
    name: set,
    at: () => placeOf(["evidence", index]),
  }));
  const home = { group: data.group, category: data.category ?? null, evidence };
  return data.tools.map((tool, index) => {
    const locate: Locate =
      (...path) =>
      () =>
        placeOf(["tools", index, ...path]);
    return toolEntry(tool, home, locate, `${name}:${lineOf(["tools", index])}`);
  });
}

/** The files of a taxonomy in an order that no file system changes. */
function yamlFiles(folder: string, problems: Problem[], shown: (file: string) => string): string[] {
  const groups = join(folder, "groups");
  if (!existsSync(groups)) problems.push(problem("missing-file", `${shown(groups)} does not exist`, null));
  return [groups, join(folder, "cues")].flatMap((part) =>
    existsSync(part)
      ? readdirSync(part, { recursive: true, encoding: "utf8" })
          .filter((file) => /\.ya?ml$/.test(file) && !basename(file).startsWith("."))
          .sort((a, b) => byText(a.replaceAll("\\", "/"), b.replaceAll("\\", "/")))
          .map((file) => join(part, file))
      : [],
  );
}

/** A file that cannot be read is one problem among others. */
function parseOrNote<T>(file: string, open: (file: string) => T, problems: Problem[]): T | null {
  try {
    return open(file);
  } catch (error) {
    if (!(error instanceof SkilltagError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
