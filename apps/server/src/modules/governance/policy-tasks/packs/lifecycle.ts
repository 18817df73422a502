/** From draft to in force: submit, return, approve by another person, see the effect, put in force. */
import { sql } from "kysely";
import { z } from "zod";
import { publish } from "#platform/outbox.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { CalendarDate } from "#platform/values.ts";
import { nearDay } from "./domain/days.ts";
import { diffPacks, effectOf } from "./domain/diff-packs.ts";
import type { Pack } from "./domain/pack.ts";
import { type Taking, takeEffect } from "./domain/take-effect.ts";
import { cityHere } from "./known-names.ts";
import { EXAMPLE, permissions, tag } from "./names.ts";
import { documentText, recheck } from "./recheck.ts";
import { sayDiff } from "./say-changes.ts";
import { diff, effect, versionHead } from "./shapes.ts";
import { areaNames, bindingVersions, findVersion, frozenYears, headOf, lockVersion, type Version, type VersionState } from "./store.ts";
import { statusChanges } from "./try-statuses.ts";

/** What duties hears, to compute anew who owes what. */
export const PACK_CHANGED = "policy-tasks.pack-changed";
const idOnly = z.object({ id: z.uuid() });
const MOST_GAINING = 50;

const wrongState = ({ services, language }: Pick<RouteContext, "services" | "language">, state: VersionState) =>
  refuse("conflict", "packs.wrong_state", { state: services.messages.say(`packs.state_${state}`, {}, language) });

export async function lockIn(id: string, states: readonly VersionState[], context: RouteContext): Promise<Result<Version>> {
  const found = await lockVersion(id, context.actor.area, context.tx);
  return !found.ok || states.includes(found.value.state) ? found : wrongState(context, found.value.state);
}

export async function answered(id: string, context: RouteContext): Promise<Result<ReturnType<typeof headOf>>> {
  const version = await findVersion(id, context.tx);
  return version ? ok(headOf(version)) : refuse("not_found", "packs.unknown_version");
}

export const submitVersion = route({
  method: "POST",
  path: "/policy-tasks/versions/:id/submit",
  summary: "政策包送审",
  description: "送审时按现在的机构、名称和原文再查一遍，没有错误才能送审；送审后不能再改，退回后可改。",
  tag,
  permission: permissions.write,
  input: z.object({ id: z.uuid(), note: z.string().trim().max(400).default("") }),
  output: versionHead,
  example: { input: { id: EXAMPLE, note: "按新文件编写" } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, note }) {
    const found = await lockIn(id, ["draft"], context);
    if (!found.ok) return found;
    const { actor, now, tx } = context;
    const { area } = found.value;
    const errors = await recheck(found.value, await documentText(id, tx), context);
    if (errors > 0) return refuse("conflict", "packs.has_errors", { errors });
    await sql`update policy_tasks.pack_version set state = 'checked', note = ${note}, checked_by = ${actor.userId}, checked_by_name = ${actor.name},
      checked_at = ${now.toISOString()} where id = ${id}`.execute(tx);
    context.audit({ action: "政策包送审", subject: "policy-tasks.pack", subjectId: id, area });
    return answered(id, context);
  },
});

export const returnVersion = route({
  method: "POST",
  path: "/policy-tasks/versions/:id/return",
  summary: "退回政策包修改",
  tag,
  permission: permissions.see,
  input: z.object({ id: z.uuid(), note: z.string().trim().min(2).max(400) }),
  output: versionHead,
  example: { input: { id: EXAMPLE, note: "目标与原文不符" } },
  refuses: ["not_found", "conflict", "forbidden"],
  async run(context, { id, note }) {
    const found = await lockIn(id, ["checked", "approved"], context);
    if (!found.ok) return found;
    const { actor, tx } = context;
    const own = found.value.checkedBy === actor.userId;
    if (!own && !actor.permissions.has(permissions.approve)) return refuse("forbidden", "http.no_permission");
    await sql`update policy_tasks.pack_version set state = 'draft', note = ${note}, checked_by = null, checked_by_name = null, checked_at = null,
      approved_by = null, approved_by_name = null, approved_at = null where id = ${id}`.execute(tx);
    context.audit({
      action: own ? "撤回政策包" : "退回政策包",
      subject: "policy-tasks.pack",
      subjectId: id,
      area: found.value.area,
      detail: { note },
    });
    return answered(id, context);
  },
});

