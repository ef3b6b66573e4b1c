/** What is kept of a user's file, compiled or packed, for each content of it and of what it extends. */
import { join } from "node:path";
import { sha256 } from "./digest.js";
import { type CacheEnv, cacheFolder } from "./load-paths.js";
import { programVersion } from "./load-store.js";

/**
 * What a user's file seems to extend; null for nothing. Its YAML is not read, so that what is kept is found at once:
 * before anything is kept by it, the guess has to be right.
 */
export function seemsToExtend(text: string): string | null {
  return /^extends:\s*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? null;
}

/**
 * Where something made of a user's file is kept.
 * @param text   of the file
 * @param digest of the taxonomy that it extends
 * @param format the version of the format that it is kept in
 * @param ending of the name, without a dot
 */
export function cachePath(
  env: CacheEnv,
  text: string,
  digest: string,
  format: number,
  ending: string,
): string {
  const key = sha256(JSON.stringify([text, digest, format, programVersion()])).slice("sha256:".length);
  return join(cacheFolder(env), `${key}.${ending}`);
}

/** Writes something to the cache, if it can be written: it costs time and nothing else where it cannot. */
export function tryToKeep(write: () => void): void {
  try {
    write();
  } catch {
    // Nothing is lost but time.
  }
}
