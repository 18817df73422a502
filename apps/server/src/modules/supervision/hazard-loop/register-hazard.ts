/** 登记隐患: somebody saw it and writes it down, at a desk or on a phone. */
import { z } from "zod";
import { visibleFiles } from "#platform/ledger/files-of-rows.ts";
import { findNamed, findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { inArea } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import type { hazardOrigins } from "./domain/kinds.ts";
import { HAZARD } from "./hazard.ts";
import { raiseHazard } from "./raise-hazard.ts";

/** A person registers what he saw himself; the other sources raise theirs. */
const byHand = ["patrol", "inspection", "survey", "selfCheck", "other"] as const satisfies readonly (keyof typeof hazardOrigins)[];

export const registerHazard = route({
  method: "POST",
  path: "/hazard-loop/hazards",
  summary: "登记隐患",
  tag: "火灾隐患",
  permission: "hazard-loop.find",
  input: z.object({
    id: z.uuid().optional().describe("手机离线时自编；重复提交不重复立案"),
    unit: z.uuid().nullable().default(null),
    building: z.uuid().nullable().default(null),
    area: z.number().int().optional().describe("没有单位时必填"),
    placeWords: z.string().trim().min(1).max(200),
    what: z.string().trim().min(2).max(1_000),
    item: z.string().max(120).nullable().default(null),
    origin: z.enum(byHand).default("patrol"),
    grade: z.enum(["minor", "general"]).nullable().default(null),
    ground: z.string().max(300).nullable().default(null),
    foundOn: calendarDate.optional(),
    campaign: z.uuid().nullable().default(null).describe("在哪项专项整治中发现"),
    photos: z.array(z.uuid()).max(12).default([]),
    point: z
      .object({ lon: z.number(), lat: z.number(), datum: z.enum(["wgs84", "cgcs2000", "gcj02", "bd09"]) })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid(), number: z.string(), repeats: z.number().int(), isNew: z.boolean() }),
  example: {
    input: {
      unit: "01997c2e-8f00-7000-8000-000000000001",
      placeWords: "3 层 东侧走道",
      what: "疏散通道堆放纸箱，净宽不足",
      origin: "patrol",
    },
    output: { id: "01997c2e-8f00-7000-8000-000000000001", number: "YH20260318-0012", repeats: 1, isNew: true },
  },
  async run(context, given) {
    const { tx, services, actor, now, today } = context;
    const reader = readerOf(context);
    const unit = given.unit ? await findRow(services.catalog.get("places.unit"), given.unit, reader) : undefined;
    if (given.unit && !unit) return refuse("invalid", "hazard-loop.unknown_unit");
    if (actor.unitId !== null && given.unit !== actor.unitId) return refuse("forbidden", "hazard-loop.own_unit_only");
    if (given.building && !(await findRow(services.catalog.get("places.building"), given.building, reader)))
      return refuse("invalid", "hazard-loop.unknown_building");
    if (given.campaign && !(await findNamed(services.catalog.get("key-places.campaign"), given.campaign, reader)))
      return refuse("invalid", "hazard-loop.unknown_campaign");
    if (!unit && (given.area === undefined || !isWithin(given.area, actor.area))) return refuse("invalid", "hazard-loop.outside_area");
    const place = unit ? ok(unit.area) : await inArea(services.catalog.get(HAZARD), given.area, {}, reader);
    if (!place.ok) return place;
    const area = place.value;
    const seen = await visibleFiles(given.photos, tx);
    if (given.photos.some((photo) => !seen.has(photo))) return refuse("invalid", "ledger.unknown_file");
    if (given.foundOn && given.foundOn > today) return refuse("invalid", "hazard-loop.found_in_future");
    const raised = await raiseHazard(
      tx,
      services,
      {
        ...given,
        id: given.id ?? undefined,
        area,
        origin: actor.unitId ? "selfCheck" : given.origin,
        foundOn: given.foundOn ?? today,
        department: typeof unit?.regulator === "string" ? unit.regulator : null,
      } as Parameters<typeof raiseHazard>[2],
      { actor, actorName: actor.name, organ: actor.organId, now, today },
    );
    if (!raised.ok) return raised;
    const row = await findRow(services.catalog.get(HAZARD), raised.value.id, reader);
    if (!row) return refuse("conflict", "hazard-loop.id_taken");
    context.audit({ action: "登记隐患", subject: HAZARD, subjectId: raised.value.id, area });
    return ok({ ...raised.value, number: String(row.number) });
  },
});
