/**
 * The nouns that the stages meet in. One stage hands the next what is declared here, and stages import nothing
 * else of each other.
 *
 * paths ─discover→ files ─read→ Posting ─scan→ Match[] ─judge→ PostingAnalysis ─tally→ Tally ─summarise→ Report ─render→ text
 */

/** How a posting names a tool, strongest first. */
export const LEVELS = ["required", "preferred", "mentioned", "negated"] as const;
/** required: asked for. preferred: nice to have. mentioned: named, not asked for. negated: said not to be needed. */
export type Level = (typeof LEVELS)[number];
/** The level of a group in a posting, strongest first; absent where nothing counts for it. */
export const GROUP_LEVELS = [...LEVELS, "absent"] as const;
export type GroupLevel = (typeof GROUP_LEVELS)[number];

/** What a part of a posting is for. `title` is the first non-empty line, `body` is text under no known heading. */
export const SECTIONS = [
  "title",
  "body",
  "requirements",
  "preferred",
  "responsibilities",
  "stack",
  "about",
  "benefits",
  "legal",
  "apply",
] as const;
export type Section = (typeof SECTIONS)[number];

// ---------------------------------------------------------------------------------------------- input

/** Files of one folder as plain data: in another thread sooner than the files by themselves, whose paths are long. */
export interface FileGroup {
  /** What stands before a name in the path, and in the id. */
  readonly path: string;
  readonly id: string;
  readonly named: boolean;
  readonly names: readonly string[];
}

/** One job ad, as read. */
export interface Posting {
  /** Path relative to the folder named, with forward slashes; a record's id where a file holds many. */
  readonly id: string;
  /** The ad's text in UTF-8, without a byte order mark. Every span of a result counts in these bytes. */
  readonly bytes: Uint8Array;
}

/** A file that was named or found and not read, with the reason in words. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

// ---------------------------------------------------------------------------------------------- taxonomy

/** The layout version of CompiledTaxonomy; a compiled file of another layout is compiled anew or refused. */
export const COMPILED_FORMAT = 1;

/** A taxonomy as compiled: plain data, JSON both ways. Indexes point into its own arrays. */
export interface CompiledTaxonomy {
  readonly format: number;
  readonly name: string;
  readonly version: string;
  /** `sha256:` and 64 hex digits of the meaning: the same for another layout of the same YAML. */
  readonly digest: string;
  /** In the order of the manifest. */
  readonly groups: readonly Group[];
  /** Rows that join groups ("any cloud"). */
  readonly combined: readonly Combined[];
  /** Sorted by name. */
  readonly tools: readonly Tool[];
  /** Every written form of every tool, sorted by text. */
  readonly aliases: readonly Alias[];
  /** Words and phrases that judge, sorted by text; one entry a text, whatever the number of its roles. */
  readonly cues: readonly Cue[];
}

/** What an array and a list that is read on demand have in common. */
export interface List<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/**
 * A taxonomy as the stages read it. A CompiledTaxonomy is one; so is a packed file (src/packed), of which only what
 * a posting needs is ever read.
 */
export interface Taxonomy {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly groups: readonly Group[];
  readonly combined: readonly Combined[];
  readonly tools: List<Tool>;
  readonly aliases: List<Alias>;
  readonly cues: List<Cue>;
  /** Made ahead; the matcher makes its own where they are missing. */
  readonly tables?: MatchTables;
  /** Likewise, for judging. */
  readonly records?: Records;
}

/** What a taxonomy says, in the numbers that the judge reads; see src/context/vocabulary.ts. */
export interface Records {
  /** Records one behind the other, in the order of aliases and of tools. */
  readonly aliases: Int32Array;
  readonly tools: Int32Array;
  /** Those of cues, of which many have the same. */
  readonly cues: Int32Array;
  /** For each language, the number of each cue's record. */
  readonly cueRecords: Uint16Array;
  /** In the order of their numbers. */
  readonly languages: readonly string[];
  /** Phrases and sets that they point to. */
  readonly texts: Uint8Array;
  /** The names of evidence sets, in the order of their numbers. */
  readonly sets: readonly string[];
}

