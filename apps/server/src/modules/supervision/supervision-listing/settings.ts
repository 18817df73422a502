/** 督办设置: the limits in force beside the defaults; no document gives these numbers, so each default says that it is unconfirmed. */
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSettings, writeSetting } from "#platform/settings.ts";
import { defaultLimits, type Limits, limitLabels, limitsOf, limitsSchema, SETTING } from "./domain/limits.ts";

const tag = "挂牌督办";
const CONFIGURE = "supervision-listing.configure";
const shown = z.object({
  mayChange: z.boolean().describe("本人能否修改：限值全市一套，由市级的人改"),
  limits: z.array(z.object({ key: z.string(), label: z.string(), value: z.number(), byDefault: z.number(), confirmed: z.boolean() })),
});

/** The limits hold for the whole city, so only those whose area is the whole city change them. */
const isCitys = ({ actor, services }: Pick<RouteContext, "actor" | "services">): boolean =>
  actor.area.lo <= services.city.range.lo && actor.area.hi >= services.city.range.hi;

async function shownLimits(context: RouteContext): Promise<Result<z.output<typeof shown>>> {
  const settings = await readSettings(context.tx);
  const set = settings.get(SETTING);
  const own = new Set(typeof set === "object" && set !== null ? Object.keys(set) : []);
  const limits = limitsOf(settings);
  const keys = Object.keys(defaultLimits) as (keyof Limits)[];
  return ok({
    mayChange: may(context.actor, CONFIGURE) && isCitys(context),
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
  run: (context) => shownLimits(context),
});

export const changeLimits = route({
  method: "PUT",
  path: "/supervision-listing/settings",
  summary: "修改督办设置",
  tag,
  permission: CONFIGURE,
  scope: "owner",
  composed: ["label"],
  input: z.object({ limits: limitsSchema.partial().strict(), reason: z.string().trim().min(2).max(200) }),
  output: shown,
  async run(context, { limits, reason }) {
    const { tx, actor, audit } = context;
    if (!isCitys(context)) return refuse("forbidden", "supervision-listing.city_only");
    const before = (await readSettings(tx)).get(SETTING) ?? {};
    await writeSetting(tx, SETTING, { ...(before as object), ...limits }, actor.userId);
    audit({ action: "修改督办设置", subject: "platform.setting", subjectId: SETTING, detail: { limits, reason } });
    return shownLimits(context);
  },
});
