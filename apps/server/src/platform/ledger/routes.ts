/** The routes every ledger gets from its declaration. */
import { z } from "zod";
import type { Actor } from "../actor.ts";
import { may, scopeOf } from "../actor.ts";
import { pushLive } from "../live.ts";
import { publish } from "../outbox.ts";
import { ok, refuse } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import type { Entry } from "./catalog.ts";
import { whereParam } from "./condition.ts";
import type { AnyLedger } from "./define.ts";
import { pathOf } from "./names.ts";
import { countRows, findNames, findRow, historyOf, listRows, mapPoints as pointsOf, type Reader, revealFields } from "./read.ts";
import {
  changedRowOf,
  countAnswer,
  done,
  EXAMPLE_ID,
  exampleRow,
  exampleValues,
  historyEntry,
  mapPoints,
  newRowOf,
  revealed,
  rowOf,
} from "./shapes.ts";
import { createRow, removeRow, sentBefore, updateRow } from "./write.ts";

export const listInput = z.object({
  view: z.string().max(60).optional().describe("声明的视图"),
  where: whereParam,
  q: z.string().max(60).optional().describe("搜索的字"),
  sort: z.string().max(60).optional().describe("排序的栏，前加 - 为倒序"),
  after: z.string().max(600).optional().describe("上一页答的 next"),
  offset: z.coerce.number().int().min(0).max(10_000).optional().describe("小步跳页；翻到底请用 after"),
  limit: z.coerce.number().int().min(1).max(500).optional().describe("一页条数"),
});
const bbox = z
  .string()
  .optional()
  .describe("西,南,东,北")
  .transform((text) => (text ? text.split(",").map(Number) : undefined))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]).optional());
const idInput = z.object({ id: z.uuid() });

export const readerOf = ({
  tx,
  actor,
  now,
  today,
  services,
}: Pick<RouteContext, "tx" | "actor" | "now" | "today" | "services">): Reader => ({
  tx,
  catalog: services.catalog,
  scope: scopeOf(actor),
  moments: { today, now },
  sealer: services.sealer,
});

/** What this person may do with a row of this ledger. */
export const actionsOf = (ledger: AnyLedger, actor: Actor): readonly string[] => {
  const rights = (["write", "remove", "reveal"] as const).filter((right) => may(actor, `${ledger.name}.${right}`));
  return ledger.readOnlyView ? [] : rights;
};

export function ledgerRoutes(entry: Entry): readonly Route[] {
  const { ledger } = entry;
  const path = `/${pathOf(ledger.name)}`;
  const base = { tag: ledger.label, labels: labelsOf(ledger) };
  const reading = { ...base, method: "GET" as const, permission: `${ledger.name}.read` };
  const shape = rowOf(ledger);
  const example = exampleRow(ledger);
  const current = ({ services }: RouteContext) => services.catalog.get(ledger.name);
  const sample = { id: EXAMPLE_ID };
  const composed = composedKeys(ledger);
  const routes: Route[] = [
    route({
      ...reading,
      composed,
      path,
      summary: `${ledger.label} 列表`,
      input: listInput,
      output: z.object({ rows: z.array(shape), next: z.string().nullable() }),
      example: { input: { limit: 15, where: "{}" }, ...(example ? { output: { rows: [example], next: null } } : {}) },
      run: (context, query) => listRows(current(context), query, readerOf(context)) as never,
    }),
    route({
      ...reading,
      path: `${path}/count`,
      summary: `${ledger.label} 计数`,
      input: listInput,
      output: countAnswer,
      example: { output: { count: 684, capped: false } },
      run: (context, query) => countRows(current(context), query, readerOf(context)),
    }),
    route({
      ...reading,
      composed,
      path: `${path}/:id`,
      summary: `${ledger.label} 详情`,
      input: idInput,
      output: z.object({ row: shape, can: z.array(z.string()) }),
      example: { input: sample, ...(example ? { output: { row: example, can: ["write"] } } : {}) },
      async run(context, { id }) {
        const row = await findRow(current(context), id, readerOf(context));
        return row ? ok({ row, can: [...actionsOf(ledger, context.actor)] } as never) : refuse("not_found", "ledger.unknown_row", { id });
      },
    }),
    route({
      ...reading,
      path: `${path}/:id/history`,
      summary: `${ledger.label} 修改历史`,
      input: idInput,
      output: z.object({ entries: z.array(historyEntry) }),
      example: { input: sample },
      async run(context, { id }) {
        const row = await findRow(current(context), id, readerOf(context));
        return row
          ? ok({ entries: await historyOf(current(context), row, context.tx) })
          : refuse("not_found", "ledger.unknown_row", { id });
      },
    }),
  ];
  if (ledger.namedEverywhere) routes.push(namesRoute(ledger, base, path));
  if (ledger.place) routes.push(mapRoute(ledger, reading, path));
  if (!ledger.readOnlyView && !ledger.isCase) routes.push(...writingRoutes(entry, path, base, shape));
  if (Object.values(ledger.fields).some((field) => field.personal)) routes.push(revealRoute(ledger, base, path));
  return routes;
}

