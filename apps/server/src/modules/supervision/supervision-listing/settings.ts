/** 督办设置: the limits in force beside the defaults; no document gives these numbers, so each default says that it is unconfirmed. */
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { ok, type Result } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { readSettings, writeSetting } from "#platform/settings.ts";
import { defaultLimits, type Limits, limitLabels, limitsOf, limitsSchema, SETTING } from "./domain/limits.ts";

const tag = "挂牌督办";
const shown = z.object({
  limits: z.array(z.object({ key: z.string(), label: z.string(), value: z.number(), byDefault: z.number(), confirmed: z.boolean() })),
});

async function shownLimits(tx: Tx): Promise<Result<z.output<typeof shown>>> {
  const settings = await readSettings(tx);
  const set = settings.get(SETTING);
  const own = new Set(typeof set === "object" && set !== null ? Object.keys(set) : []);
  const limits = limitsOf(settings);
  const keys = Object.keys(defaultLimits) as (keyof Limits)[];
  return ok({
    limits: keys.map((key) => ({
      key,
      label: limitLabels[key],
      value: limits[key],
      byDefault: defaultLimits[key],
      confirmed: own.has(key),
    })),
  });
}

export const showLimits = route({
  method: "GET",
  path: "/supervision-listing/settings",
  summary: "督办设置",
  tag,
  permission: "supervision-listing.listing.read",
  composed: ["label"],
  input: z.object({}),
  output: shown,
  run: ({ tx }) => shownLimits(tx),
});

export const changeLimits = route({
  method: "PUT",
  path: "/supervision-listing/settings",
  summary: "修改督办设置",
  tag,
  permission: "supervision-listing.configure",
  scope: "owner",
  composed: ["label"],
  input: z.object({ limits: limitsSchema.partial().strict(), reason: z.string().trim().min(2).max(200) }),
  output: shown,
  async run({ tx, actor, audit }, { limits, reason }) {
    const before = (await readSettings(tx)).get(SETTING) ?? {};
    await writeSetting(tx, SETTING, { ...(before as object), ...limits }, actor.userId);
    audit({ action: "修改督办设置", subject: "platform.setting", subjectId: SETTING, detail: { limits, reason } });
    return shownLimits(tx);
  },
});