export interface Group {
  readonly id: string;
  readonly name: string;
  /** True for the group whose tools are reported one by one (outliers), by category. */
  readonly open: boolean;
}

/** A combined row joins so many groups at most: a set of them is the bits of one number. */
export const MOST_JOINED = 30;

export interface Combined {
  readonly id: string;
  readonly name: string;
  /** What tables call it, where that is not its name. */
  readonly label?: string;
  /** Group indexes. */
  readonly groups: readonly number[];
  /** True where these groups are alternatives of each other, as clouds are: decides a posting's `cloud`. */
  readonly alternatives: boolean;
}

export interface Tool {
  readonly name: string;
  /** Its home: a group index. */
  readonly group: number;
  /** Set in an open group only. */
  readonly category: string | null;
  /** Indexes of the tools that it counts for, directly. */
  readonly countsFor: readonly number[];
  /** Indexes of all groups that a mention counts for: home first, then by following countsFor. */
  readonly groups: readonly number[];
  /** The evidence sets whose words speak for this tool's ambiguous aliases. */
  readonly evidence: readonly string[];
  /** Where it stands in the taxonomy: `groups/aws.yaml:12`. */
  readonly source: string;
}

/** What may speak for an ambiguous alias; any one of those named is enough. See taxonomy/README.md. */
export const NEEDS = ["list", "cue", "near", "capital"] as const;
export type Need = (typeof NEEDS)[number];

export interface Alias {
  readonly text: string;
  /** Tool index. */
  readonly tool: number;
  /** exact: the bytes as written; any: case is folded. */
  readonly case: "any" | "exact";
  /** Whether a plural s may follow. A possessive always may. */
  readonly plural: boolean;
  /** Empty: not ambiguous. */
  readonly needs: readonly Need[];
  /** Words of its own that speak for it, beside its tool's evidence sets. */
  readonly cues: readonly string[];
  readonly notBefore: readonly string[];
  readonly notAfter: readonly string[];
  /** Sections in which alone it counts; empty: all. */
  readonly onlyIn: readonly Section[];
  /** Sections in which it does not count. */
  readonly notIn: readonly Section[];
}

/** Where what a cue governs stands: after the cue ("ideally Go"), before it ("Go is a plus"), or on both sides. */
export type Reach = "after" | "before" | "both";

/** Strengths of knowledge, weakest first. */
export const DEPTHS = ["exposure", "working", "strong", "expert"] as const;
export type Depth = (typeof DEPTHS)[number];

/** The most years that an ad asks for; a larger number before "years" is something else. */
export const MOST_YEARS = 40;

/**
 * What a cue says, and in which language (null: in any). A text may have several roles: "preferred" is a heading and
 * a clause word, "of" joins alternatives in Dutch and nothing in English.
 */
export type CueRole = CueMeaning & { readonly language: string | null };

