/** What people do about a standing: urge, answer, attach proof, ask for a waiver, decide on it. The worker judges again within a second. */
import { sql } from "kysely";
import { may } from "#platform/actor.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import type { Tx } from "#platform/db.ts";
import { visibleFiles } from "#platform/ledger/files-of-rows.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { pushLive } from "#platform/live.ts";
import { publish } from "#platform/outbox.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { writeSetting } from "#platform/settings.ts";
import { type CalendarDate, isWithin } from "#platform/values.ts";
import { DECIDE, isAbove, mayProve } from "./above.ts";
import { earlier, periodAt, periodOfKey } from "./domain/periods.ts";
import { targetSetting } from "./ground.ts";
import { isNamed, isOwed, type LaidDuty } from "./laid.ts";
import { areaAsked, chosenLaid, currentOf, READ, visibleLaid } from "./seen.ts";
import {
  answerAsked,
  decideAsked,
  done,
  evidenceAsked,
  targetAsked,
  targetDone,
  urgeAllAsked,
  urgeAllDone,
  urgeAsked,
  waiveAsked,
} from "./shapes.ts";

/** What the worker hears, to judge one duty of one area again. */
export const DEALT_WITH = "policy-tasks.standing-dealt-with";
const STANDING = "policy-tasks.standing";
const tag = "政策任务";
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000051";

export type Found = {
  readonly id: string;
  readonly duty: number;
  readonly area: number;
  readonly organ: string;
  readonly period: string;
  readonly status: string;
  readonly evidence: string;
  readonly frozen: boolean;
  readonly dueOn: CalendarDate;
  readonly periodFrom: CalendarDate;
};
const COLUMNS = sql`s.id, s.duty, s.area, s.organ, s.period, s.status, s.evidence, s.frozen, s.due_on, s.period_from`;

/** The standing inside the actor's area, of a duty he may see. A frozen one takes no more dealings. */
async function findStanding(context: RouteContext, id: string): Promise<Result<{ readonly standing: Found; readonly laid: LaidDuty }>> {
  const { rows } = await sql<Found>`select ${COLUMNS} from policy_tasks.standing s where s.id = ${id}`.execute(context.tx);
  const [standing] = rows;
  if (!standing || !isWithin(standing.area, context.actor.area)) return refuse("not_found", "policy-tasks.unknown_standing");
  const laid = (await visibleLaid(context)).filter(isOwed).find((each) => each.id === standing.duty);
  if (!laid) return refuse("not_found", "policy-tasks.unknown_standing");
  return standing.frozen ? refuse("conflict", "policy-tasks.frozen", { year: standing.period.slice(0, 4) }) : ok({ standing, laid });
}

const note = (context: RouteContext, action: string, { id, area }: Pick<Found, "id" | "area">, detail: object) =>
  context.audit({ action, subject: STANDING, subjectId: id, area, detail: { ...detail } });

