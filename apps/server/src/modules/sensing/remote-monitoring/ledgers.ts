/** Ledgers beside the alarm: shielding and test windows, duty checks, shifts; and views of the live state that lists and measures read. */

import { deviceKinds, techniques } from "#modules/ground/facilities/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, decimal, integer, moment, person, ref, table, text, yes } from "#platform/ledger/fields.ts";

const readOnly = true;
const required = true;
const composed = true;
/** Written by this module's own routes, never by a form. */
const OWN_ROUTES = "own routes";

/** 屏蔽与测试时段: signals inside are recorded but do not sound; always with a reason and an end. */
export const window = defineLedger("remote-monitoring.window", {
  label: "屏蔽与测试",
  counter: "条",
  title: "reason",
  partOf: "unit",
  unit: "unit",
  fields: {
    kind: choice("类别", { shield: "屏蔽", test: "测试" }, { required, readOnly, indexed: true }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    address: text("设备地址", { readOnly, max: 60 }),
    systemType: integer("系统类型码", { readOnly }),
    systemAddress: integer("系统地址", { readOnly }),
    componentAddress: integer("部件地址", { readOnly }),
    scopeWords: text("范围", { composed, required, readOnly, max: 200 }),
    reason: text("理由", { required, readOnly, max: 200 }),
    fromAt: moment("开始", { required, readOnly }),
    until: moment("结束", { required, readOnly, indexed: true }),
    state: choice("状态", { open: "进行中", ended: "已结束" }, { required, readOnly, indexed: true }),
    endedAt: moment("结束于", { readOnly }),
    endedWhy: text("结束原因", { composed, readOnly, max: 200 }),
    madeBy: person("办理人", { readOnly }),
    muted: integer("期间信号", { readOnly, unit: "条" }),
    lastMutedAt: moment("最近信号", { readOnly }),
  },
  list: {
    columns: ["kind", "unit", "scopeWords", "reason", "fromAt", "until", "state", "muted", "area"],
    filters: ["area", "kind", "state", "unit"],
    sort: "-fromAt",
  },
  views: { open: { label: "进行中", where: { state: "open" }, sort: "until" } },
  readOnlyView: OWN_ROUTES,
});

/** 查岗: one row for each device asked; answered by type 24 bit 5 of GB/T 26875.3. */
export const dutyAnswer = defineLedger("remote-monitoring.duty-answer", {
  label: "查岗",
  counter: "次",
  title: "address",
  unit: "unit",
  fields: {
    checkId: text("查岗批次", { required, readOnly, max: 36, indexed: true }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    transmitter: ref("联网设备", "facilities.transmitter", { required, readOnly }),
    address: text("设备地址", { required, readOnly, max: 60, indexed: true }),
    sentAt: moment("发出", { required, readOnly }),
    answerBy: moment("应答时限", { required, readOnly }),
    outcome: choice(
      "结果",
      { sending: "发送中", waiting: "待应答", answered: "已应答", timeout: "超时未答", undelivered: "未送达" },
      { required, readOnly, indexed: true },
    ),
    answeredAt: moment("应答", { readOnly }),
    operatorCode: integer("应答人编号", { readOnly }),
    trouble: text("未送达原因", { composed, readOnly, max: 200 }),
    askedBy: person("查岗人", { readOnly }),
  },
  list: {
    columns: ["unit", "transmitter", "address", "sentAt", "outcome", "answeredAt", "operatorCode", "area"],
    filters: ["area", "outcome", "unit", "address"],
    sort: "-sentAt",
  },
  views: {
    unanswered: { label: "未应答", where: { outcome: ["timeout", "undelivered"] }, sort: "-sentAt" },
    today: { label: "今日", where: { sentAt: { from: "today" } }, sort: "-sentAt" },
  },
  readOnlyView: OWN_ROUTES,
});

/** 班次: who sat at the desk from when to when, and what was handed over; both sign. */
export const shift = defineLedger("remote-monitoring.shift", {
  label: "班次",
  counter: "班",
  title: "name",
  fields: {
    name: text("班次", { required, readOnly, max: 40 }),
    fromAt: moment("开始", { required, readOnly }),
    untilAt: moment("计划结束", { required, readOnly }),
    endedAt: moment("结束", { readOnly }),
    leaderName: text("带班", { readOnly, max: 40 }),
    officers: table("值班", { id: person("人员"), name: text("姓名", { required }) }, { readOnly }),
    handedBy: person("交班人", { readOnly }),
    handedByName: text("交班人姓名", { readOnly, max: 40 }),
    handedAt: moment("交班时间", { readOnly }),
    takenBy: person("接班人", { readOnly }),
    takenByName: text("接班人姓名", { readOnly, max: 40 }),
    takenAt: moment("接班时间", { readOnly }),
    note: text("交班说明", { readOnly, max: 1_000 }),
    openAlarms: integer("移交警情", { readOnly }),
  },
  search: ["name", "leaderName"],
  list: {
    columns: ["name", "fromAt", "endedAt", "leaderName", "handedByName", "takenByName", "openAlarms", "area"],
    filters: ["area"],
    sort: "-fromAt",
  },
  readOnlyView: OWN_ROUTES,
});

/** 设备状态: every connected device with its live state; a view, so lists, filters and measures read it like any ledger. */
export const device = defineLedger("remote-monitoring.device", {
  label: "设备状态",
  counter: "台",
  title: "name",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    name: text("设备名称", { required, readOnly }),
    address: text("设备地址", { required, readOnly }),
    kind: choice("类别", deviceKinds, { required, readOnly }),
    technique: choice("技防手段", techniques, { readOnly }),
    rollout: ref("推广批次", "facilities.rollout", { readOnly }),
    operator: ref("运营单位", "facilities.operator", { readOnly }),
    connection: choice("连接", { online: "在线", offline: "离线", never: "从未上线" }, { required, readOnly }),
    fault: yes("故障", { required, readOnly }),
    faultWords: text("故障说明", { composed, readOnly }),
    lastMessageAt: moment("最近消息", { readOnly }),
    connectedSince: moment("状态始于", { readOnly }),
    clockOffsetS: decimal("时钟偏差", { unit: "s", readOnly }),
    messagesToday: integer("今日消息", { readOnly, unit: "条" }),
  },
  search: ["name", "address"],
  list: {
    columns: ["name", "address", "unit", "kind", "connection", "fault", "lastMessageAt", "clockOffsetS", "messagesToday", "area"],
    filters: ["area", "kind", "technique", "connection", "fault", "unit", "rollout", "operator"],
  },
  views: {
    offline: { label: "离线", where: { connection: ["offline", "never"] } },
    fault: { label: "故障", where: { fault: true } },
    online: { label: "在线", where: { connection: "online" } },
    clock: { label: "时钟偏差 30 秒以上", where: { any: [{ clockOffsetS: { from: 30 } }, { clockOffsetS: { to: -30 } }] } },
  },
  readOnlyView: "remote_monitoring.device",
});

/** 点位状态: every registered component with its live state. */
export const point = defineLedger("remote-monitoring.point", {
  label: "点位状态",
  counter: "个",
  title: "name",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    address: text("设备地址", { required, readOnly }),
    name: text("部件", { composed, readOnly }),
    placeWords: text("所在位置", { composed, readOnly }),
    componentType: integer("部件类型码", { required, readOnly }),
    condition: choice(
      "状态",
      { normal: "正常", fire: "火警", fault: "故障", shield: "屏蔽", active: "监管或动作", unheard: "未收到状态" },
      { required, readOnly },
    ),
    words: text("状态说明", { composed, readOnly }),
    lastAt: moment("最近状态", { readOnly }),
  },
  search: ["name", "placeWords", "address"],
  list: {
    columns: ["name", "placeWords", "unit", "condition", "words", "lastAt", "area"],
    filters: ["area", "condition", "unit", "address"],
  },
  views: { faulty: { label: "故障与屏蔽", where: { condition: ["fault", "shield"] } } },
  readOnlyView: "remote_monitoring.point",
});

/** 应接入对象 JX-4.4.8: high-risk units and high-rises with automatic facilities; connected when a device of theirs is in use. */
export const accessTarget = defineLedger("remote-monitoring.access-target", {
  label: "应接入对象",
  counter: "处",
  title: "name",
  unit: "unit",
  fields: {
    name: text("名称", { required, readOnly }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    why: choice("依据", { highRisk: "火灾高危单位", keyUnit: "重点单位", highRise: "设自动消防设施的高层建筑" }, { required, readOnly }),
    connected: yes("已接入", { required, readOnly }),
    devices: integer("设备数", { readOnly, unit: "台" }),
  },
  list: { columns: ["name", "unit", "why", "connected", "devices", "area"], filters: ["area", "why", "connected"] },
  views: {
    missing: { label: "未接入", where: { connected: false, why: ["highRisk", "highRise"] } },
    keyMissing: { label: "重点单位未接入", where: { connected: false, why: "keyUnit" } },
  },
  readOnlyView: "remote_monitoring.access_target",
});

/** Ledgers with a table of their own, for the migration. */
export const tables = [window, dutyAnswer, shift] as const;
export const views = [device, point, accessTarget] as const;
