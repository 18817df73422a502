import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "#platform/values.ts";
import { documentKinds } from "../kinds.ts";
import { defaultTemplate } from "./docx-build.ts";
import { checkTemplate, fillTemplate, nearestOf } from "./docx-check.ts";
import { pageOf } from "./docx-page.ts";
import { type DocumentKind, readKinds, tagsOf } from "./kind.ts";
import { documentNumber, isOfficeMark } from "./number.ts";
import { checkDocument, inChinese, sampleValues, tellTemplate } from "./values.ts";

const kindOf = (key: string): DocumentKind => {
  const kind = documentKinds.get(key);
  if (!kind) throw new Error(`no kind ${key}`);
  return kind;
};
const inTime = kindOf("correct-in-time");
const head = { number: "衢柯消限改〔2026〕第0001号", organ: "柯城区消防救援大队", party: "柯城商业大厦", on: "2026-03-18" as CalendarDate };
const values = {
  checkedOn: "2026-03-17",
  officers: "林晓东、郑伟",
  findings: [
    { place: "三层东侧走道", what: "堵塞疏散通道", ground: "《消防法》第二十八条" },
    { place: "地下一层", what: "防火门损坏", ground: "《消防法》第十六条" },
  ],
  dueOn: "2026-03-31",
};
const textOf = (docx: Buffer): string =>
  (new PizZip(docx).file("word/document.xml")?.asText() ?? "").replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
/** The default template with its words changed, as an office would with Word. */
const edited = (kind: DocumentKind, change: (xml: string) => string): Buffer => {
  const zip = new PizZip(defaultTemplate(kind));
  zip.file("word/document.xml", change(zip.file("word/document.xml")?.asText() ?? ""));
  return zip.generate({ type: "nodebuffer" }) as Buffer;
};

