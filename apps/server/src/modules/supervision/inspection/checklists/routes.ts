/** Check lists: which there are, which fits a unit, one as a whole, versions side by side; an office's own from draft to in force. */
import { sql } from "kysely";
import { z } from "zod";
import type { UnitKind } from "#modules/ground/places/index.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, calendarDate, isWithin } from "#platform/values.ts";
import { compareItems } from "./compare.ts";
import { checkItem } from "./ledgers.ts";
import {
  addVersion,
  checklistById,
  checklistsFor,
  headByRow,
  type ListHead,
  officeHeads,
  setState,
  shippedHeads,
  versionsOf,
} from "./office-lists.ts";
import { exampleList, frequency, headShape, itemShape, kind, listShape, purpose } from "./shapes.ts";

const tag = "检查表";
const keep = "inspection.keep-lists";
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";
const asHead = (head: ListHead) => ({ ...head, kinds: [...head.kinds] });

export const listChecklists = route({
  method: "GET",
  path: "/inspection/checklists",
  summary: "检查表目录",
  tag,
  permission: "inspection.see-lists",
  input: z.object({ purpose: purpose.optional() }),
  output: z.object({ lists: z.array(headShape), canKeep: z.boolean() }),
  async run({ tx, actor }, { purpose: wanted }) {
    const all = [...shippedHeads(), ...(await officeHeads(actor.area, tx))];
    return ok({ lists: all.filter((list) => !wanted || list.purpose === wanted).map(asHead), canKeep: actor.permissions.has(keep) });
  },
});

export const listsForUnit = route({
  method: "GET",
  path: "/inspection/checklists/for-unit/:unit",
  summary: "一家单位适用的检查表",
  description: "按单位类别取：本辖区自定且已生效的优先，否则用产品自带的。单位本人只见自查与巡查用的。",
  tag,
  permission: "signed-in",
  input: z.object({ unit: z.uuid(), purpose: purpose.optional() }),
  output: z.object({ lists: z.array(listShape) }),
  example: { input: { unit: EXAMPLE, purpose: "supervision" }, output: { lists: [exampleList] } },
  async run({ tx, actor, today }, { unit, purpose: wanted }) {
    const { rows } = await sql<{
      kind: UnitKind;
      area: number;
    }>`select kind, area from places.unit where id = ${unit} and deleted_at is null`.execute(tx);
    const found = rows[0];
    if (!found || (actor.unitId !== null && actor.unitId !== unit)) return refuse("not_found", "inspection.unknown_unit");
    const lists = await checklistsFor(tx, { ...found, today }, wanted);
    const shown = actor.unitId === null ? lists : lists.filter((list) => list.purpose !== "supervision");
    return ok({ lists: shown.map((list) => ({ ...list, kinds: [...list.kinds], items: [...list.items] })) });
  },
});

export const showChecklist = route({
  method: "GET",
  path: "/inspection/checklists/:id/:version",
  summary: "一张检查表",
  description: "版本写 0 为现行版。",
  tag,
  permission: "signed-in",
  input: z.object({ id: z.string().max(60), version: z.coerce.number().int().min(0) }),
  output: z.object({ list: listShape, versions: z.array(headShape) }),
  example: { input: { id: "shop", version: 1 }, output: { list: exampleList, versions: [] } },
  async run({ tx, today }, { id, version }) {
    const list = await checklistById(tx, id, version === 0 ? { on: today } : version);
    if (!list) return refuse("not_found", "inspection.unknown_checklist", { list: id });
    const versions = list.scope === "office" ? await versionsOf(id, tx) : shippedHeads().filter((head) => head.id === id);
    return ok({ list: { ...list, kinds: [...list.kinds], items: [...list.items] }, versions: versions.map(asHead) });
  },
});

const change = z
  .object({ id: z.string(), text: z.string(), fields: z.array(z.string()), before: itemShape, after: itemShape })
  .meta({ id: "CheckItemChange" });

