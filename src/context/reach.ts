import type { bool, i32 } from "../numbers.js";
import { hasSubject, isOneList, SUBJECT_BYTES, startsAnew } from "./apart.js";
import { fillsBracket, ITEM_BYTES, isBehindTool, isColon, leadsBracket } from "./brackets.js";
import { AFTER, ALTERNATIVE_OR, BEFORE } from "./kinds.js";
import { endsReach, isLevelCue, listBehind, SLASH_BYTES, TOUCHING } from "./lists.js";
import { dashesTo } from "./phrase.js";
import { IntList, Pool } from "./pool.js";
import {
  GOVERNED_DEMANDED,
  GOVERNED_DENIED,
  GOVERNED_DENIED_LATER,
  GOVERNED_MENTIONED,
  GOVERNED_NEGATED,
  GOVERNED_PREFERRED,
  GOVERNED_REQUIRED,
  TOKEN_CLAUSE,
  TOKEN_CLOSE,
  TOKEN_COLON,
  TOKEN_COMMA,
  TOKEN_CUE,
  TOKEN_OPEN,
  TOKEN_TOOL,
  Token,
} from "./token.js";

/** Bytes between a dash, which may be three bytes long, and the cue behind it. */
const DASH_BYTES: i32 = 4;

/** The tools that a word of negation speaks of. */
const listed: IntList = new IntList();

/** The reach of one cue of a sentence after another: which tools it governs. Kinds are GOVERNED_*. See govern.ts. */
export class Reach {
  private folded: Uint8Array = new Uint8Array(0);
  private tokens: Pool<Token> = new Pool<Token>(() => new Token());
  private at: i32 = 0;

  /** Turns to the cue at a token. */
  begin(folded: Uint8Array, tokens: Pool<Token>, at: i32): void {
    this.folded = folded;
    this.tokens = tokens;
    this.at = at;
  }

  /** Reaches forward, backward or both. `reach`: bits of AFTER and BEFORE. */
  both(reach: i32, forward: i32, backward: i32): void {
    const after = (reach & AFTER) !== 0;
    if (after) this.forward(forward);
    if ((reach & BEFORE) === 0) return;
    const reached = this.backward(backward);
    if (!after && (this.opens(reached) || leadsBracket(this.tokens, this.at))) this.forward(backward);
  }

  /**
   * Everything after the cue to the end of its clause. A colon goes on to what it announces ("experience with the
   * following: Go; Rust"), and from there to the end of the sentence; so does a dash that a tool stands behind.
   */
  forward(kind: i32): void {
    const tokens = this.tokens;
    // "(preferred) Experience with Go": a bracket that holds the cue alone speaks of what follows it.
    const alone = fillsBracket(this.tokens, this.at);
    const own = tokens.at(this.at);
    // "Java (nice to have), Python": behind a tool the bracket speaks of that tool.
    if (alone && isBehindTool(this.tokens, own.bracket)) {
      this.item(own.bracket, kind);
      return;
    }
    const scope = alone ? tokens.at(own.bracket).bracket : own.bracket;
    let announced = false;
    let behindComma = false;
    let reached = false;
    for (let j = this.at + (alone ? 2 : 1); j < tokens.count; j++) {
      const token = tokens.at(j);
      const inScope = token.bracket === scope;
      if (token.kind === TOKEN_CLOSE && inScope) return;
      if (token.kind === TOKEN_COLON) announced = true;
      else if (token.kind === TOKEN_CLAUSE && inScope) {
        const announces =
          (j === this.at + 1 && token.start - own.end <= TOUCHING) ||
          (!reached && dashesTo(this.folded, tokens, j)) ||
          this.itemises(j);
        if (announces) announced = true;
        else if (!announced) return;
      } else if (token.kind === TOKEN_TOOL) {
        this.note(j, kind);
        reached = true;
      } else if (token.kind === TOKEN_CUE) {
        const info = token.info;
        if (info.breaker && inScope) return;
        if (announced && isLevelCue(info) && isColon(this.tokens, j + 1)) return;
        // "ideally Go, and strong Python": the second head is asked for in its own right.
        const second = kind === GOVERNED_PREFERRED && !announced && reached && behindComma;
        if (second && (info.required & AFTER) !== 0 && inScope) return;
      }
      behindComma = token.kind === TOKEN_COMMA || token.info.joiner;
    }
  }

