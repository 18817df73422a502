/** 推广批次: sensing devices rolled out batch by batch, with sites, quantity, date and funding. PT-4.2.5. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, integer, long, organ, text } from "#platform/ledger/fields.ts";
import { deviceKinds } from "./codes.ts";

export const rollout = defineLedger("facilities.rollout", {
  label: "推广批次",
  counter: "批",
  title: "name",
  fields: {
    name: text("批次名称", { required: true, max: 80 }),
    kind: choice("设备类别", deviceKinds, { required: true, indexed: true }),
    sites: long("推广场所", { required: true, max: 1_000 }),
    quantity: integer("计划数量", { unit: "台", required: true, min: 1, max: 1_000_000 }),
    plannedOn: day("计划完成日", { required: true }),
    funding: choice(
      "资金来源",
      { government: "财政", special: "专项经费", social: "社会投入", insurance: "保险防预费" },
      { required: true },
    ),
    amount: decimal("金额", { unit: "元", min: 0, max: 10_000_000_000 }),
    organ: organ("实施单位"),
    state: choice("进度", { planned: "计划", installing: "安装中", done: "完成", stopped: "中止" }, { required: true, indexed: true }),
  },
  search: ["name", "sites"],
  list: {
    columns: ["name", "kind", "area", "quantity", "plannedOn", "funding", "amount", "organ", "state"],
    filters: ["area", "kind", "funding", "state"],
    sort: "plannedOn",
  },
  views: { late: { label: "逾期未完成", where: { state: ["planned", "installing"], plannedOn: { before: "today" } }, sort: "plannedOn" } },
});
