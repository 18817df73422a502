/** Each night: the month's row of every unit that rates and lists count, and the reminders of units that use the platform. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { classesOf, type DecidedRules, type Duty, tally } from "./domain/duties.ts";
import { fileScore } from "./domain/file-score.ts";
import { industryOf } from "./domain/industry.ts";
import { periodOf } from "./domain/periods.ts";
import { dutyFile } from "./duty-rules.ts";
import { dutyMonth, reminder } from "./ledgers/followed.ts";
import { decidedRules, dutiesFor, factsOf, loadDone, loadUnits, type UnitRow } from "./load.ts";

const BATCH = 1_000;
/** So many days before the end of its turn a unit is reminded; turns of a day or week are seen on its own page. */
const REMIND_DAYS = 10;
const REMINDED = new Set(["halfMonth", "month", "quarter", "halfYear", "year"]);
const MANAGED = ["keyUnit", "crowded", "smallPlace", "highRisk"];

type Known = {
  readonly unit: string;
  readonly adopted: boolean;
  readonly standard: boolean;
  readonly openLate: number;
  readonly found: number;
  readonly filed: readonly { readonly kind: string; readonly reviewBy: string | null }[] | null;
};

async function known(tx: Tx, ids: readonly string[], today: CalendarDate): Promise<ReadonlyMap<string, Known>> {
  const { from } = periodOf("month", today);
  const { rows } = await sql<Known>`select a.unit,
      exists (select 1 from unit_management.self_check c where c.unit = a.unit and c.checked_on > ${addDays(today, -92)} and c.deleted_at is null) as adopted,
      exists (select 1 from unit_management.standardisation s where s.unit = a.unit and s.level in ('A', 'B', 'C') and s.valid_until >= ${today} and s.deleted_at is null) as standard,
      (select count(*)::int from hazard_loop.hazard h where h.unit = a.unit and h.state in ('assigned') and h.due_on < ${today} and h.deleted_at is null) as open_late,
      (select count(*)::int from hazard_loop.hazard h where h.unit = a.unit and h.found_on >= ${from} and h.deleted_at is null) as found,
      (select jsonb_agg(jsonb_build_object('kind', d.kind, 'reviewBy', d.review_by)) from unit_management.document d where d.unit = a.unit and d.state = 'inForce' and d.deleted_at is null) as filed
    from unnest(${[...ids]}::uuid[]) as a(unit)`.execute(tx);
  return new Map(rows.map((row) => [row.unit, row]));
}

const promptness = (duties: readonly Duty[], matter: string): "ontime" | "late" | "none" => {
  const duty = duties.find((each) => each.matter === matter);
  if (!duty || duty.state === "resting") return "none";
  return duty.state === "overdue" ? "late" : "ontime";
};

function monthOf(unit: UnitRow, duties: readonly Duty[], about: Known | undefined, today: CalendarDate) {
  const classes = classesOf(dutyFile.classes, factsOf(unit));
  const managed = MANAGED.some((key) => classes.has(key));
  const persons = { responsible: Boolean(unit.responsible), manager: Boolean(unit.manager) };
  const { owed, met, overdue } = tally(duties);
  const did = (matter: string) => duties.some((duty) => duty.matter === matter && duty.by !== null);
  const [assessed, checked, rectified] = [did("selfAssessment"), did("selfCheck"), (about?.openLate ?? 0) === 0];
  return {
    unit: unit.id,
    month: periodOf("month", today).from,
    kind: unit.kind,
    industry: industryOf(unit.kind, unit.industry),
    grade: unit.grade,
    highRisk: classes.has("highRisk"),
    owed,
    met,
    overdue,
    fileScore: fileScore(dutyFile, factsOf(unit), about?.filed ?? [], persons, today).score,
    managed,
    assessed,
    checked,
    committed: did("commitment"),
    rectified,
    active: managed && assessed && checked && rectified,
    adopted: about?.adopted ?? false,
    standard: about?.standard ?? false,
    evaluationOk: promptness(duties, "evaluation"),
    maintenanceOk: promptness(duties, "maintenance"),
    drillOk: promptness(duties, "drill"),
    electricalOk: promptness(duties, "electrical"),
    ductOk: promptness(duties, "duct"),
  };
}