export const compareChecklists = route({
  method: "GET",
  path: "/inspection/checklists/:id/compare",
  summary: "检查表两版对照",
  tag,
  permission: "inspection.see-lists",
  input: z.object({ id: z.string().max(60), from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  output: z.object({ added: z.array(itemShape), removed: z.array(itemShape), changed: z.array(change), same: z.number().int() }),
  example: { input: { id: "shop", from: 1, to: 1 } },
  async run({ tx }, { id, from, to }) {
    const [before, after] = [await checklistById(tx, id, from), await checklistById(tx, id, to)];
    if (!before || !after) return refuse("not_found", "inspection.unknown_checklist", { list: id });
    return ok(compareItems(before.items, after.items));
  },
});

const made = z.object({ id: z.string(), version: z.number().int(), rowId: z.uuid() });

/** Where an office's list belongs: the given area inside one's own, else one's own. */
export function areaFor({ actor }: Pick<RouteContext, "actor">, area: number | undefined): Result<number> {
  const wanted = area ?? actor.area.lo;
  return isWithin(wanted, actor.area) ? ok(wanted) : refuse("forbidden", "ledger.outside_area");
}

export const copyChecklist = route({
  method: "POST",
  path: "/inspection/checklists/copies",
  summary: "以一张检查表为底另立一版",
  description: "复制自带表得到本单位的新表；复制自定表得到它的下一版。均为草稿。",
  tag,
  permission: keep,
  input: z.object({
    id: z.string().max(60),
    version: z.number().int().min(1),
    title: z.string().trim().min(2).max(100).optional(),
    area: areaKey.optional(),
  }),
  output: made,
  example: { input: { id: "shop", version: 1, title: "柯城区商场检查表" }, output: { id: "own-0123456789ab", version: 1, rowId: EXAMPLE } },
  async run(context, { id, version, title, area }) {
    const base = await checklistById(context.tx, id, version);
    if (!base) return refuse("not_found", "inspection.unknown_checklist", { list: id });
    const [existing] = base.scope === "office" ? await versionsOf(id, context.tx) : [];
    const where = areaFor(context, existing?.area ?? area);
    if (!where.ok) return where;
    const added = await addVersion(context.tx, context.services, {
      ...base,
      title: title ?? base.title,
      source: base.scope === "office" ? base.source : `据自带表 ${base.title} 第 ${base.version} 版`,
      area: where.value,
      userId: context.actor.userId,
      ...(base.scope === "office" ? { key: id } : {}),
    });
    context.audit({ action: "另立检查表", subject: "inspection.checklist", subjectId: added.rowId, area: where.value });
    return ok(added);
  },
});

/** The draft somebody may still change. */
async function draft({ tx, actor }: Pick<RouteContext, "tx" | "actor">, rowId: string): Promise<Result<ListHead>> {
  const head = await headByRow(rowId, actor.area, tx);
  if (!head) return refuse("not_found", "inspection.unknown_checklist", { list: rowId });
  return head.state === "draft" ? ok(head) : refuse("conflict", "inspection.list_is_final");
}

export const editItem = route({
  method: "PATCH",
  path: "/inspection/checklists/drafts/:rowId/items/:item",
  summary: "改草稿的一项",
  tag,
  permission: keep,
  input: z.object({
    rowId: z.uuid(),
    item: z.string().max(60),
    section: z.string().trim().min(1).max(300).optional(),
    text: z.string().trim().min(2).max(2_000).optional(),
    ground: z.string().max(300).nullable().optional(),
    grade: itemShape.shape.grade.optional(),
    penalty: z.string().max(300).nullable().optional(),
    photo: itemShape.shape.photo.optional(),
    remedy: z.string().max(500).nullable().optional(),
    removed: z.literal(true).optional(),
  }),
  output: z.object({ items: z.number().int() }),
  example: { input: { rowId: EXAMPLE, item: "X-001", grade: "serious" }, output: { items: 32 } },
  async run(context, { rowId, item, removed, text: content, ...rest }) {
    const found = await draft(context, rowId);
    if (!found.ok) return found;
    const values: Record<string, unknown> = { ...rest, ...(content === undefined ? {} : { content }) };
    if (rest.ground !== undefined) values.confidence = rest.ground ? "seen-local" : "unknown";
    const sets = Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => sql`${sql.ref(key)} = ${value}`);
    const one = sql`checklist = ${rowId} and item_id = ${item} and deleted_at is null`;
    const { rows } = removed
      ? await sql`update inspection.check_item set deleted_at = now(), deleted_why = '草稿删除', version = version + 1 where ${one} returning 1`.execute(
          context.tx,
        )
      : sets.length > 0
        ? await sql`update inspection.check_item set ${sql.join(sets)}, version = version + 1, updated_at = now() where ${one} returning 1`.execute(
            context.tx,
          )
        : { rows: [1] };
    if (rows.length === 0) return refuse("not_found", "inspection.no_draft_item", { item });
    return ok({ items: await countItems(rowId, context) });
  },
});

export const addItem = route({
  method: "POST",
  path: "/inspection/checklists/drafts/:rowId/items",
  summary: "草稿加一项",
  description: "排在同一分类的末尾；新分类排在最后。",
  tag,
  permission: keep,
  input: z.object({
    rowId: z.uuid(),
    section: z.string().trim().min(1).max(300),
    text: z.string().trim().min(2).max(2_000),
    ground: z.string().trim().max(300).nullable().default(null),
    grade: itemShape.shape.grade.default("general"),
    penalty: z.string().trim().max(300).nullable().default(null),
    photo: itemShape.shape.photo.default("onFail"),
    remedy: z.string().trim().max(500).nullable().default(null),
  }),
  output: z.object({ item: z.string(), items: z.number().int() }),
  example: { input: { rowId: EXAMPLE, section: "安全疏散", text: "安全出口未上锁" }, output: { item: "X-033", items: 33 } },
  async run(context, { rowId, section, text: content, ground, ...rest }) {
    const { tx, services, now } = context;
    const found = await draft(context, rowId);
    if (!found.ok) return found;
    const mine = sql`from inspection.check_item where checklist = ${rowId}`;
    const { rows } = await sql<{ last: number; n: number }>`select
        coalesce(max(ord) filter (where section = ${section} and deleted_at is null), max(ord), 0)::int as last,
        coalesce(max(substring(item_id from '^X-(\\d{1,6})$')::int), 0) as n ${mine}`.execute(tx);
    const { last, n } = rows[0] ?? { last: 0, n: 0 };
    await sql`update inspection.check_item set ord = ord + 1 where checklist = ${rowId} and ord > ${last}`.execute(tx);
    const itemId = `X-${String(n + 1).padStart(3, "0")}`;
    const confidence = ground ? "seen-local" : "unknown";
    const values = { checklist: rowId, ord: last + 1, itemId, section, content, ground: ground || null, confidence, ...rest };
    const row = { id: uuidv7(now.getTime()), area: found.value.area ?? context.actor.area.lo, demo: false, values };
    await insertRows(services.catalog.get(checkItem.name), [row], readerOf(context));
    return ok({ item: itemId, items: await countItems(rowId, context) });
  },
});

async function countItems(rowId: string, { tx }: Pick<RouteContext, "tx">): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`update inspection.checklist set items = (select count(*) from inspection.check_item i where i.checklist = ${rowId} and i.deleted_at is null)
    where id = ${rowId} returning items::int as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

export const putInForce = route({
  method: "POST",
  path: "/inspection/checklists/drafts/:rowId/in-force",
  summary: "检查表定稿生效",
  description: "定稿后不能再改；要改就另立下一版。",
  tag,
  permission: keep,
  input: z.object({ rowId: z.uuid(), validFrom: calendarDate }),
  output: headShape,
  example: { input: { rowId: EXAMPLE, validFrom: "2026-04-01" } },
  async run(context, { rowId, validFrom }) {
    const found = await draft(context, rowId);
    if (!found.ok) return found;
    if (validFrom < context.today) return refuse("invalid", "inspection.in_force_in_past");
    if (found.value.items === 0) return refuse("invalid", "inspection.list_is_empty");
    await setState(rowId, "inForce", validFrom, context.tx);
    context.audit({
      action: "检查表定稿",
      subject: "inspection.checklist",
      subjectId: rowId,
      ...(found.value.area === null ? {} : { area: found.value.area }),
    });
    const head = await headByRow(rowId, context.actor.area, context.tx);
    return head ? ok(asHead(head)) : refuse("not_found", "inspection.unknown_checklist", { list: rowId });
  },
});

export const withdrawList = route({
  method: "POST",
  path: "/inspection/checklists/drafts/:rowId/withdraw",
  summary: "废止检查表一版",
  tag,
  permission: keep,
  input: z.object({ rowId: z.uuid() }),
  output: z.object({}),
  example: { input: { rowId: EXAMPLE } },
  async run(context, { rowId }) {
    const head = await headByRow(rowId, context.actor.area, context.tx);
    if (!head) return refuse("not_found", "inspection.unknown_checklist", { list: rowId });
    await setState(rowId, "withdrawn", null, context.tx);
    context.audit({ action: "废止检查表", subject: "inspection.checklist", subjectId: rowId });
    return ok({});
  },
});

export const listHeadFields = {
  title: z.string().trim().min(2).max(100),
  kinds: z.array(kind).max(40),
  subject: z.string().max(60).optional(),
  purpose,
  frequency: frequency.optional(),
  source: z.string().trim().min(2).max(200),
};
