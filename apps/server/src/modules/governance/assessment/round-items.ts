/**
 * 督导检查单: three sections with evidence; the platform proposes what to look at (bodies of the mechanism, rows of the base register, past
 * inspections), drawn by the round's own number so that nobody picks them. PT-2.2.4.2
 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, ref, text, yes } from "#platform/ledger/fields.ts";
import { pathOf } from "#platform/ledger/names.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { ROUND } from "./names.ts";
import { finding, round } from "./supervision.ts";

const required = true;
const readOnly = true;
const tag = "督导";
const roundSections = { mechanism: "工作机制", register: "基础底数清册", quality: "检查质量" } as const;
type RoundSection = keyof typeof roundSections;
const itemResults = { right: "属实", wrong: "不符", missing: "没有" } as const;

export const roundItem = defineLedger("assessment.round-item", {
  label: "督导检查项",
  counter: "项",
  title: "what",
  fields: {
    round: ref("督导轮次", round, { required, readOnly }),
    place: text("督导对象", { required, readOnly, max: 60 }),
    section: choice("部分", roundSections, { required, indexed: true }),
    what: text("核对什么", { required, max: 160 }),
    evidence: text("平台所记", { max: 300 }),
    rowLedger: text("台账", { readOnly, internal: true, max: 60 }),
    rowId: text("台账行", { readOnly, internal: true, max: 60 }),
    proposed: yes("平台提出", { readOnly, indexed: true }),
    result: choice("结果", itemResults, { readOnly, indexed: true }),
    words: text("情况", { readOnly, max: 300 }),
    checkedOn: day("核对日期", { readOnly, indexed: true }),
    checker: text("核对人", { readOnly, max: 40 }),
    photos: files("佐证", { max: 9 }),
    finding: ref("督导问题", finding, { readOnly }),
  },
  search: ["what"],
  list: {
    columns: ["place", "section", "what", "evidence", "result", "checkedOn", "checker", "area"],
    filters: ["area", "round", "section", "result"],
    sort: "section",
  },
  views: {
    open: { label: "未核对", where: { result: { set: false } } },
    wrong: { label: "不符", where: { result: ["wrong", "missing"] } },
  },
});

const proposal = z
  .object({
    section: z.enum(Object.keys(roundSections) as [RoundSection]),
    what: z.string().max(160),
    evidence: z.string().max(300),
    rowLedger: z.string().max(60),
    rowId: z.string().max(60),
    path: z.string(),
  })
  .meta({ id: "RoundProposal", description: "平台建议核对的一项" });
type Proposal = z.output<typeof proposal>;

const EACH = 8;
/** A row's place in the draw: the same round always draws the same rows. */
const drawn = (round: string) => sql`md5(${round} || t.id::text)`;

type Asking = {
  readonly section: RoundSection;
  readonly ledger: string;
  readonly title: string;
  readonly says: string;
  readonly where: string;
};
const askings: readonly Asking[] = [
  {
    section: "mechanism",
    ledger: "grassroots.office",
    title: "消防办设立、主任与文件",
    says: `t.town || '：' || case t.status when 'set' then '已设立，主任 ' || coalesce(t.director, '未填') || '，文件 ' || coalesce(t.document, '未填') else '未设立' end`,
    where: "true",
  },
  {
    section: "mechanism",
    ledger: "grassroots.station",
    title: "管理站人员与值班",
    says: `t.town || '：在岗 ' || coalesce(t.staff_present, 0) || ' 人，应配 ' || coalesce(t.staff_standard, 0) || ' 人'`,
    where: "true",
  },
  {
    section: "mechanism",
    ledger: "grassroots.activity",
    title: "研判、专题研究记录",
    says: `to_char(t.done_on, 'YYYY-MM-DD') || ' ' || t.what || '，组织者 ' || t."by"`,
    where: "t.kind in ('analysis', 'study')",
  },
  {
    section: "register",
    ledger: "places.unit",
    title: "单位底数是否属实",
    says: `t.name || '，' || coalesce(t.address, '') || '，责任人 ' || coalesce(t.responsible, t.manager, '未填')`,
    where: "true",
  },
  {
    section: "register",
    ledger: "key-places.rental-house",
    title: "出租房底数是否属实",
    says: `coalesce(t.address, '') || '，房东 ' || coalesce(t.owner, '未填')`,
    where: "true",
  },
  {
    section: "quality",
    ledger: "inspection.visit",
    title: "检查记录复核",
    says: `t.unit_name || ' ' || to_char(t.on_day, 'YYYY-MM-DD') || '，检查人 ' || coalesce(t.inspectors, '') || '，不合格 ' || coalesce(t.failed, 0) || ' 项'`,
    where: "t.ended_at is not null",
  },
];

