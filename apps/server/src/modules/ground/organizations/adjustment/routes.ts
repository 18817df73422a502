/** 行政区划调整 for administrators: the system administrator prepares and withdraws, the security administrator confirms; neither alone. */
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, may } from "#platform/actor.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { publish } from "#platform/outbox.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { isWithin } from "#platform/values.ts";
import { type Adjustment, spokenOf } from "../domain/adjust.ts";
import { type Asked, adjustmentKinds, adjustmentOf, adjustmentStates, asked, isProblem } from "./asked.ts";
import { CONFIRMED } from "./carry-out.ts";
import { type Draft, draftOf } from "./ground.ts";
import { findAdjustment, listAdjustments, type Names, type Stored, stepsWithRows } from "./store.ts";
import { outlookOf } from "./touched.ts";

const tag = "行政区划调整";
const SUBJECT = "organizations.area-adjustment";
export const READ_ADJUSTMENTS = "organizations.adjustments.read";
export const PREPARE = "organizations.adjustments.prepare";
export const APPROVE = "organizations.adjustments.approve";

const base = { tag, scope: "owner" } as const;
const withId = z.object({ id: z.uuid() });
const problem = z.object({ code: z.string(), message: z.string() });
const place = z.object({ key: z.number().int(), name: z.string() });
const outlook = z
  .object({
    problems: z.array(problem),
    touched: z.array(
      z.object({
        area: z.number().int(),
        name: z.string(),
        becomes: z.array(place),
        counts: z.array(
          z.object({ of: z.string(), label: z.string().nullable(), rows: z.number().int(), open: z.number().int().nullable() }),
        ),
        organs: z.array(z.object({ name: z.string(), becomes: z.string().nullable(), ends: z.boolean() })),
      }),
    ),
    made: z.array(z.object({ name: z.string(), fullName: z.string(), code: z.string().nullable(), level: z.string() })),
    outline: z.enum(["union", "kept", "missing"]),
  })
  .meta({ id: "AreaAdjustmentOutlook", description: "调整会影响什么，为什么不能办" });
type Outlook = z.output<typeof outlook>;

const nullable = z.string().nullable();
const shown = z
  .object({
    id: z.uuid(),
    kind: z.enum(adjustmentKinds),
    names: z.object({ areas: z.array(z.string()), into: nullable }),
    effectiveOn: z.string(),
    document: z.string(),
    reason: z.string(),
    state: z.enum(adjustmentStates),
    ...{ preparedByName: z.string(), preparedAt: z.string(), approvedByName: nullable, approvedAt: nullable },
    ...{ withdrawnByName: nullable, withdrawnAt: nullable, withdrawnWhy: nullable, startedAt: nullable, doneAt: nullable },
    /** Of its steps: how many are done; rows moved so far. */
    ...{ steps: z.number().int().nullable(), stepsDone: z.number().int(), rows: z.number().int() },
    problems: z.array(problem),
    trouble: nullable,
    isMine: z.boolean(),
  })
  .meta({ id: "AreaAdjustment", description: "一次行政区划调整" });

const speak = ({ services, language }: RouteContext, problems: Draft["problems"]) =>
  problems.map(({ code, params }) => ({ code, message: services.messages.say(code, params, language) }));

const shownOf = (
  context: RouteContext,
  { given, plan: _, preparedBy, approvedBy: __, problems, ...rest }: Stored,
): z.output<typeof shown> => ({
  ...rest,
  kind: given.kind,
  names: { areas: [...rest.names.areas], into: rest.names.into },
  problems: speak(context, problems),
  trouble: rest.trouble === null ? null : troubleOf(context, rest.trouble),
  isMine: preparedBy === context.actor.userId,
});

/** What was kept before there were numbers is no sentence for people. */
const troubleOf = ({ services, language }: RouteContext, kept: string): string =>
  services.messages.say("http.fault", { incident: INCIDENT.test(kept) ? kept : "—" }, language);
const INCIDENT = /^[0-9A-F]{6}$/;

/** Who administers a county sees the changes that stay inside it. */
const isSeen = (given: Asked, actor: Actor): boolean => {
  const change = adjustmentOf(given);
  return !isProblem(change) && spokenOf(change).every((key) => isWithin(key, actor.area));
};

