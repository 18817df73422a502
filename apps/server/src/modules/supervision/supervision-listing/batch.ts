/** 挂牌批次: what a government determines and publishes in one go, at least once a year. JX-1.2.1, QZ-2.1.4, TY-2.2.1.9. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, text } from "#platform/ledger/fields.ts";
import { batchKinds, levels } from "./domain/kinds.ts";

export const BATCH = "supervision-listing.batch";

export const batch = defineLedger(BATCH, {
  label: "挂牌批次",
  counter: "批",
  title: "name",
  fields: {
    name: text("批次名称", { required: true, max: 120 }),
    government: organ("确定政府", { required: true }),
    level: choice("级别", levels, { required: true, indexed: true }),
    kind: choice("类别", batchKinds, { required: true, indexed: true }),
    year: integer("年度", { required: true, min: 2000, max: 2100, indexed: true }),
    documentNumber: text("文号", { max: 80 }),
    issuedOn: day("公布日期", { indexed: true }),
    rectifyBy: day("整改期限"),
    medium: text("公布媒体", { max: 120 }),
    note: long("说明", { max: 1_000 }),
    papers: files("文件", { max: 10 }),
  },
  search: ["name", "documentNumber"],
  list: {
    columns: ["name", "government", "area", "kind", "year", "issuedOn", "rectifyBy", "documentNumber"],
    filters: ["area", "year", "kind", "level", "government"],
    sort: "-year",
  },
  views: { unissued: { label: "未公布", where: { issuedOn: { set: false } } } },
});