/** A pressing word that asks for an answer; once a day each. @returns false when it was urged today already */
export async function urge(
  tx: Tx,
  {
    standing,
    laid,
    message,
    answerBy,
    context,
  }: {
    readonly standing: Found;
    readonly laid: LaidDuty;
    readonly message: string;
    readonly answerBy: CalendarDate | null;
    readonly context: RouteContext;
  },
): Promise<string | null> {
  const { actor, now, today } = context;
  const id = uuidv7(now.getTime());
  const { rows } = await sql<{
    id: string;
  }>`insert into policy_tasks.urging (id, standing, area, organ, kind, message, on_day, at, by_user, by_name, by_organ, to_organ, answer_by)
    values (${id}, ${standing.id}, ${standing.area}, ${standing.organ}, 'urge', ${message}, ${today}::date, ${now.toISOString()}, ${actor.userId}, ${actor.name},
      ${actor.organName}, ${standing.organ}, ${answerBy}) on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return null;
  await tellOrgan(tx, {
    caseName: STANDING,
    caseId: standing.id,
    area: standing.area,
    organ: standing.organ,
    note: message === "" ? "催办" : `催办：${message}`,
    subject: laid.content.duty.text,
    at: now,
  });
  await tellWork(tx, standing.area, standing.id);
  await publish(tx, { type: "policy-tasks.standing-urged", area: standing.area, actor: actor.userId, id: standing.id, urging: id });
  return id;
}

/** 待办 of the organ urged is read again. */
const tellWork = (tx: Tx, area: number, id: string) =>
  pushLive(tx, { topic: "work", area, permission: READ, data: { caseName: STANDING, id } });

const isPressing = (status: string): boolean => status === "overdue" || status === "no-data" || status === "at-risk" || status === "open";

export const urgeRoute = route({
  method: "POST",
  path: "/policy-tasks/standings/:id/urge",
  tag,
  summary: "催办",
  permission: "policy-tasks.urge",
  input: urgeAsked,
  output: done,
  example: { input: { id: EXAMPLE, message: "请在月底前修复" } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, message, answerBy }) {
    const found = await findStanding(context, id);
    if (!found.ok) return found;
    if (!isPressing(found.value.standing.status)) return refuse("conflict", "policy-tasks.nothing_to_urge");
    const urged = await urge(context.tx, { ...found.value, message, answerBy: answerBy ?? null, context });
    if (urged === null) return refuse("conflict", "policy-tasks.urged_today");
    note(context, "催办", found.value.standing, { message });
    return ok({ id: urged, standing: id });
  },
});

const MANY = 2_000;

export const urgeAllRoute = route({
  method: "POST",
  path: "/policy-tasks/board/urge",
  tag,
  summary: "催办全部逾期",
  permission: "policy-tasks.urge",
  input: urgeAllAsked,
  output: urgeAllDone,
  example: { input: { pack: "QZ", message: "请抓紧" } },
  async run(context, asked) {
    const { tx, today } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const period = asked.period === undefined ? periodAt(today, "quarter") : periodOfKey(asked.period);
    if (!period) return refuse("invalid", "policy-tasks.unknown_period", { period: asked.period ?? "" });
    const { laid } = chosenLaid(await visibleLaid(context), asked);
    const running = currentOf(laid, earlier(period.to, today), today);
    const duties = new Map(running.map((each) => [each.laid.id, each.laid]));
    const { lo, hi } = range.value;
    const { rows } =
      await sql<Found>`select ${COLUMNS} from policy_tasks.standing s where s.status = 'overdue' and not s.frozen and s.area between ${lo} and ${hi}
      and (s.duty, s.period) in (select * from unnest(${running.map((each) => each.laid.id)}::int[], ${running.map((each) => each.period.key)}::text[])) limit ${MANY}`.execute(
        tx,
      );
    let urged = 0;
    for (const standing of rows) {
      const of = duties.get(standing.duty);
      if (of && (await urge(tx, { standing, laid: of, message: asked.message, answerBy: null, context })) !== null) urged += 1;
    }
    context.audit({ action: "催办全部逾期", subject: STANDING, area: lo, detail: { urged } });
    return ok({ urged, already: rows.length - urged });
  },
});

export const answerRoute = route({
  method: "POST",
  path: "/policy-tasks/urgings/:id/answer",
  tag,
  summary: "签收并答复催办",
  permission: READ,
  input: answerAsked,
  output: done,
  example: { input: { id: EXAMPLE, answer: "首批 12 具月底前修复" } },
  refuses: ["not_found", "conflict", "forbidden"],
  async run(context, { id, answer }) {
    const { tx, actor, now } = context;
    const urging = await lockUrging(context, id);
    if (!urging.ok) return urging;
    if (urging.value.answeredAt !== null) return refuse("conflict", "policy-tasks.answered");
    await sql`update policy_tasks.urging set received_at = coalesce(received_at, ${now.toISOString()}), received_name = coalesce(received_name, ${actor.name}),
      answered_at = ${now.toISOString()}, answered_name = ${actor.name}, answered_organ = ${actor.organName}, answer = ${answer} where id = ${id}`.execute(
      tx,
    );
    await tellWork(tx, urging.value.area, urging.value.standing);
    note(context, "答复催办", { id: urging.value.standing, area: urging.value.area }, { answer });
    return ok({ id, standing: urging.value.standing });
  },
});

export const receiveRoute = route({
  method: "POST",
  path: "/policy-tasks/urgings/:id/receive",
  tag,
  summary: "签收催办",
  permission: READ,
  input: decideAsked.pick({ id: true }),
  output: done,
  example: { input: { id: EXAMPLE } },
  refuses: ["not_found", "forbidden"],
  async run(context, { id }) {
    const urging = await lockUrging(context, id);
    if (!urging.ok) return urging;
    await sql`update policy_tasks.urging set received_at = coalesce(received_at, ${context.now.toISOString()}), received_name = coalesce(received_name, ${context.actor.name})
      where id = ${id}`.execute(context.tx);
    return ok({ id, standing: urging.value.standing });
  },
});

type Urging = { readonly standing: string; readonly area: number; readonly organ: string; readonly answeredAt: string | null };

/** The organ that owes answers, or whoever answers for it. */
async function lockUrging({ tx, actor }: RouteContext, id: string): Promise<Result<Urging>> {
  const { rows } =
    await sql<Urging>`select standing, area, organ, answered_at from policy_tasks.urging where id = ${id} for update`.execute(tx);
  const [urging] = rows;
  if (!urging || !isWithin(urging.area, actor.area)) return refuse("not_found", "policy-tasks.unknown_standing");
  return actor.organId === urging.organ || may(actor, "policy-tasks.answer")
    ? ok(urging)
    : refuse("forbidden", "http.no_permission", { permission: "policy-tasks.answer" });
}

export const evidenceRoute = route({
  method: "POST",
  path: "/policy-tasks/standings/:id/evidence",
  tag,
  summary: "填报与上传佐证",
  description: "平台能自取的不收手工填报；由应办单位或其上级填报，材料类须附材料；填报后不能改，再报一次即为更正。",
  permission: "policy-tasks.evidence",
  input: evidenceAsked,
  output: done,
  example: { input: { id: EXAMPLE, on: "2026-03-10", note: "方案已印发", files: [EXAMPLE] } },
  refuses: ["not_found", "conflict", "invalid", "forbidden"],
  async run(context, { id, value, on, note: words, files }) {
    const { tx, actor, now, today } = context;
    const found = await findStanding(context, id);
    if (!found.ok) return found;
    const { standing, laid } = found.value;
    if (!(await mayProve(context, standing))) return refuse("forbidden", "policy-tasks.not_owing");
    if (standing.evidence === "computed") return refuse("conflict", "policy-tasks.computed");
    const isDocument = laid.content.duty.binding.kind === "document";
    if (!isDocument && value === null) return refuse("invalid", "policy-tasks.value_wanted");
    if (isDocument && files.length === 0) return refuse("invalid", "policy-tasks.file_wanted");
    if (on > today) return refuse("invalid", "policy-tasks.day_ahead");
    const seen = await visibleFiles(files, tx);
    if (files.some((file) => !seen.has(file))) return refuse("invalid", "ledger.unknown_file");
    const entered = uuidv7(now.getTime());
    await sql`insert into policy_tasks.evidence (id, duty, area, organ, period, value, on_day, note, files, by_user, by_name, by_organ, at)
      values (${entered}, ${standing.duty}, ${standing.area}, ${standing.organ}, ${standing.period}, ${value}, ${on}::date, ${words}, ${files}::uuid[],
        ${actor.userId}, ${actor.name}, ${actor.organName}, ${now.toISOString()})`.execute(tx);
    await dealtWith(context, standing);
    note(context, "填报佐证", standing, { value, on, note: words, files });
    return ok({ id: entered, standing: id });
  },
});

const dealtWith = ({ tx, actor }: RouteContext, { id, duty, area }: Pick<Found, "id" | "duty" | "area">) =>
  publish(tx, { type: DEALT_WITH, area, actor: actor.userId, id, duty });

export const waiveRoute = route({
  method: "POST",
  path: "/policy-tasks/standings/:id/waive",
  tag,
  summary: "申请免除",
  description: "自所申请的期间起，到期限为止；更早的期间不受影响。一次完成的和须保持的，期满后照旧判定。",
  permission: "policy-tasks.waive",
  input: waiveAsked,
  output: done,
  example: { input: { id: EXAMPLE, reason: "辖区内没有千人以上行政村", until: "2026-12-31" } },
  refuses: ["not_found", "conflict", "invalid"],
  async run(context, { id, reason, until }) {
    const { tx, actor, now, today } = context;
    const found = await findStanding(context, id);
    if (!found.ok) return found;
    if (until < today) return refuse("invalid", "policy-tasks.day_past");
    const { standing } = found.value;
    const asked = uuidv7(now.getTime());
    const { rows } =
      await sql`insert into policy_tasks.waiver (id, duty, area, organ, reason, from_on, until, state, applied_by, applied_name, applied_at)
      values (${asked}, ${standing.duty}, ${standing.area}, ${standing.organ}, ${reason}, ${standing.periodFrom}::date, ${until}::date, 'applied', ${actor.userId}, ${actor.name}, ${now.toISOString()})
      on conflict (duty, organ) where state = 'applied' do nothing returning id`.execute(tx);
    if (rows.length === 0) return refuse("conflict", "policy-tasks.waiver_waits");
    note(context, "申请免除", standing, { reason, from: standing.periodFrom, until });
    return ok({ id: asked, standing: id });
  },
});

type Waiver = {
  readonly duty: number;
  readonly area: number;
  readonly organ: string;
  readonly state: string;
  readonly appliedBy: string | null;
};

export const decideRoute = route({
  method: "POST",
  path: "/policy-tasks/waivers/:id/decide",
  tag,
  summary: "审批免除",
  description: "由应办单位的上级审批；本市一级由消安办或领导审批。申请人不能批自己的申请。",
  permission: DECIDE,
  input: decideAsked,
  output: done,
  example: { input: { id: EXAMPLE, approve: true, words: "同意" } },
  refuses: ["not_found", "conflict", "forbidden"],
  async run(context, { id, approve, words }) {
    const { tx, actor, now } = context;
    const { rows } =
      await sql<Waiver>`select duty, area, organ, state, applied_by from policy_tasks.waiver where id = ${id} for update`.execute(tx);
    const [waiver] = rows;
    if (!waiver || !isWithin(waiver.area, actor.area)) return refuse("not_found", "policy-tasks.unknown_waiver");
    if (waiver.state !== "applied") return refuse("conflict", "policy-tasks.waiver_decided");
    if (waiver.appliedBy === actor.userId) return refuse("forbidden", "policy-tasks.own_waiver");
    if (!(await isAbove(context, waiver))) return refuse("forbidden", "policy-tasks.not_above");
    await sql`update policy_tasks.waiver set state = ${approve ? "approved" : "refused"}, decided_by = ${actor.userId}, decided_name = ${actor.name},
      decided_at = ${now.toISOString()}, decision = ${words} where id = ${id}`.execute(tx);
    const standing = await sql<{
      id: string;
    }>`select id from policy_tasks.standing where duty = ${waiver.duty} and organ = ${waiver.organ} order by period_from desc limit 1`.execute(
      tx,
    );
    const of = { id: standing.rows[0]?.id ?? id, duty: waiver.duty, area: waiver.area };
    await dealtWith(context, of);
    note(context, approve ? "批准免除" : "不予免除", of, { words });
    return ok({ id, standing: of.id });
  },
});

/** What the worker hears, to judge a duty everywhere again. */
export const TARGET_SET = "policy-tasks.target-set";

export const targetRoute = route({
  method: "PUT",
  path: "/policy-tasks/clauses/:id/target",
  tag,
  summary: "设定目标",
  description: "文件交由主管部门定的目标；未设定时按建议值提示，不会转红。",
  permission: "policy-tasks.target",
  scope: "owner",
  input: targetAsked,
  output: targetDone,
  example: {
    input: { id: "QZ-3.4.1", duty: "a", pack: "QZ", packArea: 330800000000000, value: 80, reason: "市消安委 2026 年第一次会议定" },
  },
  refuses: ["not_found", "conflict"],
  async run(context, { id, duty, pack, packArea, value, reason }) {
    const { tx, actor } = context;
    const laid = (await visibleLaid(context))
      .filter(isOwed)
      .find(
        (each) =>
          each.clause === id && each.key === duty && isNamed(each, pack) && each.packArea === packArea && isWithin(packArea, actor.area),
      );
    if (!laid) return refuse("not_found", "policy-tasks.unknown_clause", { id });
    if (laid.content.duty.target?.kind !== "configured") return refuse("conflict", "policy-tasks.target_fixed");
    await writeSetting(tx, targetSetting(laid), value, actor.userId);
    await publish(tx, { type: TARGET_SET, area: laid.packArea, actor: actor.userId, duty: laid.id });
    context.audit({
      action: "设定目标",
      subject: "platform.setting",
      subjectId: targetSetting(laid),
      area: laid.packArea,
      detail: { value, reason },
    });
    return ok({ id, duty, value });
  },
});
