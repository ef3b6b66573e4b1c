import type { Cue, CueRole, Depth, Level, List, MatchList, Reach, Section, Taxonomy } from "../types.js";

/** Bits of a reach: what the cue governs comes after it, stands before it, or both. */
export const AFTER = 1;
export const BEFORE = 2;

/** A cue's roles, each where the judge looks for it. A reach of 0: the cue has no such role. */
export interface CueInfo {
  readonly section: Section | null;
  readonly subheading: boolean;
  readonly fact: boolean;
  readonly required: number;
  readonly preferred: number;
  readonly mentioned: number;
  readonly address: boolean;
  readonly search: boolean;
  readonly own: boolean;
  readonly plural: boolean;
  readonly negation: number;
  readonly denial: number;
  readonly departure: boolean;
  readonly origin: boolean;
  readonly affirmation: boolean;
  /** Whether it has a role that reaches tools: a level, a negation, a denial, an origin. */
  readonly governs: boolean;
  readonly depth: Depth | null;
  readonly depthReach: number;
  readonly years: boolean;
  /** A number in words; null where it is none. */
  readonly number: number | null;
  readonly abbreviation: boolean;
  /** A number in words or an abbreviation and nothing else, in any language: no token of a sentence. */
  readonly isSilent: boolean;
  readonly alternative: "or" | "oneOf" | "similar" | "similarCloud" | "agnostic" | null;
  readonly breaker: boolean;
  readonly joiner: boolean;
  readonly opener: boolean;
  readonly employer: number;
  readonly company: number;
  readonly sets: readonly string[];
  /** Words in the text. */
  readonly words: number;
}

/** The cues of the taxonomy as a posting of one language understands them. */
export interface CueInfos {
  /** @param cue index in the taxonomy */
  get(cue: number): CueInfo;
}

/** The language whose cues hold in every posting: ads in any language mix English in. */
const EVERYWHERE = "en";
/** Shorter cues are words of too many languages to tell one. */
const TELLING_BYTES = 5;
const SHORT_BYTES = 3;
/** Bytes of cues of another language that a posting must hold, and their share against English ones. */
const LEAST_FOREIGN = 10;
const LEAST_FOREIGN_SHARE = 0.3;

/** Reads cues by language. What a cue means is worked out when it is first met: most never are. */
export class Vocabulary {
  readonly #cues: List<Cue>;
  readonly #languages: (readonly string[] | null | undefined)[];
  readonly #byLanguage = new Map<string, CueInfos>();

  constructor(taxonomy: Taxonomy) {
    this.#cues = taxonomy.cues;
    this.#languages = new Array(taxonomy.cues.length).fill(undefined);
  }

  /** The cues of a posting in this language. */
  infos(language: string): CueInfos {
    let infos = this.#byLanguage.get(language);
    if (!infos) {
      const cues = this.#cues;
      const known = new Array<CueInfo | undefined>(cues.length).fill(undefined);
      infos = {
        get: (cue) => {
          known[cue] ??= infoOf(cues.at(cue)!, language);
          return known[cue];
        },
      };
      this.#byLanguage.set(language, infos);
    }
    return infos;
  }

  /** The languages other than English that a cue speaks; null where it speaks English. */
  #languagesOf(cue: number): readonly string[] | null {
    let languages = this.#languages[cue];
    if (languages === undefined) {
      const all = this.#cues.at(cue)!.roles.map((role) => role.language);
      languages = all.includes(EVERYWHERE) ? null : [...new Set(all)].filter((language) => language !== null);
      this.#languages[cue] = languages;
    }
    return languages;
  }

  /** The language of a posting, by the cues that it holds: the one beside English that has most of them. */
  languageOf(cues: MatchList): string {
    const votes = new Map<string, number>();
    let english = 0;
    let short: readonly string[] = [];
    for (let c = 0; c < cues.count; c++) {
      const bytes = cues.data[3 * c + 2]! - cues.data[3 * c + 1]!;
      if (bytes < TELLING_BYTES) {
        if (bytes >= SHORT_BYTES && short.length === 0) short = this.#languagesOf(cues.data[3 * c]!) ?? [];
        continue;
      }
      const languages = this.#languagesOf(cues.data[3 * c]!);
      if (languages === null) english += bytes;
      else for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + bytes);
    }
    // Where nothing longer tells, as in a single sentence, a short word is better than none.
    if (english === 0 && votes.size === 0 && short.length === 1) return short[0]!;
    let best = EVERYWHERE;
    let most = Math.max(LEAST_FOREIGN, LEAST_FOREIGN_SHARE * english);
    for (const [language, bytes] of votes) {
      if (bytes >= most) {
        best = language;
        most = bytes;
      }
    }
    return best;
  }
}

const GOVERNING: ReadonlySet<CueRole["kind"]> = new Set(["level", "negation", "denial", "origin"]);

function infoOf({ text, roles: all }: Cue, language: string): CueInfo {
  const roles = all.filter(
    (role) => role.language === null || role.language === EVERYWHERE || role.language === language,
  );
  const first = <K extends CueRole["kind"]>(kind: K) =>
    roles.find((role): role is Extract<CueRole, { kind: K }> => role.kind === kind);
  const level = (wanted: Level) =>
    roles.reduce(
      (bits, role) => (role.kind === "level" && role.level === wanted ? bits | reachBits(role.reach) : bits),
      0,
    );
  const reach = (kind: "negation" | "denial" | "employer" | "company") =>
    roles.reduce((bits, role) => (role.kind === kind ? bits | reachBits(role.reach) : bits), 0);
  const depth = first("depth");
  return {
    section: first("section")?.section ?? null,
    subheading: first("subheading") !== undefined,
    fact: first("fact") !== undefined,
    required: level("required"),
    preferred: level("preferred"),
    mentioned: level("mentioned"),
    address: first("address") !== undefined,
    search: first("search") !== undefined,
    own: first("own") !== undefined,
    plural: first("plural") !== undefined,
    negation: reach("negation"),
    denial: reach("denial"),
    departure: first("departure") !== undefined,
    origin: first("origin") !== undefined,
    affirmation: first("affirmation") !== undefined,
    governs: roles.some(({ kind }) => GOVERNING.has(kind)),
    depth: depth?.depth ?? null,
    depthReach: roles.reduce(
      (bits, role) =>
        role.kind === "depth" && role.depth === depth?.depth ? bits | reachBits(role.reach) : bits,
      0,
    ),
    years: first("years") !== undefined,
    number: first("number")?.value ?? null,
    abbreviation: first("abbreviation") !== undefined,
    isSilent: all.every(({ kind }) => kind === "number" || kind === "abbreviation"),
    alternative: first("alternative")?.form ?? null,
    breaker: first("breaker") !== undefined,
    joiner: first("joiner") !== undefined || first("alternative")?.form === "or",
    opener: first("opener") !== undefined,
    employer: reach("employer"),
    company: reach("company"),
    sets: roles.flatMap((role) => (role.kind === "evidence" ? [role.set] : [])),
    words: text.split(/[\s-]+/).length,
  };
}

function reachBits(reach: Reach): number {
  return reach === "after" ? AFTER : reach === "before" ? BEFORE : AFTER | BEFORE;
}
