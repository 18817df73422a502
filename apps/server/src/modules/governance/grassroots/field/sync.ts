/** `POST /grassroots/field/sync`: the patrols of a phone's queue, piece by piece in own savepoints. Twice the same letter changes nothing. */
import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { applyChange, createRow, inSavepoint } from "#platform/ledger/write.ts";
import { ok, type Refusal, RefusalError, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { dayOf, instant } from "#platform/values.ts";
import { patrol as patrolLedger } from "../grid/grid.ts";
import { takeRisk } from "../risk/take-risk.ts";
import { MOST_PIECES, type PatrolPiece, type PatrolReceipt, type PiecePoint, patrolPiece, patrolReceipt, type Risk } from "./pieces.ts";
import { type PatrolSum, sumUp } from "./sum-up.ts";

type Member = { readonly id: string; readonly area: number };

/** The grid member this account is. */
export async function memberOf({ tx, actor }: Pick<RouteContext, "tx" | "actor">): Promise<Member | undefined> {
  const { rows } =
    await sql<Member>`select id, area from grassroots.grid_member where "user" = ${actor.userId} and status = 'active' and deleted_at is null order by id limit 1`.execute(
      tx,
    );
  return rows[0];
}

export const syncPatrols = route({
  method: "POST",
  path: "/grassroots/field/sync",
  tag: "网格巡查",
  summary: "收手机送来的巡查",
  description: "每件以手机生成的 id 认，重复送不重复收；一件不收不影响其余。巡查结束的一件到了才成巡查记录。",
  permission: `${patrolLedger.name}.write`,
  input: z.object({ pieces: z.array(z.unknown()).min(1).max(MOST_PIECES) }),
  shown: z.object({ pieces: z.array(patrolPiece).min(1).max(MOST_PIECES) }),
  output: z.object({ receipts: z.array(patrolReceipt), serverTime: instant }),
  async run(context, { pieces }) {
    const member = await memberOf(context);
    if (!member) return refuse("forbidden", "grassroots.no_grid_member");
    const receipts: PatrolReceipt[] = [];
    const touched = new Set<string>();
    for (const raw of pieces) {
      const { receipt, patrol } = await applyOne(context, member, raw);
      receipts.push(receipt);
      if (patrol) touched.add(patrol);
    }
    for (const id of touched) await settle(context, member, id);
    return ok({ receipts, serverTime: context.now.toISOString() });
  },
});

type Applied = { readonly receipt: PatrolReceipt; readonly patrol: string | null };

async function applyOne(context: RouteContext, member: Member, raw: unknown): Promise<Applied> {
  const parsed = patrolPiece.safeParse(raw, context.language === "zh" ? { error: z.locales.zhCN().localeError } : undefined);
  const id = String((raw as { readonly id?: unknown } | null)?.id ?? "");
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const params = { field: issue?.path.join(".") ?? "", problem: issue?.message ?? "" };
    return { receipt: refused(id, { kind: "invalid", code: "grassroots.bad_piece", params }, context), patrol: null };
  }
  try {
    const done = await inSavepoint(context.tx, async () => {
      const result = await takeOne(context, member, parsed.data);
      if (!result.ok) throw new RefusalError(result.refusal);
      return result.value;
    });
    const patrol = done.result === "accepted" && parsed.data.kind !== "riskChecked" ? parsed.data.patrol : null;
    return { receipt: { id, ...done, message: done.code && context.services.messages.say(done.code, {}, context.language) }, patrol };
  } catch (error) {
    if (error instanceof RefusalError) return { receipt: refused(id, error.refusal, context), patrol: null };
    const incident = randomBytes(3).toString("hex").toUpperCase();
    context.services.log.error({ err: error, incident, piece: id, kind: parsed.data.kind }, "patrol piece failed");
    return { receipt: refused(id, { kind: "unavailable", code: "http.fault", params: { incident } }, context), patrol: null };
  }
}

/** What another piece or another day will mend is sent again later; all else waits for a person. */
const refused = (id: string, { kind, code, params }: Refusal, { services, language }: RouteContext): PatrolReceipt => ({
  ...{ id, receipt: null, code },
  result: kind === "unavailable" ? "later" : "refused",
  message: services.messages.say(code, params ?? {}, language),
});

type Answer = Pick<PatrolReceipt, "result" | "receipt" | "code">;

