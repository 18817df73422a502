/** 值守设置: the limits in force, where each comes from, and how an office changes them. */
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { readSettings, writeSetting } from "#platform/settings.ts";
import { defaultLimits, LIMITS_SETTING, limitSources, limitsOf, limitsSchema } from "./domain/limits.ts";
import { oldestMessageDay } from "./old-messages.ts";

const tag = "远程监控";
const shown = z.object({
  limits: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
  sources: z.record(z.string(), z.object({ source: z.string(), confirmed: z.boolean() })),
  /** The first day of which raw messages are there. */
  messagesSince: z.string().nullable(),
});

const shownLimits = async (tx: Tx): Promise<Result<z.output<typeof shown>>> =>
  ok({
    limits: limitsOf(await readSettings(tx)),
    defaults: defaultLimits,
    sources: { ...limitSources },
    messagesSince: await oldestMessageDay(tx),
  });

export const showLimits = route({
  method: "GET",
  path: "/duty/settings",
  tag,
  summary: "值守时限与阈值，连同来源",
  permission: "remote-monitoring.seat",
  input: z.object({}),
  composed: ["source"],
  output: shown,
  run: ({ tx }) => shownLimits(tx),
});

export const changeLimits = route({
  method: "PUT",
  path: "/duty/settings",
  tag,
  summary: "修改值守时限与阈值",
  permission: "remote-monitoring.configure",
  scope: "owner",
  input: z.object({ limits: z.record(z.string(), z.unknown()), reason: z.string().trim().min(2).max(200) }),
  composed: ["source"],
  output: shown,
  async run({ tx, actor, audit }, { limits, reason }) {
    const parsed = limitsSchema.partial().strict().safeParse(limits);
    if (!parsed.success) {
      const first = parsed.error.issues[0];
      return refuse("invalid", "remote-monitoring.bad_limits", { problem: `${first?.path.join(".") ?? ""} ${first?.message ?? ""}` });
    }
    const before = (await readSettings(tx)).get(LIMITS_SETTING) ?? {};
    await writeSetting(tx, LIMITS_SETTING, { ...(before as object), ...parsed.data }, actor.userId);
    audit({ action: "修改值守设置", subject: "platform.setting", subjectId: LIMITS_SETTING, detail: { limits: parsed.data, reason } });
    return shownLimits(tx);
  },
});