async function proposalsOf(context: RouteContext, roundId: string, area: number): Promise<readonly Proposal[]> {
  const { tx, services } = context;
  const { lo, hi } = subtreeOf(area);
  const found: Proposal[] = [];
  for (const { section, ledger, title, says, where } of askings) {
    const entry = services.catalog.find(ledger);
    if (!entry || !may(context.actor, `${ledger}.read`)) continue;
    const { rows } = await sql<{ id: string; says: string }>`select t.id, ${sql.raw(says)} as says from ${sql.raw(entry.table)} t
      where t.deleted_at is null and t.area between ${lo} and ${hi} and ${sql.raw(where)}
        and not exists (select 1 from assessment.round_item i where i.round = ${roundId} and i.row_id = t.id::text and i.deleted_at is null)
      order by ${drawn(roundId)} limit ${section === "mechanism" ? 3 : EACH}`.execute(tx);
    for (const row of rows)
      found.push({
        section,
        what: title,
        evidence: (row.says ?? "").slice(0, 300),
        rowLedger: ledger,
        rowId: row.id,
        path: `/${pathOf(ledger)}/${row.id}`,
      });
  }
  return found;
}

const roundOf = (context: RouteContext, id: string) => findRow(context.services.catalog.get(ROUND), id, readerOf(context));

const shownItem = z.object({
  id: z.uuid(),
  place: z.string(),
  section: z.enum(Object.keys(roundSections) as [RoundSection]),
  what: z.string(),
  evidence: z.string().nullable(),
  path: z.string().nullable(),
  proposed: z.boolean(),
  result: z.enum(Object.keys(itemResults) as [keyof typeof itemResults]).nullable(),
  words: z.string().nullable(),
  checkedOn: z.string().nullable(),
  checker: z.string().nullable(),
  finding: z.string().nullable(),
});

export const showRound = route({
  method: "GET",
  path: "/assessment/rounds/:id/items",
  summary: "督导检查单",
  tag,
  permission: `${roundItem.name}.read`,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    from: z.string(),
    until: z.string(),
    team: z.string(),
    items: z.array(shownItem),
    places: z.array(z.object({ area: z.number().int(), name: z.string(), level: z.string() })),
    may: z.object({ supervise: z.boolean() }),
  }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const found = await roundOf(context, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { rows } = await sql<
      z.output<typeof shownItem> & { rowLedger: string | null; rowId: string | null }
    >`select id, place, section, what, evidence, row_ledger, row_id,
        coalesce(proposed, false) as proposed, result, words, checked_on, checker, finding
      from assessment.round_item where round = ${id} and deleted_at is null order by area, section, id limit 2000`.execute(tx);
    const places = await sql<{
      area: number;
      name: string;
      level: string;
    }>`select a.key as area, case a.level when 'town' then coalesce(p.name, '') || a.name else a.name end as name, a.level
      from platform.area a left join platform.area p on p.key = a.parent where a.level in ('county', 'town') and a.key between ${actor.area.lo} and ${actor.area.hi} order by a.key`.execute(
      tx,
    );
    return ok({
      id,
      name: String(found.name),
      from: String(found.from),
      until: String(found.until),
      team: String(found.team),
      items: rows.map(({ rowLedger, rowId, ...row }) => ({ ...row, path: rowLedger && rowId ? `/${pathOf(rowLedger)}/${rowId}` : null })),
      places: places.rows,
      may: { supervise: may(actor, "assessment.supervise") },
    });
  },
});

export const proposeItems = route({
  method: "GET",
  path: "/assessment/rounds/:id/proposals",
  summary: "平台建议核对的内容",
  description: "按轮次编号抽，同一轮次抽到的不变；已在检查单里的不再提。",
  tag,
  permission: "assessment.supervise",
  input: z.object({ id: z.uuid(), area: z.coerce.number().pipe(areaKey) }),
  output: z.object({ proposals: z.array(proposal) }),
  async run(context, { id, area }) {
    if (!isWithin(area, context.actor.area)) return refuse("not_found", "ledger.outside_area");
    if (!(await roundOf(context, id))) return refuse("not_found", "ledger.unknown_row", { id });
    return ok({ proposals: [...(await proposalsOf(context, id, area))] });
  },
});

const given = z.object({
  section: z.enum(Object.keys(roundSections) as [RoundSection]),
  what: z.string().trim().min(2).max(160),
  rowId: z.string().max(60).nullable().default(null),
});

