/** Makes the folder of postings, or takes the one that is there; its bytes are told by one digest. */
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writePosting } from "./posting.mjs";
import { createVocabulary } from "./vocabulary.mjs";

export const SEED = 20240319;
export const DEFAULT_TARGET = join(tmpdir(), "skilltag-bench");

const FILES_A_FOLDER = 100;
const FOLDERS_A_PARENT = 25;
/** Digests that were seen, by what they depend on: see README.md. */
const DIGESTS = join(import.meta.dirname, "../digests.json");

/** Where posting `index` lies. The first n postings of a larger corpus are the smaller one. */
export function pathOf(index) {
  const folder = Math.floor(index / FILES_A_FOLDER);
  const parent = Math.floor(folder / FOLDERS_A_PARENT);
  return `part-${pad(parent, 3)}/batch-${pad(folder, 4)}/posting-${pad(index, 6)}.txt`;
}

/** Folders that hold the first postings, so many of them at most. */
export function foldersOf(folder, count) {
  const batches = Math.max(1, Math.floor(count / FILES_A_FOLDER));
  return Array.from({ length: batches }, (_, batch) => dirname(join(folder, pathOf(batch * FILES_A_FOLDER))));
}

/**
 * @param plan `{ target, count, seed, taxonomy }`
 * @returns `{ folder, count, seed, vocabulary, bytes, digest, known }`: `folder` of the postings; `digest` of all paths
 * and bytes in order; `known`: whether it equals a digest that was recorded, null where none was
 */
export function ensureCorpus({ target, count, seed, taxonomy }, { fresh = false, tell = () => {} } = {}) {
  const vocabulary = createVocabulary(taxonomy, seed);
  const home = join(target, `${count}-${seed}-${vocabulary.id}`);
  const folder = join(home, "postings");
  const stamp = join(home, "corpus.json");
  const facts = { folder, stamp, count, seed, vocabulary: vocabulary.id };
  const made = fresh ? null : readJson(stamp);
  if (made) {
    tell(`${count} postings in ${folder}: made before`);
    return withKnown({ ...facts, bytes: made.bytes, digest: made.digest });
  }
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A file takes whole blocks: 4.4 KB on average for 3 KB.
  const { bavail, bsize } = statfsSync(folder);
  const needed = count * 4500;
  if (bavail * bsize < needed * 1.2)
    throw new Error(`${folder} has too little room: ${mega(needed)} MB are needed`);
  tell(`writing ${count} postings to ${folder}`);
  const hash = createHash("sha256");
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const path = pathOf(index);
    const file = join(folder, path);
    if (index % FILES_A_FOLDER === 0) mkdirSync(dirname(file), { recursive: true });
    const content = Buffer.from(writePosting(vocabulary, seed, index));
    writeFileSync(file, content);
    hash.update(`${path}\0${content.length}\0`).update(content);
    bytes += content.length;
  }
  const digest = hash.digest("hex");
  writeFileSync(stamp, JSON.stringify({ count, seed, vocabulary: vocabulary.id, bytes, digest }));
  return withKnown({ ...facts, bytes, digest });
}

/** Reads every file once: warms the page cache, and tells whether the bytes are still those of the digest. */
export function readCorpus({ folder, count }) {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (let index = 0; index < count; index++) {
    const path = pathOf(index);
    const descriptor = openSync(join(folder, path), "r");
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    closeSync(descriptor);
    hash.update(`${path}\0${length}\0`).update(buffer.subarray(0, length));
  }
  return hash.digest("hex");
}

/** Notes the digest of a corpus, to be compared with on other machines and after changes of the generator. */
export function recordDigest(corpus) {
  const all = { ...(readJson(DIGESTS) ?? {}), [keyOf(corpus)]: corpus.digest };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(DIGESTS, `${JSON.stringify(sorted, null, 2)}\n`);
}

function withKnown(corpus) {
  const recorded = readJson(DIGESTS)?.[keyOf(corpus)];
  return { ...corpus, known: recorded === undefined ? null : recorded === corpus.digest };
}

function keyOf({ count, seed, vocabulary }) {
  return `${count}-${seed}-${vocabulary}`;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function pad(n, width) {
  return String(n).padStart(width, "0");
}

export function mega(bytes) {
  return Math.round(bytes / 1e6);
}
