/** 值守设置: the limits in force, where each comes from, who changed it, and how an office changes them. */
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { findSetting, lockSetting, writeSetting } from "#platform/settings.ts";
import { repeatedStep } from "./domain/escalation.ts";
import {
  applyChanges,
  defaultLimits,
  isLimitKey,
  LIMITS_SETTING,
  type LimitKey,
  limitChanges,
  limitRanges,
  limitSources,
  limitsOf,
  limitsSchema,
} from "./domain/limits.ts";
import { oldestMessageDay } from "./old-messages.ts";

const tag = "远程监控";
/** Who last set each key, when and why, beside the setting itself: the audit is for its administrator alone. */
const CHANGES_SETTING = "remote-monitoring.limits-changes";

const change = z.object({ at: z.string(), by: z.string(), reason: z.string() }).meta({ id: "DutySettingChange" });
const changesSchema = z.record(z.string(), change);
const shown = z
  .object({
    limits: limitsSchema,
    defaults: limitsSchema,
    sources: z.record(z.string(), z.object({ source: z.string(), confirmed: z.boolean() })),
    ranges: z.record(z.string(), z.object({ least: z.number(), most: z.number() })),
    /** By key, for what differs from the default or once did. */
    changes: changesSchema,
    /** Said again when saving: null while nothing was ever changed. */
    writtenAt: z.string().nullable(),
    mayChange: z.boolean(),
    /** Where alarms go when this page gives no address of the 119 system: from the settings of the installation. */
    hasInstalledDispatch: z.boolean(),
    /** The first day of which raw messages are there. */
    messagesSince: z.string().nullable(),
  })
  .meta({ id: "DutySettings", description: "值守时限与阈值：现行值、默认值、来源、可设范围、谁改过" });

const changesOf = (value: unknown): z.output<typeof changesSchema> => {
  const parsed = changesSchema.safeParse(value ?? {});
  return parsed.success ? parsed.data : {};
};

async function shownLimits({ tx, actor, services }: RouteContext): Promise<Result<z.output<typeof shown>>> {
  const stored = await findSetting(tx, LIMITS_SETTING);
  return ok({
    limits: limitsOf(new Map([[LIMITS_SETTING, stored?.value]])),
    defaults: defaultLimits,
    sources: { ...limitSources },
    ranges: { ...limitRanges },
    changes: changesOf((await findSetting(tx, CHANGES_SETTING))?.value),
    writtenAt: stored?.writtenAt ?? null,
    mayChange: may(actor, "remote-monitoring.configure"),
    hasInstalledDispatch: services.config.dispatchUrl !== null,
    messagesSince: await oldestMessageDay(tx),
  });
}

export const showLimits = route({
  method: "GET",
  path: "/duty/settings",
  tag,
  summary: "值守时限与阈值，连同来源",
  permission: "remote-monitoring.settings",
  input: z.object({}),
  composed: ["source"],
  output: shown,
  run: (context) => shownLimits(context),
});

export const changeLimits = route({
  method: "PUT",
  path: "/duty/settings",
  tag,
  summary: "修改值守时限与阈值",
  description: "只送要改的项；送 null 恢复默认。`writtenAt` 是读到的那一版，期间别人改过则拒绝。",
  permission: "remote-monitoring.configure",
  scope: "owner",
  input: z.object({ limits: limitChanges, reason: z.string().trim().min(2).max(200), writtenAt: z.string().nullable() }),
  composed: ["source"],
  output: shown,
  refuses: ["conflict"],
  async run(context, { limits, reason, writtenAt }) {
    const { tx, actor, audit, now } = context;
    const stored = await lockSetting(tx, LIMITS_SETTING);
    const changes = changesOf((await findSetting(tx, CHANGES_SETTING))?.value);
    if ((stored?.writtenAt ?? null) !== writtenAt) return refuse("conflict", "remote-monitoring.settings_changed", latestOf(changes));
    const keys = Object.keys(limits).filter(isLimitKey);
    if (keys.length === 0) return refuse("invalid", "remote-monitoring.no_change");
    const twice = repeatedStep(limits.escalation ?? []);
    if (twice !== undefined) {
      const code = "remote-monitoring.repeated_step";
      const params = { row: twice + 1 };
      return refuse("invalid", code, { ...params, problems: [{ field: `limits.escalation.${twice}`, code, params }] });
    }
    const before = limitsOf(new Map([[LIMITS_SETTING, stored?.value]]));
    const after = applyChanges(isObject(stored?.value) ? stored.value : {}, limits);
    await writeSetting(tx, LIMITS_SETTING, after, actor.userId);
    const change = { at: now.toISOString(), by: actor.name, reason };
    await writeSetting(tx, CHANGES_SETTING, { ...changes, ...Object.fromEntries(keys.map((key) => [key, change])) }, actor.userId);
    audit({
      action: "修改值守设置",
      subject: "platform.setting",
      subjectId: LIMITS_SETTING,
      detail: { before: pick(before, keys), limits, reason },
    });
    return shownLimits(context);
  },
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const pick = (limits: z.output<typeof limitsSchema>, keys: readonly LimitKey[]) =>
  Object.fromEntries(keys.map((key) => [key, limits[key]]));

/** The change another person saved in between, for the sentence that says so. */
function latestOf(changes: z.output<typeof changesSchema>): { readonly by: string; readonly at: string } {
  const latest = Object.values(changes).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return { by: latest?.by ?? "—", at: latest?.at ?? "" };
}
