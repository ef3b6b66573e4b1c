/**
 * Text of postings and file names made safe to show on one line of a terminal: white space is folded, and whatever
 * could steer the terminal or turn the order of letters around becomes a visible sign.
 */
export function sanitize(text: string): string {
  // Nearly all text is plain; looking is cheaper than replacing.
  if (/^[!-~](?:[ ]?[!-~])*$/.test(text)) return text;
  return text
    .replace(/[\s\u0085]+/g, " ")
    .trim()
    .replace(UNSAFE, pictureOf);
}

/** C0 and C1 controls, marks and overrides of direction, tags, halves of characters. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Unicode has a picture for each of the first 32 controls, and for delete. */
function pictureOf(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? "\u2421" : "\ufffd";
}
