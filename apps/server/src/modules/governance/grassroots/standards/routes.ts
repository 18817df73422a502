/** 对标: towns against norms and ways of working; one body item by item; its own rating and the verification. PT-2.1.1.1, PT-2.1.2.2, PT-4.2.2 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase } from "#platform/case/store.ts";
import { pathOf } from "#platform/ledger/names.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { answers, type Compared, compare, type Force, forces, pointsOf, type Rated, sections, shareMet } from "../domain/norm.ts";
import { spans, workflowKinds } from "../domain/workflow.ts";
import { type Body, bodiesIn, ledgerOf, nameOf, type RatingRow, ratingsIn } from "./bodies.ts";
import { deviationsOf } from "./deviations.ts";
import { type Norm, normFor, normsInForce, workflowFor, workflowsInForce } from "./in-force.ts";
import { norm as normLedger, rating, workflow as workflowLedger } from "./ledgers.ts";

const keys = <T extends Readonly<Record<string, string>>>(choices: T) => z.enum(Object.keys(choices) as [keyof T & string]);
const nullable = z.string().nullable();
const tag = "基层标准";
const forceKeys = Object.keys(forces) as Force[];
const TOWN = 1_000_000;
const townOf = (area: number): number => Math.floor(area / TOWN) * TOWN;

const forceCell = z
  .object({
    force: keys(forces),
    bodies: z.number().int(),
    met: z.number().int().nullable().describe("条目达标率 %，各组织平均；没有组织为 null"),
    rated: z.number().int().describe("已自评的组织"),
    verified: z.number().int().describe("已核实的组织"),
  })
  .meta({ id: "StandardCell", description: "一个街镇一类力量的对标情况" });
const deviation = z
  .object({
    kind: keys(workflowKinds),
    workflow: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(["kept", "deviates", "none"]),
    value: z.number().nullable(),
    target: z.number(),
    unit: z.enum(["%", "次"]),
  })
  .meta({ id: "WorkflowDeviation", description: "一个街镇上一整期对一项运行规程的偏差" });
const step = z.object({ step: z.string(), who: z.string(), days: z.number().int().nullable() });

export const showStandards = route({
  method: "GET",
  path: "/grassroots/standards",
  summary: "街镇对标：建设规范与运行规程",
  tag,
  permission: `${rating.name}.read`,
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    towns: z.array(
      z.object({
        area: z.number().int(),
        name: z.string(),
        county: z.string(),
        forces: z.array(forceCell),
        workflows: z.array(deviation),
        deviates: z.number().int(),
      }),
    ),
    norms: z.array(
      z.object({ id: z.uuid().nullable(), force: keys(forces), name: z.string(), document: nullable, items: z.number().int() }),
    ),
    workflows: z.array(
      z.object({
        id: z.uuid().nullable(),
        kind: keys(workflowKinds),
        name: z.string(),
        document: nullable,
        every: keys(spans),
        least: z.number().int().nullable(),
        withinDays: z.number().int().nullable(),
        share: z.number().int().nullable(),
        steps: z.array(step),
      }),
    ),
    mayConfigure: z.boolean(),
  }),
  async run(context, { area: asked }) {
    const { tx, actor, services, today } = context;
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const range = subtreeOf(area);
    const norms = await normsInForce(tx, today);
    const workflows = await workflowsInForce(tx, today);
    const ratings = await ratingsIn(tx, range);
    const { rows } = await sql<{ area: number; name: string; county: string }>`select a.key as area, a.name, coalesce(p.name, '') as county
      from platform.area a left join platform.area p on p.key = a.parent where a.level = 'town' and a.key between ${range.lo} and ${range.hi} order by a.key`.execute(
      tx,
    );
    const bodies = new Map<Force, readonly Body[]>();
    for (const force of forceKeys) bodies.set(force, await bodiesIn(tx, services, force, range));
    const found = await deviationsOf(
      tx,
      workflows,
      rows.map((row) => row.area),
      range,
      today,
    );
    const cellsOf = byTown(bodies, norms, ratings);
    return ok({
      towns: rows.map((town) => {
        const kept = [...(found.get(town.area) ?? [])];
        return { ...town, forces: cellsOf(town.area), workflows: kept, deviates: kept.filter(({ state }) => state === "deviates").length };
      }),
      norms: forceKeys.flatMap((force) => {
        const held = normFor(norms, force, area);
        return held ? [{ id: held.id, force, name: held.name, document: held.document, items: held.items.length }] : [];
      }),
      workflows: (Object.keys(workflowKinds) as (keyof typeof workflowKinds)[]).flatMap((kind) => {
        const held = workflowFor(workflows, kind, area);
        if (!held) return [];
        const { area: _, steps, ...rest } = held;
        return [{ ...rest, steps: steps.map((each) => ({ ...each, days: each.days ?? null })) }];
      }),
      mayConfigure: may(actor, `${normLedger.name}.write`) && may(actor, `${workflowLedger.name}.write`),
    });
  },
});

/** Cells of a town, out of all bodies read once. */
function byTown(bodies: ReadonlyMap<Force, readonly Body[]>, norms: readonly Norm[], ratings: ReadonlyMap<string, RatingRow>) {
  const shares = new Map<string, { share: number | null; rated: boolean; verified: boolean }[]>();
  for (const [force, all] of bodies)
    for (const body of all) {
      const key = `${townOf(body.area)} ${force}`;
      const said = ratings.get(body.id);
      const held = normFor(norms, force, body.area);
      const share = held ? shareMet(compare(held.items, body, said?.items ?? [])) : null;
      const kept = shares.get(key) ?? [];
      kept.push({ share, rated: said !== undefined, verified: said?.state === "verified" });
      shares.set(key, kept);
    }
  return (town: number) =>
    forceKeys.map((force) => {
      const all = shares.get(`${town} ${force}`) ?? [];
      const known = all.flatMap(({ share }) => (share === null ? [] : [share]));
      return {
        force,
        bodies: all.length,
        met: known.length === 0 ? null : Math.floor(known.reduce((sum, each) => sum + each, 0) / known.length),
        rated: all.filter((each) => each.rated).length,
        verified: all.filter((each) => each.verified).length,
      };
    });
}

