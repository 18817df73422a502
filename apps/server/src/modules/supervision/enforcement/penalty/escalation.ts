/**
 * 从严执法: a hazard that is not rectified in time asks for the next step (order, penalty, sealing). Whoever takes no step says why, on the record. SH-3.2
 */
import { sql } from "kysely";
import { defineCase, eraseCase, type Ready } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { choice, day, integer, long, person, ref, text } from "#platform/ledger/fields.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { ok, orThrow, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { calendarDate } from "#platform/values.ts";
import { nextStep, steps } from "./domain/escalate.ts";
import { filePenalty } from "./file-penalty.ts";
import { PENALTY } from "./penalty.ts";

export const ESCALATION = "enforcement.escalation";
const readOnly = true;
const required = true;

/** A penalty chosen as the next step is filed at once, in the same breath. */
const readyToEscalate: Ready = async (context, row, given) => {
  if (given.step !== "penalty") return ok({});
  const party = await partyOf(context, row.unit);
  const values = {
    unit: row.unit ?? null,
    party,
    partyKind: "unit",
    act: "hazard-not-cleared",
    origin: "hazard",
    hazard: row.hazard,
    conduct: `火灾隐患经通知不及时消除：${String(row.what)}`,
    conductOn: row.hazardDueOn ?? context.today,
    officerOne: given.officerOne,
    officerTwo: given.officerTwo,
  };
  if (!given.officerOne || !given.officerTwo) return refuse("invalid", "enforcement.two_officers");
  const filed = await filePenalty(context, { ...values, area: row.area });
  return filed.ok ? ok({ penalty: filed.value }) : filed;
};

async function partyOf(context: RouteContext, unit: unknown): Promise<string> {
  const row = typeof unit === "string" ? await findRow(context.services.catalog.get("places.unit"), unit, readerOf(context)) : undefined;
  return String(row?.name ?? "（待查明）");
}

export const escalation = defineCase(ESCALATION, {
  label: "升级执法",
  counter: "件",
  title: "what",
  unit: "unit",
  fields: {
    what: long("隐患", { required, readOnly, max: 1_000 }),
    hazard: ref("火灾隐患", "hazard-loop.hazard", { required, readOnly }),
    unit: ref("单位", "places.unit", { readOnly }),
    grade: text("隐患等级", { readOnly, max: 20 }),
    hazardDueOn: day("整改期限", { readOnly }),
    returns: integer("复查不合格", { readOnly, unit: "次" }),
    suggested: choice("建议", steps, { readOnly, indexed: true }),
    suggestedWhy: text("建议依据", { composed: true, readOnly, max: 200 }),
    step: choice("采取措施", steps, { indexed: true }),
    officerOne: person("承办人"),
    officerTwo: person("协办人"),
    penalty: ref("行政处罚案件", PENALTY, { readOnly }),
    declinedWhy: long("不升级的理由", { max: 1_000 }),
  },
  search: ["what"],
  list: {
    columns: ["what", "unit", "area", "grade", "hazardDueOn", "suggested", "step", "state", "dueAt"],
    filters: ["area", "state", "suggested", "step", "unit"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "待处理", where: { open: true }, sort: "dueAt" },
    declined: { label: "未升级", where: { state: "declined" }, sort: "-openedAt" },
  },
  sameWhileOpen: ["hazard"],
  states: {
    proposed: { label: "待处理", due: { working: 3 } },
    escalated: { label: "已升级", end: true },
    declined: { label: "不升级", end: true },
    cleared: { label: "已整改", end: true },
  },
  start: "proposed",
  moves: {
    escalate: {
      label: "升级",
      from: ["proposed"],
      to: "escalated",
      by: "enforcement.penalty.handle",
      asks: ["step"],
      takes: ["officerOne", "officerTwo"],
      note: "optional",
      ready: readyToEscalate,
      sets: (_, given) => ({ penalty: given.penalty ?? null }),
    },
    decline: { label: "不升级", from: ["proposed"], to: "declined", by: "enforcement.penalty.handle", asks: ["declinedWhy"] },
    clear: { label: "隐患已销号", from: ["proposed"], to: "cleared", by: "enforcement.machine" },
  },
});

