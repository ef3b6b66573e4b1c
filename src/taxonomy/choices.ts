/** Choices in the phrases of cue files: "(the|an) ideal (person|candidate)" stands for four phrases. */

const CHOICE = /\(([^()]*\|[^()]*)\)/;
const CHOICES = new RegExp(CHOICE, "g");

/** A phrase may stand for so many, no more: a list of them has to stay readable, and short to load. */
export const MOST_PHRASES = 500;

/** How many phrases a text stands for. */
export function phraseCount(text: string): number {
  let count = 1;
  for (const [, choice] of text.matchAll(CHOICES)) count *= choice!.split("|").length;
  return count;
}

/** The phrases that a text stands for. A choice may be empty: "(very|) good". */
export function phrasesOf(text: string): string[] {
  if (!text.includes("|")) return [text];
  return written(text).map((phrase) => phrase.replace(/ {2,}/g, " ").trim());
}

function written(text: string): string[] {
  const choice = CHOICE.exec(text);
  if (choice === null) return [text];
  const before = text.slice(0, choice.index);
  const ends = written(text.slice(choice.index + choice[0].length));
  return choice[1]!.split("|").flatMap((one) => ends.map((end) => before + one + end));
}