export const approveVersion = route({
  method: "POST",
  path: "/policy-tasks/versions/:id/approve",
  summary: "批准政策包",
  description: "写的人和送审的人不能批准。",
  tag,
  permission: permissions.approve,
  input: idOnly,
  output: versionHead,
  example: { input: { id: EXAMPLE } },
  refuses: ["not_found", "conflict"],
  async run(context, { id }) {
    const found = await lockIn(id, ["checked"], context);
    if (!found.ok) return found;
    const { actor, now, tx } = context;
    const { writtenBy, checkedBy, area } = found.value;
    if (actor.userId === writtenBy || actor.userId === checkedBy) return refuse("conflict", "packs.own_work");
    await sql`update policy_tasks.pack_version set state = 'approved', approved_by = ${actor.userId}, approved_by_name = ${actor.name},
      approved_at = ${now.toISOString()} where id = ${id}`.execute(tx);
    context.audit({ action: "批准政策包", subject: "policy-tasks.pack", subjectId: id, area });
    return answered(id, context);
  },
});

export const diffVersions = route({
  method: "GET",
  path: "/policy-tasks/versions/:id/diff",
  summary: "与另一版逐条对照",
  description: "against 不给时与施行中的一版对照；有错误的草稿不能对照。",
  tag,
  permission: permissions.see,
  input: z.object({ id: z.uuid(), against: z.uuid().optional() }),
  output: diff,
  example: { input: { id: EXAMPLE } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, against }) {
    const version = await findVersion(id, context.tx);
    if (!version) return refuse("not_found", "packs.unknown_version");
    if (!version.compiled) return refuse("conflict", "packs.has_errors", { errors: version.errors });
    const other = against ? await findVersion(against, context.tx) : await beforeIt(version, context.today, context);
    if (against && !other?.compiled) return refuse("not_found", "packs.unknown_version");
    const found = diffPacks(other?.compiled ?? undefined, version.compiled);
    const areas = await areaNames([version.compiled, ...(other?.compiled ? [other.compiled] : [])], context.tx);
    return ok({ ...sayDiff(found, { ...context, areas }), against: other ? { id: other.id, number: other.number } : null });
  },
});

/** The version of the same document that binds on a day, or the last one that did. */
async function beforeIt(
  { id, pack, area }: Pick<Version, "id" | "pack" | "area">,
  on: CalendarDate,
  { tx }: Pick<RouteContext, "tx">,
): Promise<Version | undefined> {
  const others = (await bindingVersions(pack, area, tx)).filter((each) => each.id !== id && each.area === area && each.from <= on);
  const last = others.at(-1);
  return last && findVersion(last.id, tx);
}

type Considered = { readonly taking: Taking; readonly before: Version | undefined };

/** May it take effect on that day, and what gives way? */
async function consider(
  version: Version & { readonly compiled: Pack },
  from: CalendarDate,
  { tx }: Pick<RouteContext, "tx">,
): Promise<Considered> {
  const all = (await bindingVersions(version.pack, version.area, tx)).filter(({ id }) => id !== version.id);
  const elsewhere = all.find((each) => each.area !== version.area && (each.to === null || each.to >= from));
  if (elsewhere)
    return {
      before: undefined,
      taking: {
        ok: false,
        code: "packs.bound_elsewhere",
        params: { area: elsewhere.areaName, pack: version.pack, number: elsewhere.number },
      },
    };
  const taking = takeEffect(from, version.compiled.to ?? null, {
    others: all.filter((each) => each.area === version.area),
    frozen: await frozenYears(version.area, tx),
    document: version.compiled.from,
  });
  return { taking, before: taking.ok && taking.ends ? await findVersion(taking.ends.id, tx) : undefined };
}

/** As `consider`; where the day is refused, what bound last before it stands for comparison. */
async function givingWay(
  version: Version & { readonly compiled: Pack },
  on: CalendarDate,
  context: Pick<RouteContext, "tx">,
): Promise<Considered> {
  const considered = await consider(version, on, context);
  if (considered.before || considered.taking.ok) return considered;
  return { ...considered, before: await beforeIt(version, on, context) };
}

