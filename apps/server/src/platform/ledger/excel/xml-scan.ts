/**
 * A small forward scanner of XML: tags and the text between them, chunk by chunk. Enough for SpreadsheetML, strict where safety asks for it:
 * no document types, no entities but the five and numbers, nothing longer than a bound.
 */
import { ArchiveError } from "./zip-read.ts";

export type XmlHandler = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
};

/** A tag or a piece of text longer than this is no table. */
const PIECE_LIMIT = 1_048_576;

/** How far the tag under way has been looked at, and inside which quote it stands there (0: none). */
type Looked = { at: number; quote: number };

/** Feeds chunks of bytes to a handler; names come without their namespace prefix. */
export function xmlScanner(handler: XmlHandler): { push(chunk: Buffer): void; end(): void } {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  // Relative to the beginning of `rest`, where a tag that has not ended yet stands.
  const looked: Looked = { at: 0, quote: 0 };
  const scan = (text: string, last: boolean): string => {
    let at = 0;
    for (;;) {
      const open = text.indexOf("<", at);
      if (open < 0) {
        if (last && at < text.length) handler.text(text.slice(at));
        return bounded(last ? "" : text.slice(at));
      }
      const close = endOfTag(text, open, looked);
      if (close < 0) {
        looked.at = Math.max(0, looked.at - at);
        return bounded(text.slice(at));
      }
      looked.at = 0;
      looked.quote = 0;
      if (open > at) handler.text(text.slice(at, open));
      tag(text, open, close, handler);
      at = close + 1;
    }
  };
  return {
    push(chunk) {
      rest = scan(rest + storable(decoder.decode(chunk, { stream: true })), false);
    },
    end() {
      const left = scan(rest + decoder.decode(), true);
      if (left !== "") throw new ArchiveError("import.damaged_file");
    },
  };
}

function bounded(rest: string): string {
  if (rest.length > PIECE_LIMIT) throw new ArchiveError("import.damaged_file");
  return rest;
}

/** Position of the `>` that ends the tag, or -1 when it has not come yet. A `>` inside quotes belongs to the value. Every character is looked at once. */
function endOfTag(text: string, open: number, looked: Looked): number {
  if (text.startsWith("<!--", open)) {
    const end = text.indexOf("-->", open + 4);
    return end < 0 ? -1 : end + 2;
  }
  if (text.startsWith("<![CDATA[", open)) {
    const end = text.indexOf("]]>", open + 9);
    return end < 0 ? -1 : end + 2;
  }
  if (open + 9 > text.length && "<![CDATA[".startsWith(text.slice(open))) return -1;
  for (let i = Math.max(open + 1, looked.at); i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (looked.quote !== 0) {
      // Inside a value nothing counts but its own quote.
      const end = text.indexOf(looked.quote === DOUBLE ? '"' : "'", i);
      if (end < 0) break;
      i = end;
      looked.quote = 0;
    } else if (code === DOUBLE || code === SINGLE) looked.quote = code;
    else if (code === CLOSE) return i;
  }
  looked.at = text.length;
  return -1;
}
const DOUBLE = 34;
const SINGLE = 39;
const CLOSE = 62;

function tag(text: string, open: number, close: number, handler: XmlHandler): void {
  const first = text.charCodeAt(open + 1);
  if (first === 33) {
    if (text.startsWith("<![CDATA[", open)) handler.text(text.slice(open + 9, close - 2).replaceAll("&", "&amp;"));
    else if (!text.startsWith("<!--", open)) throw new ArchiveError("import.damaged_file");
    return;
  }
  if (first === 63) return;
  if (first === 47) {
    handler.close(localName(text.slice(open + 2, close).trim()));
    return;
  }
  const isEmpty = text.charCodeAt(close - 1) === 47;
  const inner = text.slice(open + 1, isEmpty ? close - 1 : close);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  handler.open(name, space < 0 ? "" : inner.slice(space));
  if (isEmpty) handler.close(name);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Value of an attribute in the text of a tag, without decoding; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > 32 && before !== 58) continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (match) return match[1] ?? match[2];
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities of XML, then Excel's own `_x000D_`; without what the database keeps in no text: U+0000 and halves of a character. */
export function unescapeXml(raw: string): string {
  const text = raw.includes("&")
    ? raw.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, name: string) => {
        if (!name.startsWith("#")) return NAMED[name] ?? whole;
        const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : raw;
  const whole = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return whole === raw ? raw : storable(whole); // the scanner has looked at what came as it is
}

/** Text the database takes. */
export const storable = (text: string): string => (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed();