const compared = z
  .object({
    section: keys(sections),
    what: z.string(),
    field: nullable.describe("平台核对的栏目名"),
    least: z.number().int().nullable(),
    by: z.enum(["seen", "rated", "open"]).describe("seen 平台自己核对，rated 人评，open 还没有人评"),
    met: z.boolean().nullable(),
    actual: z.union([z.string(), z.number(), z.boolean()]).nullable(),
    self: keys(answers).nullable(),
    verified: keys(answers).nullable(),
    words: nullable,
  })
  .meta({ id: "StandardItem", description: "规范的一条与实际" });
const bodyShape = z.object({
  id: z.uuid(),
  name: z.string(),
  force: keys(forces),
  area: z.number().int(),
  areaName: nullable,
  path: z.string(),
  norm: z.object({ id: z.uuid().nullable(), name: z.string(), document: nullable, duties: nullable, funding: nullable }),
  met: z.number().int().nullable(),
  items: z.array(compared),
  rating: z
    .object({
      id: z.uuid(),
      state: z.string(),
      selfScore: z.number().int().nullable(),
      verifiedScore: z.number().int().nullable(),
      ratedOn: nullable,
      ratedBy: nullable,
      verifiedOn: nullable,
      verifiedBy: nullable,
    })
    .nullable(),
  may: z.object({ rate: z.boolean(), verify: z.boolean() }),
});

type Held = { readonly body: Body; readonly norm: Norm; readonly rated: RatingRow | undefined };
async function heldOf(context: RouteContext, force: Force, id: string): Promise<Result<Held>> {
  const { tx, services, actor, today } = context;
  const [body] = await bodiesIn(tx, services, force, actor.area, id);
  const norm = body && normFor(await normsInForce(tx, today), force, body.area);
  if (!body || !norm) return refuse("not_found", "ledger.unknown_row", { id });
  return ok({ body, norm, rated: (await ratingsIn(tx, actor.area, id)).get(id) });
}

const asked = { force: keys(forces), id: z.uuid() };
const labelled = (context: RouteContext, force: Force, { field = null, of: _, least = null, ...rest }: Compared) => ({
  ...rest,
  least,
  field: field === null ? null : (context.services.catalog.find(ledgerOf(force))?.ledger.fields[field]?.label ?? field),
});

export const showBody = route({
  method: "GET",
  path: "/grassroots/standards/:force/:id",
  summary: "一个组织逐条对标",
  tag,
  permission: `${rating.name}.read`,
  composed: ["field"],
  input: z.object(asked),
  output: bodyShape,
  async run(context, { force, id }) {
    const held = await heldOf(context, force, id);
    if (!held.ok) return held;
    const { body, norm, rated } = held.value;
    const items = compare(norm.items, body, rated?.items ?? []);
    const { actor, services } = context;
    return ok({
      id,
      name: nameOf(services, force, body),
      force,
      area: body.area,
      areaName: body.areaName,
      path: `/${pathOf(ledgerOf(force))}/${id}`,
      norm: { id: norm.id, name: norm.name, document: norm.document, duties: norm.duties, funding: norm.funding },
      met: shareMet(items),
      items: items.map((each) => labelled(context, force, each)),
      rating: rated
        ? {
            id: rated.id,
            state: rated.state,
            ...{ selfScore: rated.selfScore, verifiedScore: rated.verifiedScore, ratedOn: rated.ratedOn, ratedBy: rated.ratedBy },
            ...{ verifiedOn: rated.verifiedOn, verifiedBy: rated.verifiedBy },
          }
        : null,
      may: {
        rate: may(actor, "grassroots.rate"),
        verify: may(actor, "grassroots.verify") && rated?.state === "rated",
      },
    });
  },
});

