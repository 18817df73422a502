/** 约谈 and 曝光 begin with a person: who is invited and why, or whom the rule found and what the notice is to say. */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSettings } from "#platform/settings.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import { exposureGrounds, interviewKinds, interviewSubjects, media } from "./domain/kinds.ts";
import { limitsOf } from "./domain/limits.ts";
import { EXPOSURE, exposure, keptClean } from "./exposure.ts";
import { INTERVIEW, interview } from "./interview.ts";
import { LISTING } from "./listing.ts";
import { nextNumber } from "./numbers.ts";

const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const startInterview = route({
  method: "POST",
  path: "/supervision-listing/interviews",
  summary: "拟约谈",
  tag: "约谈",
  permission: "supervision-listing.interview",
  input: z.object({
    title: z.string().trim().min(2).max(200),
    kind: z.enum(keys(interviewKinds)),
    subject: z.enum(keys(interviewSubjects)),
    area: z.number().int().optional(),
    listing: z.uuid().nullable().default(null),
    invited: z
      .array(z.object({ who: z.string().trim().min(1).max(80), why: z.string().max(200).nullable().default(null) }))
      .min(1)
      .max(200),
    planOn: calendarDate,
  }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  example: {
    input: {
      title: "电动自行车违规充电问题突出",
      kind: "group",
      subject: "industry",
      invited: [{ who: "东风商厦", why: "3 处隐患逾期" }],
      planOn: "2026-03-25",
    },
    output: { id: "01997c2e-8f00-7000-8000-000000000001", number: "YT2026-002" },
  },
  async run(context, { area: given, listing, ...values }) {
    const { tx, services, actor, now, today } = context;
    const of = listing ? await findRow(services.catalog.get(LISTING), listing, readerOf(context)) : undefined;
    if (listing && !of) return refuse("invalid", "supervision-listing.unknown_target");
    const area = of?.area ?? given ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("invalid", "ledger.outside_area");
    if (values.planOn < today) return refuse("invalid", "supervision-listing.due_in_past");
    if (values.kind === "group" && values.invited.length < 2) return refuse("invalid", "supervision-listing.group_of_one");
    if (actor.organId === null) return refuse("conflict", "supervision-listing.no_organ");
    const number = await nextNumber(tx, "YT", today);
    const raised = await raiseCase(
      eraseCase(interview),
      {
        area,
        values: { ...values, number, listing, host: actor.organId },
        holderOrgan: actor.organId,
        at: now,
        kind: "person",
        actorName: actor.name,
        actor: actor.userId,
      },
      readerOf(context),
      services,
    );
    if (!raised.ok) return raised;
    context.audit({ action: "拟约谈", subject: INTERVIEW, subjectId: raised.value.id, area, detail: { invited: values.invited.length } });
    return ok({ id: raised.value.id, number });
  },
});

type Found = { readonly hazards: number; readonly longest: number; readonly repeated: number };
async function factsOf({ tx, now }: RouteContext, unit: string, overdueDays: number): Promise<Found> {
  const late = new Date(now.getTime() - overdueDays * 86_400_000).toISOString();
  const { rows } = await sql<Found>`select count(*) filter (where due_at < ${late} and closed_at is null)::int as hazards,
      coalesce(max(floor(extract(epoch from (${now.toISOString()}::timestamptz - due_at)) / 86400)) filter (where due_at < ${late} and closed_at is null), 0)::int as longest,
      coalesce((select max(n) from (select count(*)::int as n from hazard_loop.hazard r where r.unit = ${unit} and r.sameness is not null and r.deleted_at is null
        and r.opened_at > ${new Date(now.getTime() - 365 * 86_400_000).toISOString()} group by r.sameness) x), 0)::int as repeated
    from hazard_loop.hazard where unit = ${unit} and deleted_at is null`.execute(tx);
  return rows[0] ?? { hazards: 0, longest: 0, repeated: 0 };
}

export const startExposure = route({
  method: "POST",
  path: "/supervision-listing/exposures",
  summary: "拟曝光",
  description: "规则须命中：隐患逾期超过设定天数，或一年内同一隐患反复达到设定次数。内容不得含个人信息。",
  tag: "曝光",
  permission: "supervision-listing.expose",
  input: z.object({
    unit: z.uuid(),
    ground: z.enum(keys(exposureGrounds)),
    content: z.string().trim().min(5).max(1_000),
    media: z.array(z.enum(keys(media))).min(1),
    place: z.string().trim().max(120).nullable().default(null),
    showFrom: calendarDate,
    showUntil: calendarDate,
  }),
  output: z.object({ id: z.uuid(), number: z.string(), isNew: z.boolean() }),
  async run(context, { unit: unitId, ...given }) {
    const { tx, services, actor, now, today } = context;
    const unit = await findRow(services.catalog.get("places.unit"), unitId, readerOf(context));
    if (!unit) return refuse("invalid", "supervision-listing.unknown_target");
    const { exposeOverdueDays, exposeRepeats } = limitsOf(await readSettings(tx));
    const found = await factsOf(context, unitId, exposeOverdueDays);
    const holds = given.ground === "overdue" ? found.hazards > 0 : found.repeated >= exposeRepeats;
    if (!holds) return refuse("conflict", "supervision-listing.rule_not_met", { days: exposeOverdueDays, repeats: exposeRepeats });
    if (given.showUntil < given.showFrom || given.showUntil < today) return refuse("invalid", "supervision-listing.bad_span");
    const keptOut = [unit.responsible, unit.manager]
      .map(text)
      .filter((name) => name.length >= 2)
      .join("、");
    const dirty = keptClean({ keptOut }, given);
    if (dirty) return refuse("conflict", dirty.code, dirty.params ?? {});
    const facts =
      given.ground === "overdue"
        ? `逾期 ${exposeOverdueDays} 天以上 ${found.hazards} 处，最长 ${found.longest} 天`
        : `同一隐患一年内出现 ${found.repeated} 次`;
    const number = await nextNumber(tx, "BG", today);
    const raised = await raiseCase(
      eraseCase(exposure),
      {
        area: unit.area,
        values: { ...given, unit: unitId, unitName: unit.name, number, facts, hazards: found.hazards, keptOut, proposer: actor.organId },
        holderOrgan: null,
        at: now,
        kind: "person",
        actorName: actor.name,
        actor: actor.userId,
      },
      readerOf(context),
      services,
    );
    if (!raised.ok) return raised;
    context.audit({ action: "拟曝光", subject: EXPOSURE, subjectId: raised.value.id, area: unit.area, detail: { facts } });
    return ok({ id: raised.value.id, number, isNew: raised.value.isNew });
  },
});

const shown = z
  .object({
    number: z.string(),
    unitName: z.string(),
    areaName: z.string().nullable(),
    ground: z.enum(keys(exposureGrounds)),
    content: z.string(),
    from: z.string(),
    until: z.string(),
  })
  .meta({ id: "PublicExposure", description: "正在公示的一件曝光；不含个人信息" });

/** Whatever was approved, published and has neither ended nor been withdrawn. Nobody is asked who he is. */
export const publicExposures = route({
  method: "GET",
  path: "/public/exposures",
  summary: "消防安全曝光台（公开）",
  tag: "公开",
  permission: "public",
  scope: "owner",
  input: z.object({}),
  output: z.object({ city: z.string(), demo: z.boolean(), exposures: z.array(shown) }),
  async run({ tx, today, services }) {
    const { rows } = await sql<
      z.output<typeof shown> & { demo: boolean }
    >`select e.number, e.unit_name, a.name as area_name, e.ground, e.content, e.show_from as "from", e.show_until as "until", e.demo
      from supervision_listing.exposure e left join platform.area a on a.key = e.area
      where e.state = 'shown' and e.deleted_at is null and e.show_from <= ${today} and e.show_until >= ${today} order by e.published_on desc, e.id desc limit 200`.execute(
      tx,
    );
    return ok({ city: services.city.name, demo: rows.some(({ demo }) => demo), exposures: rows.map(({ demo: _, ...row }) => row) });
  },
});
