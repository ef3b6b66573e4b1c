/** Writes one posting: a pure function of the vocabulary, the seed and the posting's number. */
import { mix, Random } from "./random.mjs";
import { AND, composeFiller, EMPLOYERS, LANGUAGES, OR, PLACES } from "./sentences.mjs";

/** Mentions sown in a posting, fewest and most. */
const FEWEST = 10;
const MOST = 24;
/** Length aimed at, in characters; the mean is about 3 KB. */
const SHORTEST = 1300;
const LONGEST = 4500;
const WIDTH = 76;
/** Share of the fillers that are put together from parts; the others are sentences as they stand. */
const COMPOSED = 0.65;

/** Looks of a posting, with their weights out of 100. */
const LOOKS = [
  { weight: 34, heading: (text) => text, bullet: "- ", prose: false, wrap: false },
  { weight: 14, heading: (text) => text, bullet: "• ", prose: false, wrap: false },
  { weight: 14, heading: (text) => `## ${text}`, bullet: "* ", prose: false, wrap: false },
  { weight: 8, heading: (text) => text.toUpperCase(), bullet: "– ", prose: false, wrap: false },
  { weight: 14, heading: (text) => `${text}:`, bullet: "- ", prose: false, wrap: true },
  { weight: 16, heading: (text) => text, bullet: "", prose: true, wrap: false },
];

/** @returns the text of posting `index` */
export function writePosting(vocabulary, seed, index) {
  const random = new Random(mix(seed, index + 1));
  const drawn = random.next();
  const language = drawn < 0.84 ? "en" : drawn < 0.94 ? "de" : "fr";
  return new Writer(vocabulary, random, language).write();
}

class Writer {
  #vocabulary;
  #random;
  #language;
  #look;
  #left;
  #lines = [];
  #length = 0;
  #fillers;
  /** Some people write everything small. */
  #small;

  constructor(vocabulary, random, language) {
    this.#vocabulary = vocabulary;
    this.#random = random;
    this.#language = language;
    let weight = random.integer(0, 99);
    this.#look = LOOKS.find((look) => {
      weight -= look.weight;
      return weight < 0;
    });
    this.#left = random.integer(FEWEST, MOST);
    this.#fillers = random.shuffle(LANGUAGES[language].filler);
    this.#small = random.chance(0.08);
  }

  write() {
    const random = this.#random;
    const texts = LANGUAGES[this.#language];
    const target = (random.integer(SHORTEST, LONGEST) + random.integer(SHORTEST, LONGEST)) / 2;
    this.#line(random.pick(texts.titles));
    this.#line(`${random.pick(EMPLOYERS)}, ${random.pick(PLACES)}`);
    this.#section("about", [], 2);
    const parts = random.shuffle(["tasks", "must", "nice", "stack"]).slice(0, random.integer(3, 4));
    if (!parts.includes("must")) parts[0] = "must";
    const shares = parts.map((part) => (part === "must" ? 3 : 1));
    const total = shares.reduce((a, b) => a + b);
    const sown = this.#left;
    parts.forEach((part, i) => {
      const until = i === parts.length - 1 ? 0 : this.#left - Math.round((sown * shares[i]) / total);
      const lines = [];
      while (this.#left > Math.max(0, until)) {
        lines.push(this.#sow(random.pick(this.#look.prose && part !== "stack" ? texts.prose : texts[part])));
        // Every third line or so is about something else.
        if (random.chance(0.3)) lines.push(this.#filler().replace(/\.$/, ""));
      }
      if (lines.length > 0) this.#section(part, lines, 0);
    });
    this.#section("offer", [], 2);
    this.#section("legal", [], 1);
    while (this.#length < target) {
      this.#line("");
      this.#paragraph(random.integer(2, 4));
    }
    return `${this.#lines.join("\n")}\n`;
  }

  #line(text) {
    this.#lines.push(text);
    this.#length += text.length + 1;
  }

  /** A heading, then lines as bullets or as prose, then sentences without tools. */
  #section(part, lines, sentences) {
    this.#line("");
    this.#line(this.#look.heading(this.#random.pick(LANGUAGES[this.#language].headings[part])));
    if (this.#look.prose && lines.length > 0) {
      this.#wrapped(lines.map((line) => (/[.!?]$/.test(line) ? line : `${line}.`)).join(" "), "");
    } else {
      for (const line of lines) this.#wrapped(line, this.#look.bullet);
    }
    if (sentences > 0) this.#paragraph(sentences);
  }

  #paragraph(sentences) {
    this.#wrapped(Array.from({ length: sentences }, () => this.#filler()).join(" "), "");
  }

  #wrapped(text, bullet) {
    if (!this.#look.wrap) {
      this.#line(bullet + text);
      return;
    }
    const indent = " ".repeat(bullet.length);
    let line = bullet;
    for (const word of text.split(" ")) {
      if (line.length + word.length > WIDTH && line.trim() !== "" && line !== bullet) {
        this.#line(line.trimEnd());
        line = indent;
      }
      line += `${word} `;
    }
    this.#line(line.trimEnd());
  }

  #filler() {
    if (this.#random.chance(COMPOSED)) return composeFiller(this.#language, this.#random);
    const next = this.#fillers.shift();
    this.#fillers.push(next);
    return next;
  }

  /** Fills a template's places with tools. */
  #sow(template) {
    const text = template.replace(/\{(\w)\}/g, (_, place) => {
      if (place === "n") return String(this.#random.integer(2, 8));
      if (place === "t") return this.#tool();
      return this.#list();
    });
    return text.charAt(0).toUpperCase() === text.charAt(0) || !/^[a-z]/.test(template)
      ? text
      : text.charAt(0).toUpperCase() + text.slice(1);
  }

  #list() {
    const random = this.#random;
    const names = Array.from({ length: random.integer(2, 5) }, () => this.#tool());
    const style = random.next();
    if (style < 0.1) return names.join(" / ");
    if (style < 0.15) return names.join(" | ");
    const last = names.pop();
    const joiner = random.chance(0.25) ? OR[this.#language] : AND[this.#language];
    return `${names.join(", ")} ${joiner} ${last}`;
  }

  #tool() {
    this.#left--;
    const form = this.#vocabulary.draw(this.#random);
    return this.#small ? form.toLowerCase() : form;
  }
}
