/** The option that names a taxonomy, the same for all commands that read one. */
export const TAXONOMY_OPTION = [
  "--taxonomy <path|name@version>",
  "a YAML file, mlops, or a release such as mlops@1.0.0 (default: the nearest skilltag.yaml, else mlops)",
] as const;

export interface TaxonomyOption {
  readonly taxonomy?: string;
}

/** "1 tool", "2 tools". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
