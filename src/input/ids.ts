/** Where paths come from: a folder, or (without names) the files that were named one by one. */
export interface Root {
  /** What may stand before a path to tell it from another root's, shortest first. */
  readonly prefixes: readonly string[];
}

/**
 * One id a path: the path, with its root's name in front only where two roots would share an id. A root's ids all get
 * the same prefix, so that they still sort together. Paths of one root must differ.
 * @param paths relative to their roots, with forward slashes
 * @param rootOf for each path, the index of its root
 * @returns `paths` itself where nothing is put in front of any
 */
export function settleIds(
  paths: readonly string[],
  rootOf: readonly number[],
  roots: readonly Root[],
): readonly string[] {
  const depth = roots.map(() => 0);
  // With one root nothing can clash; a hundred thousand paths need no look.
  if (rootOf.every((root) => root === rootOf[0])) return paths;
  let ids = paths;
  for (;;) {
    const clashing = rootsThatClash(ids, rootOf);
    const raised = [...clashing].filter((root) => depth[root]! < roots[root]!.prefixes.length);
    if (raised.length === 0) return ids;
    for (const root of raised) depth[root]!++;
    ids = paths.map((path, i) => prefixed(path, roots[rootOf[i]!]!.prefixes[depth[rootOf[i]!]! - 1]));
  }
}

function prefixed(path: string, prefix: string | undefined): string {
  return prefix === undefined ? path : `${prefix.replace(/\/$/, "")}/${path}`;
}

function rootsThatClash(ids: readonly string[], rootOf: readonly number[]): Set<number> {
  const owners = new Map<string, number>();
  const clashing = new Set<number>();
  ids.forEach((id, index) => {
    const root = rootOf[index]!;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, root);
    else if (owner !== root) clashing.add(root).add(owner);
  });
  return clashing;
}
