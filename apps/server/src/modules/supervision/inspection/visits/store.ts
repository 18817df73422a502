/** Rows of visits beside their ledger: answers, signatures, pieces already taken, lists as they were answered, photos. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Answer, Outcome } from "./domain/answers.ts";
import type { Answered, Piece, Side, Signed } from "./pieces.ts";

export type Taken = { readonly receipt: string; readonly body: string };

/** Notes the piece as taken. @returns what is known of it when it was taken before */
export async function takePiece(
  tx: Tx,
  piece: Piece,
  { by, at }: { readonly by: string; readonly at: Date },
  { body, receipt }: Taken,
): Promise<Taken | "fresh" | "foreign"> {
  const visit = "visit" in piece ? piece.visit : null;
  const { rows } = await sql`insert into inspection.sync_piece (id, kind, visit, hazard, taken_by, taken_at, body, receipt)
    values (${piece.id}, ${piece.kind}, ${visit}, ${"hazard" in piece ? piece.hazard : null}, ${by}, ${at.toISOString()}, decode(${body}, 'hex'), ${receipt})
    on conflict (id) do nothing returning id`.execute(tx);
  if (rows.length > 0) return "fresh";
  const known = await sql<Taken>`select receipt, encode(body, 'hex') as body from inspection.sync_piece where id = ${piece.id}`.execute(tx);
  return known.rows[0] ?? "foreign";
}

export type Visit = {
  readonly id: string;
  readonly area: number;
  readonly version: number;
  /** The task it was made for; a visit may come of no task. */
  readonly task: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly onDay: string;
  readonly checklist: string;
  readonly listVersion: number;
  readonly inspector: string;
  readonly guidance: boolean;
  readonly startedAt: string;
  readonly endedAt: string | null;
};

/** A visit of this person, locked until the end of the transaction. */
export async function lockVisit(tx: Tx, id: string, by: string): Promise<Visit | undefined> {
  const { rows } =
    await sql<Visit>`select id, area, version, task, unit, unit_name, on_day, checklist, list_version, inspector, coalesce(guidance, false) as guidance,
      started_at, ended_at
    from inspection.visit where id = ${id} and inspector = ${by} and deleted_at is null for update`.execute(tx);
  return rows[0];
}

/** When the end of a visit arrived here, by our clock; undefined for one that did not come from a phone. */
export async function endReceivedAt(tx: Tx, visit: string): Promise<string | undefined> {
  const { rows } = await sql<{
    takenAt: string;
  }>`select taken_at from inspection.sync_piece where visit = ${visit} and kind = 'visitFinished'
    order by taken_at limit 1`.execute(tx);
  return rows[0]?.takenAt;
}

/** The later answer stands. @returns whether this one does */
export async function saveAnswer(tx: Tx, visit: Visit, given: Answered, by: string): Promise<boolean> {
  const { rows } = await sql`insert into inspection.visit_item as t
      (visit, item, area, unit, on_day, checklist, list_version, outcome, note, place, photos, remedy, due_on, hazard_given, answered_at, answered_by, piece)
    values (${visit.id}, ${given.item}, ${visit.area}, ${visit.unit}, ${visit.onDay}, ${visit.checklist}, ${visit.listVersion}, ${given.outcome},
      ${given.note || null}, ${given.place || null}, ${given.photos}::uuid[], ${given.remedy}, ${given.dueOn}, ${given.hazard},
      ${given.at}, ${by}, ${given.id})
    on conflict (visit, item) do update set outcome = excluded.outcome, note = excluded.note, place = excluded.place, photos = excluded.photos,
      remedy = excluded.remedy, due_on = excluded.due_on, hazard_given = coalesce(t.hazard_given, excluded.hazard_given),
      answered_at = excluded.answered_at, answered_by = excluded.answered_by, piece = excluded.piece
    where (excluded.answered_at, excluded.piece::text) > (t.answered_at, t.piece::text)
    returning item`.execute(tx);
  return rows.length > 0;
}

export type ItemRow = {
  readonly item: string;
  readonly outcome: Outcome;
  readonly note: string | null;
  readonly place: string | null;
  readonly photos: readonly string[];
  readonly remedy: string | null;
  readonly dueOn: string | null;
  readonly hazardGiven: string | null;
  readonly hazard: string | null;
  readonly overruled: boolean;
  readonly answeredAt: string;
};

