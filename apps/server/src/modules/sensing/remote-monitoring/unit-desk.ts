/** 单位端: a unit's own people see their devices, alarms and contacts, and answer for an alarm from the spot. */
import { sql } from "kysely";
import { z } from "zod";
import { addLine } from "#platform/case/store.ts";
import { findRow, listRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { ALARM } from "./alarm.ts";
import { unitDesk } from "./device-shapes.ts";
import { device } from "./ledgers.ts";
import { QUEUE_WORDS, queueRows, tellAlarms } from "./queue.ts";

const tag = "远程监控";
const answers = { fire: "有火情", none: "无火情", going: "正在前往", test: "正在测试", operation: "误操作" } as const;

const NONE_ASKED = { asked: 0, answered: 0 };

export const showUnitDesk = route({
  method: "GET",
  path: "/unit/desk",
  tag,
  summary: "单位端：我的设备、警情、联系人",
  permission: "remote-monitoring.own",
  input: z.object({}),
  composed: [...QUEUE_WORDS, "words", "faultWords", "name"],
  output: unitDesk,
  async run(context) {
    const { services, actor, tx, now } = context;
    const reader = readerOf(context);
    const unitId = actor.unitId;
    if (unitId === null) return ok({ unit: null, devices: [], alarms: [], faults: [], contacts: [], dutyChecks: NONE_ASKED });
    const unit = await findRow(services.catalog.get("places.unit"), unitId, reader);
    const devices = await listRows(services.catalog.get(device.name), { where: { unit: unitId }, limit: 200 }, reader);
    const faults = await listRows(
      services.catalog.get("remote-monitoring.point"),
      { where: { unit: unitId, condition: ["fault", "shield", "fire"] }, limit: 200 },
      reader,
    );
    const month = new Date(now.getTime() - 30 * 86_400_000).toISOString();
    const alarms = await queueRows(
      tx,
      sql`a.unit = ${unitId} and (a.closed_at is null or a.closed_at > ${month}) and a.state <> 'merged'`,
      100,
    );
    const contacts = await listRows(
      services.catalog.get("places.contact"),
      { where: { unit: unitId }, limit: 50, sort: "callOrder" },
      reader,
    );
    const checks = await sql<
      z.output<typeof unitDesk>["dutyChecks"]
    >`select count(*)::int as asked, count(*) filter (where outcome = 'answered')::int as answered from remote_monitoring.duty_answer
      where unit = ${unitId} and sent_at > ${month} and deleted_at is null`.execute(tx);
    return ok({
      unit: unit ?? null,
      devices: devices.ok ? devices.value.rows : [],
      alarms,
      faults: (faults.ok ? faults.value.rows : []) as z.output<typeof unitDesk>["faults"],
      contacts: contacts.ok ? contacts.value.rows : [],
      dutyChecks: checks.rows[0] ?? NONE_ASKED,
    });
  },
});

export const answerFromUnit = route({
  method: "POST",
  path: "/unit/alarms/:id/answer",
  tag,
  summary: "单位核实答复",
  permission: "remote-monitoring.own",
  input: z.object({
    id: z.uuid(),
    outcome: z.enum(Object.keys(answers) as [keyof typeof answers, ...(keyof typeof answers)[]]),
    note: z.string().trim().max(200).default(""),
  }),
  output: z.object({ id: z.uuid() }),
  async run(context, { id, outcome, note }) {
    const { tx, actor, now, services } = context;
    const row = await findRow(services.catalog.get(ALARM), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.closedAt !== null) return refuse("conflict", "case.wrong_state");
    const what = [answers[outcome], note].filter(Boolean).join("，");
    await addLine(tx, {
      caseName: ALARM,
      caseId: id,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
      code: "remote-monitoring.unit_answer",
      given: { what, outcome },
    });
    await tellAlarms(tx, [id], "unit-answer");
    context.audit({ action: "单位核实答复", subject: ALARM, subjectId: id, area: row.area, detail: { outcome, note } });
    return ok({ id });
  },
});