/** What a ledger calls its fields. */
export const labelsOf = ({ fields }: Pick<AnyLedger, "fields">): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([key, { label }]) => [key, label]));

/** Fields of a ledger whose text the program composes. */
export const composedKeys = (ledger: Pick<AnyLedger, "fields">): readonly string[] =>
  Object.entries(ledger.fields).flatMap(([key, field]) => (field.composed ? [key] : []));

type Reading = { readonly tag: string; readonly method: "GET"; readonly permission: string };

/** Names to refer to, from every area: no other column leaves one's own. */
const namesRoute = (ledger: AnyLedger, base: { readonly tag: string }, path: string): Route =>
  route({
    ...base,
    method: "GET",
    permission: `${ledger.name}.read`,
    path: `${path}/names`,
    summary: `${ledger.label} 名称`,
    input: z.object({ q: z.string().trim().max(60).default("") }),
    output: z.object({ names: z.array(z.object({ id: z.uuid(), title: z.string(), areaName: z.string().nullable() })) }),
    example: { input: { q: "住房" } },
    run: async (context, { q }) => ok({ names: await findNames(context.services.catalog.get(ledger.name), q, readerOf(context)) }),
  });

const mapRoute = (ledger: AnyLedger, reading: Reading, path: string): Route =>
  route({
    ...reading,
    path: `${path}/map`,
    summary: `${ledger.label} 地图点`,
    input: listInput.extend({ bbox, zoom: z.coerce.number().int().min(0).max(24).optional().describe("缩放级别：拥挤处据此疏点") }),
    output: mapPoints,
    example: { input: { bbox: "118.6,28.8,119.1,29.1" } },
    run: (context, query) => pointsOf(context.services.catalog.get(ledger.name), query, readerOf(context)) as never,
  });

const revealRoute = (ledger: AnyLedger, base: { readonly tag: string }, path: string): Route =>
  route({
    ...base,
    method: "POST",
    permission: `${ledger.name}.reveal`,
    path: `${path}/:id/reveal`,
    summary: `${ledger.label} 看个人信息`,
    input: idInput.extend({ fields: z.array(z.string()).min(1).max(20), reason: z.string().trim().min(2).max(200) }),
    output: revealed,
    example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", fields: ["phone"], reason: "核警联系" } },
    async run(context, { id, fields, reason }) {
      const entry = context.services.catalog.get(ledger.name);
      const row = await findRow(entry, id, readerOf(context));
      if (!row) return refuse("not_found", "ledger.unknown_row", { id });
      const asked = fields.filter((key) => ledger.fields[key]?.personal);
      context.audit({
        action: `${ledger.label} 看个人信息`,
        subject: ledger.name,
        subjectId: id,
        area: row.area,
        detail: { fields: asked, reason },
      });
      return ok(await revealFields(entry, id, asked, readerOf(context)));
    },
  });

