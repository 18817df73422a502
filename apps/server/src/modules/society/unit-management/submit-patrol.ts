/** 巡查: one look at one place, by its code or by name; a problem becomes a hazard. 公安部令第61号 第二十五条. */
import { sql } from "kysely";
import { z } from "zod";
import { insertRows } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { dayOf, instant } from "#platform/values.ts";
import { arePhotosKnown } from "./known-photos.ts";
import { patrol, patrolKinds } from "./ledgers/checks.ts";
import { raiseOwn } from "./raise-own.ts";
import { tag } from "./show-duties.ts";
import { ownUnit } from "./submit-check.ts";

/** A scan may be brought so many hours late by a phone without signal. */
const LATE_HOURS = 72;
const AHEAD_MS = 5 * 60_000;

const patrolInput = z.object({
  id: z.uuid(),
  kind: z.enum(Object.keys(patrolKinds) as [keyof typeof patrolKinds, ...(keyof typeof patrolKinds)[]]).default("patrol"),
  code: z.string().max(32).nullable().default(null).describe("扫到的巡查点编号"),
  place: z.string().trim().max(100).default("").describe("没有扫码时写明地点"),
  at: instant,
  result: z.enum(["normal", "problem"]),
  found: z.string().trim().max(200).default(""),
  photos: z.array(z.uuid()).max(6).default([]),
  supervisor: z.string().trim().max(40).default(""),
});

export const submitPatrol = route({
  method: "POST",
  path: "/unit/patrols",
  tag,
  summary: "记一次巡查",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: patrolInput,
  output: z.object({ id: z.uuid(), place: z.string(), hazard: z.uuid().nullable() }),
  example: {
    input: { id: "01997c2e-8f00-7000-8000-000000000031", code: "c2h1cGluZy0x", at: "2026-03-18T02:10:00Z", result: "normal" },
    output: { id: "01997c2e-8f00-7000-8000-000000000031", place: "3 层东侧楼梯口", hazard: null },
  },
  async run(context, given) {
    const { tx, services, actor, now } = context;
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const { rows: known } = await sql<{
      place: string;
      hazard: string | null;
    }>`select point_name as place, hazard from unit_management.patrol where id = ${given.id}`.execute(tx);
    if (known[0]) return ok({ id: given.id, ...known[0] });
    const at = new Date(given.at);
    if (at.getTime() > now.getTime() + AHEAD_MS || at.getTime() < now.getTime() - LATE_HOURS * 3_600_000)
      return refuse("invalid", "unit-management.bad_patrol_time", { hours: LATE_HOURS });
    const { rows: points } = given.code
      ? await sql<{
          id: string;
          name: string;
          place: string;
        }>`select id, name, place from unit_management.patrol_point where code = ${given.code}
          and unit = ${unit.value.id} and in_use and deleted_at is null`.execute(tx)
      : { rows: [] };
    const point = points[0];
    if (given.code && !point) return refuse("not_found", "unit-management.unknown_point");
    const place = point ? `${point.place} ${point.name}` : given.place;
    if (!place) return refuse("invalid", "unit-management.no_place");
    if (given.result === "problem" && !given.found) return refuse("invalid", "unit-management.problem_without_words");
    if (!(await arePhotosKnown(context, given.photos))) return refuse("invalid", "unit-management.unknown_photo");
    const raised =
      given.result === "problem"
        ? await raiseOwn(context, unit.value, {
            what: given.found,
            placeWords: place,
            item: null,
            grade: "minor",
            ground: null,
            remedy: null,
            photos: given.photos,
            origin: "patrol",
            originName: patrol.name,
            originId: given.id,
            foundOn: dayOf(at),
          })
        : null;
    if (raised && !raised.ok) return raised;
    const hazard = raised ? raised.value.id : null;
    const values = {
      unit: unit.value.id,
      kind: given.kind,
      spot: point?.id ?? null,
      pointName: place,
      scanned: point !== undefined,
      patrolledOn: dayOf(at),
      patrolledAt: at.toISOString(),
      patrolledBy: actor.name,
      supervisor: given.supervisor || null,
      result: given.result,
      found: given.found || null,
      photos: given.photos,
      hazard,
    };
    const scope = { area: actor.area, unitId: actor.unitId, userId: actor.userId };
    await insertRows(services.catalog.get(patrol.name), [{ id: given.id, area: unit.value.area, values, demo: unit.value.demo }], {
      tx,
      sealer: services.sealer,
      scope,
    });
    context.audit({ action: "记一次巡查", subject: patrol.name, subjectId: given.id, area: unit.value.area });
    return ok({ id: given.id, place, hazard });
  },
});