export type CueMeaning =
  | { readonly kind: "section"; readonly section: Section }
  /** A heading that names a kind of skill: under one that says how much they are wanted, it changes nothing. */
  | { readonly kind: "subheading" }
  | { readonly kind: "fact" }
  | { readonly kind: "level"; readonly level: "required" | "preferred" | "mentioned"; readonly reach: Reach }
  /** Speaks to the candidate of what they must bring: asks under every heading, and is one. */
  | { readonly kind: "address" }
  /** Says that the employer looks for a person: what the rest of the sentence asks for is asked under every heading. */
  | { readonly kind: "search" }
  /** The employer speaks of what it uses: in brackets or a sentence of its own, that is a description under any heading. */
  | { readonly kind: "own" }
  /** A predicate with a verb in the plural: said of all things that "and" joins before it. */
  | { readonly kind: "plural" }
  /** The thing is not used, or being left: what it governs is negated. */
  | { readonly kind: "negation"; readonly reach: Reach }
  /** A word of leaving ("migrating"), and the word that says from what ("from"): together a negation. */
  | { readonly kind: "departure" }
  | { readonly kind: "origin" }
  /** The thing is not asked for ("not required"): lowers a required to a mention, leaves preferred and mentioned as they are. */
  | { readonly kind: "denial"; readonly reach: Reach }
  /** Looks like a negation and is none ("not only", "no later than"). */
  | { readonly kind: "affirmation" }
  | { readonly kind: "depth"; readonly depth: Depth; readonly reach: Reach }
  /** The unit behind a number of years. */
  | { readonly kind: "years" }
  /** A number in words, as it stands before such a unit. */
  | { readonly kind: "number"; readonly value: number }
  /**
   * or: between alternatives. oneOf: before a list of which one is enough. similar: behind one; similarCloud: behind one
   * cloud, and another would do. agnostic: any cloud will do.
   */
  | { readonly kind: "alternative"; readonly form: "or" | "oneOf" | "similar" | "similarCloud" | "agnostic" }
  /** Its full stop ends no sentence. */
  | { readonly kind: "abbreviation" }
  /** Ends a clause: "but", "however". */
  | { readonly kind: "breaker" }
  /** Joins list members, as a comma does: "and", "or", "sowie". */
  | { readonly kind: "joiner" }
  /** Starts a bullet or sentence: with a capital, it tells where glued bullets meet ("KubernetesFamiliarity with"). */
  | { readonly kind: "opener" }
  /** The employer speaks of itself: its name stands directly after the cue ("about …"), or before it ("… is hiring"). */
  | { readonly kind: "employer"; readonly reach: Reach }
  /** Names of companies stand near: customers, investors, former employers of the team. */
  | { readonly kind: "company"; readonly reach: Reach }
  /** Says what kind of thing a neighbouring ambiguous word is. */
  | { readonly kind: "evidence"; readonly set: string };

export interface Cue {
  readonly text: string;
  readonly roles: readonly CueRole[];
}

// ---------------------------------------------------------------------------------------------- match

/**
 * Written forms as a trie over the hashes of their words: a form is looked for only where all its words stand in a
 * row, so that "what you will bring" costs nothing at every other "what". Typed arrays alone, so that they can be
 * made ahead and kept in a file. src/match/tables.ts makes and reads them.
 */
export interface Tables {
  /**
   * Two bits by the upper bits of a first word's hash: whether it is a form by itself, and whether longer ones begin
   * with it. Most words of a text end here.
   */
  readonly filter: Uint8Array;
  /** A bit by the hash of two words: 1 where some form begins with them. */
  readonly pairs: Uint8Array;
  /**
   * Edges by open addressing, two numbers each: a mixture of node and word hash that no other edge has, and the node that
   * it leads to. A node of 0 is a free slot, for no edge leads to the root.
   */
  readonly edges: Int32Array;
  /** By node: twice one more than its first form (0 where it has none), plus 1 where edges leave it. */
  readonly nodes: Int32Array;
  /**
   * Forms, those of a node side by side, longest first; four numbers each: where its bytes begin, their number, flags
   * with the bytes before the first letter or digit above them, what matches name.
   */
  readonly forms: Int32Array;
  /** The bytes of all forms: folded, and with case kept; none of these where case counts in no form. */
  readonly folded: Uint8Array;
  readonly kept: Uint8Array;
  /**
   * Forms of one short word that need no more than to stand there, by open addressing at the lower bits of the word's hash,
   * four numbers each: twelve bytes of the word, zeros behind it, and what matches name. Zeros are a free slot.
   */
  readonly alone: Int32Array;
}

/** Everything that the matcher looks for. */
export interface MatchTables {
  readonly aliases: Tables;
  /** Cues that do more than tell what an ambiguous word means. */
  readonly cues: Tables;
  /** Cues that do just that, apart from the others, so that a longer cue does not hide them. */
  readonly evidence: Tables;
}

