/** What the wall 大屏 is answered; see shapes.ts. */
import { z } from "zod";
import { instant } from "#platform/values.ts";
import { kind, queueRow } from "./shapes.ts";

const n = z.number().int();

const day = z.object({ fires: n, real: n, acceptSeconds: z.number().nullable() });
const hour = z.object({ hour: n, fires: n, real: n, before: n }).meta({ id: "WallHour" });
const dayOfFires = day
  .extend({ before: day.describe("昨日至同一时刻"), hours: z.array(hour) })
  .meta({ id: "WallDay", description: "今日火警，逐时" });
export type DayOfFires = z.output<typeof dayOfFires>;

const watch = z
  .object({ transmitters: n, online: n, points: n, intact: n, asked: n, answered: n, concluded: n, false: n, units: n })
  .meta({ id: "WallWatch", description: "分子与分母；率由画面去除" });
export type WatchFigures = z.output<typeof watch>;

const fire = queueRow
  .pick({
    id: true,
    number: true,
    state: true,
    stateLabel: true,
    grade: true,
    raisedWhy: true,
    unit: true,
    unitName: true,
    placeWords: true,
    deviceWords: true,
    openedAt: true,
    acceptedAt: true,
    repeats: true,
    points: true,
  })
  .extend({
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    lines: z.array(z.object({ at: instant, kind: z.string(), text: z.string() }).meta({ id: "WallLine" })),
  })
  .meta({ id: "WallFire", description: "正在处置的火警" });
export type Fire = z.output<typeof fire>;

const news = z
  .object({
    id: z.uuid(),
    at: instant,
    what: z.enum(["opened", "accepted", "confirmed", "closed"]),
    kind,
    conclusion: z.string().nullable(),
    unitName: z.string(),
    placeWords: z.string(),
  })
  .meta({ id: "WallNews", description: "动态" });
export type News = z.output<typeof news>;

const trouble = z
  .object({
    id: z.uuid(),
    kind,
    unitName: z.string(),
    placeWords: z.string(),
    what: z.string().nullable(),
    openedAt: instant,
    isRepairing: z.boolean(),
  })
  .meta({ id: "WallTrouble", description: "未消的故障、离线、屏蔽" });
export type Trouble = z.output<typeof trouble>;

const troubles = z.object({
  open: z.partialRecord(kind, n).describe("在办数，按类别；没有的类别不列"),
  windows: n,
  rows: z.array(trouble),
});
export type Troubles = z.output<typeof troubles>;

const county = z
  .object({ area: n, name: z.string(), fires: n, concluded: n, false: n, faults: n, devices: n, online: n })
  .meta({ id: "WallCounty", description: "下级辖区的比较" });
export type County = z.output<typeof county>;

export const wall = z
  .object({
    now: instant,
    days: n,
    today: dayOfFires,
    watch,
    fires: z.array(fire),
    news: z.array(news),
    troubles,
    causes: z.array(z.object({ cause: z.string(), n })),
    counties: z.array(county),
  })
  .meta({ id: "Wall", description: "驾驶舱大屏" });
