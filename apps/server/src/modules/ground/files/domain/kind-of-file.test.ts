import { expect, it } from "vitest";
import { judgeFile } from "./kind-of-file.ts";

const bytes = (...parts: (number | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));
const jpeg = bytes(0xff, 0xd8, 0xff, 0xe0, "JFIF");
const zip = bytes("PK", 3, 4, "any/file.txt");

it.each([
  ["现场.jpg", jpeg, "image/jpeg"],
  ["现场.JPEG", jpeg, "image/jpeg"],
  ["报告.pdf", bytes("%PDF-1.7"), "application/pdf"],
  ["记录.docx", bytes("PK", 3, 4, "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
])("%s is taken for what its bytes are", (name, head, mediaType) => {
  expect(judgeFile(name, head)).toMatchObject({ ok: true, kind: { mediaType } });
});

it.each([
  ["炸弹.jpg", zip, "files.archive"],
  ["网页.jpg", bytes("<script>alert(1)</script>"), "files.unknown_kind"],
  ["照片.png", jpeg, "files.name_disagrees"],
  ["照片.exe", jpeg, "files.name_disagrees"],
  ["苹果.heic", bytes(0, 0, 0, 24, "ftypheic"), "files.heic"],
  ["空.jpg", Buffer.alloc(0), "files.empty"],
])("%s is refused with its reason", (name, head, code) => {
  expect(judgeFile(name, head)).toEqual({ ok: false, code });
});
