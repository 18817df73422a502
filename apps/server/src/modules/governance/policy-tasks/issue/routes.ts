/** Sending a document to its addressees, what became of it there, and the tasks each hands on. PT-0.1, TY-3.1.1 */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import { raised, raiseEach, taskGiven } from "../tasks/routes.ts";
import { organsNamed } from "../tasks/store.ts";
import { ISSUE } from "./issue.ts";
import { RECEIPT, receipt } from "./receipt.ts";

const tag = "文件印发";
export const SEND = "policy-tasks.issue.send";
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const meetingOf = (row: Readonly<Record<string, unknown>>): string | null =>
  textOf([row.meeting, row.meetingNumber, row.meetingOn].filter(Boolean).join(" "));

export const sendIssue = route({
  method: "POST",
  path: "/policy-tasks/issues/:id/send",
  tag,
  summary: "印发到收文单位",
  description: "每个收文单位各得一份待签收；已发过的不再发。",
  permission: SEND,
  input: z.object({ id: z.uuid(), organs: z.array(z.uuid()).min(1).max(300) }),
  output: z.object({ sent: z.number().int(), already: z.number().int() }),
  example: { input: { id: EXAMPLE, organs: ["01997c2e-8f00-7000-8000-000000000002"] } },
  refuses: ["not_found", "invalid"],
  async run(context, { id, organs }) {
    const { tx, services, actor, now } = context;
    const reader = readerOf(context);
    const row = await findRow(services.catalog.get(ISSUE), id, reader, true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const named = await organsNamed(tx, [...new Set(organs)]);
    const outside = named.find(({ area }) => !isWithin(area, actor.area));
    if (outside) return refuse("invalid", "policy-tasks.task_outside_area", { organ: outside.shortName });
    const { rows } = await sql<{ organ: string }>`select organ from policy_tasks.receipt
      where issue_id = ${id} and deleted_at is null and state <> 'recalled'`.execute(tx);
    const has = new Set(rows.map(({ organ }) => organ));
    const fresh = named.filter((organ) => !has.has(organ.id));
    for (const organ of fresh) {
      const { title, kind, issuer, documentNumber, issuedOn, pack, content, papers, replyBy } = row;
      const values = {
        ...{ title, kind, issuer, documentNumber, issuedOn, pack, content, papers, replyBy },
        organ: organ.id,
        issueId: id,
        meeting: meetingOf(row),
        tasks: 0,
      };
      const by = { holderOrgan: organ.id, at: now, kind: "person", actor: actor.userId, actorName: actor.name } as const;
      const made = await raiseCase(eraseCase(receipt), { area: organ.area, values, ...by }, reader, services);
      if (!made.ok) return made;
    }
    context.audit({
      action: "印发文件",
      subject: ISSUE,
      subjectId: id,
      area: row.area,
      detail: { organs: fresh.map((organ) => organ.id) },
    });
    return ok({ sent: fresh.length, already: named.length - fresh.length });
  },
});

const line = z
  .object({
    id: z.uuid(),
    organ: z.string(),
    area: z.string(),
    state: z.string(),
    stateLabel: z.string(),
    closed: z.boolean(),
    late: z.boolean(),
    owner: z.string().nullable(),
    receivedOn: calendarDate.nullable(),
    assignedOn: calendarDate.nullable(),
    tasks: z.number().int(),
  })
  .meta({ id: "ReceiptLine", description: "一个收文单位的签收与分解" });

export const showReceipts = route({
  method: "GET",
  path: "/policy-tasks/issues/:id/receipts",
  tag,
  summary: "签收与分解情况",
  permission: `${ISSUE}.read`,
  input: z.object({ id: z.uuid() }),
  output: z.object({ receipts: z.array(line), send: z.boolean() }),
  example: { input: { id: EXAMPLE } },
  async run(context, { id }) {
    const { tx, services, language, now, actor } = context;
    if (!(await findRow(services.catalog.get(ISSUE), id, readerOf(context)))) return refuse("not_found", "ledger.unknown_row", { id });
    type Row = Omit<z.output<typeof line>, "stateLabel">;
    const { rows } =
      await sql<Row>`select r.id, coalesce(o.short_name, '') as organ, a.name as area, r.state, r.closed_at is not null as closed,
        (r.closed_at is null and r.due_at < ${now.toISOString()}) as late, r.owner, r.received_on, r.assigned_on, coalesce(r.tasks, 0)::int as tasks
      from policy_tasks.receipt r join platform.area a on a.key = r.area left join organizations.v_organ o on o.id = r.organ
      where r.issue_id = ${id} and r.deleted_at is null order by r.closed_at is not null, r.due_at, r.area, r.id limit 500`.execute(tx);
    const states = services.spoken[language].registry.cases.get(RECEIPT)?.states ?? {};
    const receipts = rows.map((row) => ({ ...row, stateLabel: states[row.state]?.label ?? row.state }));
    return ok({ receipts, send: actor.permissions.has(SEND) });
  },
});

export const assignFromReceipt = route({
  method: "POST",
  path: "/policy-tasks/receipts/:id/tasks",
  tag,
  summary: "分解文件里的任务",
  description: "签收后由收文单位交办给本地各单位；每个承办单位各得一份。",
  permission: "policy-tasks.handle",
  input: taskGiven.omit({ sourceKind: true, stage: true }).extend({ id: z.uuid() }),
  output: raised,
  refuses: ["not_found", "conflict", "invalid"],
  async run(context, { id, organs, ...asked }) {
    const { services, actor, now, today } = context;
    const reader = readerOf(context);
    const row = await findRow(services.catalog.get(RECEIPT), id, reader, true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.state !== "toAssign" || row.holderOrgan !== actor.organId) return refuse("conflict", "policy-tasks.receipt_not_yours");
    if (asked.dueOn < today) return refuse("invalid", "policy-tasks.task_due_in_past");
    const made = await raiseEach(context, organs, {
      ...asked,
      pack: textOf(row.pack),
      sourceKind: "document",
      sourceId: id,
      sourceHref: `/policy-tasks/receipt?open=${id}`,
      sourceWords: [row.title, row.documentNumber].filter(Boolean).join(" "),
    });
    if (!made.ok) return made;
    const counted = { raised: made.value.tasks.length, note: `${made.value.tasks.length} 项` };
    const noted = await moveCase(eraseCase(receipt), id, "count", counted, { actor: null, now, today }, reader);
    if (!noted.ok) return noted;
    context.audit({ action: "分解文件任务", subject: RECEIPT, subjectId: id, area: row.area, detail: { organs } });
    return made;
  },
});

/** How many received it and handed it on: counted where it was issued, whatever area the addressee lies in. */
export const countReceipts: EventHandler = {
  name: "policy-tasks.count-receipts",
  types: ["raised", "receive", "assign", "note", "recall"].map((move) => `${RECEIPT}.${move}`),
  async handle(_, tx) {
    await sql`update policy_tasks.issue i set sent = x.sent, received = x.received, assigned = x.assigned from (
        select q.id, count(r.id)::int as sent, count(r.received_on)::int as received, count(*) filter (where r.state in ('assigned', 'noted'))::int as assigned
        from policy_tasks.issue q left join policy_tasks.receipt r on r.issue_id = q.id::text and r.deleted_at is null and r.state <> 'recalled'
        group by q.id) x
      where x.id = i.id and (i.sent, i.received, i.assigned) is distinct from (x.sent, x.received, x.assigned)`.execute(tx);
  },
};
export const issueRoutes = [sendIssue, showReceipts, assignFromReceipt];