/** Matches of one kind, in order of `start`, none overlapping another: three numbers each. */
export interface MatchList {
  readonly count: number;
  /** `pattern, start, end` for match i at 3 × i; longer than 3 × count. */
  readonly data: Int32Array;
}

/** What the scan found in a posting. Its arrays are used again: valid until the next scan. */
export interface Scan {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** The posting's bytes, folded one for one (see src/match/fold.ts); at least `length + 16` long, zero behind the text. */
  readonly folded: Uint8Array;
  /** The line feeds of `folded`, in order: `count` offsets. */
  readonly lines: { readonly count: number; readonly offsets: Int32Array };
  /** Patterns are alias indexes. */
  readonly tools: MatchList;
  /** The same for texts of the same words in the same order, whatever their case, spacing and punctuation; 0: no words. */
  readonly fingerprint: number;
  /**
   * Looks for cues in these spans, which are in order and apart. Patterns are cue indexes. The list is used again by
   * the next call.
   */
  findCues(spans: readonly Span[]): MatchList;
  /** Looks for evidence words in one span, whatever other cues they are part of. A list of its own, used again. */
  findEvidence(span: Span): MatchList;
}

// ---------------------------------------------------------------------------------------------- judge

/**
 * A CSV with a line a posting, which src/kernel writes without an analysis between: id, title, the level of each of some
 * groups, whether any cloud will do, the cloud that is asked for first, outliers. Texts are cells, as they are written.
 */
export interface Sheet {
  /** Group indexes, in order. */
  readonly groups: readonly number[];
  /** In the order of GROUP_LEVELS. */
  readonly levels: readonly string[];
  /** For no and yes. */
  readonly flags: readonly string[];
  /** By group. */
  readonly clouds: readonly string[];
}

/** What is wanted of an analysis beside tools with their levels; what is not takes no time. */
export interface Wanted {
  /** Mentions, rejections and alternatives; else there are none. */
  readonly mentions: boolean;
  /** Depth and years; else both are null. */
  readonly depth: boolean;
  /** Else it is 0. */
  readonly fingerprint: boolean;
}

export const EVERYTHING: Wanted = { mentions: true, depth: true, fingerprint: true };

/** A place in the posting: half-open byte offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A match that was judged to mean its tool. */
export interface Mention extends Span {
  /** Tool index. */
  readonly tool: number;
  /** Alias index. */
  readonly alias: number;
  readonly level: Level;
  readonly section: Section;
  /** The stable id of the rule that gave the level (src/context/rules.ts lists them). */
  readonly rule: string;
  /** The words that the rule rested on, where it rested on any. */
  readonly evidence: Span | null;
  /** The text says that the thing, which ranks higher, is not needed ("a plus, not required"). */
  readonly denied: boolean;
  readonly depth: Depth | null;
  /** Years asked for, at least; null where none are named. */
  readonly years: number | null;
}

/** A match that was judged not to mean its tool. */
export interface Rejection extends Span {
  readonly tool: number;
  readonly alias: number;
  readonly section: Section;
  /** The stable id of the rule that rejected it. */
  readonly rule: string;
  readonly evidence: Span | null;
}

/** Tools of which one is enough. */
export interface AlternativeSet extends Span {
  /** Tool indexes in order of appearance; two at least. */
  readonly tools: readonly number[];
}

export interface ToolFinding {
  readonly tool: number;
  /** Strongest level of its mentions. */
  readonly level: Level;
  readonly depth: Depth | null;
  readonly years: number | null;
  /** In order of appearance; one at least. */
  readonly mentions: readonly Mention[];
}

