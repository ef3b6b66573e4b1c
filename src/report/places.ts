const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where an offset stands, as a person counts: both from 1, columns in code points. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Tells places of offsets that come in ascending order, in one walk over the text; others cost a walk of their own. */
export function createPlaces(bytes: Uint8Array): (offset: number) => Place {
  let at = 0;
  let line = 1;
  let column = 1;
  return (offset) => {
    if (offset < at) {
      at = 0;
      line = 1;
      column = 1;
    }
    for (; at < offset; at++) {
      const byte = bytes[at]!;
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) {
        line++;
        column = 1;
      } else if ((byte & 0xc0) !== 0x80 && byte !== CARRIAGE_RETURN) column++;
    }
    return { line, column };
  };
}
