/** Opening a commitment: the area's regime sets the window in working days; without one the law's 20 stand. SI-23. */
import { sql } from "kysely";
import { z } from "zod";
import { addWorkingDays } from "#platform/case/calendar.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { commitment } from "./regime.ts";

const LAW_WORKING_DAYS = 20;
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

export const declareCommitment = route({
  method: "POST",
  path: "/inspection/commitments",
  summary: "登记告知承诺",
  tag: "告知承诺核查",
  permission: "inspection.check",
  input: z.object({
    unit: z.uuid(),
    matter: z.string().trim().min(2).max(200),
    declaredOn: calendarDate,
    advice: z.string().max(300).optional(),
  }),
  output: z.object({ id: z.uuid(), checkBy: z.string(), regime: z.string().nullable() }),
  example: {
    input: { unit: EXAMPLE, matter: "投入使用、营业", declaredOn: "2026-03-18" },
    output: { id: EXAMPLE, checkBy: "2026-04-16", regime: null },
  },
  async run(context, { unit, matter, declaredOn, advice }) {
    const { tx, services, actor, now, today, audit } = context;
    if (declaredOn > today) return refuse("invalid", "inspection.declared_in_future");
    const { rows: units } = await sql<{ area: number }>`select area from places.unit where id = ${unit} and deleted_at is null`.execute(tx);
    const area = units[0]?.area;
    if (area === undefined) return refuse("not_found", "inspection.unknown_unit");
    const { rows } = await sql<{
      id: string;
      name: string;
      windowDays: number;
    }>`select r.id, r.name, r.window_days from inspection.v_regime r
      where r."from" <= ${declaredOn} and (r.until is null or r.until >= ${declaredOn}) and ${area} between r.area and r.hi order by r.area desc limit 1`.execute(
      tx,
    );
    const regime = rows[0];
    const checkBy = addWorkingDays(declaredOn, regime?.windowDays ?? LAW_WORKING_DAYS);
    const values = { unit, matter, declaredOn, checkBy, regime: regime?.id ?? null, advice: advice ?? null };
    const raised = await raiseCase(
      eraseCase(commitment),
      { area, values, holderOrgan: actor.organId, at: now, actor: actor.userId, actorName: actor.name, kind: "person" },
      readerOf(context),
      services,
    );
    if (!raised.ok) return raised;
    audit({ action: "登记告知承诺", subject: commitment.name, subjectId: raised.value.id, area });
    return ok({ id: raised.value.id, checkBy, regime: regime?.name ?? null });
  },
});
