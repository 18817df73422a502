/** 90 days of what the duty seat dealt with before today, so that statistics of the demonstration city are not empty. */
import { personName } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import type { DemoCity, DemoComponent, DemoTransmitter } from "./types.ts";

export const HISTORY_DAYS = 90;
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Words of the alarm case (modules/sensing/remote-monitoring): kinds, conclusions, causes and end states. */
export type HistoryKind = "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline";
export type HistoryConclusion = "real" | "false" | "test" | "operation" | "restored" | "settled";
export type HistoryState = "closed" | "falseAlarm" | "tested" | "operationError" | "restored" | "settled";
export type HistoryCause =
  | "fire"
  | "smoking"
  | "cooking"
  | "dust"
  | "construction"
  | "ageing"
  | "wiring"
  | "power"
  | "network"
  | "water"
  | "maintenance"
  | "operation"
  | "unknown";

export type DemoAlarm = {
  readonly key: string;
  readonly demo: true;
  readonly kind: HistoryKind;
  readonly unit: string;
  readonly transmitter: string;
  readonly address: string;
  /** null for the device itself (offline). */
  readonly component: string | null;
  readonly openedAt: Date;
  readonly acceptedAt: Date;
  /** When somebody answered what is going on; null where nobody had to be asked. */
  readonly verifiedAt: Date | null;
  readonly closedAt: Date;
  readonly state: HistoryState;
  readonly conclusion: HistoryConclusion;
  readonly cause: HistoryCause;
  readonly causeNote: string;
  readonly verifyMethod: "call" | "video" | "site" | null;
  readonly repeats: number;
  /** Name of the duty officer who dealt with it. */
  readonly officer: string;
};
export type DemoOutage = { readonly transmitter: string; readonly address: string; readonly from: Date; readonly until: Date };
export type DemoHistory = {
  readonly officers: readonly string[];
  /** Oldest first. */
  readonly alarms: readonly DemoAlarm[];
  /** Each has an alarm of kind offline. */
  readonly outages: readonly DemoOutage[];
};

type Ending = { readonly conclusion: HistoryConclusion; readonly cause: HistoryCause; readonly note: string; readonly weight: number };
type Course = {
  readonly kind: HistoryKind;
  /** Alarms a day over the whole network. */
  readonly perDay: number;
  readonly of: (component: DemoComponent) => boolean;
  readonly acceptMinutes: readonly [number, number];
  readonly closeMinutes: readonly [number, number];
  readonly endings: readonly Ending[];
};

const detectors = new Set([23, 24, 31, 40]);
const watched = new Set([96, 97, 98, 99, 92]);
const started = new Set([91, 95, 111, 115, 117]);

const courses: readonly Course[] = [
  {
    kind: "fire",
    perDay: 12,
    of: (c) => detectors.has(c.componentType),
    acceptMinutes: [0.1, 0.8],
    closeMinutes: [2, 14],
    endings: [
      { conclusion: "real", cause: "fire", note: "初起火灾，微型消防站到场扑灭", weight: 3 },
      { conclusion: "false", cause: "cooking", note: "厨房油烟", weight: 22 },
      { conclusion: "false", cause: "smoking", note: "室内吸烟", weight: 16 },
      { conclusion: "false", cause: "dust", note: "探测器积灰受潮", weight: 18 },
      { conclusion: "false", cause: "construction", note: "装修切割扬尘", weight: 9 },
      { conclusion: "false", cause: "ageing", note: "探测器老化，已通知更换", weight: 7 },
      { conclusion: "test", cause: "maintenance", note: "维保单位月度测试", weight: 19 },
      { conclusion: "operation", cause: "operation", note: "误碰手动报警按钮", weight: 6 },
    ],
  },
  {
    kind: "supervision",
    perDay: 5,
    of: (c) => watched.has(c.componentType),
    acceptMinutes: [0.5, 6],
    closeMinutes: [10, 120],
    endings: [
      { conclusion: "restored", cause: "unknown", note: "信号自行恢复", weight: 5 },
      { conclusion: "test", cause: "maintenance", note: "末端试水", weight: 3 },
      { conclusion: "settled", cause: "water", note: "管网渗漏，已补压检修", weight: 2 },
    ],
  },
  {
    kind: "linkage",
    perDay: 4,
    of: (c) => started.has(c.componentType),
    acceptMinutes: [0.5, 6],
    closeMinutes: [6, 70],
    endings: [
      { conclusion: "test", cause: "maintenance", note: "联动测试", weight: 5 },
      { conclusion: "operation", cause: "operation", note: "控制室误启动", weight: 2 },
      { conclusion: "restored", cause: "unknown", note: "已复位", weight: 3 },
    ],
  },
  {
    kind: "fault",
    perDay: 12,
    of: () => true,
    acceptMinutes: [1, 25],
    closeMinutes: [90, 4_200],
    endings: [
      { conclusion: "settled", cause: "wiring", note: "线路接触不良，已修复", weight: 5 },
      { conclusion: "settled", cause: "ageing", note: "更换部件", weight: 4 },
      { conclusion: "settled", cause: "power", note: "主电恢复，备电正常", weight: 2 },
      { conclusion: "restored", cause: "unknown", note: "自行恢复", weight: 4 },
    ],
  },
  {
    kind: "shield",
    perDay: 3,
    of: (c) => detectors.has(c.componentType),
    acceptMinutes: [1, 25],
    closeMinutes: [120, 2_800],
    endings: [
      { conclusion: "settled", cause: "construction", note: "装修期间屏蔽，完工后解除", weight: 4 },
      { conclusion: "settled", cause: "ageing", note: "待更换，已换新", weight: 3 },
    ],
  },
];

