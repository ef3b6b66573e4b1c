import type { Token } from "./tokens.js";
import { AFTER, BEFORE, type CueInfo } from "./vocabulary.js";

/** What the cues of its sentence say of one tool match; the number is the token of the cue, -1 where none does. */
export interface Governed {
  required: number;
  /** Required by a cue that says so outright ("is required", "must"). */
  demanded: number;
  preferred: number;
  mentioned: number;
  negated: number;
  /** Said not to be asked for, in its own clause. */
  denied: number;
  /** The same, said in a clause that follows ("…, but no experience with it is needed"). */
  deniedLater: number;
}

type Kind = keyof Governed;

export function ungoverned(): Governed {
  return {
    required: -1,
    demanded: -1,
    preferred: -1,
    mentioned: -1,
    negated: -1,
    denied: -1,
    deniedLater: -1,
  };
}

/**
 * Lets every cue of a sentence reach what it governs: forward to the end of its clause, or backward to its beginning,
 * never out of its bracket but for a bracket that holds nothing else ("Go (a plus)").
 * @returns one Governed a token; entries of tokens that are no tool mean nothing
 */
export function govern(tokens: readonly Token[]): Governed[] {
  const governed = tokens.map(ungoverned);
  tokens.forEach((token, at) => {
    const info = token.info;
    if (!info || info.affirmation) return;
    if (info.preferred & AFTER) forward(tokens, governed, at, "preferred");
    if (info.preferred & BEFORE) backward(tokens, governed, at, "preferred");
    if (info.preferred & BEFORE && leadsBracket(tokens, at)) forward(tokens, governed, at, "preferred");
    if (info.required & AFTER) forward(tokens, governed, at, "required");
    if (info.required & BEFORE)
      backward(tokens, governed, at, info.required & AFTER ? "required" : "demanded");
    if (info.mentioned & AFTER) forward(tokens, governed, at, "mentioned");
    if (info.mentioned & BEFORE) backward(tokens, governed, at, "mentioned");
    if (info.negation & AFTER) forwardList(tokens, governed, at, "negated");
    if (info.negation & BEFORE) backward(tokens, governed, at, "negated");
    if (info.denial & AFTER) forwardList(tokens, governed, at, "denied");
    if (info.denial & BEFORE) backward(tokens, governed, at, "denied");
  });
  return governed;
}

function set(governed: Governed[], tool: number, kind: Kind, cue: number): void {
  if (governed[tool]![kind] < 0) governed[tool]![kind] = cue;
}

/**
 * "(preferred Python or Go)", "(preferred) experience with Go": a cue that would close a clause, and opens one here,
 * for nothing stands before it in its bracket; or it fills a bracket with which the sentence begins.
 */
function leadsBracket(tokens: readonly Token[], at: number): boolean {
  const { bracket } = tokens[at]!;
  if (bracket < 0 || bracket !== at - 1) return at === 0 && bracket < 0;
  return tokens[at + 1]?.kind !== "close" || bracket === 0;
}

/** Everything after the cue to the end of its clause; a colon or dash directly behind the cue opens the whole rest. */
function forward(tokens: readonly Token[], governed: Governed[], at: number, kind: Kind): void {
  // "(preferred) Experience with Go": a bracket that holds the cue alone speaks of what follows it.
  const alone = tokens[at]!.bracket === at - 1 && tokens[at + 1]?.kind === "close";
  const scope = alone ? tokens[at - 1]!.bracket : tokens[at]!.bracket;
  let lead = false;
  let behindComma = false;
  for (let j = alone ? at + 2 : at + 1; j < tokens.length; j++) {
    const token = tokens[j]!;
    if (token.kind === "close" && token.bracket === scope) return;
    if (token.kind === "clause" && token.bracket === scope) {
      if (j === at + 1 && token.start - tokens[at]!.end <= 2) lead = true;
      else if (!lead) return;
    } else if (token.kind === "tool") set(governed, j, kind, at);
    else if (token.info) {
      if (token.info.breaker && token.bracket === scope) return;
      if (lead && isLevelCue(token.info) && tokens[j + 1]?.kind === "clause") return;
      // "ideally Go, and strong Python": the second head is asked for in its own right.
      if (
        kind === "preferred" &&
        !lead &&
        behindComma &&
        token.info.required & AFTER &&
        token.bracket === scope
      )
        return;
    }
    behindComma =
      token.kind === "comma" || (behindComma && token.kind === "cue" && token.info?.joiner === true);
    if (token.info?.joiner) behindComma = true;
  }
}

/** A bare "no" or "not" speaks of what follows at once: bytes to the first tool, about five words. */
const NEAR_BYTES = 36;
/** The same for a phrase ("we are moving away from"). */
const FAR_BYTES = 72;

