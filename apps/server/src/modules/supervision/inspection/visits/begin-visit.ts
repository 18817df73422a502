/** The beginning of a visit: by somebody who may make such a check, at a unit in his sight, for a task that is his. */
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { dayOf } from "#platform/values.ts";
import { cannotCheck, notHisTask } from "../tasks/may-inspect.ts";
import { TASK } from "../tasks/task.ts";
import { listAsAnswered } from "./answered-list.ts";
import { isInChina } from "./domain/answers.ts";
import type { Begun } from "./pieces.ts";
import { visit as visitLedger } from "./visit.ts";

/** A word with an acceptance: it is in, and this should be known. */
export type Word = { readonly code: string; readonly params?: Readonly<Record<string, unknown>> } | undefined;

export async function begin(context: RouteContext, given: Begun): Promise<Result<Word>> {
  const { tx, services, actor, now } = context;
  const barred = cannotCheck(actor, given.purpose);
  if (barred) return refuse("forbidden", barred.code, barred.params);
  const reader = readerOf(context);
  const unit = await findRow(services.catalog.get("places.unit"), given.unit, reader);
  if (!unit) return refuse("not_found", "inspection.unknown_unit");
  const list = await listAsAnswered(tx, given.checklist, given.version);
  if (!list) return refuse("not_found", "inspection.unknown_list_version", { list: given.checklist, version: given.version });
  const entry = services.catalog.get(visitLedger.name);
  if (await findRow(entry, given.visit, reader)) return refuse("conflict", "inspection.visit_exists");
  const task = given.task === null ? undefined : await findRow(services.catalog.get(TASK), given.task, reader);
  const foreign = task !== undefined && notHisTask(task, actor) !== undefined;
  const values = {
    unit: given.unit,
    unitName: String(unit.name ?? ""),
    onDay: dayOf(new Date(Math.min(Date.parse(given.at), now.getTime()))), // a phone whose clock runs ahead checks today all the same
    purpose: given.purpose,
    result: "inProgress",
    task: foreign ? null : given.task,
    checklist: list.id,
    listTitle: list.title,
    listVersion: list.version,
    startedAt: given.at,
    inspectors: given.inspectors.join("、"),
    inspector: actor.userId,
    guidance: given.guidance,
    answered: 0,
    failed: 0,
    hazards: 0,
    firstExempt: false,
    inConflict: false,
    receivedAt: now.toISOString(),
    ...pointOf(given.point),
  };
  await insertRows(entry, [{ id: given.visit, area: unit.area, values, demo: false }], reader);
  context.audit({
    action: "收到检查记录",
    subject: visitLedger.name,
    subjectId: given.visit,
    area: unit.area,
    detail: { unit: values.unitName },
  });
  return ok(foreign ? { code: "inspection.task_of_others" } : undefined);
}

const pointOf = (point: Begun["point"]) =>
  point === null || !isInChina(point)
    ? {}
    : { lon: point.lon, lat: point.lat, datum: "wgs84", accuracyM: point.accuracyM === null ? null : Math.round(point.accuracyM) };