describe("kinds of document", () => {
  it("each default template uses only names its kind has, and prints", () => {
    for (const kind of documentKinds.values()) {
      expect(checkTemplate(defaultTemplate(kind), tagsOf(kind)), kind.key).toMatchObject({ ok: true });
      const printed = textOf(fillTemplate(defaultTemplate(kind), tellTemplate(kind, sampleValues(kind), head)));
      expect(printed, kind.key).toContain(head.number);
      expect(printed, kind.key).not.toMatch(/[{}]|undefined|\[object/);
    }
  });
  it("a text that names a field its kind lacks is refused when read", () =>
    expect(readKinds({ kinds: [{ ...inTime, body: "责令你单位于 {整改日期} 前改正。" }] })).toMatchObject({
      ok: false,
      problem: expect.stringContaining("整改日期"),
    }));
});

describe("filling a document", () => {
  const printed = textOf(fillTemplate(defaultTemplate(inTime), tellTemplate(inTime, values, head)));
  it("lists each finding with its number, writes days in Chinese", () => {
    expect(printed).toContain("1．三层东侧走道：堵塞疏散通道（违反《消防法》第二十八条）");
    expect(printed).toContain("2．地下一层：防火门损坏");
    expect(printed).toContain("2026年3月31日");
  });
  it("what stands in a value is text, whatever it looks like", () => {
    const sly = { ...values, officers: "<w:p/>{标题} & 甲" };
    const page = pageOf(
      fillTemplate(
        defaultTemplate(inTime),
        tellTemplate(inTime, { ...sly, findings: [{ place: "<script>", what: "x", ground: "y" }] }, head),
      ),
      { title: "<b>" },
    );
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("<title>&lt;b&gt;</title>");
  });
  it("the page to read has the lines of the file, title in the middle", () => {
    const page = pageOf(fillTemplate(defaultTemplate(inTime), tellTemplate(inTime, values, head)), { title: inTime.title, mark: "草稿" });
    expect(page).toMatch(/text-align:center"><span[^>]*>责令限期改正通知书/);
    expect(page).toContain("草稿");
    expect(page).toContain("text-indent:32pt");
  });
  it("an issued document lacks nothing it needs; a draft may", () => {
    expect(checkDocument(inTime, {}).map((each) => each.label)).toEqual(["检查日期", "检查人员", "违法行为清单", "改正期限"]);
    expect(checkDocument(inTime, {}, true)).toEqual([]);
    expect(checkDocument(inTime, { ...values, dueOn: "2026-02-30" })).toMatchObject([{ field: "dueOn", code: "ledger.bad_value" }]);
    expect(checkDocument(inTime, { ...values, findings: [{ place: "一层", other: "x" }] })).toMatchObject([{ field: "findings" }]);
    expect(checkDocument(inTime, { ...values, forged: "x" })).toMatchObject([{ field: "forged", code: "ledger.unknown_field" }]);
    expect(checkDocument(inTime, values)).toEqual([]);
  });
  it("a day is written without leading zeros", () => expect(inChinese("2026-03-08")).toBe("2026年3月8日"));
});

describe("an office's own template", () => {
  it("a wrong name is named, with the nearest allowed one", () => {
    const bytes = edited(inTime, (xml) => xml.replace("{改正期限}", "{整改期限}").replace("{#违法行为清单}", "{#违法行为清单}{部位名}"));
    expect(checkTemplate(bytes, tagsOf(inTime))).toMatchObject({
      ok: false,
      code: "enforcement.wrong_tags",
      wrong: expect.arrayContaining([
        { tag: "整改期限", nearest: "改正期限" },
        { tag: "部位名", nearest: "部位" },
      ]),
    });
  });
  it("a column of a list outside its list is a wrong name", () =>
    expect(
      checkTemplate(
        edited(inTime, (xml) => xml.replace("{文号}", "{文号}{部位}")),
        tagsOf(inTime),
      ),
    ).toMatchObject({
      code: "enforcement.wrong_tags",
      wrong: [{ tag: "部位", nearest: "部位" }],
    }));
  it("a brace left open is shown where it stands", () =>
    expect(
      checkTemplate(
        edited(inTime, (xml) => xml.replace("{文号}", "{文号")),
        tagsOf(inTime),
      ),
    ).toMatchObject({ code: "enforcement.template_syntax" }));
  it("a template without the number is no template", () =>
    expect(
      checkTemplate(
        edited(inTime, (xml) => xml.replace("{文号}", "")),
        tagsOf(inTime),
      ),
    ).toMatchObject({ code: "enforcement.template_lacks", what: "文号" }));
  it("nothing that runs or calls out is taken", () => {
    const withPart = (name: string, text: string) => {
      const zip = new PizZip(defaultTemplate(inTime));
      zip.file(name, text);
      return checkTemplate(zip.generate({ type: "nodebuffer" }) as Buffer, tagsOf(inTime));
    };
    expect(withPart("word/vbaProject.bin", "x")).toMatchObject({ code: "enforcement.template_runs" });
    expect(withPart("word/embeddings/oleObject1.bin", "x")).toMatchObject({ code: "enforcement.template_runs" });
    const away = '<Relationships><Relationship Id="r" TargetMode="External" Target="http://example.invalid/x"/></Relationships>';
    expect(withPart("word/_rels/document.xml.rels", away)).toMatchObject({ code: "enforcement.template_calls_out" });
    expect(withPart("word/x.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")).toMatchObject({ code: "enforcement.template_runs" });
    expect(
      checkTemplate(
        edited(inTime, (xml) => xml.replace("</w:body>", "<w:p><w:r><w:instrText>DDEAUTO c:\\x</w:instrText></w:r></w:p></w:body>")),
        tagsOf(inTime),
      ),
    ).toMatchObject({
      code: "enforcement.template_calls_out",
    });
  });
  it("what is no .docx is told so", () => {
    expect(checkTemplate(Buffer.from("%PDF-1.7"), tagsOf(inTime))).toMatchObject({ code: "enforcement.not_docx" });
    expect(checkTemplate(new PizZip().file("a.txt", "x").generate({ type: "nodebuffer" }) as Buffer, tagsOf(inTime))).toMatchObject({
      code: "enforcement.not_docx",
    });
    expect(checkTemplate(Buffer.alloc(3 * 1_048_576), tagsOf(inTime))).toMatchObject({ code: "enforcement.template_too_large" });
  });
  it("a name like nothing has no neighbour", () => expect(nearestOf("天气", ["改正期限", "当事人"])).toBeNull());
});

describe("numbers", () => {
  it("is written as offices write it", () =>
    expect(documentNumber({ organMark: "衢柯消", kindMark: "限改", year: 2026 }, 1)).toBe("衢柯消限改〔2026〕第0001号"));
  it("an office mark is two to eight Chinese signs", () =>
    expect(["衢柯消", "A1", "衢", "衢柯 消"].map(isOfficeMark)).toEqual([true, false, false, false]));
});