const said = z
  .array(z.object({ item: z.string().max(80), answer: keys(answers), words: z.string().trim().max(200).nullable().default(null) }))
  .min(1)
  .max(60);
type Said = z.output<typeof said>;

/** Only items of the norm that people rate. */
function unknownItem(norm: Norm, given: Said): string | undefined {
  const known = new Set(norm.items.filter(({ field }) => !field).map(({ what }) => what));
  return given.find(({ item }) => !known.has(item))?.item;
}

export const rateBody = route({
  method: "POST",
  path: "/grassroots/standards/:force/:id/rate",
  summary: "对标自评",
  description: "逐条自评；上一份还没核实时改的是同一份。",
  tag,
  permission: "grassroots.rate",
  input: z.object({ ...asked, answers: said }),
  output: z.object({ id: z.uuid(), selfScore: z.number().int() }),
  async run(context, { force, id, answers: given }) {
    const held = await heldOf(context, force, id);
    if (!held.ok) return held;
    const { body, norm, rated } = held.value;
    const stranger = unknownItem(norm, given);
    if (stranger !== undefined) return refuse("invalid", "grassroots.unknown_norm_item", { item: stranger });
    const { tx, services, actor, now, today } = context;
    const before = rated?.state === "rated" ? rated.items : [];
    const items: Rated[] = [
      ...before.filter(({ item }) => !given.some((each) => each.item === item)),
      ...given.map(({ item, answer, words }) => ({ item, self: answer, verified: null, words })),
    ];
    const selfScore = pointsOf(items, "self") ?? 0;
    const reader = readerOf(context);
    if (rated?.state === "rated") {
      const moved = await moveCase(eraseCase(rating), rated.id, "amend", { items, selfScore }, { actor, now, today }, reader);
      return moved.ok ? ok({ id: rated.id, selfScore }) : moved;
    }
    const values = {
      bodyName: nameOf(services, force, body),
      force,
      body: id,
      norm: norm.id,
      items,
      selfScore,
      ratedOn: today,
      ratedBy: actor.name,
    };
    const raised = await raiseCase(
      eraseCase(rating),
      { area: body.area, holderOrgan: actor.organId, at: now, kind: "person", actorName: actor.name, actor: actor.userId, values },
      { ...reader, tx },
      services,
    );
    return raised.ok ? ok({ id: raised.value.id, selfScore }) : raised;
  },
});

export const verifyRating = route({
  method: "POST",
  path: "/grassroots/standards/:force/:id/verify",
  summary: "核实对标自评",
  description: "逐条核实，分数以核实为准；自评的人不能核实自己。",
  tag,
  permission: "grassroots.verify",
  input: z.object({ ...asked, answers: said }),
  output: z.object({ id: z.uuid(), verifiedScore: z.number().int() }),
  async run(context, { force, id, answers: given }) {
    const held = await heldOf(context, force, id);
    if (!held.ok) return held;
    const { norm, rated } = held.value;
    if (rated?.state !== "rated") return refuse("conflict", "grassroots.nothing_rated");
    const { tx, actor, now, today } = context;
    const own = await sql`select from platform.timeline where case_id = ${rated.id} and actor = ${actor.userId} limit 1`.execute(tx);
    if (own.rows.length > 0) return refuse("forbidden", "grassroots.verifies_own");
    const stranger = unknownItem(norm, given);
    if (stranger !== undefined) return refuse("invalid", "grassroots.unknown_norm_item", { item: stranger });
    const items: Rated[] = rated.items.map((each) => {
      const mine = given.find(({ item }) => item === each.item);
      return mine ? { ...each, verified: mine.answer, words: mine.words ?? each.words ?? null } : each;
    });
    const verifiedScore = pointsOf(items, "verified") ?? 0;
    const values = { items, verifiedScore, verifiedBy: actor.name };
    const moved = await moveCase(eraseCase(rating), rated.id, "verify", values, { actor, now, today }, readerOf(context));
    return moved.ok ? ok({ id: rated.id, verifiedScore }) : moved;
  },
});
