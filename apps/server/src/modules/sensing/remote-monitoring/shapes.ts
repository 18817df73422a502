/** What the screens of remote monitoring are answered, said once: the types of this module and the document's come from here. */
import { z } from "zod";
import { closedMove, openMove, timelineLine } from "#platform/case/shapes.ts";
import { rowOf } from "#platform/ledger/shapes.ts";
import { instant } from "#platform/values.ts";
import { alarm } from "./alarm.ts";
import { kindOrder } from "./domain/kinds.ts";
import { storingTroubles } from "./gateway-port.ts";

const n = z.number().int();
const textOrNone = z.string().nullable();
export const kind = z.enum(kindOrder).meta({ id: "AlarmKind", description: "警情类别" });

export const queueRow = z
  .object({
    id: z.uuid(),
    area: n,
    version: n,
    number: z.string(),
    kind,
    state: z.string(),
    stateLabel: z.string(),
    grade: z.enum(["normal", "raised"]).describe("raised：同一区域多点报警等，已升级"),
    raisedWhy: textOrNone,
    unit: z.uuid(),
    unitName: z.string(),
    placeWords: z.string(),
    deviceWords: z.string(),
    numbers: textOrNone.describe("系统、回路、部件号"),
    what: textOrNone,
    points: n,
    repeats: n,
    openedAt: instant,
    lastAt: instant,
    dueAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    closedAt: instant.nullable(),
    conclusion: textOrNone,
    repairBy: z.string().nullable(),
    holderPerson: z.uuid().nullable(),
    holderName: textOrNone,
    demo: z.boolean(),
    lon: z.number().nullable().describe("单位的经度"),
    lat: z.number().nullable(),
  })
  .meta({ id: "DutyQueueRow", description: "值守台队列的一起警情，已是人话" });
export type SpokenRow = z.output<typeof queueRow>;

export const seat = z
  .object({ userId: z.string(), name: z.string(), sound: z.string() })
  .meta({ id: "DutySeatPresence", description: "在席的人与其声音" });

export const shiftRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    fromAt: instant,
    untilAt: instant,
    leaderName: textOrNone,
    officers: z.array(z.object({ id: z.uuid().nullable(), name: z.string() }).meta({ id: "DutyOfficer" })),
    handedBy: z.uuid().nullable(),
    handedByName: textOrNone,
    handedAt: instant.nullable(),
    note: textOrNone,
  })
  .meta({ id: "DutyShift", description: "班次" });

export const openWindowRow = z
  .object({
    id: z.uuid(),
    kind: z.enum(["shield", "test"]),
    until: instant,
    unitName: z.string(),
    scopeWords: z.string(),
    reason: z.string(),
    muted: n.describe("期间压下的信号数"),
  })
  .meta({ id: "DutyWindow", description: "开着的屏蔽或测试" });

const kindCount = z
  .object({ kind, label: z.string(), total: n, unaccepted: n, hint: z.string() })
  .meta({ id: "DutyKindCount", description: "一类警情的数" });

export const board = z
  .object({
    now: instant,
    centre: z.string(),
    counts: z.array(kindCount),
    rows: z.array(queueRow),
    devices: z.object({ online: n, total: n }),
    messagesPerMinute: n,
    dutyChecks: z.object({ asked: n, answered: n }),
    windows: z.array(openWindowRow),
    today: z.object({ closed: n, false: n, real: n }),
    gateway: z.object({
      present: z.boolean(),
      lastAt: instant.nullable(),
      storing: z.boolean().nullable(),
      trouble: z.enum(storingTroubles).nullable().describe("为何存不下去"),
      port: n.nullable(),
      connections: n.nullable(),
    }),
    dispatchConnected: z.boolean().describe("是否接了 119"),
    shift: shiftRow.nullable(),
    seats: z.array(seat),
  })
  .meta({ id: "DutyBoard", description: "值守台" });

export const callable = z
  .object({
    name: z.string(),
    role: z.string(),
    note: z.string(),
    number: z.string().describe("个人的号码遮盖"),
    dial: z.string().describe("交给 POST /duty/dial，不露号码即可拨"),
  })
  .meta({ id: "DutyContact", description: "可呼叫的人" });