type Weighed = { readonly change: Adjustment; readonly draft: Draft };
async function weigh(given: Asked, { tx, services, actor }: RouteContext): Promise<Weighed | { readonly problems: Draft["problems"] }> {
  const change = adjustmentOf(given);
  if (isProblem(change)) return { problems: [change] };
  return { change, draft: await draftOf(change, given.effectiveOn, { tx, services, within: actor.area }) };
}

async function outlookFor(weighed: Awaited<ReturnType<typeof weigh>>, context: RouteContext): Promise<Outlook> {
  if (!("draft" in weighed)) return { problems: speak(context, weighed.problems), touched: [], made: [], outline: "missing" };
  const { change, draft } = weighed;
  // Areas that are not his are neither counted nor named.
  const isHis = spokenOf(change).every((key) => isWithin(key, context.actor.area));
  const { touched, outline } = isHis ? await outlookOf(change, draft, context) : { touched: [], outline: "missing" as const };
  return {
    problems: speak(context, draft.problems),
    touched: touched.map((each) => ({ ...each, becomes: [...each.becomes], counts: [...each.counts], organs: [...each.organs] })),
    made: isHis ? draft.plan.made.map(({ name, fullName, code, level }) => ({ name, fullName, code, level })) : [],
    outline,
  };
}

const example = {
  kind: "merge",
  areas: [330_802_007_000_000],
  into: 330_802_008_000_000,
  effectiveOn: "2026-07-01",
  document: "衢政函〔2026〕12号",
  reason: "优化街道设置",
} as const;

export const previewAdjustment = route({
  ...base,
  method: "POST",
  path: "/areas/adjustments/preview",
  summary: "试算一次调整：会影响什么，为什么不能办；不保存",
  permission: PREPARE,
  audited: false,
  input: asked,
  output: outlook,
  example: { input: example },
  run: async (context, given) => ok(await outlookFor(await weigh(given, context), context)),
});

export const listAdjustmentsRoute = route({
  ...base,
  method: "GET",
  path: "/areas/adjustments",
  summary: "行政区划调整",
  permission: READ_ADJUSTMENTS,
  input: z.object({}),
  output: z.object({ adjustments: z.array(shown), mayPrepare: z.boolean(), mayApprove: z.boolean() }),
  async run(context) {
    const { tx, actor } = context;
    const seen = (await listAdjustments(tx)).filter(({ given }) => isSeen(given, actor));
    return ok({
      adjustments: seen.map((each) => shownOf(context, each)),
      mayPrepare: may(actor, PREPARE),
      mayApprove: may(actor, APPROVE),
    });
  },
});

async function seenOne(context: RouteContext, id: string, lock = false): Promise<Result<Stored>> {
  const found = await findAdjustment(context.tx, id, lock);
  return found && isSeen(found.given, context.actor) ? ok(found) : refuse("not_found", "organizations.unknown_adjustment", { id });
}

export const showAdjustment = route({
  ...base,
  method: "GET",
  path: "/areas/adjustments/:id",
  summary: "一次调整：办到哪一步，会影响什么",
  permission: READ_ADJUSTMENTS,
  input: withId,
  output: z.object({
    adjustment: shown,
    outlook: outlook.nullable(),
    /** What has moved so far, most first. */
    moved: z.array(z.object({ of: z.string(), label: z.string().nullable(), rows: z.number().int() })),
  }),
  async run(context, { id }) {
    const found = await seenOne(context, id);
    if (!found.ok) return found;
    const isOpen = ["prepared", "approved", "failed"].includes(found.value.state);
    const looked = isOpen ? await outlookFor(await weigh(found.value.given, context), context) : null;
    return ok({ adjustment: shownOf(context, found.value), outlook: looked, moved: await movedSoFar(id, context) });
  },
});

