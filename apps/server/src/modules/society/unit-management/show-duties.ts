/** 履职情况 of one unit: for its own people, and for those who supervise it. JX-4.4.3, TY-1.10. */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { listFor } from "./checklists.ts";
import { type Duty, tally } from "./domain/duties.ts";
import { equipmentGaps, fileScore } from "./domain/file-score.ts";
import { dutyFile } from "./duty-rules.ts";
import { decidedRules, dutiesFor, factsOf, loadDone, loadUnits, type UnitRow } from "./load.ts";
import { unitDuties } from "./shapes.ts";

export const tag = "单位自管";
export type Context = Pick<RouteContext, "tx" | "now" | "today">;

export const equipmentOf = async ({ tx, today }: Context, unit: UnitRow) => {
  const { rows } = await sql<{ item: string; count: number; usable: boolean }>`select item, count::int,
      (state = 'good' and (expires_on is null or expires_on >= ${today})) as usable
    from unit_management.equipment where unit = ${unit.id} and deleted_at is null`.execute(tx);
  return equipmentGaps(dutyFile, factsOf(unit), rows);
};

const filed = async ({ tx, today }: Context, unit: UnitRow) => {
  const { rows } = await sql<{ kind: string; reviewBy: string | null }>`select kind, review_by::text from unit_management.document
    where unit = ${unit.id} and state = 'inForce' and deleted_at is null`.execute(tx);
  const persons = { responsible: Boolean(unit.responsible), manager: Boolean(unit.manager) };
  return fileScore(dutyFile, factsOf(unit), rows, persons, today);
};

type Aside = {
  readonly hazards: number;
  readonly trained: number;
  readonly commitment: { readonly id: string; readonly token: string; readonly publishedOn: string; readonly until: string } | null;
};
/** The offices of the unit's town and its county's fire brigade: whom a shopkeeper may ask. */
async function helpersOf({ tx }: Context, area: number) {
  const town = Math.floor(area / 1_000_000) * 1_000_000;
  const county = Math.floor(area / 1_000_000_000) * 1_000_000_000;
  const { rows } = await sql<{
    name: string;
    phone: string | null;
  }>`select name, coalesce(duty_phone, phone) as phone from organizations.organ
    where deleted_at is null and ((area = ${town}) or (area = ${county} and kind = 'fire-brigade')) order by area desc, sort nulls last, name limit 4`.execute(
    tx,
  );
  return rows;
}

async function aside({ tx, today }: Context, unit: string, since: string): Promise<Aside> {
  const { rows } = await sql<Aside>`select
    (select count(*)::int from hazard_loop.hazard h where h.unit = ${unit} and h.closed_at is null and h.deleted_at is null) as hazards,
    (select coalesce(sum(t.trained), 0)::int from unit_management.training t where t.unit = ${unit} and t.held_on >= ${since} and t.deleted_at is null) as trained,
    (select jsonb_build_object('id', c.id, 'token', c.token, 'publishedOn', c.published_on, 'until', c.until) from unit_management.commitment c
      where c.unit = ${unit} and c.state = 'public' and c.until >= ${today} and c.deleted_at is null order by c.published_on desc limit 1) as commitment`.execute(
    tx,
  );
  return rows[0] ?? { hazards: 0, trained: 0, commitment: null };
}

/** The unit's standing now; undefined when there is no such unit within reach. */
export async function standingOf(context: Context, id: string) {
  const [unit] = await loadUnits(context.tx, sql`u.id = ${id}`);
  if (!unit) return undefined;
  const done = await loadDone(context.tx, [id], context.today);
  const duties = dutiesFor(unit, done.get(id) ?? [], await decidedRules(context.tx), context.now);
  return { unit, duties };
}

const yearOf = (duties: readonly Duty[]): Duty | undefined => duties.find((duty) => duty.matter === "training" && duty.confirmed);

async function answer(context: Context, id: string): Promise<Result<z.input<typeof unitDuties>>> {
  const standing = await standingOf(context, id);
  if (!standing) return refuse("not_found", "ledger.unknown_row", { id });
  const { unit, duties } = standing;
  const training = yearOf(duties);
  const more = await aside(context, id, training?.period.from ?? `${context.today.slice(0, 4)}-01-01`);
  const check = duties.find((duty) => duty.matter === "selfCheck" && duty.confirmed);
  const list = await listFor(context.tx, unit, context.today);
  return ok({
    unit: { id, name: unit.name, kind: unit.kind, area: unit.area },
    duties: duties.map((duty) => ({ ...duty, evidence: [...duty.evidence] })),
    tally: tally(duties),
    file: { ...(await filed(context, unit)) } as z.input<typeof unitDuties>["file"],
    gaps: [...(await equipmentOf(context, unit))],
    training: { expected: unit.staff, trained: unit.staff === null ? more.trained : Math.min(unit.staff, more.trained) },
    hazards: more.hazards,
    commitment: more.commitment,
    helpers: await helpersOf(context, unit.area),
    check:
      check && list
        ? { checklist: list.title, items: list.items.length, lastOn: check.lastOn, dueAt: check.dueAt, state: check.state }
        : null,
  });
}

const COMPOSED = ["title", "source", "missing", "expired", "checklist"];

export const showOwnDuties = route({
  method: "GET",
  path: "/unit/duties",
  tag,
  summary: "单位端：我的履职",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: z.object({}),
  composed: COMPOSED,
  output: unitDuties,
  run: (context) =>
    context.actor.unitId === null ? Promise.resolve(refuse("not_found", "unit-management.no_unit")) : answer(context, context.actor.unitId),
});

export const showUnitDuties = route({
  method: "GET",
  path: "/unit-management/units/:id/duties",
  tag,
  summary: "一家单位的履职情况",
  permission: "unit-management.profile.read",
  input: z.object({ id: z.uuid() }),
  composed: COMPOSED,
  output: unitDuties,
  async run(context, { id }) {
    const unit = await findRow(context.services.catalog.get("places.unit"), id, readerOf(context));
    return unit ? answer(context, id) : refuse("not_found", "ledger.unknown_row", { id });
  },
});
