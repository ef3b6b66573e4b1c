/**
 * The short way to the value of a YAML file: the plain part of YAML that taxonomies are written in, and nothing else.
 * The library makes a syntax tree with the place of every character, which takes ten times as long; it stays the
 * reference. Whatever is not surely plain (a text over several lines, a tag, an escape, a number that is not a row of
 * digits, any fault) ends the reading, and the library has the file. What is read here, it reads the same.
 */
import { NOT_PLAIN, unquoted } from "./load-plain-unquoted.js";

/** The value of a text, and where its parts begin. */
export interface PlainYaml {
  readonly value: unknown;
  /**
   * Where the value at the path begins, in UTF-16 units from the start, if it is an entry of a list of maps or lists;
   * null for the rest, of which only the syntax tree tells.
   */
  readonly startOf: (path: readonly PropertyKey[]) => number | null;
}

/** Reads a text; null where it is not plain. */
export function readPlain(text: string): PlainYaml | null {
  if (NOT_PLAIN_TEXT.test(text)) return null;
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error === NOT_PLAIN) return null;
    throw error;
  }
}

const DEEPEST = 50;
const MOST_ALIASES = 100;

/** Tabs, line ends of other systems, control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_PLAIN_TEXT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/;
/** The rest of a line, with its comment; then empty lines and comments, and the indentation of what follows. */
const LINE_END = /(?: +#[^\n]*| *)\n/y;
const BLANK = /(?: *(?:#[^\n]*)?\n)* */y;
/** Between the entries of a list in brackets. A comment stands behind white space only. */
const GAP = / *(?:(?:(?<=[ \n])#[^\n]*)?\n *)*/y;
const GAP_GOES_ON: ReadonlySet<string | undefined> = new Set([" ", "#", "\n"]);
const DASH = /- +/y;
// A name begins with no sign that means something, and with no digit: numbers as names change the order of a map.
const KEY = /([^\s\d\-?:,[\]{}#&*!|>'"%@`.](?:[^\n:#]*[^\s:#])?):(?: +|(?=\n))/y;
const FLOW_KEY = /([^\s\d\-?:,[\]{}#&*!|>'"%@`.](?:[^\n:#,[\]{}]*[^\s:#,[\]{}])?): +/y;
const TEXT = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\n:#]+|:(?![ \n])|(?<! )#)*/y;
const FLOW_TEXT = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\n:#,[\]{}]+|:(?![\s,[\]{}])|(?<! )#)*/y;
const DOUBLE_QUOTED = /"((?:[^"\\\n]|\\["\\])*)"/y;
const SINGLE_QUOTED = /'((?:[^'\n]|'')*)'/y;
const ANCHOR = /&([A-Za-z0-9_-]+)(?: +|(?=\n))/y;
const ALIAS = /\*([A-Za-z0-9_-]+)/y;

class Reader {
  private readonly text: string;
  /** Of the lists that are not in brackets and hold maps or lists: where these begin, in their order. */
  private readonly starts = new Map<unknown, number[]>();
  private readonly anchors = new Map<string, unknown>();
  private anchored = false;
  private aliases = 0;
  private depth = 0;
  private at = 0;
  /** Where the content of the line begins that comes next; -1 behind the last. */
  private column = 0;

  constructor(text: string) {
    this.text = text.endsWith("\n") ? text : `${text}\n`;
  }

  read(): PlainYaml {
    this.skipBlank();
    if (this.column < 0) throw NOT_PLAIN;
    const value = this.block();
    if (this.column >= 0) throw NOT_PLAIN;
    return { value, startOf: (path) => this.startOf(value, path) };
  }

  private startOf(root: unknown, path: readonly PropertyKey[]): number | null {
    let owner: unknown;
    let value = root;
    for (const key of path) {
      owner = value;
      value = Object(owner)[key];
    }
    return this.starts.get(owner)?.[Number(path.at(-1))] ?? null;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  /** Like take, where what is found need not be known. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private endLine(): void {
    if (!this.skip(LINE_END)) throw NOT_PLAIN;
    this.skipBlank();
  }

  private skipBlank(): void {
    this.skip(BLANK);
    this.column = this.at === this.text.length ? -1 : this.at - this.text.lastIndexOf("\n", this.at - 1) - 1;
  }

  private isDash(): boolean {
    return this.text.startsWith("- ", this.at);
  }

  private isBracket(): boolean {
    return "[{".includes(this.text[this.at] ?? "-");
  }

  /** A list or a map that begins here, at `column`. */
  private block(): unknown {
    if (++this.depth > DEEPEST) throw NOT_PLAIN;
    const { column } = this;
    const value = this.isDash() ? this.list(column) : this.map(column);
    // Deeper than what it should follow: a text that goes on, or a fault.
    if (this.column > column) throw NOT_PLAIN;
    this.depth--;
    return value;
  }

  private list(column: number): unknown[] {
    const list: unknown[] = [];
    const starts: number[] = [];
    do {
      const from = this.at;
      this.skip(DASH);
      this.column = column + this.at - from;
      KEY.lastIndex = this.at;
      if (this.isDash() || KEY.test(this.text)) {
        starts[list.length] = this.at;
        list.push(this.block());
      } else list.push(this.line(column));
    } while (this.column === column && this.isDash());
    if (starts.length > 0) this.starts.set(list, starts);
    return list;
  }

  private map(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    do {
      const key = this.key(KEY, map);
      const next = this.text[this.at];
      if (next === "\n" || next === "#") {
        if (next === "#") this.at--;
        this.endLine();
        if (this.column < column || (this.column === column && !this.isDash())) throw NOT_PLAIN;
        map[key] = this.isBracket() ? this.line(column) : this.block();
      } else map[key] = this.line(column);
    } while (this.column === column);
    return map;
  }

  private key(pattern: RegExp, map: Record<string, unknown>): string {
    const key = this.take(pattern)?.[1];
    if (key === undefined || key === "__proto__" || Object.hasOwn(map, key)) throw NOT_PLAIN;
    return key;
  }

  /** A value that begins and ends this line; a list in brackets may have more lines, deeper than `column`. */
  private line(column: number): unknown {
    const value = this.value(TEXT, column);
    this.endLine();
    return value;
  }

  private value(pattern: RegExp, column: number): unknown {
    switch (this.text[this.at]) {
      case "[":
      case "{":
        return this.flow(column);
      case '"':
        return this.quoted(DOUBLE_QUOTED, /\\(.)/g);
      case "'":
        return this.quoted(SINGLE_QUOTED, /'(')/g);
      case "&":
        return this.anchor(pattern, column);
      case "*":
        return this.alias();
      default:
        return this.plain(pattern);
    }
  }

  private quoted(pattern: RegExp, escaped: RegExp): string {
    const quoted = this.take(pattern)?.[1];
    if (quoted === undefined) throw NOT_PLAIN;
    return quoted.replace(escaped, "$1");
  }

  private plain(pattern: RegExp): unknown {
    const from = this.at;
    if (!this.skip(pattern)) throw NOT_PLAIN;
    while (this.text[this.at - 1] === " ") this.at--;
    return unquoted(this.text.slice(from, this.at));
  }

  private anchor(pattern: RegExp, column: number): unknown {
    const name = this.take(ANCHOR)?.[1];
    if (name === undefined || this.anchored) throw NOT_PLAIN;
    if (this.text[this.at] === "\n") {
      this.endLine();
      if (this.column <= column || !this.isBracket()) throw NOT_PLAIN;
    }
    this.anchored = true;
    const value = this.value(pattern, column);
    this.anchored = false;
    this.anchors.set(name, value);
    return value;
  }

  /** Few, and none behind an anchor: what they stand for is written out in the end, and must not grow without bounds. */
  private alias(): unknown {
    const name = this.take(ALIAS)?.[1];
    this.aliases++;
    const sound = name !== undefined && this.anchors.has(name) && !this.anchored;
    if (!sound || this.aliases > MOST_ALIASES) throw NOT_PLAIN;
    return this.anchors.get(name);
  }

  /** A list or a map in brackets. */
  private flow(column: number): unknown {
    if (++this.depth > DEEPEST) throw NOT_PLAIN;
    const list: unknown[] | null = this.text[this.at] === "[" ? [] : null;
    const map: Record<string, unknown> = {};
    const end = list === null ? "}" : "]";
    this.at++;
    for (this.gap(column); this.text[this.at] !== end; this.gap(column)) {
      if (list !== null) list.push(this.value(FLOW_TEXT, column));
      else map[this.key(FLOW_KEY, map)] = this.value(FLOW_TEXT, column);
      this.gap(column);
      if (this.text[this.at] === ",") this.at++;
      else if (this.text[this.at] !== end) throw NOT_PLAIN;
    }
    this.at++;
    this.depth--;
    return list ?? map;
  }

  private gap(column: number): void {
    // What most often stands here ends the gap: nothing, or one space before an entry.
    if (this.text[this.at] === " " && !GAP_GOES_ON.has(this.text[this.at + 1])) this.at++;
    if (!GAP_GOES_ON.has(this.text[this.at])) return;
    const from = this.at;
    this.skip(GAP);
    const lineStart = this.text.lastIndexOf("\n", this.at - 1) + 1;
    if (lineStart > from && this.at - lineStart <= column) throw NOT_PLAIN;
  }
}