/** What is known of one posting. */
export interface PostingAnalysis {
  readonly id: string;
  readonly title: string;
  /** One level a group, in taxonomy order. */
  readonly groups: readonly GroupLevel[];
  readonly cloud: {
    /** True where any one of several is enough. */
    readonly anyOf: boolean;
    /** Group index of the one that the team itself uses or prefers. */
    readonly primary: number | null;
  };
  readonly alternatives: readonly AlternativeSet[];
  /** In order of first appearance. */
  readonly tools: readonly ToolFinding[];
  /** The same for postings of the same words; 0 where there are none. See Scan. */
  readonly fingerprint: number;
  readonly rejections: readonly Rejection[];
}

// ---------------------------------------------------------------------------------------------- report

/** Everything that a renderer needs. Field names and order are the JSON output's (README, "Output"). */
export interface Report {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: "skilltag"; readonly version: string };
  readonly taxonomy: { readonly name: string; readonly version: string; readonly digest: string };
  readonly input: {
    readonly postings: number;
    readonly duplicates: number;
    readonly withoutMatch: readonly string[];
    readonly skipped: readonly Skipped[];
  };
  readonly groups: readonly GroupRow[];
  readonly combined: readonly CombinedRow[];
  readonly outliers: readonly OutlierRow[];
  readonly postings: readonly PostingRow[];
}

/** Both ends are shares between 0 and 1, null where there are no postings. */
export type Interval = readonly [number, number] | null;

export interface LevelCounts {
  readonly required: number;
  readonly preferred: number;
  readonly mentioned: number;
}

export type DepthCounts = Readonly<Record<Depth, number>>;

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  /** Postings with at least one mention that counts; a negated one does not. */
  readonly postings: number;
  /** Of all postings read; null where there are none. */
  readonly share: number | null;
  readonly interval: Interval;
  readonly levels: LevelCounts;
  readonly negated: number;
  /** Postings by the strongest depth that they ask for; in the rest of them no word tells the depth. */
  readonly depth: DepthCounts;
  /** Postings that ask for a number of years, and the median of the most that each asks for; null where there are none. */
  readonly years: { readonly postings: number; readonly median: number | null };
  readonly tools: readonly { readonly name: string; readonly postings: number }[];
}

export interface CombinedRow {
  readonly id: string;
  readonly name: string;
  /** What tables call it, where that is not its name. */
  readonly label?: string;
  readonly postings: number;
  readonly share: number | null;
  readonly interval: Interval;
}

export interface OutlierRow {
  readonly name: string;
  readonly category: string;
  readonly postings: number;
  readonly share: number | null;
  readonly levels: LevelCounts;
}

/** One posting as it is printed. */
export interface PostingRow {
  readonly id: string;
  readonly title: string;
  /** Closed groups only, in taxonomy order: group id → level. */
  readonly groups: Readonly<Record<string, GroupLevel>>;
  readonly cloud: { readonly anyOf: boolean; readonly primary: string | null };
  /** Sets of tools of which one is enough, by name. */
  readonly alternatives: readonly (readonly string[])[];
  /** By order of first appearance. */
  readonly tools: readonly ToolRow[];
  /** Only where asked for (--explain). */
  readonly rejected?: readonly RejectedRow[];
}

export interface ToolRow {
  readonly name: string;
  /** Group id of its home. */
  readonly group: string;
  readonly level: Level;
  readonly depth: Depth | null;
  readonly years: number | null;
  readonly mentions: readonly MentionRow[];
}

export interface MentionRow {
  /** The text as it stands, white space folded to one space. */
  readonly surface: string;
  readonly alias: string;
  /** UTF-8 bytes of the posting, half-open. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
  readonly level: Level;
  readonly section: Section;
  /** Id of the rule that gave the level, what it says, and the words it rested on; only where asked for (--explain). */
  readonly rule?: string;
  readonly reason?: string;
  readonly evidence?: string | null;
}

export interface RejectedRow {
  readonly surface: string;
  readonly tool: string;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly section: Section;
  /** In words. */
  readonly reason: string;
  /** Id of the rule. */
  readonly rule: string;
  /** The words that the rule rested on, where it rested on any. */
  readonly evidence: string | null;
}