const endState: Readonly<Record<HistoryConclusion, HistoryState>> = {
  real: "closed",
  false: "falseAlarm",
  test: "tested",
  operation: "operationError",
  restored: "restored",
  settled: "settled",
};

const between = ([from, to]: readonly [number, number], random: Random): number => from + (to - from) * random.next() ** 2;
const after = (at: Date, minutes: number): Date => new Date(at.getTime() + Math.round(minutes * MINUTE_MS));

/** Busier by day than at night, local time being UTC+8. */
function momentOf(day: number, now: Date, random: Random): Date {
  const hour = random.chance(0.75) ? random.int(8, 21) : random.int(0, 23);
  const midnight = Math.floor((now.getTime() + 8 * 60 * MINUTE_MS) / DAY_MS) * DAY_MS - 8 * 60 * MINUTE_MS;
  return new Date(midnight - day * DAY_MS + hour * 60 * MINUTE_MS + random.int(0, 60 * MINUTE_MS - 1));
}

function alarmOf(course: Course, component: DemoComponent, openedAt: Date, n: number, officer: string, random: Random): DemoAlarm {
  const ending = random.weighted(course.endings, (e) => e.weight);
  const acceptedAt = after(openedAt, between(course.acceptMinutes, random));
  const closedAt = after(acceptedAt, between(course.closeMinutes, random) + (ending.conclusion === "real" ? 35 : 0));
  const asked = course.kind === "fire" || ending.conclusion === "operation";
  return {
    key: `alarm-${n}`,
    demo: true,
    kind: course.kind,
    unit: component.unit,
    transmitter: component.transmitter,
    address: component.address,
    component: component.key,
    openedAt,
    acceptedAt,
    verifiedAt: asked ? new Date((acceptedAt.getTime() + Math.min(closedAt.getTime(), acceptedAt.getTime() + 3 * MINUTE_MS)) / 2) : null,
    closedAt,
    state: endState[ending.conclusion],
    conclusion: ending.conclusion,
    cause: ending.cause,
    causeNote: ending.note,
    verifyMethod: asked ? random.pick(["call", "call", "call", "video", "site"] as const) : null,
    repeats: random.chance(0.2) ? random.int(2, 9) : 1,
    officer,
  };
}

function outageOf(
  transmitter: DemoTransmitter,
  from: Date,
  n: number,
  officer: string,
  random: Random,
): { alarm: DemoAlarm; outage: DemoOutage } {
  const until = after(from, between([6, 900], random));
  const cause = random.pick(["network", "network", "power"] as const);
  const { key, unit, address } = transmitter;
  const alarm: DemoAlarm = {
    key: `alarm-${n}`,
    demo: true,
    kind: "offline",
    unit,
    transmitter: key,
    address,
    component: null,
    openedAt: from,
    acceptedAt: after(from, between([1, 5], random)),
    verifiedAt: null,
    closedAt: until,
    state: "restored",
    conclusion: "restored",
    cause,
    causeNote: cause === "power" ? "停电后恢复" : "网络中断后恢复",
    verifyMethod: null,
    repeats: 1,
    officer,
  };
  return { alarm, outage: { transmitter: key, address, from, until } };
}

/**
 * @param now the moment history ends: nothing is later, everything is closed
 * @returns about 3,500 closed alarms over 90 days, oldest first, some devices being worse than others as in life. Pure.
 */
export function generateDemoHistory({
  city,
  seed,
  now,
}: {
  readonly city: DemoCity;
  readonly seed: number;
  readonly now: Date;
}): DemoHistory {
  const random = createRandom(seed ^ 0x5eed);
  const officers = ["周海燕", "郑国庆", "吴志刚", ...Array.from({ length: 5 }, () => personName(random))];
  const alarms: DemoAlarm[] = [];
  const outages: DemoOutage[] = [];
  const keepIfOver = (alarm: DemoAlarm): boolean => alarm.closedAt <= now && alarms.push(alarm) > 0;
  const candidates = courses.map((course) => {
    const able = city.components.filter(course.of);
    // one in forty is a bad one that reports again and again
    return { course, able, bad: random.shuffled(able).slice(0, Math.ceil(able.length / 40)) };
  });
  for (let day = HISTORY_DAYS; day >= 0; day--) {
    for (const { course, able, bad } of candidates) {
      for (let i = random.int(Math.floor(course.perDay * 0.6), Math.ceil(course.perDay * 1.4)); i > 0; i--) {
        const component = random.pick(random.chance(0.45) ? bad : able);
        keepIfOver(alarmOf(course, component, momentOf(day, now, random), alarms.length + 1, random.pick(officers), random));
      }
    }
    for (let i = random.int(2, 5); i > 0; i--) {
      const { alarm, outage } = outageOf(
        random.pick(city.transmitters),
        momentOf(day, now, random),
        alarms.length + 1,
        random.pick(officers),
        random,
      );
      if (keepIfOver(alarm)) outages.push(outage);
    }
  }
  return { officers, alarms: alarms.sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime()), outages };
}
