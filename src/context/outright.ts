import { isDigit, SPACE } from "../folded.js";
import type { bool, i32 } from "../numbers.js";
import { AFTER, BEFORE, DEPTH_EXPOSURE } from "./kinds.js";
import type { Block } from "./layout.js";
import { onlyMarks } from "./marks.js";
import type { Page } from "./page.js";

/** "a solid practical " between what addresses the candidate and what it asks for. */
const LONGEST_PRAISE: i32 = 24;
/** "Knowledge of" is as long. */
const SHORTEST_ASKING: i32 = 12;
const LONGEST_PREPOSITION: i32 = 4;
/** "10 or more " before "years of experience". */
const LONGEST_COUNT: i32 = 11;

/**
 * Whether a block that begins with cue `c` asks for something, where only what is offered stands otherwise: "Experience
 * with …", "You have experience with …", "5+ years of …". Items do; of other lines those with a tool.
 */
export function asksOutright(page: Page, block: Block, c: i32): bool {
  const info = page.info(c);
  const start = page.cues.start(c);
  const end = page.cues.end(c);
  const folded = page.folded;
  const counts = isDigit(folded[block.text]!) && start - block.text <= LONGEST_COUNT && info.required !== 0;
  // "Strong", "hands-on" and "exposure to" praise what is offered as well.
  const asks =
    info.required === (AFTER | BEFORE) &&
    info.depth !== DEPTH_EXPOSURE &&
    end - start >= SHORTEST_ASKING &&
    endsShort(folded, end) &&
    (onlyMarks(folded, block.text, start) || isAddressed(page, block, c));
  return (counts || asks) && (block.bullet || page.tools.holds(block.text, block.end));
}

/** Whether the block opens with a cue of what the candidate has, and cue `c` stands behind it ("You have solid …"). */
function isAddressed(page: Page, block: Block, c: i32): bool {
  for (let k = c - 1; k >= 0 && page.cues.start(k) >= block.text; k--) {
    if (page.cues.start(c) - page.cues.end(k) > LONGEST_PRAISE) return false;
    const required = page.info(k).required;
    if (required === AFTER && onlyMarks(page.folded, block.text, page.cues.start(k))) return true;
  }
  return false;
}

/** Whether the last word of a cue that asks is a preposition: short. */
function endsShort(folded: Uint8Array, end: i32): bool {
  for (let i = end - LONGEST_PREPOSITION - 1; i < end; i++) if (folded[i] === SPACE) return true;
  return false;
}
