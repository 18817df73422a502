/**
 * The reading of a .docx as one printable page of HTML: paragraphs, runs, tables and breaks as they stand in the file, in the sizes and margins it
 * states. What an office's template holds beyond that (pictures, text boxes, headers) is left to Word; docs/adr/0020.
 */
import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import PizZip from "pizzip";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const isElement = (node: Node): node is Element => node.nodeType === 1;
const childrenOf = (element: Element): readonly Element[] => Array.from(element.childNodes).filter(isElement);
const child = (element: Element | undefined, name: string): Element | undefined =>
  element && childrenOf(element).find((each) => each.nodeName === name);
const attribute = (element: Element | undefined, name = "w:val"): string | null => element?.getAttribute(name) ?? null;
const on = (element: Element | undefined): boolean => element !== undefined && !["0", "false", "none"].includes(attribute(element) ?? "1");

const FACES: readonly (readonly [RegExp, string])[] = [
  [/小标宋|宋体|Song|SimSun/i, '"方正小标宋简体","FZXiaoBiaoSong-B05S","Source Han Serif SC","Noto Serif CJK SC","STSong","SimSun",serif'],
  [/仿宋|FangSong/i, '"仿宋_GB2312","FangSong","STFangsong","Source Han Serif SC","Noto Serif CJK SC","SimSun",serif'],
  [/楷|Kai/i, '"楷体_GB2312","KaiTi","STKaiti","Noto Serif CJK SC",serif'],
  [/黑|Hei/i, '"黑体","SimHei","Source Han Sans SC","Noto Sans CJK SC",sans-serif'],
];
const faceOf = (name: string): string => FACES.find(([pattern]) => pattern.test(name))?.[1] ?? FACES[1]?.[1] ?? "serif";

function runOf(run: Element): string {
  const look = child(run, "w:rPr");
  const text = childrenOf(run)
    .map((part) => {
      if (part.nodeName === "w:t") return escaped(part.textContent ?? "");
      if (part.nodeName === "w:br") return attribute(part, "w:type") === "page" ? '<span class="page"></span>' : "<br>";
      return part.nodeName === "w:tab" ? "\u3000\u3000" : "";
    })
    .join("");
  if (text === "") return "";
  const size = Number(attribute(child(look, "w:sz")));
  const face = attribute(child(look, "w:rFonts"), "w:eastAsia");
  const style = [
    size > 0 ? `font-size:${size / 2}pt` : "",
    face ? `font-family:${faceOf(face).replaceAll('"', "'")}` : "",
    on(child(look, "w:b")) ? "font-weight:700" : "",
    on(child(look, "w:u")) ? "text-decoration:underline" : "",
  ].filter((each) => each !== "");
  return style.length > 0 ? `<span style="${style.join(";")}">${text}</span>` : text;
}

const inlineOf = (element: Element): string =>
  childrenOf(element)
    .map((each) =>
      each.nodeName === "w:r"
        ? runOf(each)
        : ["w:hyperlink", "w:smartTag", "w:ins", "w:sdt", "w:sdtContent"].includes(each.nodeName)
          ? inlineOf(each)
          : "",
    )
    .join("");

const ALIGN: Readonly<Record<string, string>> = { center: "center", right: "right", end: "right", both: "justify", distribute: "justify" };

function paragraphOf(paragraph: Element): string {
  const look = child(paragraph, "w:pPr");
  const align = ALIGN[attribute(child(look, "w:jc")) ?? ""];
  const indent = child(look, "w:ind");
  const characters = Number(attribute(indent, "w:firstLineChars")) / 100 || (Number(attribute(indent, "w:firstLine")) > 0 ? 2 : 0);
  // The indent is in characters of the paragraph's first run.
  const size = Number(attribute(child(child(child(paragraph, "w:r"), "w:rPr"), "w:sz"))) / 2;
  const style = [
    align ? `text-align:${align}` : "",
    characters > 0 ? `text-indent:${size > 0 ? `${characters * size}pt` : `${characters}em`}` : "",
  ].filter((each) => each !== "");
  return `<p${style.length > 0 ? ` style="${style.join(";")}"` : ""}>${inlineOf(paragraph) || "&nbsp;"}</p>`;
}

const cellOf = (cell: Element): string => {
  const span = Number(attribute(child(child(cell, "w:tcPr"), "w:gridSpan")));
  return `<td${span > 1 ? ` colspan="${span}"` : ""}>${blocksOf(cell)}</td>`;
};
const rowOf = (row: Element): string =>
  `<tr>${childrenOf(row)
    .filter((each) => each.nodeName === "w:tc")
    .map(cellOf)
    .join("")}</tr>`;

function blocksOf(parent: Element): string {
  return childrenOf(parent)
    .map((block) => {
      if (block.nodeName === "w:p") return paragraphOf(block);
      if (block.nodeName === "w:tbl")
        return `<table>${childrenOf(block)
          .filter((each) => each.nodeName === "w:tr")
          .map(rowOf)
          .join("")}</table>`;
      return block.nodeName === "w:sdt" || block.nodeName === "w:sdtContent" ? blocksOf(block) : "";
    })
    .join("\n");
}

const STYLE = `@page{size:A4;margin:37mm 26mm 35mm 28mm}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#000;font:16pt/28pt ${faceOf("仿宋").replaceAll('"', "'")}}
main{width:210mm;min-height:297mm;margin:0 auto;padding:37mm 26mm 35mm 28mm}
p{margin:0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}
td{border:.5pt solid #000;padding:2pt 4pt;vertical-align:top}
.page{display:block;break-after:page}
.mark{position:fixed;inset:0;display:grid;place-items:center;font-size:120pt;color:rgba(0,0,0,.08);transform:rotate(-30deg);pointer-events:none}
footer{margin-top:8mm;font:9pt/14pt sans-serif;color:#555}
@media screen and (max-width:790px){main{zoom:.7}.mark{font-size:80pt}}
@media screen and (max-width:560px){main{zoom:.55}.mark{font-size:60pt}}
@media screen and (max-width:420px){main{zoom:.43}}
@media print{main{width:auto;min-height:0;padding:0}}`;

/** @param mark stands across the page of what is not yet issued or no longer valid; `foot` under it: number and checksum of the file */
export function pageOf(
  docx: Buffer,
  { title, mark, foot }: { readonly title: string; readonly mark?: string | undefined; readonly foot?: string | undefined },
): string {
  const xml = new PizZip(docx).file("word/document.xml")?.asText() ?? "";
  const root = new DOMParser().parseFromString(xml, "text/xml").documentElement;
  const body = root ? child(root, "w:body") : undefined;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${
    mark ? `<div class="mark">${escaped(mark)}</div>` : ""
  }<main>${body ? blocksOf(body) : ""}${foot ? `<footer>${escaped(foot)}</footer>` : ""}</main></body></html>`;
}