/** Rows by ledger; tables no ledger speaks for (states, points, counters) are summed under none. */
async function movedSoFar(id: string, { tx, services, language }: RouteContext) {
  const ofTable = new Map([...services.catalog.entries.values()].map(({ ledger, table }) => [table.replaceAll('"', ""), ledger.name]));
  const sums = new Map<string, number>();
  for (const { name, rows } of await stepsWithRows(tx, id)) {
    if (name.startsWith("organ ") || !name.endsWith(".area")) continue;
    const table = name.slice(0, -".area".length).replaceAll('"', "");
    const of = ofTable.get(table) ?? (table === "identity.posting" ? table : "");
    sums.set(of, (sums.get(of) ?? 0) + rows);
  }
  const labelOf = (of: string) => (services.catalog.find(of) ? services.catalog.spoken(of, language).ledger.label : null);
  return [...sums].map(([of, rows]) => ({ of, label: labelOf(of), rows })).toSorted((a, b) => b.rows - a.rows);
}

export const prepareAdjustment = route({
  ...base,
  method: "POST",
  path: "/areas/adjustments",
  summary: "拟订一次调整，待另一名管理员确认",
  permission: PREPARE,
  input: asked,
  output: shown,
  example: { input: example },
  async run(context, given) {
    const { tx, actor, now } = context;
    const weighed = await weigh(given, context);
    const problems = "draft" in weighed ? weighed.draft.problems : weighed.problems;
    if (!("draft" in weighed) || problems.length > 0) return refuse("invalid", "organizations.adjust_refused", { problems });
    const id = uuidv7(now.getTime());
    const names = namesOf(given, weighed.draft);
    await sql`insert into organizations.area_adjustment (id, kind, given, effective_on, document, reason, state, names, prepared_by, prepared_by_name, prepared_at)
      values (${id}, ${given.kind}, ${JSON.stringify(given)}::jsonb, ${given.effectiveOn}::date, ${given.document}, ${given.reason}, 'prepared', ${JSON.stringify(names)}::jsonb,
        ${actor.userId}, ${actor.name}, ${now.toISOString()})`.execute(tx);
    context.audit({ action: "拟订行政区划调整", subject: SUBJECT, subjectId: id, detail: { ...given, names } });
    return shownAgain(context, id);
  },
});

const namesOf = ({ areas, into, parent, name }: Asked, draft: Draft): Names => {
  const nameOf = (key: number | null) => (key === null ? null : (draft.areas.get(key)?.name ?? null));
  return { areas: areas.flatMap((key) => nameOf(key) ?? []), into: nameOf(into) ?? name ?? nameOf(parent) };
};

async function shownAgain(context: RouteContext, id: string): Promise<Result<z.output<typeof shown>>> {
  const found = await seenOne(context, id);
  return found.ok ? ok(shownOf(context, found.value)) : found;
}

export const approveAdjustment = route({
  ...base,
  method: "POST",
  path: "/areas/adjustments/:id/approve",
  summary: "确认调整：到生效日由系统执行一次",
  permission: APPROVE,
  input: withId,
  output: shown,
  refuses: ["invalid"],
  async run(context, { id }) {
    const { tx, actor, now } = context;
    const found = await seenOne(context, id, true);
    if (!found.ok) return found;
    if (found.value.state !== "prepared") return refuse("conflict", "organizations.adjust_not_prepared");
    if (found.value.preparedBy === actor.userId) return refuse("forbidden", "organizations.adjust_approves_own");
    const weighed = await weigh(found.value.given, context);
    const problems = "draft" in weighed ? weighed.draft.problems : weighed.problems;
    if (problems.length > 0) return refuse("invalid", "organizations.adjust_refused", { problems });
    await sql`update organizations.area_adjustment set state = 'approved', approved_by = ${actor.userId}, approved_by_name = ${actor.name}, approved_at = ${now.toISOString()}
      where id = ${id}`.execute(tx);
    context.audit({ action: "确认行政区划调整", subject: SUBJECT, subjectId: id, detail: { names: found.value.names } });
    await publish(tx, { type: CONFIRMED, actor: actor.userId, id });
    return shownAgain(context, id);
  },
});

