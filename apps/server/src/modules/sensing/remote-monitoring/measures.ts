/** Figures of remote monitoring; each opens the rows behind it. */
import { defineMeasure } from "#platform/measure/define.ts";
import { alarm } from "./alarm.ts";
import { accessTarget, device, dutyAnswer, point } from "./ledgers.ts";

const opened = { of: alarm, on: "openedAt" } as const;
const fires = { of: alarm, where: { kind: "fire" }, on: "closedAt" } as const;

export const measures = [
  defineMeasure("remote-monitoring.alarms", { label: "警情", unit: "起", by: { count: opened }, split: "kind" }),
  defineMeasure("remote-monitoring.fires", {
    label: "火警（按结论）",
    unit: "起",
    by: { count: fires },
    split: "conclusion",
  }),
  defineMeasure("remote-monitoring.causes", {
    label: "警情（按原因）",
    unit: "起",
    by: { count: { of: alarm, on: "closedAt" } },
    split: "cause",
  }),
  defineMeasure("remote-monitoring.real_rate", {
    label: "真实火警占比",
    unit: "%",
    by: { share: fires, where: { conclusion: "real" } },
  }),
  defineMeasure("remote-monitoring.false_rate", {
    label: "误报率",
    unit: "%",
    better: "lower",
    by: { share: fires, where: { conclusion: "false" } },
  }),
  defineMeasure("remote-monitoring.accept_seconds", {
    label: "平均接警用时",
    unit: "s",
    better: "lower",
    by: { mean: { of: alarm, where: { kind: "fire" }, on: "openedAt" }, between: ["openedAt", "acceptedAt"], in: "seconds" },
  }),
  defineMeasure("remote-monitoring.verify_seconds", {
    label: "平均核警用时",
    unit: "s",
    better: "lower",
    by: { mean: { of: alarm, where: { kind: "fire" }, on: "openedAt" }, between: ["acceptedAt", "concludedAt"], in: "seconds" },
  }),
  defineMeasure("remote-monitoring.handling_minutes", {
    label: "平均处置用时",
    unit: "min",
    better: "lower",
    by: { mean: { of: alarm, where: { kind: "fire" }, on: "closedAt" }, between: ["openedAt", "closedAt"], in: "minutes" },
    decimals: 1,
  }),
  defineMeasure("remote-monitoring.handled_rate", {
    label: "警情办结率",
    unit: "%",
    better: "higher",
    by: { share: opened, where: { open: false } },
    source: "PT-2.3.1.3",
  }),
  defineMeasure("remote-monitoring.online_rate", {
    label: "设备在线率",
    unit: "%",
    better: "higher",
    by: { share: { of: device }, where: { connection: "online" } },
    source: "PT-2.3.1.3",
  }),
  defineMeasure("remote-monitoring.offline_rate", {
    label: "设备离线率",
    unit: "%",
    better: "lower",
    by: { share: { of: device }, where: { connection: ["offline", "never"] } },
  }),
  defineMeasure("remote-monitoring.devices_by_kind", {
    label: "联网设备在线",
    unit: "台",
    by: { count: { of: device, where: { connection: "online" } } },
    split: "kind",
    source: "TY-2.6.1.1",
  }),
  defineMeasure("remote-monitoring.point_intact_rate", {
    label: "部件完好率",
    unit: "%",
    better: "higher",
    by: { share: { of: point, where: { condition: { not: "unheard" } } }, where: { condition: { not: ["fault", "shield"] } } },
  }),
  defineMeasure("remote-monitoring.duty_answer_rate", {
    label: "查岗应答率",
    unit: "%",
    better: "higher",
    by: { share: { of: dutyAnswer, where: { outcome: { not: ["sending", "waiting"] } }, on: "sentAt" }, where: { outcome: "answered" } },
    source: "JX-4.4.7",
  }),
  // The clause's formula: high-risk units and high-rises with automatic facilities, nothing else.
  defineMeasure("remote-monitoring.access_rate", {
    label: "远程监控接入率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: accessTarget, where: { why: ["highRisk", "highRise"] } }, where: { connected: true } },
    source: "JX-4.4.8",
  }),
  defineMeasure("remote-monitoring.key_unit_access_rate", {
    label: "重点单位接入率",
    unit: "%",
    better: "higher",
    by: { share: { of: accessTarget, where: { why: "keyUnit" } }, where: { connected: true } },
  }),
];
