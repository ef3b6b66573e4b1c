/** What the architecture test wants to know of a source file. */
export interface Source {
  /** Without comments and without what stands in texts. */
  readonly code: string;
  /** What stands in texts: quoted, in templates, and in regular expressions. */
  readonly strings: readonly string[];
  /** What it imports, as written: static, dynamic, for types, and re-exports. */
  readonly imports: readonly string[];
}

/** One token of interest after another: comments, texts, regular expressions. Templates are taken as one text. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=(?:^|[(,=:[!&|?{};\n]|return|=>)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/g;
const IMPORT =
  /^(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

/** Takes TypeScript apart as far as rules on imports and words need it. */
export function scanSource(text: string): Source {
  const strings: string[] = [];
  const code = text.replace(TOKEN, (token) => {
    if (token.startsWith("/*") || token.startsWith("//")) return " ";
    strings.push(token.slice(1, -1));
    return '""';
  });
  const imports = [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3])!);
  return { code, strings, imports };
}