async function takeOne(context: RouteContext, member: Member, given: PatrolPiece): Promise<Result<Answer>> {
  const { tx, actor } = context;
  const body = createHash("sha256").update(JSON.stringify(given)).digest("hex");
  const receipt = body.slice(0, 8).toUpperCase();
  const { rows } = await sql`insert into grassroots.field_piece (id, kind, patrol, member, area, taken_by, body, content, receipt, at)
    values (${given.id}, ${given.kind}, ${given.patrol}, ${member.id}, ${member.area}, ${actor.userId}, decode(${body}, 'hex'), ${JSON.stringify(given)}, ${receipt}, ${given.at})
    on conflict (id) do nothing returning id`.execute(tx);
  if (rows.length === 0) return had(context, given.id, body);
  if (given.kind === "riskChecked") return risk(context, member, given, receipt);
  if (given.kind !== "patrolBegun") {
    const begun =
      await sql`select 1 from grassroots.field_piece where patrol = ${given.patrol} and kind = 'patrolBegun' and taken_by = ${actor.userId}`.execute(
        tx,
      );
    if (begun.rows.length === 0) return refuse("unavailable", "grassroots.patrol_unknown");
  }
  return ok({ result: "accepted", receipt, code: null });
}

async function had({ tx, actor }: RouteContext, id: string, body: string): Promise<Result<Answer>> {
  const { rows } = await sql<{
    receipt: string;
    same: boolean;
  }>`select receipt, body = decode(${body}, 'hex') as same from grassroots.field_piece
    where id = ${id} and taken_by = ${actor.userId}`.execute(tx);
  const [known] = rows;
  return known?.same ? ok({ result: "had", receipt: known.receipt, code: null }) : refuse("conflict", "grassroots.piece_differs");
}

/** A point of a phone outside the country is a phone that does not know where it is. */
const spotOf = (point: PiecePoint) =>
  point && point.lon >= 73 && point.lon <= 136 && point.lat >= 3 && point.lat <= 54 ? { lon: point.lon, lat: point.lat } : null;

/** A phone whose clock runs ahead was there today all the same. */
const onDay = (at: string, now: Date) => dayOf(new Date(Math.min(Date.parse(at), now.getTime())));

async function risk(context: RouteContext, member: Member, given: Risk, receipt: string): Promise<Result<Answer>> {
  const { tx, services, actor, now, today } = context;
  const reader = readerOf(context);
  const unit = given.unit === null ? undefined : await findRow(services.catalog.get("places.unit"), given.unit, reader);
  if (given.unit !== null && !unit) return refuse("not_found", "grassroots.unknown_unit");
  const taken = await takeRisk(
    tx,
    services,
    {
      id: given.risk,
      area: unit?.area ?? member.area,
      placeWords: given.place,
      placeKind: given.placeKind,
      unit: given.unit,
      checkedOn: onDay(given.at, now),
      source: given.source,
      finder: given.finder || actor.name,
      member: member.id,
      factors: given.factors,
      words: given.words || null,
      spot: spotOf(given.point),
    },
    { actor, organ: actor.organId, now, today },
    reader,
  );
  if (!taken.ok) return taken;
  const { earlier, route: to } = taken.value;
  return ok({ result: "accepted", receipt, code: earlier ? "grassroots.risk_seen" : `grassroots.risk_${to}` });
}

const valuesOf = (sum: PatrolSum, member: Member, now: Date) => ({
  member: member.id,
  patrolledOn: onDay(sum.beganAt, now),
  beganAt: sum.beganAt,
  route: sum.route,
  objects: Math.min(sum.objects, 500),
  problems: Math.min(sum.problems, 200),
  onSpot: Math.min(sum.onSpot, 200),
  foundWords: sum.foundWords,
});

/** The record of a patrol that has ended, made once and brought up to date by what came late. */
async function settle(context: RouteContext, member: Member, id: string): Promise<void> {
  const { tx, services, actor, now } = context;
  const { rows } = await sql<{
    content: PatrolPiece;
  }>`select content from grassroots.field_piece where patrol = ${id} and taken_by = ${actor.userId} and kind <> 'riskChecked'`.execute(tx);
  const sum = sumUp(rows.map(({ content }) => content));
  if (!sum) return;
  const entry = services.catalog.get(patrolLedger.name);
  const reader = readerOf(context);
  const values = valuesOf(sum, member, now);
  const spot = spotOf(sum.point && { ...sum.point, accuracyM: null, at: null });
  const own = { via: "phone", endedAt: sum.endedAt, points: sum.points };
  if (!(await findRow(entry, id, reader, true))) {
    const made = await createRow(entry, { id, values: { ...values, ...(spot ? { point: { ...spot, datum: "wgs84" } } : {}) } }, reader);
    if (!made.ok) {
      // The facts stay; what kept the record from being made is in the log and tried again with the next piece.
      services.log.warn({ patrol: id, code: made.refusal.code, params: made.refusal.params }, "patrol not made");
      return;
    }
    context.audit({ action: "收到网格巡查", subject: patrolLedger.name, subjectId: id, area: member.area });
  }
  const row = await findRow(entry, id, reader, true);
  if (row) await applyChange(entry, id, row.version, { ...row, ...values, ...own }, { ...values, ...own }, reader);
}