export const addItems = route({
  method: "POST",
  path: "/assessment/rounds/:id/items",
  summary: "列入督导检查单",
  description: "平台提出的按行号列入，由平台写明所记；也可自己写一项。",
  tag,
  permission: "assessment.supervise",
  input: z.object({ id: z.uuid(), area: z.number().int().pipe(areaKey), items: z.array(given).min(1).max(100) }),
  output: z.object({ added: z.number().int() }),
  async run(context, { id, area, items }) {
    const { tx, services, actor } = context;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    if (!(await roundOf(context, id))) return refuse("not_found", "ledger.unknown_row", { id });
    const place = await sql<{ name: string }>`select name from platform.area where key = ${area}`.execute(tx);
    const known = new Map((await proposalsOf(context, id, area)).map((each) => [each.rowId, each]));
    const rows = items.flatMap((item) => {
      const from = item.rowId === null ? undefined : known.get(item.rowId);
      if (item.rowId !== null && !from) return []; // listed already, or never proposed
      const own = { round: id, place: place.rows[0]?.name ?? "", section: item.section, what: item.what };
      const seen = from
        ? { section: from.section, what: from.what, evidence: from.evidence, rowLedger: from.rowLedger, rowId: from.rowId }
        : {};
      return [{ id: uuidv7(context.now.getTime()), area, demo: false, values: { ...own, ...seen, proposed: from !== undefined } }];
    });
    await insertRows(services.catalog.get(roundItem.name), rows, readerOf(context));
    context.audit({ action: "列督导检查项", subject: ROUND, subjectId: id, area, detail: { added: rows.length } });
    return ok({ added: rows.length });
  },
});

type Marked = {
  readonly id: string;
  readonly area: number;
  readonly round: string;
  readonly section: RoundSection;
  readonly what: string;
  readonly finding: string | null;
};

export const markItem = route({
  method: "POST",
  path: "/assessment/round-items/:id/mark",
  summary: "记核对结果",
  description: "不符或没有的，可同时立为督导问题，由书面反馈交回。",
  tag,
  permission: "assessment.supervise",
  input: z.object({
    id: z.uuid(),
    result: z.enum(Object.keys(itemResults) as [keyof typeof itemResults]),
    words: z.string().trim().max(300).default(""),
    asFinding: z.boolean().default(false),
    grave: z.boolean().default(false),
  }),
  output: z.object({ id: z.uuid(), finding: z.uuid().nullable() }),
  async run(context, { id, result, words, asFinding, grave }) {
    const { tx, actor, today } = context;
    const { rows } =
      await sql<Marked>`select id, area, round, section, what, finding from assessment.round_item where id = ${id} and deleted_at is null for update`.execute(
        tx,
      );
    const [item] = rows;
    if (!item) return refuse("not_found", "ledger.unknown_row", { id });
    // The sheet of a round from above is filled in by who supervises, not in the county it looks at.
    if (!(await roundOf(context, item.round))) return refuse("forbidden", "assessment.own_matter");
    if (asFinding && result === "right") return refuse("invalid", "assessment.nothing_wrong");
    const raised = asFinding && item.finding === null ? await toFinding(context, item, words, grave) : ok(item.finding);
    if (!raised.ok) return raised;
    await sql`update assessment.round_item set result = ${result}, words = ${words || null}, checked_on = ${today}::date, checker = ${actor.name}, finding = ${raised.value}::uuid,
      version = version + 1, updated_at = now() where id = ${id}`.execute(tx);
    context.audit({ action: "记督导核对结果", subject: roundItem.name, subjectId: id, area: item.area, detail: { result } });
    return ok({ id, finding: raised.value });
  },
});

async function toFinding(context: RouteContext, item: Marked, words: string, grave: boolean): Promise<Result<string>> {
  const { tx, services, actor, now, today } = context;
  const organ = await sql<{
    id: string;
  }>`select id from organizations.v_organ where area = ${item.area} and kind = 'government' order by id limit 1`.execute(tx);
  const target = organ.rows[0]?.id;
  if (!target) return refuse("conflict", "assessment.no_government");
  const values = {
    round: item.round,
    kind: item.section,
    what: `${item.what}：${words || "与实际不符"}`.slice(0, 200),
    target,
    host: actor.organId,
    foundOn: today,
    grave,
    times: 0,
  };
  const raised = await raiseCase(
    eraseCase(finding),
    { area: item.area, holderOrgan: actor.organId, at: now, kind: "person", actorName: actor.name, actor: actor.userId, values },
    readerOf(context),
    services,
  );
  return raised.ok ? ok(raised.value.id) : raised;
}
