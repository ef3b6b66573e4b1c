import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/input/index.js";

const utf8 = (text: string) => new TextEncoder().encode(text);

function text(bytes: Uint8Array): { text: string; encoding: string } | "binary" {
  const decoded = decode(bytes);
  return "binary" in decoded
    ? "binary"
    : { text: new TextDecoder().decode(decoded.bytes), encoding: decoded.encoding };
}

function utf16(content: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${content}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("text", () => {
  test("in UTF-8 is handed back as it is, without a copy", () => {
    const bytes = utf8("Erfahrung mit Python\r\n• naïve – 東京 🚀");
    const decoded = decode(bytes);
    expect("bytes" in decoded && decoded.bytes).toBe(bytes);
  });

  test("of no length is text", () => {
    expect(text(new Uint8Array())).toEqual({ text: "", encoding: "utf-8" });
  });

  test("loses its byte order mark and nothing else", () => {
    expect(text(utf8("\ufeffa\r\n\ufeffb"))).toEqual({ text: "a\r\n\ufeffb", encoding: "utf-8" });
    const marked = utf8("\ufeffKubernetes");
    const decoded = decode(marked);
    expect("bytes" in decoded && [...decoded.bytes]).toEqual([...marked.subarray(3)]);
  });

  test("in UTF-16 of both orders", () => {
    for (const bigEndian of [false, true]) {
      expect(text(utf16("Büro 🚀\r\n", bigEndian))).toEqual({
        text: "Büro 🚀\r\n",
        encoding: bigEndian ? "utf-16be" : "utf-16le",
      });
    }
  });

  test("in Windows-1252, with all that it has beyond Latin-1", () => {
    const bytes = Uint8Array.from([
      0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x95, 0x20, 0x80, 0x35, 0x20, 0x92,
    ]);
    expect(text(bytes)).toEqual({ text: "Café – • €5 ’", encoding: "windows-1252" });
  });

  test("in Windows-1252 with many accents is not taken for binary", () => {
    const bytes = Buffer.from("Über äöü ÄÖÜ ß éèê çà ñ – größer\n".repeat(40).replaceAll("–", "-"), "latin1");
    expect(text(bytes)).toMatchObject({ encoding: "windows-1252" });
  });

  test("of UTF-8 cut off in a character stays UTF-8", () => {
    expect(text(utf8("• Café • Kubernetes • naïve…").subarray(0, -1))).toEqual({
      text: "• Café • Kubernetes • naïve\ufffd",
      encoding: "utf-8",
    });
  });

  test("survives any round trip (property)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (content) => {
        fc.pre(!content.includes("\0") && !content.startsWith("\ufeff") && !content.startsWith("%PDF-"));
        expect(text(utf8(content))).toMatchObject({ text: content });
        expect(text(utf16(content, true))).toMatchObject({ text: content });
      }),
    );
  });
});

describe("what is no text", () => {
  const head = (...bytes: number[]) =>
    Uint8Array.from([...bytes, ...Array.from({ length: 600 }, (_, i) => (i * 151) % 256)]);
  test.each([
    ["a PDF", utf8("%PDF-1.7\n1 0 obj <<>> endobj")],
    ["a ZIP or DOCX", head(0x50, 0x4b, 3, 4, 20, 0)],
    ["a PNG", head(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
    ["compressed data", head(0x1f, 0x8b, 8)],
    ["UTF-16 without a mark", Buffer.from("Data Engineer", "utf16le")],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ])("%s is binary", (_, bytes) => {
    expect(text(bytes)).toBe("binary");
  });

  test("a NUL far behind in a text does not make it binary", () => {
    expect(text(utf8(`${"Python ".repeat(100)}\0`))).toMatchObject({ encoding: "utf-8" });
    expect(text(utf8(`${"x".repeat(512)}\0`))).toMatchObject({ encoding: "utf-8" });
    for (const before of [0, 1, 511])
      expect(text(utf8(`${"x".repeat(before)}\0${"y".repeat(900)}`))).toBe("binary");
  });
});
