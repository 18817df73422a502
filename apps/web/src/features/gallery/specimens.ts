import type { CaseStep } from "../../ui/case-bar.tsx";
import type { HexFrameProps } from "../../ui/hex-frame.tsx";
import type { TimelineEntry } from "../../ui/timeline.tsx";

export const longName = "衢州市柯城区荷花街道府东街东风商厦地下一层大型综合超市及地上六层商场（原百货公司仓储改造）";
export const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

export const stepsSpecimen: readonly CaseStep[] = [
  { key: "raised", label: "报警", state: "done", below: "14:30:20 系统" },
  { key: "accepted", label: "接警", state: "done", below: "14:30:26 周海燕" },
  { key: "verifying", label: "核警", state: "now", below: "限 14:33:20", flagged: true },
  { key: "confirmed", label: "确认火警", state: "later", below: "转 119" },
  { key: "handling", label: "处置", state: "later" },
  { key: "closed", label: "结案", state: "later", below: "填写原因" },
];

export const timelineSpecimen: readonly TimelineEntry[] = [
  { id: "1", at: "2026-03-18T06:30:58Z", text: "周海燕 呼叫控制室，接通：监控见烟", by: "person" },
  { id: "2", at: "2026-03-18T06:30:52Z", text: "041 号感烟探测器报警，升级", by: "system", meaning: "fire" },
  { id: "3", at: "2026-03-18T06:12:05Z", text: longName, by: "system", meaning: "ok" },
];

export const frameSpecimen: HexFrameProps = {
  hex: "4040072c0100341e0e12031a8002332801000100000000003000020201010128290002000300",
  fields: [
    { from: 0, to: 1, label: "启动符", value: "@@", tone: "frame" },
    { from: 2, to: 3, label: "业务流水号", value: "11271", tone: "head" },
    { from: 4, to: 5, label: "协议版本", value: "1.0", tone: "frame" },
    { from: 6, to: 11, label: "时间标签", value: "2026-03-18 14:30:52", tone: "head" },
    { from: 12, to: 17, label: "源地址", value: "00 01 28 33 02 80", tone: "address" },
    { from: 36, to: 37, label: "部件状态", value: "0x0003 正常运行、火警", tone: "decides" },
  ],
};

export const glyphs: readonly string[] = [
  "hydrant",
  "station",
  "truck",
  "phone",
  "video",
  "walk",
  "bell",
  "search",
  "pin",
  "camera",
  "doc",
  "user",
  "building",
  "list",
  "filter",
  "plus",
  "x",
  "home",
  "scale",
  "people",
  "gear",
  "sync",
  "pen",
  "qr",
  "lock",
  "star",
  "layers",
  "mega",
  "siren",
  "mark",
];
