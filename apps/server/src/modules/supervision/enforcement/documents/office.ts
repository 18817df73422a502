/** 执法机关: who may issue documents here, under which mark (衢柯消), and for which powers. JX 2018 and QZ 2024 give the same power to different organs. */
import { defineLedger } from "#platform/ledger/define.ts";
import { day, many, organ, text, yes } from "#platform/ledger/fields.ts";
import { isOfficeMark } from "./domain/number.ts";

export const powers = {
  inspection: "消防监督检查",
  penalty: "消防行政处罚",
  sealing: "临时查封",
  construction: "建设工程消防审验",
  product: "消防产品质量",
  town: "赋权乡镇执法",
} as const;

export const office = defineLedger("enforcement.office", {
  label: "执法机关",
  counter: "个",
  title: "mark",
  fields: {
    organ: organ("机关", { required: true }),
    mark: text("文书字号", { required: true, max: 8, unique: true, help: "如 衢柯消；后接文书种类、年份和序号" }),
    powers: many("职权", powers, { required: true }),
    town: yes("赋权乡镇（街道）", { indexed: true }),
    basis: text("授权依据", { max: 200 }),
    from: day("起", { required: true }),
    until: day("止"),
  },
  search: ["mark"],
  list: { columns: ["organ", "mark", "powers", "area", "town", "from", "until"], filters: ["area", "town", "powers"] },
  views: { towns: { label: "赋权乡镇（街道）", where: { town: true } } },
  check: (row) => [
    ...(row.mark && !isOfficeMark(row.mark) ? [{ field: "mark", code: "enforcement.bad_mark" }] : []),
    ...(row.from && row.until && row.until < row.from ? [{ field: "until", code: "enforcement.ends_before" }] : []),
  ],
});
