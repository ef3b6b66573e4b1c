/** A file before its id is settled. */
export interface Candidate {
  /** Relative to its root, with forward slashes. */
  readonly path: string;
  /** Index of its root. */
  readonly root: number;
}

/** Where candidates come from: a folder, or (without names) the files that were named one by one. */
export interface Root {
  /** What may stand before a path to tell it from another root's, shortest first. */
  readonly prefixes: readonly string[];
}

/**
 * One id a candidate: its path, with its root's name in front only where two roots would share an id. A root's ids all
 * get the same prefix, so that they still sort together. Candidates of one root must differ in path.
 */
export function settleIds(candidates: readonly Candidate[], roots: readonly Root[]): string[] {
  const depth = roots.map(() => 0);
  for (;;) {
    const ids = candidates.map(({ path, root }) => prefixed(path, roots[root]?.prefixes[depth[root]! - 1]));
    if (roots.length < 2) return ids;
    const clashing = rootsThatClash(ids, candidates);
    const raised = [...clashing].filter((root) => depth[root]! < roots[root]!.prefixes.length);
    if (raised.length === 0) return ids;
    for (const root of raised) depth[root]!++;
  }
}

function prefixed(path: string, prefix: string | undefined): string {
  return prefix === undefined ? path : `${prefix.replace(/\/$/, "")}/${path}`;
}

function rootsThatClash(ids: readonly string[], candidates: readonly Candidate[]): Set<number> {
  const owners = new Map<string, number>();
  const clashing = new Set<number>();
  ids.forEach((id, index) => {
    const root = candidates[index]!.root;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, root);
    else if (owner !== root) clashing.add(root).add(owner);
  });
  return clashing;
}