export async function itemsOf(tx: Tx, visit: string): Promise<readonly ItemRow[]> {
  const { rows } =
    await sql<ItemRow>`select item, outcome, note, place, photos, remedy, due_on, hazard_given, hazard, overruled, answered_at
    from inspection.visit_item where visit = ${visit} order by item`.execute(tx);
  return rows;
}

export async function noteHazard(tx: Tx, visit: string, item: string, hazard: string): Promise<void> {
  await sql`update inspection.visit_item set hazard = ${hazard} where visit = ${visit} and item = ${item}`.execute(tx);
}

export async function saveSignature(tx: Tx, visit: Visit, given: Signed, sealed: Buffer | null): Promise<void> {
  await sql`insert into inspection.visit_signature as t (visit, side, area, unit, name, strokes, refused_why, signed_at, piece)
    values (${visit.id}, ${given.side}, ${visit.area}, ${visit.unit}, ${given.name}, ${sealed}, ${given.refusedWhy}, ${given.at}, ${given.id})
    on conflict (visit, side) do update set name = excluded.name, strokes = excluded.strokes, refused_why = excluded.refused_why,
      signed_at = excluded.signed_at, piece = excluded.piece
    where (excluded.signed_at, excluded.piece::text) > (t.signed_at, t.piece::text)`.execute(tx);
}

export type Signature = {
  readonly side: Side;
  readonly name: string;
  readonly strokes: Buffer | null;
  readonly refusedWhy: string | null;
  readonly signedAt: string;
};
export async function signaturesOf(tx: Tx, visit: string): Promise<readonly Signature[]> {
  const { rows } =
    await sql<Signature>`select side, name, strokes, refused_why, signed_at from inspection.visit_signature where visit = ${visit}`.execute(
      tx,
    );
  return rows;
}

/** Figures of the visit from its answers and signatures. */
export async function recount(tx: Tx, visit: string): Promise<void> {
  await sql`update inspection.visit v set answered = i.answered, failed = i.failed, hazards = i.hazards, version = v.version + 1, updated_at = now(),
      result = case when v.ended_at is null then 'inProgress' when i.failed = 0 then 'passed' when v.guidance then 'guided' else 'problems' end,
      signed_by_inspector = s.inspector, signed_by_unit = s.unit, unit_refused = s.refused
    from (select count(*)::int as answered, count(*) filter (where outcome = 'fail')::int as failed, count(hazard)::int as hazards
        from inspection.visit_item where visit = ${visit}) i,
      (select coalesce(bool_or(side = 'inspector' and refused_why is null), false) as inspector,
        coalesce(bool_or(side = 'unit' and refused_why is null), false) as unit, max(refused_why) filter (where side = 'unit') as refused
        from inspection.visit_signature where visit = ${visit}) s
    where v.id = ${visit}`.execute(tx);
}

export type SameDay = {
  readonly id: string;
  readonly inspector: string;
  readonly inspectors: string;
  readonly startedAt: string;
  readonly phone: string | null;
};

/** All visits of a place on a day, oldest first. */
export async function visitsOfDay(tx: Tx, unit: string, onDay: string): Promise<readonly SameDay[]> {
  const { rows } = await sql<SameDay>`select v.id, v.inspector, v.inspectors, v.started_at, null::text as phone
    from inspection.visit v where v.unit = ${unit} and v.on_day = ${onDay} and v.deleted_at is null order by v.started_at, v.id`.execute(
    tx,
  );
  return rows;
}

export async function answersOfDay(tx: Tx, unit: string, onDay: string): Promise<readonly Answer[]> {
  const { rows } =
    await sql<Answer>`select visit, item, outcome, overruled from inspection.visit_item where unit = ${unit} and on_day = ${onDay}`.execute(
      tx,
    );
  return rows;
}

export async function markConflict(tx: Tx, unit: string, onDay: string, inConflict: boolean): Promise<void> {
  await sql`update inspection.visit set in_conflict = ${inConflict}, version = version + 1, updated_at = now()
    where unit = ${unit} and on_day = ${onDay} and in_conflict is distinct from ${inConflict}`.execute(tx);
}

/** Of all answers to one item of a day the one of this visit stands. @returns how many answers it overruled */
export async function letStand(tx: Tx, unit: string, onDay: string, item: string, visit: string): Promise<number> {
  const { rows } = await sql<{ overruled: boolean }>`update inspection.visit_item set overruled = (visit <> ${visit})
    where unit = ${unit} and on_day = ${onDay} and item = ${item} returning overruled`.execute(tx);
  return rows.filter(({ overruled }) => overruled).length;
}
