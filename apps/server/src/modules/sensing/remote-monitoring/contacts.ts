/** Whom to call about an alarm: the control room first, then by the unit's own order. Numbers are masked and can be dialled all the same. */
import { sql } from "kysely";
import { z } from "zod";
import { addLine } from "#platform/case/store.ts";
import { findRow, listRows, revealFields } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { ALARM } from "./alarm.ts";
import { tellAlarms } from "./queue.ts";
import { textOf } from "./rows.ts";
import type { Contact } from "./shapes.ts";

export async function contactsOf(unitId: string, context: RouteContext): Promise<readonly Contact[]> {
  const { catalog } = context.services;
  const reader = readerOf(context);
  const rooms = await listRows(catalog.get("facilities.control-room"), { where: { unit: unitId }, limit: 5, sort: "id" }, reader);
  const people = await listRows(catalog.get("places.contact"), { where: { unit: unitId }, limit: 20, sort: "callOrder" }, reader);
  const unit = await findRow(catalog.get("places.unit"), unitId, reader);
  const { read } = context.services.spoken[context.language];
  const found: Contact[] = [];
  const add = (contact: Contact) => {
    const known = found.some((each) => each.number === contact.number && each.name === contact.name);
    if (contact.number !== "" && !known) found.push({ ...contact, role: read(contact.role), note: read(contact.note) });
  };
  for (const room of rooms.ok ? rooms.value.rows : []) {
    const shift = typeof room.perShift === "number" ? `每班 ${room.perShift} 人` : "";
    add({
      name: textOf(room.name),
      role: "消防控制室",
      note: shift,
      number: textOf(room.phone),
      dial: `facilities.control-room/${room.id}/phone`,
    });
  }
  for (const person of people.ok ? people.value.rows : []) {
    const field = person.officePhone ? "officePhone" : "phone";
    const role = context.services.catalog.get("places.contact").ledger.fields.role?.choices?.[textOf(person.role)] ?? "";
    add({
      name: textOf(person.name) || textOf(person.post),
      role,
      note: [textOf(person.post), textOf(person.certificate)].filter(Boolean).join("，"),
      number: textOf(person[field]),
      dial: `places.contact/${person.id}/${field}`,
    });
  }
  if (unit) {
    const known = (dial: string, name: string, role: string, number: unknown) =>
      add({ name, role, note: "", number: textOf(number), dial: `places.unit/${unit.id}/${dial}` });
    if (!rooms.ok || rooms.value.rows.length === 0) known("dutyPhone", read("消防控制室"), "消防控制室", unit.dutyPhone);
    known("managerPhone", textOf(unit.manager), "消防安全管理人", unit.managerPhone);
    known("responsiblePhone", textOf(unit.responsible), "消防安全责任人", unit.responsiblePhone);
    known("maintenancePhone", textOf(unit.maintenance), "维保单位", unit.maintenancePhone);
  }
  return found;
}

const DIALLED: Readonly<Record<string, readonly string[]>> = {
  "facilities.control-room": ["phone"],
  "places.contact": ["phone", "officePhone"],
  "places.unit": ["dutyPhone", "managerPhone", "responsiblePhone", "maintenancePhone"],
};

export const dial = route({
  method: "POST",
  path: "/duty/dial",
  tag: "远程监控",
  summary: "呼叫联系人：留痕，返回可拨的地址",
  permission: "remote-monitoring.handle",
  input: z.object({ alarm: z.uuid(), dial: z.string().max(160) }),
  output: z.object({ tel: z.string() }),
  async run(context, given) {
    const { tx, actor, now, services } = context;
    const [ledger = "", id = "", field = ""] = given.dial.split("/");
    const reader = readerOf(context);
    const alarm = await findRow(services.catalog.get(ALARM), given.alarm, reader);
    const entry = DIALLED[ledger]?.includes(field) ? services.catalog.find(ledger) : undefined;
    const row = entry && (await findRow(entry, id, reader));
    // Only numbers of the alarm's own unit may be dialled from it.
    if (!alarm || !entry || !row || (ledger === "places.unit" ? row.id : row.unit) !== alarm.unit)
      return refuse("not_found", "ledger.unknown_row", { id });
    const personal = entry.ledger.fields[field]?.personal !== undefined;
    const number = personal ? (await revealFields(entry, id, [field], reader))[field] : textOf(row[field]);
    if (!number) return refuse("not_found", "ledger.unknown_row", { id });
    const who = textOf(row.post) || textOf(row.name);
    await addLine(tx, {
      caseName: ALARM,
      caseId: given.alarm,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
      code: "remote-monitoring.called",
      given: { who },
    });
    await tellAlarms(tx, [given.alarm], "called");
    context.audit({ action: "呼叫联系人", subject: ledger, subjectId: id, area: alarm.area, detail: { alarm: given.alarm, field } });
    return ok({ tel: `tel:${number.replace(/[^\d+,;-]/g, "")}` });
  },
});

export const phoned119 = route({
  method: "POST",
  path: "/duty/alarms/:id/phoned-119",
  tag: "远程监控",
  summary: "登记电话报 119",
  permission: "remote-monitoring.handle",
  input: z.object({ id: z.uuid(), who: z.string().trim().min(2).max(100) }),
  output: z.object({ id: z.uuid() }),
  async run(context, { id, who }) {
    const { tx, actor, now } = context;
    const { rows } = await sql<{
      area: number;
    }>`update remote_monitoring.forward set state = 'by-phone', by_phone = ${`${actor.name}：${who}`}, last_at = ${now.toISOString()}, next_at = null
      where alarm_id = ${id} and state <> 'delivered' returning area`.execute(tx);
    if (!rows[0]) return refuse("not_found", "remote-monitoring.no_forward");
    await addLine(tx, {
      caseName: ALARM,
      caseId: id,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
      code: "remote-monitoring.phoned",
      given: { who },
    });
    await tellAlarms(tx, [id], "forward");
    context.audit({ action: "电话报 119", subject: ALARM, subjectId: id, area: rows[0].area, detail: { who } });
    return ok({ id });
  },
});
