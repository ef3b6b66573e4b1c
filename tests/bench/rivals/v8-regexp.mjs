/** A regular expression of all aliases, longest first, between word edges. Arguments: file of aliases, folders. */
import { aliases, countAll } from "./files.mjs";

const escaped = [...aliases]
  .sort((a, b) => b.length - a.length)
  .map((alias) => alias.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
const all = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");

countAll((text) => text.match(all)?.length ?? 0);
