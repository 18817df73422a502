/** What 设备接入 and the unit's own desk are answered; see shapes.ts. */
import { z } from "zod";
import { transmitter } from "#modules/ground/facilities/index.ts";
import { contact, unit } from "#modules/ground/places/index.ts";
import { ledgerRow, rowOf } from "#platform/ledger/shapes.ts";
import { instant } from "#platform/values.ts";
import { device, point } from "./ledgers.ts";
import { kind, queueRow } from "./shapes.ts";

const n = z.number().int();
const textOrNone = z.string().nullable();

export const deviceRow = rowOf(device);

export const summary = z
  .object({
    registered: n,
    online: n,
    faulty: n,
    messagesToday: n,
    unheardPoints: n,
    today: z.iso.date(),
    port: n.nullable(),
    connections: n.nullable(),
    deniedToday: n.nullable(),
  })
  .meta({ id: "DeviceSummary", description: "设备接入各页签的数；网关不在本进程时端口等为 null" });

const messageShape = z.object({
  id: z.string(),
  address: z.string(),
  receivedAt: instant,
  bytes: n,
  summary: z.string(),
  signals: n,
});
export const messageHead = messageShape.meta({ id: "MessageHead", description: "一条报文" });

const messageField = z
  .object({ key: z.string(), label: z.string(), offset: n, length: n, words: z.string(), group: z.string() })
  .meta({ id: "MessageField", description: "报文的一个字段：在哪几个字节，说的什么" });

export const wholeMessage = messageShape
  .extend({
    hex: z.string(),
    remote: textOrNone,
    acknowledgedAt: instant.nullable(),
    fields: z.array(messageField),
    trouble: textOrNone,
  })
  .meta({ id: "WholeMessage", description: "一条报文：字节与逐字段" });

export const madeCase = z
  .object({ id: z.uuid(), number: z.string(), kind, unitName: z.string(), repeats: n, grade: z.string(), state: z.string() })
  .meta({ id: "MadeCase", description: "报文引起的警情" });
export type MadeCase = z.output<typeof madeCase>;

export const heardPoint = z
  .object({
    systemType: n,
    systemAddress: n,
    componentAddress: n,
    componentType: n,
    typeName: z.string(),
    words: textOrNone,
    deviceWords: textOrNone,
    placeWords: textOrNone,
  })
  .meta({ id: "HeardPoint", description: "报文说到的点位" });
export type HeardPoint = z.output<typeof heardPoint>;

export const sentCommand = z
  .object({
    id: z.uuid(),
    command: z.looseObject({ kind: z.string() }),
    askedByName: z.string(),
    askedAt: instant,
    state: z.string(),
    finishedAt: instant.nullable(),
    messageId: textOrNone,
  })
  .meta({ id: "SentCommand", description: "下达的命令与结果" });
export type SentCommand = z.output<typeof sentCommand>;

export const pointFigures = z.object({ registered: n, heard: n, unmatched: n });

export const deviceDetail = z
  .object({
    device: deviceRow,
    register: rowOf(transmitter).nullable().describe("登记在册的传输装置"),
    connection: z.object({ remote: z.string(), since: instant, transport: z.string() }).nullable(),
    points: pointFigures,
    facts: z.record(z.string(), z.unknown()).describe("设备自报的版本、时钟等"),
    commands: z.array(sentCommand),
    messages: z.array(messageHead),
  })
  .meta({ id: "DeviceDetail", description: "一台设备" });

export const unregistered = z
  .object({
    address: z.string(),
    firstAt: instant,
    lastAt: instant,
    messages: n,
    kinds: z.record(z.string(), n),
    openFires: n,
    lastFireAt: instant.nullable(),
    lastMessageId: z.string(),
  })
  .meta({ id: "UnregisteredDevice", description: "待登记的设备" });

export const unreadable = z
  .object({
    id: z.string(),
    receivedAt: instant,
    remote: textOrNone,
    address: textOrNone,
    reason: z.string(),
    offset: n.nullable(),
    hex: z.string(),
  })
  .meta({ id: "UnreadableBytes", description: "读不懂的字节，与原因" });

export const nuisanceRow = z
  .object({
    address: textOrNone,
    systemType: n.nullable(),
    systemAddress: n.nullable(),
    componentAddress: n.nullable(),
    unit: z.uuid(),
    unitName: z.string(),
    placeWords: z.string(),
    deviceWords: z.string(),
    falseAlarms: n,
    lastAt: instant,
    cause: textOrNone,
  })
  .meta({ id: "NuisancePoint", description: "频繁误报的点位" });
export type NuisanceRow = z.output<typeof nuisanceRow>;

export const rolloutRow = z
  .intersection(ledgerRow, z.looseObject({ organName: z.string(), installed: n, online: n }))
  .meta({ id: "RolloutProgress", description: "推广批次：已装与在线" });

/** Points a unit must see to: only what burns, is broken or shut off. */
const badPoint = z
  .intersection(rowOf(point), z.looseObject({ condition: z.enum(["fire", "fault", "shield"]) }))
  .meta({ id: "BadPoint", description: "异常点位" });

export const unitDesk = z
  .object({
    unit: rowOf(unit).nullable(),
    devices: z.array(deviceRow),
    alarms: z.array(queueRow),
    faults: z.array(badPoint),
    contacts: z.array(rowOf(contact)),
    dutyChecks: z.object({ asked: n, answered: n }),
  })
  .meta({ id: "UnitDesk", description: "单位端" });
