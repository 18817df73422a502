/** 文书模板: an office's own .docx per kind and organ; every edition is kept, one is in force. The file itself is checked before it is taken. */
import { defineLedger } from "#platform/ledger/define.ts";
import { integer, moment, organ, text, yes } from "#platform/ledger/fields.ts";

const readOnly = true;
const required = true;

export const template = defineLedger("enforcement.template", {
  label: "文书模板",
  counter: "份",
  title: "fileName",
  fields: {
    kind: text("种类代码", { required, readOnly, max: 40, indexed: true }),
    kindTitle: text("文书种类", { required, readOnly, max: 40 }),
    organ: organ("适用机关", { readOnly }),
    edition: integer("版次", { required, readOnly }),
    inForce: yes("在用", { required, readOnly, indexed: true }),
    fileName: text("文件", { required, readOnly, max: 120 }),
    sha256: text("文件校验值", { required, readOnly, max: 64 }),
    note: text("说明", { readOnly, max: 200 }),
    retiredAt: moment("停用时间", { readOnly }),
  },
  list: {
    columns: ["fileName", "kindTitle", "organ", "edition", "inForce", "note", "updatedAt"],
    filters: ["area", "kindTitle", "inForce"],
  },
  views: { inForce: { label: "在用", where: { inForce: true } } },
});