type Due = {
  readonly id: string;
  readonly area: number;
  readonly unit: string | null;
  readonly what: string;
  readonly grade: string | null;
  readonly dueOn: string | null;
  readonly returns: number | null;
  readonly extensions: number | null;
  readonly supervisor: string | null;
  readonly demo: boolean;
};

/** Proposes the next step for a hazard, or counts on the open proposal. A decision that stands for this term is not asked again. */
async function propose(tx: Tx, services: Services, hazard: Due): Promise<void> {
  const { rows: settled } = await sql`select 1 from enforcement.escalation
    where hazard = ${hazard.id} and closed_at is not null and hazard_due_on is not distinct from ${hazard.dueOn}::date and deleted_at is null limit 1`.execute(
    tx,
  );
  const { rows: open } =
    await sql`select 1 from enforcement.escalation where hazard = ${hazard.id} and closed_at is null and deleted_at is null limit 1`.execute(
      tx,
    );
  if (settled.length > 0 || open.length > 0) return;
  const now = services.clock.now();
  const { step, why } = nextStep({ grade: hazard.grade, returns: hazard.returns ?? 0, extensions: hazard.extensions ?? 0 });
  const values = {
    what: hazard.what,
    hazard: hazard.id,
    unit: hazard.unit,
    grade: hazard.grade,
    hazardDueOn: hazard.dueOn,
    returns: hazard.returns ?? 0,
    suggested: step,
    suggestedWhy: why,
  };
  const raise = {
    area: hazard.area,
    values,
    holderOrgan: hazard.supervisor,
    at: now,
    kind: "system" as const,
    actorName: "系统",
    demo: hazard.demo,
  };
  orThrow(await raiseCase(eraseCase(escalation), raise, systemReader(services, tx, now, services.clock.today()), services));
}

const COLUMNS = sql`id, area, unit, what, grade, due_on, returns, extensions, supervisor, demo`;

/** Every morning: hazards past their term, a term each day counted once. */
export const escalateOverdue: Job = {
  name: "enforcement.escalate-overdue",
  cron: "20 6 * * *",
  run: (_, services) => asWorker(services.db, async (tx) => void (await proposeOverdue(tx, services))),
};

const AT_ONCE = 2_000;

export async function proposeOverdue(tx: Tx, services: Services): Promise<number> {
  const today = calendarDate.parse(services.clock.today());
  const { rows } =
    await sql<Due>`select ${COLUMNS} from hazard_loop.hazard h where state = 'assigned' and closed_at is null and deleted_at is null and due_on < ${today}
    and not exists (select 1 from enforcement.escalation e where e.hazard = h.id and e.deleted_at is null and (e.closed_at is null or e.hazard_due_on is not distinct from h.due_on))
    order by due_on, id limit ${AT_ONCE}`.execute(tx);
  for (const hazard of rows) await propose(tx, services, hazard);
  return rows.length;
}

/** Whatever ends a hazard: 复查销号, 当场改正 or 不属实. */
const ends = ["close", "correctedOnSpot", "void"].map((move) => `hazard-loop.hazard.${move}`);

/** 复查不合格 asks at once; the hazard's end ends what was still open. */
export const hearHazards: EventHandler = {
  name: "enforcement.hear-hazards",
  types: ["hazard-loop.hazard.sendBack", ...ends],
  async handle(event, tx, services) {
    const id = String(event.payload.id);
    if (ends.includes(event.type)) {
      const at = services.clock.now().toISOString();
      await sql`with closed as (update enforcement.escalation set state = 'cleared', closed_at = ${at}, due_at = null, version = version + 1, updated_at = now()
          where hazard = ${id} and closed_at is null and deleted_at is null returning id)
        insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state)
        select ${ESCALATION}, id, ${at}, 'system', '系统', 'clear', 'proposed', 'cleared' from closed`.execute(tx);
      return;
    }
    const { rows } = await sql<Due>`select ${COLUMNS} from hazard_loop.hazard where id = ${id} and deleted_at is null`.execute(tx);
    const hazard = rows[0];
    if (hazard) await propose(tx, services, hazard);
  },
};
