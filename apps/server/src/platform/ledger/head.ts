/** The columns every ledger has, and those a case has beside them; named like fields so that conditions and lists can use them. */
import { decimal, type Field, integer, moment, organ, text, yes } from "./fields.ts";

export const headFields: Readonly<Record<string, Field>> = {
  id: { kind: "ref", label: "编号" },
  area: integer("辖区"),
  createdAt: moment("登记时间", { readOnly: true }),
  updatedAt: moment("更新时间", { readOnly: true }),
  demo: yes("演示数据", { readOnly: true }),
  version: integer("版次", { readOnly: true }),
};

export const pointFields: Readonly<Record<string, Field>> = {
  lon: decimal("经度", { readOnly: true }),
  lat: decimal("纬度", { readOnly: true }),
};

export const caseFields: Readonly<Record<string, Field>> = {
  state: text("状态", { readOnly: true }),
  holderOrgan: organ("承办单位", { readOnly: true }),
  holderPost: text("承办岗位", { readOnly: true }),
  holderPerson: { kind: "person", label: "承办人", readOnly: true },
  dueAt: moment("时限", { readOnly: true }),
  openedAt: moment("发生时间", { readOnly: true }),
  closedAt: moment("办结时间", { readOnly: true }),
  repeats: integer("次数", { readOnly: true }),
  lastAt: moment("最近一次", { readOnly: true }),
};
