/** Writes a user's file that extends the shipped taxonomy by so many aliases of made-up tools. */
import { writeFileSync } from "node:fs";
import { Random } from "./random.mjs";

const ALIASES_A_TOOL = 4;
const SYLLABLES =
  "ba ce do fi gu ha jo ku la me no pi qua ro su ta vi wo xe zu bran dri flo gli kra plo stri".split(" ");
/** Half of the forms begin with a word that ads are full of: looking further than the first word has its price. */
const FIRST = [
  "Data",
  "Cloud",
  "Open",
  "Apache",
  "Google",
  "Team",
  "Service",
  "Model",
  "Work",
  "Time",
  "Test",
  "Web",
];

export function writeUserTaxonomy(file, aliases) {
  const random = new Random(10_000);
  const used = new Set();
  const coin = () => {
    for (;;) {
      const word = Array.from({ length: random.integer(3, 4) }, () => random.pick(SYLLABLES)).join("");
      if (used.has(word)) continue;
      used.add(word);
      const name = word.charAt(0).toUpperCase() + word.slice(1);
      return random.chance(0.5) ? `${random.pick(FIRST)} ${name}` : name;
    }
  };
  const tools = [];
  for (let i = 0; i < aliases / ALIASES_A_TOOL; i++) {
    const [name, ...others] = Array.from({ length: ALIASES_A_TOOL }, coin);
    tools.push(`    - { group: outliers, category: data, name: ${name}, aliases: [${others.join(", ")}] }`);
  }
  writeFileSync(file, `name: bench\nversion: 1.0.0\nextends: mlops\nadd:\n  tools:\n${tools.join("\n")}\n`);
}
