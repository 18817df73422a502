/**
 * Blocks → .docx, in the manner of GB/T 9704 (A4, margins 37/35/28/26 mm, title 小标宋, headings 黑体 and 楷体, text 仿宋 三号). Headings are Word's
 * own, so its navigation and a table of contents find them. Faces are named, not brought; the font table names what stands in for one the machine lacks.
 */
import PizZip from "pizzip";
import type { Align, Block, Cell, Chart, Column, Tint } from "./blocks.ts";
import { chartPart } from "./chart-part.ts";
import { escaped, XML } from "./xml.ts";

/** Twentieths of a point between the margins: 156 mm. */
const TEXT_WIDTH = 8845;
const EMU_PER_TWIP = 635;
const tints: Readonly<Record<Tint, string>> = { met: "E1F3F0", soon: "FFF3D9", overdue: "FBE9F0", waived: "ECEFF2" };
const sides: Readonly<Record<Align, string>> = { start: "left", end: "right", center: "center" };

const run = (text: string, look = ""): string =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join("<w:br/>")}</w:r>`;
const styled = (style: string, text: string, more = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(text)}</w:p>`;

function tableXml(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / whole) * TEXT_WIDTH));
  const cell = (given: Cell, index: number, head: boolean): string => {
    const { text, bold, tint } = typeof given === "string" ? { text: given, bold: false, tint: undefined } : given;
    const ground = head ? "F1F3F6" : tint && tints[tint];
    const shade = ground ? `<w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>` : "";
    const side = sides[columns[index]?.align ?? "start"];
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>${shade}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="${side}"/></w:pPr>${run(text, head || bold ? "<w:b/>" : "")}</w:p></w:tc>`;
  };
  const border = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8792A0"/>`;
  const row = (cells: readonly Cell[], head: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((each, index) => cell(each, index, head)).join("")}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    `${row(
      columns.map(({ label }) => label),
      true,
    )}${rows.map((each) => row(each, false)).join("")}</w:tbl>${styled("Note", "")}`
  );
}

/** A bar a category needs about 8 mm; a line keeps the proportion of a page's third. */
const heightOf = ({ kind, categories }: Chart): number => (kind === "stacked" ? Math.min(12_000, 1_500 + categories.length * 460) : 3_600);

function drawing(chart: Chart, index: number): string {
  const size = `cx="${TEXT_WIDTH * EMU_PER_TWIP}" cy="${heightOf(chart) * EMU_PER_TWIP}"`;
  const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  return (
    `<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:docPr id="${index}" name="chart${index}" descr="${escaped(chart.title)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `<a:graphicData uri="${C}"><c:chart xmlns:c="${C}" r:id="rIdChart${index}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  );
}

const simple = { title: "Title", "under-title": "Subtitle", text: "BodyText", note: "Note", signed: "Signature" } as const;

function bodyOf(blocks: readonly Block[]): { readonly xml: string; readonly charts: readonly Chart[] } {
  const charts: Chart[] = [];
  const xml = blocks.map((block) => {
    if (block.kind === "heading") return styled(`Heading${block.level}`, block.text, block.newPage ? "<w:pageBreakBefore/>" : "");
    if (block.kind === "table") return tableXml(block.columns, block.rows);
    if (block.kind !== "chart") return styled(simple[block.kind], block.text);
    charts.push(block.chart);
    return drawing(block.chart, charts.length);
  });
  return { xml: xml.join(""), charts };
}

export type DocxHead = { readonly title: string; readonly author: string; readonly madeAt: Date; readonly foot: string };

/** @returns the whole file; the same blocks and head give the same bytes but for the archive's own times */
export function writeDocx(blocks: readonly Block[], head: DocxHead): Buffer {
  const { xml, charts } = bodyOf(blocks);
  const zip = new PizZip();
  zip.file("[Content_Types].xml", contentTypes(charts.length));
  zip.file("_rels/.rels", ROOT);
  zip.file("docProps/core.xml", core(head));
  zip.file("word/document.xml", `${XML}<w:document ${NAMESPACES}><w:body>${xml}${SECTION}</w:body></w:document>`);
  zip.file("word/styles.xml", STYLES);
  zip.file("word/fontTable.xml", FONTS);
  zip.file("word/footer1.xml", footer(head.foot));
  zip.file("word/_rels/document.xml.rels", relations(charts.length));
  for (const [index, chart] of charts.entries()) zip.file(`word/charts/chart${index + 1}.xml`, chartPart(chart));
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`;

/** GB/T 9704-2012 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const each = (count: number, one: (n: number) => string): string => Array.from({ length: count }, (_, index) => one(index + 1)).join("");
const contentTypes = (charts: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${WORD}.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/>` +
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
  `${each(charts, (n) => `<Override PartName="/word/charts/chart${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`)}</Types>`;
const relations = (charts: number): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rIdStyles" Type="${R}/styles" Target="styles.xml"/><Relationship Id="rIdFonts" Type="${R}/fontTable" Target="fontTable.xml"/><Relationship Id="rIdFooter" Type="${R}/footer" Target="footer1.xml"/>` +
  `${each(charts, (n) => `<Relationship Id="rIdChart${n}" Type="${R}/chart" Target="charts/chart${n}.xml"/>`)}</Relationships>`;

function core({ title, author, madeAt }: DocxHead): string {
  const at = `${madeAt.toISOString().slice(0, 19)}Z`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`
  );
}

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const footer = (text: string): string =>
  `${XML}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${text}　第 `)}${field("PAGE")}${run(" 页，共 ")}${field("NUMPAGES")}${run(" 页")}</w:p></w:ftr>`;

/** What stands in for a face of the office where only the system's own are installed. */
const FONTS = `${XML}<w:fonts xmlns:w="${W}">${[
  ["仿宋_GB2312", "仿宋"],
  ["楷体_GB2312", "楷体"],
  ["方正小标宋简体", "华文中宋"],
]
  .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
  .join("")}</w:fonts>`;

const face = (eastAsia: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${eastAsia}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const style = (id: string, name: string, paragraph: string, letters: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
const line = (value: number, before = 0, after = 0): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${value}" w:lineRule="exact"/>`;
const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

const STYLES =
  `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${face("仿宋_GB2312")}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  style("Normal", "Normal", "", "") +
  style("Title", "Title", `${line(680, 0, 120)}<w:jc w:val="center"/>`, face("方正小标宋简体") + size(44)) +
  style("Subtitle", "Subtitle", `${line(560, 0, 240)}<w:jc w:val="center"/>`, face("楷体_GB2312") + size(32)) +
  style("Heading1", "heading 1", `<w:keepNext/>${line(560, 200, 80)}${indent}<w:outlineLvl w:val="0"/>`, face("黑体") + size(32)) +
  style("Heading2", "heading 2", `<w:keepNext/>${line(560, 120, 60)}${indent}<w:outlineLvl w:val="1"/>`, face("楷体_GB2312") + size(32)) +
  style("BodyText", "Body Text", `${line(560)}${indent}<w:jc w:val="both"/>`, size(32)) +
  style("Signature", "Signature", `${line(560)}<w:jc w:val="right"/>`, size(32)) +
  style("Note", "Note", '<w:spacing w:before="40" w:after="120" w:line="300" w:lineRule="auto"/>', size(21)) +
  style("Cell", "Cell", '<w:spacing w:before="30" w:after="30" w:line="280" w:lineRule="exact"/>', size(21)) +
  style("Footer", "footer", '<w:jc w:val="center"/>', face("宋体") + size(20)) +
  "</w:styles>";