  /** The first tool after the cue in its clause, and the list that it begins. Returns whether there is one. */
  list(kind: i32): bool {
    listBehind(this.tokens, this.at, listed);
    for (let i = 0; i < listed.count; i++) this.note(listed.at(i), kind);
    return listed.count > 0;
  }

  /** Everything before the cue to the beginning of what it closes. Returns whether it reached a tool. */
  backward(kind: i32): bool {
    const tokens = this.tokens;
    const scope = tokens.at(this.at).bracket;
    if ((kind === GOVERNED_PREFERRED || kind === GOVERNED_DEMANDED) && this.closesItem()) {
      this.all(kind);
      return true;
    }
    let reached = false;
    let head = false;
    for (let j = this.at - 1; j >= 0; j--) {
      const token = tokens.at(j);
      const inScope = token.bracket === scope;
      if (token.kind === TOKEN_OPEN && j === scope) {
        if (!reached && fillsBracket(this.tokens, this.at) && isOneList(tokens, j)) this.all(kind);
        else if (!reached) this.item(j, kind);
        return reached;
      }
      if (token.kind === TOKEN_TOOL) {
        this.note(j, kind);
        reached = true;
      } else if ((token.kind === TOKEN_CLAUSE || token.kind === TOKEN_COLON) && inScope) {
        if (reached) return true;
        // "Python or R; familiarity with scraping is a plus": what the cue closes stands between.
        if (kind === GOVERNED_PREFERRED && (head || this.hasSubject(j))) return false;
        if (j !== this.at - 1) {
          this.laterClause(kind, j);
          return false;
        }
      } else if (token.kind === TOKEN_COMMA && inScope) {
        // "…, experience in markets is a plus": the head before the cue has an object of its own, no tool.
        if (!reached && (head || this.hasSubject(j))) return false;
        if (reached && startsAnew(this.folded, tokens, j, this.at)) return true;
      } else if (token.kind === TOKEN_CUE) {
        const info = token.info;
        if (info.breaker && inScope) {
          if (!reached) this.laterClause(kind, j);
          return reached;
        }
        if (reached && inScope && endsReach(info) && !this.joins(j)) return true;
        if (head && !reached && info.joiner && !this.joins(j + 1)) return false;
        const object = tokens.at(j + 1).start - token.end > SUBJECT_BYTES;
        if ((info.required & AFTER) !== 0 && inScope && object) head = true;
      }
    }
    return reached;
  }

  private hasSubject(mark: i32): bool {
    return hasSubject(this.folded, this.tokens, mark, this.at);
  }

  /** "Modern tooling (Ruff, uv) and its limits – preferred": alone behind the one dash of its item, it speaks of all of it. */
  private closesItem(): bool {
    const tokens = this.tokens;
    const own = tokens.at(this.at);
    if (this.at === 0 || this.at !== tokens.count - 1 || own.bracket >= 0) return false;
    const dash = tokens.at(this.at - 1);
    if (dash.kind !== TOKEN_CLAUSE || own.start - dash.end > DASH_BYTES) return false;
    for (let j = 0; j < this.at - 1; j++) {
      if (tokens.at(j).kind === TOKEN_CLAUSE && tokens.at(j).bracket < 0) return false;
    }
    return true;
  }

