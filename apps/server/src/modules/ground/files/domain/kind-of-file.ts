/** What a file is, by its first bytes. The name and type its sender claims only have to agree; they never decide. */
export type FileKind = { readonly mediaType: string; readonly endings: readonly string[] };

const KINDS: readonly (FileKind & { readonly test: (head: Uint8Array) => boolean })[] = [
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg"], test: (head) => starts(head, 0, [0xff, 0xd8, 0xff]) },
  { mediaType: "image/png", endings: ["png"], test: (head) => starts(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: "image/webp", endings: ["webp"], test: (head) => text(head, 0, "RIFF") && text(head, 8, "WEBP") },
  { mediaType: "application/pdf", endings: ["pdf"], test: (head) => text(head, 0, "%PDF-") },
  { mediaType: "audio/wav", endings: ["wav"], test: (head) => text(head, 0, "RIFF") && text(head, 8, "WAVE") },
  { mediaType: "audio/mpeg", endings: ["mp3"], test: (head) => text(head, 0, "ID3") || starts(head, 0, [0xff, 0xfb]) },
  { mediaType: "video/mp4", endings: ["mp4"], test: (head) => text(head, 4, "ftyp") && !isHeic(head) },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
    test: (head) => isZip(head) && contains(head, "word/"),
  },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
    test: (head) => isZip(head) && contains(head, "xl/"),
  },
];

const starts = (head: Uint8Array, at: number, bytes: readonly number[]): boolean => bytes.every((byte, i) => head[at + i] === byte);
const text = (head: Uint8Array, at: number, letters: string): boolean =>
  starts(
    head,
    at,
    [...letters].map((letter) => letter.charCodeAt(0)),
  );
const isZip = (head: Uint8Array): boolean => starts(head, 0, [0x50, 0x4b, 0x03, 0x04]);
const contains = (head: Uint8Array, word: string): boolean => Buffer.from(head).includes(word);
const isHeic = (head: Uint8Array): boolean => ["heic", "heix", "hevc", "mif1", "msf1"].some((brand) => text(head, 8, brand));

export type Judged = { readonly ok: true; readonly kind: FileKind } | { readonly ok: false; readonly code: string };

/** Accepts pictures, documents, sound and video whose bytes are what the name says. `head`: the first 4 KB. */
export function judgeFile(name: string, head: Uint8Array): Judged {
  if (head.length === 0) return { ok: false, code: "files.empty" };
  if (isHeic(head) && text(head, 4, "ftyp")) return { ok: false, code: "files.heic" };
  const kind = KINDS.find((each) => each.test(head));
  if (!kind) return { ok: false, code: isZip(head) ? "files.archive" : "files.unknown_kind" };
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  return kind.endings.includes(ending) ? { ok: true, kind } : { ok: false, code: "files.name_disagrees" };
}
