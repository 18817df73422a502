/** After a decision: the project's state, the building's record, and who must know (抄告 to rescue and enforcement organs). */
import { sql } from "kysely";
import { addLine, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import type { EventHandler } from "#platform/outbox.ts";
import type { Services } from "#platform/services.ts";
import { projectAfter, type ReviewKind } from "./domain/review.ts";

const REVIEW = "enforcement.review";
type Decided = {
  readonly id: string;
  readonly area: number;
  readonly state: string;
  readonly kind: ReviewKind;
  readonly title: string;
  readonly project: string;
  readonly organ: string | null;
  readonly decidedOn: string;
  readonly decidedBy: string | null;
  readonly sharedTo: string | null;
};

export const hearReviews: EventHandler = {
  name: "enforcement.hear-reviews",
  types: [`${REVIEW}.pass`, `${REVIEW}.fail`],
  async handle(event, tx, services) {
    const { rows } =
      await sql<Decided>`select id, area, state, kind, title, project, organ, decided_on, decided_by, shared_to from enforcement.review
      where id = ${String(event.payload.id)} and deleted_at is null`.execute(tx);
    const decided = rows[0];
    if (!decided || decided.sharedTo !== null) return;
    const after = projectAfter(decided.kind, decided.state === "passed");
    await sql`update enforcement.project set review = ${after}, reviewed_on = ${decided.decidedOn}, version = version + 1, updated_at = now() where id = ${decided.project}`.execute(
      tx,
    );
    if (after === "accepted") await beginBuilding(tx, services, decided.project);
    await share(tx, services, decided);
  },
};

type Built = {
  readonly name: string;
  readonly unit: string | null;
  readonly building: string | null;
  readonly area: number;
  readonly floors: number | null;
  readonly heightM: number | null;
  readonly areaM2: number | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly datum: string | null;
  readonly demo: boolean;
};

/** The building's record starts from its acceptance, where the unit that will use it is known. */
async function beginBuilding(tx: Tx, services: Services, project: string): Promise<void> {
  const { rows } =
    await sql<Built>`select p.name, p.unit, p.building, u.area, p.floors, p.height_m, p.area_m2, p.lon, p.lat, p.datum, p.demo
    from enforcement.project p join places.unit u on u.id = p.unit where p.id = ${project}`.execute(tx);
  const built = rows[0];
  if (!built || built.building !== null) return;
  const now = services.clock.now();
  const id = uuidv7(now.getTime());
  const values = {
    unit: built.unit,
    name: built.name.slice(0, 100),
    use: "other",
    floorsUp: built.floors,
    heightM: built.heightM,
    areaM2: built.areaM2,
    builtYear: Number(services.clock.today().slice(0, 4)),
    lon: built.lon,
    lat: built.lat,
    datum: built.datum,
  };
  const reader = systemReader(services, tx, now, services.clock.today());
  await insertRows(services.catalog.get("places.building"), [{ id, area: built.area, values, demo: built.demo }], reader);
  await sql`update enforcement.project set building = ${id}, version = version + 1, updated_at = now() where id = ${project}`.execute(tx);
}

/** Rescue and enforcement organs of the county and the city find it under 抄送. */
async function share(tx: Tx, services: Services, decided: Decided): Promise<void> {
  const county = Math.floor(decided.area / 1e9) * 1e9;
  const city = Math.floor(decided.area / 1e11) * 1e11;
  const { rows: organs } = await sql<{ id: string; name: string }>`select id, name from organizations.organ
    where kind in ('fire-brigade', 'urban-management') and area in (${county}, ${city}) and level in ('county', 'city') and deleted_at is null
      and id is distinct from ${decided.organ}::uuid order by level, sort limit 10`.execute(tx);
  const now = services.clock.now();
  const rows = organs.map(({ id }) => ({ id: uuidv7(now.getTime()), organ: id }));
  await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, asked_by, to_organ, note, subject)
    select x.id, ${REVIEW}, ${decided.id}, ${decided.area}, 'notice', ${now.toISOString()}, ${decided.decidedBy}, x.organ, '', ${decided.title}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x (id uuid, organ uuid)`.execute(tx);
  const names = organs.map(({ name }) => name).join("、");
  await sql`update enforcement.review set shared_to = ${names.slice(0, 400)}, version = version + 1, updated_at = now() where id = ${decided.id}`.execute(
    tx,
  );
  await addLine(tx, {
    caseName: REVIEW,
    caseId: decided.id,
    at: now,
    kind: "system",
    actorName: "系统",
    code: "case.told",
    given: { organs: names, note: "" },
  });
}
