/**
 * Limits and thresholds 时限与阈值 of the duty seat: defaults, changed by an office through the setting `remote-monitoring.limits`.
 * `confirmed: false`: no source fixes the value; the screen marks it and it only prompts a person.
 */
import { z } from "zod";
import type { AlarmKind } from "./kinds.ts";

/** What an office may set: whole numbers from least to most, in the unit the name ends in. */
export const limitRanges = {
  acceptSeconds: { least: 1, most: 30 * 86_400 },
  verifySeconds: { least: 1, most: 30 * 86_400 },
  raiseWindowSeconds: { least: 1, most: 30 * 86_400 },
  stormPerMinute: { least: 2, most: 1_000 },
  offlineSeconds: { least: 1, most: 30 * 86_400 },
  nuisanceTimes: { least: 2, most: 100 },
  nuisanceDays: { least: 1, most: 365 },
  dutyAnswerMinutes: { least: 1, most: 120 },
  claimFireMinutes: { least: 1, most: 1_440 },
  messageDays: { least: 30, most: 3_650 },
  escalation: { least: 1, most: 30 * 86_400 },
} as const;

const whole = ({ least, most }: { readonly least: number; readonly most: number }) => z.number().int().min(least).max(most);
const perKind = (each: z.ZodNumber) =>
  z.object({ fire: each, supervision: each, linkage: each, fault: each, shield: each, offline: each, test: each });

const escalationStep = z.object({
  kind: z.enum(["fire", "supervision", "linkage", "fault", "shield", "offline", "test"]),
  state: z.enum(["reported", "accepted", "verifying"]),
  afterSeconds: whole(limitRanges.escalation),
  channel: z.enum(["screen", "sms", "voice"]),
  to: z.string().trim().min(1).max(40),
  what: z.string().trim().min(1).max(60),
});
export type EscalationStep = z.infer<typeof escalationStep>;

export const limitsSchema = z.object({
  acceptSeconds: perKind(whole(limitRanges.acceptSeconds)),
  verifySeconds: perKind(whole(limitRanges.verifySeconds)),
  raiseWindowSeconds: whole(limitRanges.raiseWindowSeconds),
  stormPerMinute: whole(limitRanges.stormPerMinute),
  offlineSeconds: whole(limitRanges.offlineSeconds),
  nuisanceTimes: whole(limitRanges.nuisanceTimes),
  nuisanceDays: whole(limitRanges.nuisanceDays),
  dutyAnswerMinutes: whole(limitRanges.dutyAnswerMinutes),
  claimFireMinutes: whole(limitRanges.claimFireMinutes),
  /** Whole days that raw messages of devices are kept; alarms and their history stay. */
  messageDays: whole(limitRanges.messageDays),
  dispatchUrl: z.union([z.url({ protocol: /^https?$/ }), z.null()]),
  escalation: z.array(escalationStep).max(60),
});
export type Limits = z.infer<typeof limitsSchema>;
export type LimitKey = keyof Limits;
export const isLimitKey = (key: string): key is LimitKey => key in limitsSchema.shape;