/** The first tool after the cue in its clause, and the list that it begins. */
function forwardList(tokens: readonly Token[], governed: Governed[], at: number, kind: Kind): void {
  const reach = tokens[at]!.end + (tokens[at]!.info!.words > 1 ? FAR_BYTES : NEAR_BYTES);
  const scope = tokens[at]!.bracket;
  let inList = false;
  let joined = false;
  let behindComma = false;
  for (let j = at + 1; j < tokens.length; j++) {
    const token = tokens[j]!;
    if (token.kind === "close" && token.bracket === scope) return;
    if (token.kind === "clause" && token.bracket === scope) {
      if (j !== at + 1 || inList) return;
    } else if (token.kind === "tool") {
      if (!inList && token.start > reach) return;
      if (inList && !joined && token.start - tokens[j - 1]!.end > 3) return;
      set(governed, j, kind, at);
      inList = true;
      joined = false;
    } else if (token.kind === "comma") {
      if (inList && !continuesList(tokens, j)) return;
      joined = inList;
      behindComma = true;
    } else if (token.kind === "open") joined = true;
    else if (token.info) {
      if (token.info.breaker) return;
      // "No degree needed, strong Python": what has a head of its own is another matter.
      if (behindComma && !inList && token.info.required & AFTER) return;
      if (token.info.joiner) joined = inList;
      else if (inList && isLevelCue(token.info)) return;
    }
  }
}

/** Whether the comma at `j` is followed by a member of the same list: a tool, or a joiner and a tool. */
function continuesList(tokens: readonly Token[], j: number): boolean {
  const next = tokens[j + 1];
  if (!next) return false;
  if (next.kind === "tool") return next.start - tokens[j]!.end <= 2;
  return next.info?.joiner === true && tokens[j + 2]?.kind === "tool";
}

/** Everything before the cue to the beginning of what it closes. */
function backward(tokens: readonly Token[], governed: Governed[], at: number, kind: Kind): void {
  const scope = tokens[at]!.bracket;
  let reached = 0;
  for (let j = at - 1; j >= 0; j--) {
    const token = tokens[j]!;
    if (token.kind === "open" && j === scope) {
      if (reached === 0) governItem(tokens, governed, j, kind, at);
      return;
    }
    if (token.kind === "tool") {
      set(governed, j, kind, at);
      reached++;
    } else if (token.kind === "clause" && token.bracket === scope) {
      if (reached > 0) return;
      if (j !== at - 1) {
        laterClause(tokens, governed, j, kind, at);
        return;
      }
    } else if (token.kind === "comma" && token.bracket === scope) {
      if (reached > 0 && startsAnew(tokens, j, at)) return;
    } else if (token.info) {
      if (token.info.breaker && token.bracket === scope) {
        if (reached === 0) laterClause(tokens, governed, j, kind, at);
        return;
      }
      if (reached > 0 && closes(token.info, token, scope)) return;
    }
  }
}

/** Whether a cue passed on the way back ends the reach of the one behind it. */
function closes(info: CueInfo, token: Token, scope: number): boolean {
  if (token.bracket !== scope) return false;
  if ((info.required | info.preferred | info.denial) & BEFORE && !((info.required | info.preferred) & AFTER))
    return true;
  return ((info.required | info.preferred) & AFTER) !== 0;
}

/**
 * "Strong Python, Go is a plus": whether what stands behind the comma at `j` is a statement of its own: one tool
 * without a joiner, and a head of its own before the comma, with one tool only.
 */
function startsAnew(tokens: readonly Token[], j: number, at: number): boolean {
  for (let k = j + 1; k < at; k++) if (tokens[k]!.info?.joiner || tokens[k]!.kind === "comma") return false;
  let tools = 0;
  for (let k = j - 1; k >= 0; k--) {
    const token = tokens[k]!;
    if (token.kind === "tool") tools++;
    else if (token.kind === "comma" && tools > 0) return false;
    else if (token.kind === "clause" || token.info?.breaker) return false;
    else if (token.info && token.info.required !== 0) return tools === 1;
  }
  return false;
}

/** A bracket that holds only the cue speaks of the item before it: the tool there and those it is joined to by a slash. */
function governItem(
  tokens: readonly Token[],
  governed: Governed[],
  open: number,
  kind: Kind,
  at: number,
): void {
  let edge = tokens[open]!.start;
  for (let j = open - 1; j >= 0; j--) {
    const token = tokens[j]!;
    if (token.kind === "tool" && edge - token.end <= (edge === tokens[open]!.start ? 16 : 3)) {
      set(governed, j, kind, at);
      edge = token.start;
    } else if (token.kind !== "cue" || token.info?.joiner || edge !== tokens[open]!.start) return;
  }
}

/** A clause without tools of its own speaks of the clause before it ("Go is a plus, but not required"). */
function laterClause(
  tokens: readonly Token[],
  governed: Governed[],
  before: number,
  kind: Kind,
  at: number,
): void {
  const later: Kind = kind === "denied" ? "deniedLater" : kind;
  if (kind === "negated" || kind === "mentioned") return;
  let reached = false;
  for (let j = before - 1; j >= 0; j--) {
    const token = tokens[j]!;
    if (token.kind === "tool") {
      set(governed, j, later, at);
      reached = true;
    } else if (reached && (token.kind === "clause" || token.info?.breaker)) return;
  }
}

function isLevelCue(info: CueInfo): boolean {
  return (info.required | info.preferred | info.mentioned | info.negation | info.denial) !== 0;
}
