/** Answers as a partner would meet them, one evening at one department store; checked against their schemas in apps/server/test/openapi.test.ts. */
import type { z } from "zod";
import type { board, SpokenRow } from "./shapes.ts";

const id = (n: number): string => `01997c2e-8f00-7000-8000-${n.toString().padStart(12, "0")}`;

export const alarmId = id(101);

const queued: SpokenRow = {
  id: alarmId,
  area: 330_802_007_001_000,
  version: 3,
  number: "H20260318-014",
  kind: "fire",
  state: "accepted",
  stateLabel: "接警",
  grade: "raised",
  raisedWhy: "同一防火分区 60 秒内 2 个点位报警",
  unit: id(1),
  unitName: "柯城商业大厦",
  placeWords: "主楼 6 层 东侧走道",
  deviceWords: "光电感烟探测器",
  numbers: "1 号机 3 回路 47 号",
  what: "火警",
  points: 2,
  repeats: 1,
  openedAt: "2026-03-18T06:29:41.000Z",
  lastAt: "2026-03-18T06:29:58.000Z",
  dueAt: "2026-03-18T06:32:41.000Z",
  acceptedAt: "2026-03-18T06:29:55.000Z",
  closedAt: null,
  conclusion: null,
  repairBy: null,
  holderPerson: id(7),
  holderName: "周海燕",
  demo: true,
  lon: 118.8731,
  lat: 28.9457,
};

export const boardExample: z.input<typeof board> = {
  now: "2026-03-18T06:30:00.000Z",
  centre: "衢州市消防远程监控中心",
  counts: [
    { kind: "fire", label: "火警", total: 1, unaccepted: 0, hint: "" },
    { kind: "fault", label: "故障", total: 12, unaccepted: 2, hint: "未接 2" },
  ],
  rows: [queued],
  devices: { online: 78, total: 80 },
  messagesPerMinute: 412,
  dutyChecks: { asked: 80, answered: 79 },
  windows: [
    {
      id: id(201),
      kind: "shield",
      until: "2026-03-18T09:00:00.000Z",
      unitName: "柯城商业大厦",
      scopeWords: "主楼 2 层",
      reason: "装修动火",
      muted: 4,
    },
  ],
  today: { closed: 9, false: 6, real: 1 },
  gateway: { present: true, lastAt: "2026-03-18T06:29:59.000Z", storing: true, trouble: null, port: 26_875, connections: 78 },
  dispatchConnected: true,
  shift: {
    id: id(301),
    name: "白班",
    fromAt: "2026-03-18T00:00:00.000Z",
    untilAt: "2026-03-18T08:00:00.000Z",
    leaderName: "周海燕",
    officers: [{ id: id(7), name: "周海燕" }],
    handedBy: null,
    handedByName: null,
    handedAt: null,
    note: null,
  },
  seats: [{ userId: id(7), name: "周海燕", sound: "on" }],
};
