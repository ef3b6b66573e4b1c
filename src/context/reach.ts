import { hasSubject, isOneList, SUBJECT_BYTES, startsAnew } from "./apart.js";
import type { Governed } from "./govern.js";
import { isLevelCue, listBehind, SLASH_BYTES, TOUCHING } from "./lists.js";
import { dashesTo } from "./phrase.js";
import type { Token } from "./tokens.js";
import { AFTER, BEFORE, type CueInfo } from "./vocabulary.js";

type Kind = keyof Governed;

/** Bytes between an item and the bracket that speaks of it. */
const ITEM_BYTES = 16;

/** Bytes between a dash, which may be three bytes long, and the cue behind it. */
const DASH_BYTES = 4;

/** The reach of one cue of a sentence: which tools it governs. See govern.ts. */
export class Reach {
  readonly #folded: Uint8Array;
  readonly #tokens: readonly Token[];
  readonly #governed: Governed[];
  readonly #at: number;

  constructor(folded: Uint8Array, tokens: readonly Token[], governed: Governed[], at: number) {
    this.#folded = folded;
    this.#tokens = tokens;
    this.#governed = governed;
    this.#at = at;
  }

  both(reach: number, forward: Kind, backward: Kind): void {
    if (reach & AFTER) this.forward(forward);
    if (!(reach & BEFORE)) return;
    const reached = this.backward(backward);
    if (!(reach & AFTER) && (this.#opens(reached) || this.#leadsBracket())) this.forward(backward);
  }

  /**
   * Everything after the cue to the end of its clause. A colon goes on to what it announces ("experience with the
   * following: Go; Rust"), and from there to the end of the sentence; so does a dash that a tool stands behind.
   */
  forward(kind: Kind): void {
    const tokens = this.#tokens;
    // "(preferred) Experience with Go": a bracket that holds the cue alone speaks of what follows it.
    const alone = this.#fillsBracket();
    const own = tokens[this.#at]!;
    // "Java (nice to have), Python": behind a tool the bracket speaks of that tool.
    if (alone && this.#isBehindTool(own.bracket)) {
      this.#item(own.bracket, kind);
      return;
    }
    const scope = alone ? tokens[own.bracket]!.bracket : own.bracket;
    let announced = false;
    let behindComma = false;
    let reached = false;
    for (let j = this.#at + (alone ? 2 : 1); j < tokens.length; j++) {
      const token = tokens[j]!;
      if (token.kind === "close" && token.bracket === scope) return;
      if (token.kind === "colon") announced = true;
      else if (token.kind === "clause" && token.bracket === scope) {
        const announces =
          (j === this.#at + 1 && token.start - own.end <= TOUCHING) ||
          (!reached && dashesTo(this.#folded, tokens, j)) ||
          this.#itemises(j);
        if (announces) announced = true;
        else if (!announced) return;
      } else if (token.kind === "tool") {
        this.#set(j, kind);
        reached = true;
      } else if (token.info) {
        if (token.info.breaker && token.bracket === scope) return;
        if (announced && isLevelCue(token.info) && isColon(tokens[j + 1])) return;
        // "ideally Go, and strong Python": the second head is asked for in its own right.
        if (
          kind === "preferred" &&
          !announced &&
          reached &&
          behindComma &&
          token.info.required & AFTER &&
          token.bracket === scope
        ) {
          return;
        }
      }
      behindComma = token.kind === "comma" || token.info?.joiner === true;
    }
  }

  /** The first tool after the cue in its clause, and the list that it begins. Returns whether there is one. */
  list(kind: Kind): boolean {
    const tools = listBehind(this.#tokens, this.#at);
    for (const tool of tools) this.#set(tool, kind);
    return tools.length > 0;
  }

  /** Everything before the cue to the beginning of what it closes. Returns whether it reached a tool. */
  backward(kind: Kind): boolean {
    const tokens = this.#tokens;
    const scope = tokens[this.#at]!.bracket;
    if ((kind === "preferred" || kind === "demanded") && this.#closesItem()) {
      this.#all(kind);
      return true;
    }
    let reached = false;
    let head = false;
    for (let j = this.#at - 1; j >= 0; j--) {
      const token = tokens[j]!;
      if (token.kind === "open" && j === scope) {
        if (!reached && this.#fillsBracket() && isOneList(tokens, j)) this.#all(kind);
        else if (!reached) this.#item(j, kind);
        return reached;
      }
      if (token.kind === "tool") {
        this.#set(j, kind);
        reached = true;
      } else if ((token.kind === "clause" || token.kind === "colon") && token.bracket === scope) {
        if (reached) return true;
        // "Python or R; familiarity with scraping is a plus": what the cue closes stands between.
        if (kind === "preferred" && (head || hasSubject(this.#folded, tokens, j, this.#at))) return false;
        if (j !== this.#at - 1) {
          this.laterClause(kind, j);
          return false;
        }
      } else if (token.kind === "comma" && token.bracket === scope) {
        // "…, experience in markets is a plus": the head before the cue has an object of its own, no tool.
        if (!reached && (head || hasSubject(this.#folded, tokens, j, this.#at))) return false;
        if (reached && startsAnew(this.#folded, tokens, j, this.#at)) return true;
      } else if (token.info) {
        if (token.info.breaker && token.bracket === scope) {
          if (!reached) this.laterClause(kind, j);
          return reached;
        }
        if (reached && closes(token.info, token, scope) && !this.#joins(j)) return true;
        if (head && !reached && token.info.joiner && !this.#joins(j + 1)) return false;
        const object = tokens[j + 1]!.start - token.end > SUBJECT_BYTES;
        if (token.info.required & AFTER && token.bracket === scope && object) head = true;
      }
    }
    return reached;
  }

  /** "Modern tooling (Ruff, uv) and its limits – preferred": alone behind the one dash of its item, it speaks of all of it. */
  #closesItem(): boolean {
    const tokens = this.#tokens;
    const own = tokens[this.#at]!;
    const dash = tokens[this.#at - 1];
    if (this.#at !== tokens.length - 1 || own.bracket >= 0 || dash?.kind !== "clause") return false;
    if (own.start - dash.end > DASH_BYTES) return false;
    return !tokens.some(({ kind, bracket }, j) => j < this.#at - 1 && kind === "clause" && bracket < 0);
  }

  /**
   * "Knowledge of Docker and experience with Helm are a plus", "Chef or experience with such a tool is a plus": whether
   * the cue takes what is joined to the head at `j` as well.
   */
  #joins(j: number): boolean {
    const tokens = this.#tokens;
    const joint = tokens[j - 1]?.info;
    if (!joint?.joiner || tokens[j - 2]?.kind === "comma") return false;
    return joint.alternative === "or" || tokens[this.#at]!.info!.plural;
  }

  /** A clause without tools of its own speaks of the clause before it ("Go is a plus, but not required"). */
  laterClause(kind: Kind, before = this.#at): void {
    if (kind === "negated" || kind === "mentioned" || kind === "required") return;
    const later: Kind = kind === "denied" ? "deniedLater" : kind;
    const tokens = this.#tokens;
    let reached = false;
    for (let j = before - 1; j >= 0; j--) {
      const token = tokens[j]!;
      if (token.kind === "tool") {
        this.#set(j, later);
        reached = true;
      } else if (reached && (token.kind === "clause" || token.info?.breaker)) return;
      // "JVM languages (Scala is not required, but preferred)": a bracket speaks of what it holds.
      else if (reached && j === tokens[this.#at]!.bracket) return;
    }
  }

  /** The word that negates or denies before the cue in its clause, with no tool between them; -1 where there is none. */
  deniedBy(): number {
    const tokens = this.#tokens;
    for (let j = this.#at - 1; j >= 0; j--) {
      const { kind, info } = tokens[j]!;
      if (kind !== "cue" || info?.breaker) return -1;
      if ((info!.negation | info!.denial) & AFTER && !info!.affirmation) return j;
    }
    return -1;
  }

  /** All tools before the cue. */
  #all(kind: Kind): void {
    for (let j = 0; j < this.#at; j++) if (this.#tokens[j]!.kind === "tool") this.#set(j, kind);
  }

  #set(tool: number, kind: Kind): void {
    if (this.#governed[tool]![kind] < 0) this.#governed[tool]![kind] = this.#at;
  }

  /** "is a plus: Go, Rust", "is a must (Go, Rust)": a cue that closes a clause and announces what it speaks of. */
  #opens(reached: boolean): boolean {
    const next = this.#tokens[this.#at + 1];
    if (!next || next.start - this.#tokens[this.#at]!.end > TOUCHING) return false;
    if (next.kind === "open") return true;
    const announces = next.kind === "colon" || dashesTo(this.#folded, this.#tokens, this.#at + 1);
    return announces && !reached;
  }

  /** "preference for AWS – Lambda, S3": whether the dash at `dash` stands between a tool and a list of its parts. */
  #itemises(dash: number): boolean {
    const tokens = this.#tokens;
    if (tokens[dash - 1]!.kind !== "tool" || !dashesTo(this.#folded, tokens, dash)) return false;
    return tokens[dash + 2]?.kind === "comma" && tokens[dash + 3]?.kind === "tool";
  }

  #isBehindTool(open: number): boolean {
    const before = this.#tokens[open - 1];
    return before?.kind === "tool" && this.#tokens[open]!.start - before.end <= ITEM_BYTES;
  }

  #fillsBracket(): boolean {
    const { bracket } = this.#tokens[this.#at]!;
    return bracket >= 0 && bracket === this.#at - 1 && this.#tokens[this.#at + 1]?.kind === "close";
  }

  /**
   * "(preferred Python or Go)", "(preferred) experience with Go", "Preferred: Go": nothing stands before the cue in
   * its bracket; or it fills a bracket with which the sentence begins.
   */
  #leadsBracket(): boolean {
    const { bracket } = this.#tokens[this.#at]!;
    if (bracket < 0) return this.#at === 0;
    return bracket === this.#at - 1 && (bracket === 0 || !this.#fillsBracket());
  }

  /** A bracket that holds only the cue speaks of the item before it: the tool there and those joined to it by a slash. */
  #item(open: number, kind: Kind): void {
    const tokens = this.#tokens;
    let edge = tokens[open]!.start;
    let reach = ITEM_BYTES;
    for (let j = open - 1; j >= 0; j--) {
      const token = tokens[j]!;
      if (token.kind === "tool" && edge - token.end <= reach) {
        this.#set(j, kind);
        edge = token.start;
        reach = SLASH_BYTES;
      } else if (token.kind === "comma" && reach === ITEM_BYTES && edge - token.end <= TOUCHING) continue;
      else if (token.kind !== "cue" || token.info?.joiner || reach === SLASH_BYTES) return;
    }
  }
}

/** Whether a cue passed on the way back ends the reach of the one behind it. */
function closes(info: CueInfo, token: Token, scope: number): boolean {
  if (token.bracket !== scope) return false;
  return (info.required | info.preferred) !== 0 || (info.denial & BEFORE) !== 0;
}

function isColon(token: Token | undefined): boolean {
  return token?.kind === "colon" || token?.kind === "clause";
}