/** One batch of units in the caller's transaction. @returns the last id, or null at the end */
async function countBatch(tx: Tx, services: Services, after: string, decided: DecidedRules): Promise<string | null> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const units = await loadUnits(tx, sql`u.id > ${after} order by u.id limit ${BATCH}`);
  const last = units.at(-1);
  if (!last) return null;
  const ids = units.map(({ id }) => id);
  const [done, about] = [await loadDone(tx, ids, today), await known(tx, ids, today)];
  const rows = units.map((unit) => ({ unit, duties: dutiesFor(unit, done.get(unit.id) ?? [], decided, now) }));
  const { from } = periodOf("month", today);
  await sql`delete from unit_management.duty_month where unit = any(${ids}::uuid[]) and month = ${from}`.execute(tx);
  const scope = { area: services.city.range, unitId: null, userId: null };
  const stored = rows.map(({ unit, duties }) => ({
    id: uuidv7(now.getTime()),
    area: unit.area,
    demo: unit.demo,
    values: monthOf(unit, duties, about.get(unit.id), today),
  }));
  await insertRows(services.catalog.get(dutyMonth.name), stored, { tx, sealer: services.sealer, scope });
  const inUse = rows.filter(({ unit }) => about.get(unit.id)?.adopted === true);
  await remind(
    tx,
    services,
    inUse.map((row) => ({ ...row, lacking: lackingOf(row.unit, about.get(row.unit.id), today) })),
  );
  return last.id;
}

/** 单位档案 as one matter among the duties: what is missing or past its review day. */
const FILE = "UF";
type Standing = { readonly unit: UnitRow; readonly duties: readonly Duty[]; readonly lacking: readonly string[] };

function lackingOf(unit: UnitRow, about: Known | undefined, today: CalendarDate): readonly string[] {
  const persons = { responsible: Boolean(unit.responsible), manager: Boolean(unit.manager) };
  const { missing, expired } = fileScore(dutyFile, factsOf(unit), about?.filed ?? [], persons, today);
  return [...missing, ...expired];
}

/** Raises what is near its end or missed, and ends what was done since. */
async function remind(tx: Tx, services: Services, rows: readonly Standing[]): Promise<void> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const reader = systemReader(services, tx, now, today);
  const declared = eraseCase(reminder);
  const { rows: open } = await sql<{ id: string; unit: string; duty: string }>`select id, unit, duty from unit_management.reminder
    where unit = any(${rows.map(({ unit }) => unit.id)}::uuid[]) and closed_at is null and deleted_at is null`.execute(tx);
  for (const { unit, duties, lacking } of rows) {
    const mine = open.filter((each) => each.unit === unit.id);
    for (const each of mine) {
      const duty = duties.find(({ id }) => id === each.duty);
      const move =
        each.duty === FILE
          ? lacking.length === 0
            ? "meet"
            : null
          : duty?.state === "met"
            ? "meet"
            : !duty || duty.state === "resting"
              ? "drop"
              : null;
      if (move) orThrow(await moveCase(declared, each.id, move, {}, { actor: null, now, today }, reader));
    }
    if (lacking.length > 0 && !mine.some((each) => each.duty === FILE)) {
      const values = {
        unit: unit.id,
        duty: FILE,
        what: `补齐单位档案：${lacking.join("、")}`.slice(0, 100),
        dueOn: periodOf("month", today).to,
        missed: false,
      };
      orThrow(
        await raiseCase(
          declared,
          { area: unit.area, values, holderOrgan: null, at: now, actorName: "系统", kind: "system", demo: unit.demo },
          reader,
          services,
        ),
      );
    }
    for (const duty of duties) {
      const pressing =
        duty.confirmed &&
        REMINDED.has(duty.every) &&
        (duty.state === "overdue" || (duty.state === "due" && (duty.daysLeft ?? 99) <= REMIND_DAYS));
      if (!pressing || mine.some((each) => each.duty === duty.id)) continue;
      const values = { unit: unit.id, duty: duty.id, what: duty.title, dueOn: duty.period.to, missed: duty.state === "overdue" };
      orThrow(
        await raiseCase(
          declared,
          { area: unit.area, values, holderOrgan: null, at: now, actorName: "系统", kind: "system", demo: unit.demo },
          reader,
          services,
        ),
      );
    }
  }
}

const FIRST = "00000000-0000-0000-0000-000000000000";

/** All units in one transaction: the demonstration city, which is small. */
export async function countAll(tx: Tx, services: Services): Promise<void> {
  const decided = await decidedRules(tx);
  for (let after: string | null = FIRST; after !== null; ) after = await countBatch(tx, services, after, decided);
}

/** Goes over all units, a transaction a batch; started again it begins anew and ends with the same rows. */
export async function countDuties(services: Services): Promise<void> {
  const decided = await asWorker(services.db, (tx) => decidedRules(tx));
  for (let after: string | null = FIRST; after !== null; ) {
    const from: string = after;
    after = await asWorker(services.db, (tx) => countBatch(tx, services, from, decided));
  }
}

export const nightly: Job = { name: "unit-management.nightly", cron: "40 2 * * *", run: (_, services) => countDuties(services) };