  /**
   * "Knowledge of Docker and experience with Helm are a plus", "Chef or experience with such a tool is a plus": whether
   * the cue takes what is joined to the head at `j` as well.
   */
  private joins(j: i32): bool {
    const tokens = this.tokens;
    if (j < 1) return false;
    const joint = tokens.at(j - 1).info;
    if (!joint.joiner || (j > 1 && tokens.at(j - 2).kind === TOKEN_COMMA)) return false;
    return joint.alternative === ALTERNATIVE_OR || tokens.at(this.at).info.plural;
  }

  /**
   * A clause without tools of its own speaks of the clause before it ("Go is a plus, but not required").
   * @param before the token that parts the two, or that of the cue
   */
  laterClause(kind: i32, before: i32): void {
    if (kind === GOVERNED_NEGATED || kind === GOVERNED_MENTIONED || kind === GOVERNED_REQUIRED) return;
    const later = kind === GOVERNED_DENIED ? GOVERNED_DENIED_LATER : kind;
    const tokens = this.tokens;
    const scope = tokens.at(this.at).bracket;
    let reached = false;
    for (let j = before - 1; j >= 0; j--) {
      const token = tokens.at(j);
      if (token.kind === TOKEN_TOOL) {
        this.note(j, later);
        reached = true;
      } else if (reached && (token.kind === TOKEN_CLAUSE || token.info.breaker)) return;
      // "JVM languages (Scala is not required, but preferred)": a bracket speaks of what it holds.
      else if (reached && j === scope) return;
    }
  }

  /** The word that negates or denies before the cue in its clause, with no tool between them; -1 where there is none. */
  deniedBy(): i32 {
    const tokens = this.tokens;
    for (let j = this.at - 1; j >= 0; j--) {
      const info = tokens.at(j).info;
      if (tokens.at(j).kind !== TOKEN_CUE || info.breaker) return -1;
      if (((info.negation | info.denial) & AFTER) !== 0 && !info.affirmation) return j;
    }
    return -1;
  }

  /** All tools before the cue. */
  private all(kind: i32): void {
    for (let j = 0; j < this.at; j++) if (this.tokens.at(j).kind === TOKEN_TOOL) this.note(j, kind);
  }

  private note(tool: i32, kind: i32): void {
    this.tokens.at(tool).governed.note(kind, this.at);
  }

  /** "is a plus: Go, Rust", "is a must (Go, Rust)": a cue that closes a clause and announces what it speaks of. */
  private opens(reached: bool): bool {
    const tokens = this.tokens;
    if (this.at + 1 >= tokens.count) return false;
    const next = tokens.at(this.at + 1);
    if (next.start - tokens.at(this.at).end > TOUCHING) return false;
    if (next.kind === TOKEN_OPEN) return true;
    return !reached && (next.kind === TOKEN_COLON || dashesTo(this.folded, tokens, this.at + 1));
  }

  /** "preference for AWS – Lambda, S3": whether the dash at `dash` stands between a tool and a list of its parts. */
  private itemises(dash: i32): bool {
    const tokens = this.tokens;
    if (tokens.at(dash - 1).kind !== TOKEN_TOOL || !dashesTo(this.folded, tokens, dash)) return false;
    if (dash + 3 >= tokens.count) return false;
    return tokens.at(dash + 2).kind === TOKEN_COMMA && tokens.at(dash + 3).kind === TOKEN_TOOL;
  }

  /** A bracket that holds only the cue speaks of the item before it: the tool there and those joined to it by a slash. */
  private item(open: i32, kind: i32): void {
    const tokens = this.tokens;
    let edge = tokens.at(open).start;
    let reach = ITEM_BYTES;
    for (let j = open - 1; j >= 0; j--) {
      const token = tokens.at(j);
      if (token.kind === TOKEN_TOOL && edge - token.end <= reach) {
        this.note(j, kind);
        edge = token.start;
        reach = SLASH_BYTES;
      } else if (token.kind === TOKEN_COMMA && reach === ITEM_BYTES && edge - token.end <= TOUCHING) continue;
      else if (token.kind !== TOKEN_CUE || token.info.joiner || reach === SLASH_BYTES) return;
    }
  }
}