export type Contact = z.output<typeof callable>;

const near = z
  .object({
    as: z.enum(["micro", "station", "hydrant"]),
    label: z.string(),
    ledger: z.string(),
    id: z.uuid(),
    title: z.string(),
    lon: z.number(),
    lat: z.number(),
    straightM: n.describe("直线距离，米"),
    onDuty: n.nullable().describe("在岗人数"),
    vehicles: n.nullable().describe("车辆数"),
    crew: n.nullable().describe("每班人数"),
  })
  .meta({ id: "DutyNear", description: "近旁的力量与水源" });
export type Near = z.output<typeof near>;

const planPoint = z
  .object({
    id: z.uuid(),
    name: textOrNone,
    number: n.nullable(),
    zone: textOrNone,
    placeWords: textOrNone,
    x: z.number().nullable(),
    y: z.number().nullable(),
    active: z.array(z.string()),
  })
  .meta({ id: "DutyPlanPoint", description: "平面图上的部件" });
const plan = z
  .object({ building: textOrNone, floor: n, plan: textOrNone, components: z.array(planPoint) })
  .meta({ id: "DutyFloorPlan", description: "楼层平面与其部件" });
export type FloorPlan = z.output<typeof plan>;

const pointLine = z
  .object({
    number: z.string(),
    placeWords: z.string(),
    deviceWords: z.string(),
    words: z.string(),
    firstAt: instant,
    lastAt: instant,
    times: n,
    restoredAt: instant.nullable(),
    component: z.uuid().nullable(),
  })
  .meta({ id: "DutyAlarmPoint", description: "警情中的一个点位" });
export type PointLine = z.output<typeof pointLine>;

const pastAlarm = z.object({
  id: z.uuid(),
  number: z.string(),
  kind,
  openedAt: instant,
  conclusion: textOrNone,
  cause: textOrNone,
  state: z.string(),
});
const history = z
  .object({ days: n, alarms: n, false: n, real: n, recent: z.array(pastAlarm) })
  .meta({ id: "DutyPointHistory", description: "同一点位的既往警情" });
export type PastAlarm = z.output<typeof pastAlarm>;

const forward = z
  .object({
    identifier: z.string(),
    state: z.string(),
    attempts: n,
    firstAt: instant.nullable(),
    lastAt: instant.nullable(),
    status: n.nullable(),
    receipt: textOrNone,
    trouble: textOrNone,
    deliveredAt: instant.nullable(),
    byPhone: textOrNone,
  })
  .meta({ id: "DutyForward", description: "报送 119 的经过" });
export type Forward = z.output<typeof forward>;

const step = z
  .object({ at: instant, what: textOrNone, to: textOrNone, how: textOrNone, delivered: z.boolean() })
  .meta({ id: "DutyReminder", description: "提醒或升级的一步，送没送到" });
export type Step = z.output<typeof step>;

const unitSummary = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    grade: textOrNone,
    gradeReason: textOrNone,
    address: z.string(),
    areaName: textOrNone,
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    areaM2: z.number().nullable(),
    floors: n.nullable(),
    heightM: z.number().nullable(),
    networked: z.boolean().nullable(),
    demo: z.boolean(),
    vehicleEntry: textOrNone,
    pumpConnection: textOrNone,
    evacuationFocus: textOrNone,
    hazardNote: textOrNone,
  })
  .meta({ id: "DutyUnit", description: "警情所在单位" });
export type UnitSummary = z.output<typeof unitSummary>;

export const alarmDetail = z
  .object({
    row: rowOf(alarm),
    head: queueRow,
    unit: unitSummary.nullable(),
    contacts: z.array(callable),
    timeline: z.array(timelineLine),
    points: z.array(pointLine),
    history,
    near: z.array(near),
    plan: plan.nullable(),
    forward: forward.nullable(),
    steps: z.array(step),
    next: z.object({ can: z.array(openMove), cannot: z.array(closedMove) }),
  })
  .meta({ id: "DutyAlarm", description: "警情处置页" });
