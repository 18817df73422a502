/** 抄送: tells other organs of a case, for information. The case does not wait for them; each reader marks for himself that he has read it. */
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, may } from "../actor.ts";
import type { Tx } from "../db.ts";
import { pathOf } from "../ledger/names.ts";
import { findNamed, findRow } from "../ledger/read.ts";
import { readerOf } from "../ledger/routes.ts";
import { uuidv7 } from "../ledger/write.ts";
import { pushLive } from "../live.ts";
import { ok, refuse } from "../result.ts";
import { type Route, route } from "../route.ts";
import type { AnyCase } from "./define.ts";
import { addLine } from "./store.ts";
import type { Told } from "./work-shapes.ts";

export const NOTICE = "notice";
const ORGAN = "organizations.organ";

/** What the machine tells an organ by itself; it stands in 抄送 of everybody there who may read such cases. */
export async function tellOrgan(tx: Tx, notice: MachineNotice): Promise<void> {
  const { caseName, caseId, area, organ, note, subject, at } = notice;
  await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, to_organ, note, subject)
    values (${uuidv7(at.getTime())}, ${caseName}, ${caseId}, ${area}, ${NOTICE}, ${at.toISOString()}, ${organ}, ${note}, ${subject})`.execute(
    tx,
  );
}

export type MachineNotice = {
  /** The case or ledger whose row opens from it. */
  readonly caseName: string;
  readonly caseId: string;
  readonly area: number;
  readonly organ: string;
  readonly note: string;
  readonly subject: string;
  readonly at: Date;
};

/** Whoever may move the case in any way may tell others of it. */
export const mayTell = (declared: AnyCase, actor: Actor): boolean =>
  actor.unitId === null && Object.values(declared.moves).some((move) => may(actor, move.by));

export const noticeRoute = (declared: AnyCase): Route =>
  route({
    method: "POST",
    path: `/${pathOf(declared.name)}/:id/notices`,
    summary: `${declared.label} 抄送`,
    tag: declared.label,
    permission: `${declared.name}.read`,
    input: z.object({ id: z.uuid(), organs: z.array(z.uuid()).min(1).max(20), note: z.string().trim().max(400).default("") }),
    output: z.object({ sent: z.number().int() }),
    example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", organs: ["01997c2e-8f00-7000-8000-000000000002"], note: "请知悉" } },
    async run(context, { id, organs, note }) {
      const { tx, actor, now, services } = context;
      const reader = readerOf(context);
      const row = await findRow(services.catalog.get(declared.name), id, reader);
      if (!row) return refuse("not_found", "ledger.unknown_row", { id });
      if (!mayTell(declared, actor)) return refuse("forbidden", "http.no_permission", { permission: declared.name });
      const asked = [...new Set(organs)];
      const found = await Promise.all(asked.map((organ) => findNamed(services.catalog.get(ORGAN), organ, reader)));
      if (found.some((organ) => organ === undefined)) return refuse("invalid", "ledger.unknown_reference");
      const title = row[declared.title];
      const subject = [row._ref && (row._ref as Readonly<Record<string, string>>).unit, typeof title === "string" ? title : ""]
        .filter(Boolean)
        .join(" ");
      const rows = asked.map((organ) => ({ id: uuidv7(now.getTime()), organ }));
      await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, asked_by, to_organ, note, subject)
        select x.id, ${declared.name}, ${id}, ${row.area}, ${NOTICE}, ${now.toISOString()}, ${actor.userId}, x.organ, ${note}, ${subject}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x (id uuid, organ uuid)`.execute(tx);
      const names = found.map((organ) => organ?.title ?? "").join("、");
      await addLine(tx, {
        caseName: declared.name,
        caseId: id,
        at: now,
        kind: "person",
        actor: actor.userId,
        actorName: actor.name,
        code: note ? "case.told_with_note" : "case.told",
        given: { organs: names, note },
      });
      await pushLive(tx, { topic: "work", area: row.area, permission: `${declared.name}.read`, data: { caseName: declared.name, id } });
      context.audit({
        action: `${declared.label} 抄送`,
        subject: declared.name,
        subjectId: id,
        area: row.area,
        detail: { organs: asked, note },
      });
      return ok({ sent: asked.length });
    },
  });