/** A unit's own people may change only what the declaration leaves to them, and never whose a row is. */
function beyondUnit(ledger: AnyLedger, actor: Actor, given: object): string | undefined {
  if (actor.unitId === null) return undefined;
  if (ledger.unitKeeps) return Object.entries(given).find(([key, value]) => key === ledger.unit && value !== actor.unitId)?.[0];
  return Object.keys(given).find((key) => !ledger.unitMayEdit?.includes(key));
}

function writingRoutes(entry: Entry, path: string, base: { readonly tag: string }, shape: z.ZodType): readonly Route[] {
  const { ledger } = entry;
  const permission = `${ledger.name}.write`;
  const example = exampleRow(ledger);
  const told = async (context: RouteContext, id: string, area: number, how: string) => {
    context.audit({ action: `${ledger.label} ${how}`, subject: ledger.name, subjectId: id, area });
    await publish(context.tx, { type: `${ledger.name}.saved`, area, actor: context.actor.userId, id });
    await pushLive(context.tx, {
      topic: "ledger",
      area,
      permission: `${ledger.name}.read`,
      unitId: context.actor.unitId,
      data: { ledger: ledger.name, id },
    });
  };
  return [
    route({
      ...base,
      method: "POST",
      permission,
      path,
      summary: `${ledger.label} 登记`,
      // Values are checked against the ledger as it is now, custom fields included: every problem at once, in the user's words.
      input: z.looseObject({ id: z.uuid().optional(), area: z.number().int().optional() }),
      shown: newRowOf(entry),
      output: shape,
      ...(example ? { example: { input: { area: example.area, ...exampleValues(entry) }, output: example } } : {}),
      async run(context, { id, area, ...values }) {
        const { unitId } = context.actor;
        if (unitId !== null && !ledger.unitKeeps) return refuse("forbidden", "http.no_permission", { permission });
        const own = unitId !== null && ledger.unit ? { [ledger.unit]: unitId } : {};
        const entry = context.services.catalog.get(ledger.name);
        const given = { ...(area === undefined ? {} : { area }), values: { ...values, ...own } };
        const before = async () => (id ? sentBefore(entry, { ...given, id }, readerOf(context)) : undefined);
        const known = await before();
        if (known) return known;
        const made = await createRow(entry, { ...given, ...(id ? { id } : {}) }, readerOf(context));
        if (made.ok) await told(context, made.value.id, made.value.area, "登记");
        // Sent twice at once, the second has waited for the first.
        return made.ok || made.refusal.code !== "ledger.id_taken" ? made : ((await before()) ?? made);
      },
    }),
    route({
      ...base,
      method: "PATCH",
      permission,
      path: `${path}/:id`,
      summary: `${ledger.label} 修改`,
      input: z.looseObject({ id: z.uuid(), version: z.number().int() }),
      shown: changedRowOf(entry),
      output: shape,
      ...(example ? { example: { input: { version: example.version, ...exampleValues(entry) }, output: example } } : {}),
      async run(context, { id, version, ...values }) {
        const beyond = beyondUnit(ledger, context.actor, values);
        if (beyond) return refuse("forbidden", "http.no_permission", { permission, field: beyond });
        const saved = await updateRow(context.services.catalog.get(ledger.name), id, version, values, readerOf(context));
        if (saved.ok) await told(context, id, saved.value.area, "修改");
        return saved;
      },
    }),
    route({
      ...base,
      method: "DELETE",
      permission: `${ledger.name}.remove`,
      path: `${path}/:id`,
      summary: `${ledger.label} 注销`,
      input: idInput.extend({ reason: z.string().trim().min(2, "请写明理由").max(200) }),
      output: done,
      async run(context, { id, reason }) {
        const reader = readerOf(context);
        const row = await findRow(context.services.catalog.get(ledger.name), id, reader);
        const removed = await removeRow(context.services.catalog.get(ledger.name), id, reason, reader);
        if (removed.ok && row) await told(context, id, row.area, `注销：${reason}`);
        return removed.ok ? ok({}) : removed;
      },
    }),
  ];
}
