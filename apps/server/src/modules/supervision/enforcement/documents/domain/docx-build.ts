/**
 * Default templates: a .docx made from a kind's text, in the manner of GB/T 9704 (A4, margins 37/35/28/26 mm, title 小标宋 二号, text 仿宋 三号,
 * 28 pt lines, first line two characters in). Faces are named, not brought: Word and WPS fall back when the machine lacks them.
 */
import PizZip from "pizzip";
import type { DocumentKind } from "./kind.ts";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Look = {
  readonly face: "fs" | "bt" | "kt";
  readonly halfPoints: number;
  readonly bold?: boolean;
  readonly align?: "center" | "right" | "both";
  readonly indent?: boolean;
};
const faces = { fs: "仿宋_GB2312", bt: "方正小标宋简体", kt: "楷体_GB2312" } as const;
const TEXT: Look = { face: "fs", halfPoints: 32, align: "both", indent: true };
const PLAIN: Look = { ...TEXT, indent: false };
const TITLE: Look = { face: "bt", halfPoints: 44, align: "center" };
const NUMBER: Look = { face: "fs", halfPoints: 32, align: "center" };
const SIGNED: Look = { face: "fs", halfPoints: 32, align: "right" };

function paragraph(text: string, { face, halfPoints, bold, align = "both", indent }: Look): string {
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${faces[face]}"/>`;
  const run = `<w:rPr>${fonts}${bold ? "<w:b/>" : ""}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`;
  const ind = indent ? `<w:ind w:firstLineChars="200" w:firstLine="${halfPoints * 20}"/>` : "";
  return `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>${ind}<w:jc w:val="${align}"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

const lineOf = (line: string): string => (line.startsWith("-") ? paragraph(line.slice(1), PLAIN) : paragraph(line, TEXT));

/** GB/T 9704-2012 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

export function defaultTemplate({ body, foot }: Pick<DocumentKind, "body" | "foot">): Buffer {
  const lines = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const paragraphs = [
    paragraph("{制作机关}", { ...TITLE, halfPoints: 36 }),
    paragraph("{标题}", TITLE),
    paragraph("{文号}", NUMBER),
    paragraph("", PLAIN),
    ...lines.map(lineOf),
    paragraph("", PLAIN),
    paragraph("（{制作机关}印章）", SIGNED),
    paragraph("{制作日期}", SIGNED),
    paragraph(foot ?? "一式两份，一份送当事人，一份存档。", { face: "kt", halfPoints: 24, align: "both" }),
  ];
  const zip = new PizZip();
  zip.file("[Content_Types].xml", CONTENT_TYPES);
  zip.file("_rels/.rels", RELATIONS);
  zip.file("word/document.xml", `${XML}<w:document xmlns:w="${W}"><w:body>${paragraphs.join("")}${SECTION}</w:body></w:document>`);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