export const showEffect = route({
  method: "GET",
  path: "/policy-tasks/versions/:id/effect",
  summary: "某日生效会怎样",
  description: "哪些应尽事项增加、取消、改变，哪些机构多了事项，按现有数据状态会变多少；那天不能生效时说明理由。日期可在过去或将来。",
  tag,
  permission: permissions.see,
  input: z.object({ id: z.uuid(), on: nearDay.optional() }),
  output: effect,
  example: { input: { id: EXAMPLE, on: "2026-07-01" } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, on = context.today }) {
    const { tx, services, language } = context;
    const version = await findVersion(id, tx);
    if (!version) return refuse("not_found", "packs.unknown_version");
    const { compiled } = version;
    if (!compiled) return refuse("conflict", "packs.has_errors", { errors: version.errors });
    const { taking, before } = await givingWay({ ...version, compiled }, on, context);
    const city = await cityHere(tx, version.area, on);
    const { duties, gaining, losing } = effectOf(before?.compiled ?? undefined, compiled, city);
    return ok({
      on,
      city: city.name,
      against: before && taking.ok && taking.ends ? { id: before.id, number: before.number, until: taking.ends.to } : null,
      refused: taking.ok ? null : services.messages.say(taking.code, taking.params, language),
      duties,
      gaining: gaining.slice(0, MOST_GAINING),
      gainingCount: gaining.length,
      losing,
    });
  },
});

export const showStatusChanges = route({
  method: "GET",
  path: "/policy-tasks/versions/:id/status-changes",
  summary: "某日生效后状态会变多少",
  description: "按现有数据把那天的应尽事项判两遍：施行中的一版和这一版；只读，不写。",
  tag,
  permission: permissions.see,
  input: z.object({ id: z.uuid(), on: nearDay.optional() }),
  output: z.object({ statuses: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int() })) }),
  example: { input: { id: EXAMPLE, on: "2026-07-01" } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, on = context.today }) {
    const version = await findVersion(id, context.tx);
    if (!version) return refuse("not_found", "packs.unknown_version");
    const { compiled, area } = version;
    if (!compiled) return refuse("conflict", "packs.has_errors", { errors: version.errors });
    const { before: old } = await givingWay({ ...version, compiled }, on, context);
    const before = old?.compiled && old.fromOn ? { pack: old.compiled, from: old.fromOn } : undefined;
    const { duties } = effectOf(before?.pack, compiled, await cityHere(context.tx, area, on));
    const changed = new Set(duties.map((duty) => duty.id));
    return ok({ statuses: [...(await statusChanges(context, { before, after: compiled, area, on, duties: changed }))] });
  },
});

export const putInForce = route({
  method: "POST",
  path: "/policy-tasks/versions/:id/in-force",
  summary: "政策包生效",
  description: "批准后才能生效；施行中的一版到前一天为止。已冻结的年度不能再变。",
  tag,
  permission: permissions.write,
  input: z.object({ id: z.uuid(), from: nearDay }),
  output: versionHead,
  example: { input: { id: EXAMPLE, from: "2026-07-01" } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, from }) {
    const found = await lockIn(id, ["approved"], context);
    if (!found.ok) return found;
    const { tx } = context;
    const { compiled, area, pack, number } = found.value;
    if (!compiled) return refuse("conflict", "packs.has_errors", { errors: found.value.errors });
    await sql`select pg_advisory_xact_lock(hashtextextended(${`policy in force ${pack}`}, 0))`.execute(tx);
    const { taking } = await consider({ ...found.value, compiled }, from, context);
    if (!taking.ok) return refuse("conflict", taking.code, taking.params);
    if (taking.ends)
      await sql`update policy_tasks.pack_version set state = 'superseded', to_on = ${taking.ends.to}::date where id = ${taking.ends.id}`.execute(
        tx,
      );
    await sql`update policy_tasks.pack_version set state = 'inForce', from_on = ${from}::date, to_on = ${compiled.to ?? null}::date where id = ${id}`.execute(
      tx,
    );
    await publish(tx, { type: PACK_CHANGED, area, actor: context.actor.userId, pack, version: id, number, from });
    context.audit({ action: "政策包生效", subject: "policy-tasks.pack", subjectId: id, area, detail: { pack, number, from } });
    return answered(id, context);
  },
});