/** 催办: whoever may move such a case, or is there to urge, presses its holder. It stands on the timeline and in the holder's 抄送. */
export const urgeRoute = (declared: AnyCase): Route =>
  route({
    method: "POST",
    path: `/${pathOf(declared.name)}/:id/urge`,
    summary: `${declared.label} 催办`,
    tag: declared.label,
    permission: `${declared.name}.read`,
    input: z.object({ id: z.uuid(), note: z.string().trim().min(1).max(400) }),
    output: z.object({ told: z.string().nullable() }),
    example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", note: "请于今日内办结" } },
    async run(context, { id, note }) {
      const { tx, actor, now, services } = context;
      const row = await findRow(services.catalog.get(declared.name), id, readerOf(context));
      if (!row) return refuse("not_found", "ledger.unknown_row", { id });
      if (!mayTell(declared, actor)) return refuse("forbidden", "http.no_permission", { permission: declared.name });
      if (row.closedAt) return refuse("conflict", "case.wrong_state", { label: declared.states[String(row.state)]?.label, move: "催办" });
      const organ = typeof row.holderOrgan === "string" ? row.holderOrgan : null;
      const title = row[declared.title];
      if (organ)
        await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, asked_by, to_organ, note, subject)
          values (${uuidv7(now.getTime())}, ${declared.name}, ${id}, ${row.area}, ${NOTICE}, ${now.toISOString()}, ${actor.userId}, ${organ},
            ${`催办：${note}`}, ${typeof title === "string" ? title : ""})`.execute(tx);
      await addLine(tx, {
        caseName: declared.name,
        caseId: id,
        at: now,
        kind: "person",
        actor: actor.userId,
        actorName: actor.name,
        code: "case.urged",
        given: { note },
      });
      await pushLive(tx, { topic: "work", area: row.area, permission: `${declared.name}.read`, data: { caseName: declared.name, id } });
      context.audit({ action: `${declared.label} 催办`, subject: declared.name, subjectId: id, area: row.area, detail: { note } });
      const refs = row._ref as Readonly<Record<string, string>> | undefined;
      return ok({ told: refs?.holderOrgan ?? null });
    },
  });

export type Beyond = { readonly at: string; readonly id: string };

/** What nobody has looked at for so long is no news any more; the full list still has it. It also keeps the polled question to one short range. */
const NEWS_DAYS = 90;

/** `unreadAt`: only news, as of that moment. */
export type ToldQuery = { readonly unreadAt: Date | null; readonly beyond: Beyond | null; readonly limit: number };

/** What a person sent reaches all of the organ; what the machine tells, whoever may read such cases: not the administrators who sit in it too. */
const toldTo = (actor: Actor) =>
  sql`r.kind = ${NOTICE} and r.to_organ = ${actor.organId} and (r.asked_by is not null or r.case_name = any(${readable(actor)}::text[]))`;
const READ = ".read";
const readable = ({ permissions }: Actor): readonly string[] =>
  [...permissions].filter((each) => each.endsWith(READ)).map((each) => each.slice(0, -READ.length));

/** What this organ was told, newest first; each with whether this person has read it. */
export async function listTold(actor: Actor, { unreadAt, beyond, limit }: ToldQuery, tx: Tx): Promise<readonly Told[]> {
  if (actor.organId === null) return [];
  const { rows } = await sql<Told>`select r.id, r.case_name, r.case_id, r.subject, r.note, r.asked_at, d.read_at,
      (select u.name from identity.user u where u.id = r.asked_by) as by_name
    from platform.request r left join platform.request_read d on d.request_id = r.id and d.user_id = ${actor.userId}
    where ${toldTo(actor)} ${unreadAt ? sql`and d.read_at is null and r.asked_at > ${new Date(unreadAt.getTime() - NEWS_DAYS * 86_400_000).toISOString()}` : sql``}
      ${beyond ? sql`and (r.asked_at, r.id) < (${beyond.at}, ${beyond.id}::uuid)` : sql``}
    order by r.asked_at desc, r.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Marks as read what was told to the reader's organ; naming none marks everything. What is already read stays as it is. */
export async function markRead(actor: Actor, ids: readonly string[] | null, tx: Tx): Promise<number> {
  const { rows } = await sql`insert into platform.request_read (request_id, user_id)
    select r.id, ${actor.userId} from platform.request r
    where ${toldTo(actor)} ${ids ? sql`and r.id = any(${ids}::uuid[])` : sql``}
    on conflict do nothing returning 1`.execute(tx);
  return rows.length;
}
