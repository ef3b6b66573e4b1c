/** Where paths come from: a folder, or (without names) the files that were named one by one. */
export interface Root {
  /** What may stand before a path to tell it from another root's, shortest first. */
  readonly prefixes: readonly string[];
  /** Relative to it, with forward slashes; all different. */
  paths(): Iterable<string>;
}

/**
 * What has to stand before the paths of each root, so that every path has an id of its own: nothing, or the root's
 * name where two roots would share an id. A root's ids all get the same prefix, so that they still sort together.
 * @returns by root, "" or what ends in a slash
 */
export function settlePrefixes(roots: readonly Root[]): string[] {
  const depth = roots.map(() => 0);
  const prefixes = roots.map(() => "");
  // With one root nothing can clash; a hundred thousand paths need no look.
  if (roots.length === 1) return prefixes;
  for (;;) {
    const clashing = rootsThatClash(roots, prefixes);
    const raised = [...clashing].filter((root) => depth[root]! < roots[root]!.prefixes.length);
    if (raised.length === 0) return prefixes;
    for (const root of raised) {
      const prefix = roots[root]!.prefixes[depth[root]!]!;
      prefixes[root] = prefix.endsWith("/") ? prefix : `${prefix}/`;
      depth[root]!++;
    }
  }
}

function rootsThatClash(roots: readonly Root[], prefixes: readonly string[]): Set<number> {
  const owners = new Map<string, number>();
  const clashing = new Set<number>();
  roots.forEach((root, index) => {
    for (const path of root.paths()) {
      const id = prefixes[index]! + path;
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, index);
      else if (owner !== index) clashing.add(index).add(owner);
    }
  });
  return clashing;
}
