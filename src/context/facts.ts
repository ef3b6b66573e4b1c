import type { Scan, Span, Taxonomy } from "../types.js";
import type { Conditions, ToolFacts } from "./conditions.js";
import type { CueInfo } from "./cue.js";
import { ENGLISH } from "./language.js";
import { Found } from "./page.js";
import type { IntList } from "./pool.js";
import { Vocabulary } from "./vocabulary.js";

/**
 * What the taxonomy says of a cue, an alias or a tool, worked out when it is first asked for: most never are. In the
 * WebAssembly build src/kernel/assembly/facts.ts stands for this file.
 */
export class Facts {
  /** The vocabulary's own. */
  readonly vocabulary: Vocabulary;
  /** How many groups stand for each other, as clouds do. */
  readonly rivals: number;
  /** The number of the language that cues mean something in. */
  language = ENGLISH;
  readonly #infos: (CueInfo | undefined)[][] = [];
  readonly #aliases: (Conditions | undefined)[];
  readonly #tools: (ToolFacts | undefined)[];
  readonly #evidence = new Found();
  readonly #cueCount: number;
  #known: (CueInfo | undefined)[] = [];
  #scan: Scan | null = null;

  constructor(taxonomy: Taxonomy) {
    this.vocabulary = new Vocabulary(taxonomy);
    this.rivals = this.vocabulary.rivals.length;
    this.#cueCount = taxonomy.cues.length;
    this.#aliases = new Array(taxonomy.aliases.length).fill(undefined);
    this.#tools = new Array(taxonomy.tools.length).fill(undefined);
    this.speak(ENGLISH);
  }

  /** Lists of phrases and sets; see texts.ts. */
  get texts(): Uint8Array {
    return this.vocabulary.texts.bytes;
  }

  /** Turns to the posting in which cues are looked for. */
  turnTo(scan: Scan): void {
    this.#scan = scan;
  }

  /** Lets cues mean what they do in a posting of this language. */
  speak(language: number): void {
    this.language = language;
    this.#infos[language] ??= new Array(this.#cueCount).fill(undefined);
    this.#known = this.#infos[language];
  }

  cue(index: number): CueInfo {
    const known = this.#known[index];
    if (known !== undefined) return known;
    const info = this.vocabulary.cue(index, this.language);
    this.#known[index] = info;
    return info;
  }

  alias(index: number): Conditions {
    this.#aliases[index] ??= this.vocabulary.alias(index);
    return this.#aliases[index];
  }

  tool(index: number): ToolFacts {
    this.#tools[index] ??= this.vocabulary.tool(index);
    return this.#tools[index];
  }

  /** Tells that these aliases, and their tools, will be asked for: WebAssembly waits for their records together. */
  expectAliases(_tools: Found): void {}

  /**
   * Writes what each of these cues means to its place in `infos`.
   * @returns the roles that any of them has: bits, ROLE_*
   */
  readCues(cues: Found, infos: CueInfo[]): number {
    let roles = 0;
    for (let c = 0; c < cues.count; c++) {
      const info = this.cue(cues.pattern(c));
      roles |= info.roles;
      infos[c] = info;
    }
    return roles;
  }

  /** Looks for cues in these spans, each a start and an end, which are in order and apart. */
  findCues(spans: IntList, found: Found): void {
    const list: Span[] = [];
    for (let i = 0; i < spans.count; i += 2) list.push({ start: spans.at(i), end: spans.at(i + 1) });
    const { count, data } = this.#scan!.findCues(list);
    found.count = count;
    found.data = data;
  }

  /** Looks for evidence words in a span; the result is used again by the next call. */
  findEvidence(start: number, end: number): Found {
    const { count, data } = this.#scan!.findEvidence({ start, end });
    this.#evidence.count = count;
    this.#evidence.data = data;
    return this.#evidence;
  }
}
