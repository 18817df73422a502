/** Figures about what is installed and connected. */
import { defineMeasure } from "#platform/measure/define.ts";
import { facility } from "./facility.ts";
import { feeComplaint } from "./operator.ts";
import { transmitter } from "./transmitter.ts";

const inUse = { state: "inUse" } as const;

export const measures = [
  defineMeasure("facilities.devices", {
    label: "联网设备",
    unit: "台",
    by: { count: { of: transmitter, where: inUse } },
    split: "kind",
    source: "TY-2.6.1.1",
  }),
  defineMeasure("facilities.fees", {
    label: "向单位收费合计",
    unit: "元",
    better: "lower",
    target: 0,
    by: { sum: { of: transmitter, where: inUse }, field: "fee" },
    source: "TY-2.6.1.3",
  }),
  defineMeasure("facilities.fee_complaints", {
    label: "收费投诉",
    unit: "件",
    better: "lower",
    target: 0,
    by: { count: { of: feeComplaint, on: "reportedOn" } },
    source: "TY-2.6.1.3",
  }),
  defineMeasure("facilities.intact_rate", {
    label: "消防设施完好率",
    unit: "%",
    better: "higher",
    by: { share: { of: facility, where: { state: ["normal", "partial", "fault"] } }, where: { state: "normal" } },
  }),
];