export const withdrawAdjustment = route({
  ...base,
  method: "POST",
  path: "/areas/adjustments/:id/withdraw",
  summary: "撤回或退回调整；已开始执行的不能撤回",
  permission: READ_ADJUSTMENTS,
  input: withId.extend({ reason: z.string().trim().min(2).max(400) }),
  output: shown,
  async run(context, { id, reason }) {
    const { tx, actor, now } = context;
    const found = await seenOne(context, id, true);
    if (!found.ok) return found;
    if (!["prepared", "approved", "failed"].includes(found.value.state)) return refuse("conflict", "organizations.adjust_begun");
    await sql`update organizations.area_adjustment set state = 'withdrawn', withdrawn_by_name = ${actor.name}, withdrawn_at = ${now.toISOString()}, withdrawn_why = ${reason}
      where id = ${id}`.execute(tx);
    context.audit({ action: "撤回行政区划调整", subject: SUBJECT, subjectId: id, detail: { reason } });
    return shownAgain(context, id);
  },
});

const lineage = z
  .object({
    key: z.number().int(),
    level: z.string(),
    code: nullable,
    name: z.string(),
    validFrom: nullable,
    validTo: nullable,
    hasChildren: z.boolean(),
    hadChildren: z.boolean(),
    /** Something below it has changed. */
    changedBelow: z.boolean(),
    provisionalCode: z.boolean(),
    became: z.array(
      z.object({
        key: z.number().int(),
        name: z.string(),
        on: z.string(),
        kind: z.enum(["merge", "rename", "split", "move"]),
        document: nullable,
      }),
    ),
    came: z.array(
      z.object({
        key: z.number().int(),
        name: z.string(),
        on: z.string(),
        kind: z.enum(["merge", "rename", "split", "move"]),
        document: nullable,
      }),
    ),
  })
  .meta({ id: "AreaLineage", description: "辖区与它的沿革：现行或已撤并，从何来、成了什么" });

/** The last key below an area. */
const END = sql`a.key + (case a.level when 'province' then 1e13 when 'city' then 1e11 when 'county' then 1e9 when 'town' then 1e6 when 'village' then 1e3 else 1 end)::bigint - 1`;

export const listLineage = route({
  ...base,
  method: "GET",
  path: "/areas/lineage",
  summary: "下级辖区及沿革，含已撤并的；不给上级时从本人辖区起",
  permission: READ_ADJUSTMENTS,
  input: z.object({ parent: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional() }),
  output: z.object({ areas: z.array(lineage) }),
  example: { input: { parent: 330_802_000_000_000 } },
  async run({ tx, actor }, { parent }) {
    const where = parent === undefined ? sql`a.key = ${actor.area.lo}` : sql`a.parent = ${parent}`;
    const line = (mine: "from_key" | "to_key", other: "from_key" | "to_key", name: "from_name" | "to_name") => sql`coalesce((select
      jsonb_agg(jsonb_build_object('key', c.${sql.ref(other)}, 'name', coalesce(c.${sql.ref(name)}, o.name, ''), 'on', c.changed_on, 'kind', c.kind, 'document', j.document)
        order by c.changed_on, c.${sql.ref(other)})
      from platform.area_change c left join platform.area o on o.key = c.${sql.ref(other)} left join organizations.area_adjustment j on j.id = c.adjustment
      where c.${sql.ref(mine)} = a.key), '[]')`;
    const { rows } = await sql<z.output<typeof lineage>>`select a.key, a.level, a.code, a.name, a.valid_from, a.valid_to,
        exists (select from platform.area c where c.parent = a.key and c.valid_to is null) as has_children,
        exists (select from platform.area c where c.parent = a.key) as had_children,
        exists (select from platform.area_change c where c.from_key > a.key and c.from_key <= ${END} or c.to_key > a.key and c.to_key <= ${END}) as changed_below,
        coalesce((a.attributes ->> 'provisionalCode')::boolean, false) as provisional_code,
        ${line("from_key", "to_key", "to_name")} as became, ${line("to_key", "from_key", "from_name")} as came
      from platform.area a where ${where} and a.key between ${actor.area.lo} and ${actor.area.hi} order by a.valid_to is not null, a.key`.execute(
      tx,
    );
    return ok({ areas: rows });
  },
});

export const adjustmentRoutes = [
  previewAdjustment,
  listAdjustmentsRoute,
  listLineage,
  showAdjustment,
  prepareAdjustment,
  approveAdjustment,
  withdrawAdjustment,
];