const HOUR = 3_600;
export const defaultLimits: Limits = {
  acceptSeconds: { fire: 30, supervision: 120, linkage: 300, fault: HOUR, shield: 2 * HOUR, offline: 2 * HOUR, test: 2 * HOUR },
  verifySeconds: { fire: 180, supervision: 900, linkage: 900, fault: 24 * HOUR, shield: 24 * HOUR, offline: 24 * HOUR, test: 4 * HOUR },
  raiseWindowSeconds: 60,
  stormPerMinute: 10,
  offlineSeconds: 180,
  nuisanceTimes: 3,
  nuisanceDays: 30,
  dutyAnswerMinutes: 10,
  claimFireMinutes: 10,
  messageDays: 400,
  dispatchUrl: null,
  escalation: [
    { kind: "fire", state: "reported", afterSeconds: 30, channel: "screen", to: "带班领导", what: "30 秒未接警，再次响铃" },
    { kind: "fire", state: "reported", afterSeconds: 60, channel: "sms", to: "带班领导", what: "60 秒未接警，短信提醒" },
    { kind: "fire", state: "reported", afterSeconds: 120, channel: "voice", to: "支队值班室", what: "2 分钟未接警，语音提醒" },
    { kind: "fire", state: "accepted", afterSeconds: 180, channel: "screen", to: "带班领导", what: "3 分钟未核实" },
    { kind: "fire", state: "verifying", afterSeconds: 180, channel: "screen", to: "带班领导", what: "3 分钟未出结论" },
    { kind: "supervision", state: "reported", afterSeconds: 300, channel: "screen", to: "带班领导", what: "5 分钟未接警" },
    { kind: "fault", state: "reported", afterSeconds: 2 * HOUR, channel: "screen", to: "带班领导", what: "2 小时未处理" },
  ],
};

/** Where a default comes from; shown beside it. */
export const limitSources: Readonly<Record<LimitKey, { readonly source: string; readonly confirmed: boolean }>> = {
  acceptSeconds: { source: "值守惯例，未见标准规定", confirmed: false },
  verifySeconds: { source: "值守惯例，未见标准规定", confirmed: false },
  raiseWindowSeconds: { source: "两个独立信号（GB 50116 联动原则），时长未见规定", confirmed: false },
  stormPerMinute: { source: "产品设定", confirmed: false },
  offlineSeconds: { source: "产品设定；通信巡检周期上限 2 小时见 GB 50440-2007", confirmed: false },
  nuisanceTimes: { source: "产品设定", confirmed: false },
  nuisanceDays: { source: "产品设定", confirmed: false },
  dutyAnswerMinutes: { source: "GB 26875.1-2011：查岗信号保持 10 分钟（单一来源）", confirmed: false },
  claimFireMinutes: { source: "产品设定", confirmed: false },
  messageDays: { source: "产品设定；原始报文应保存多久未见规定，各地另有要求的从其要求", confirmed: false },
  dispatchUrl: { source: "119 指挥系统地址，GB 50440-2007：确认后 3 秒内转发", confirmed: true },
  escalation: { source: "值守惯例", confirmed: false },
};

export const LIMITS_SETTING = "remote-monitoring.limits";

/** What an office changes: only the keys it names, `null` for back to the default. */
export const limitChanges = z.strictObject(nullable(limitsSchema.shape)).partial();
export type LimitChanges = z.infer<typeof limitChanges>;

function nullable<S extends z.ZodRawShape>(shape: S): { [K in keyof S]: z.ZodNullable<S[K]> } {
  return Object.fromEntries(Object.entries(shape).map(([key, type]) => [key, z.nullable(type)])) as never;
}

/** The stored setting after a change: a key set to `null` leaves it. */
export function applyChanges(stored: Readonly<Record<string, unknown>>, changes: LimitChanges): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries({ ...stored, ...changes }).filter(([, value]) => value !== null && value !== undefined));
}

/** The limits in force; a changed setting that does not fit the schema is ignored as a whole, so a typing error stops no alarm. */
export function limitsOf(settings: ReadonlyMap<string, unknown>): Limits {
  const changed = limitsSchema.partial().safeParse(settings.get(LIMITS_SETTING) ?? {});
  if (!changed.success) return defaultLimits;
  const given = Object.fromEntries(Object.entries(changed.data).filter(([, value]) => value !== undefined));
  return { ...defaultLimits, ...given };
}

/** The moments by which an alarm raised at `at` must be accepted and verified. */
export function deadlines(kind: AlarmKind, at: string, limits: Limits): { readonly acceptBy: string; readonly verifyBy: string } {
  const after = (n: number) => new Date(Date.parse(at) + n * 1_000).toISOString();
  return { acceptBy: after(limits.acceptSeconds[kind]), verifyBy: after(limits.verifySeconds[kind]) };
}
