/** The automaton of a package, with word edges checked behind it. Arguments: file of aliases, folders. */
import AhoCorasick from "modern-ahocorasick";
import { aliases, countAll } from "./files.mjs";

const matcher = new AhoCorasick([...new Set(aliases.map((alias) => alias.toLowerCase()))]);
const word = /[\p{L}\p{N}]/u;

countAll((text) => {
  const folded = text.toLowerCase();
  let count = 0;
  for (const { start, end } of matcher.iterate(folded)) {
    if (!word.test(folded.charAt(start - 1)) && !word.test(folded.charAt(end))) count++;
  }
  return count;
});
