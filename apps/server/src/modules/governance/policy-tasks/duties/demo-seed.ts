/**
 * Demonstration: what only people can bring in, documents and figures by hand, a few waivers, urgings with their answers. Everything else on the
 * board comes from the rows other modules have planted.
 */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";
import { writeDocx } from "../reports/docx/write-docx.ts";
import { aimOf } from "./domain/duty.ts";
import type { DutyPeriod } from "./domain/periods.ts";
import { periodsFor, type Subject, subjectsOf } from "./judge-all.ts";
import { wholeOf } from "./judge-example.ts";
import { isOwed, type LaidDuty, laidDuties, layOut } from "./laid.ts";
import { recomputeAll } from "./recompute.ts";
import { readTree, type Tree } from "./tree.ts";

type Entry = {
  readonly duty: number;
  readonly area: number;
  readonly organ: string;
  readonly period: string;
  readonly value: number | null;
  readonly onDay: CalendarDate;
  readonly note: string;
  readonly by: string;
};

/** The same every time, and different from place to place: 0 up to 1. */
const draw = (...of: readonly unknown[]): number => createHash("sha256").update(of.join("|")).digest().readUInt32BE(0) / 2 ** 32;

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const duties = await layOut(tx, services);
  if (duties === 0) return;
  const today = services.clock.today();
  const tree = await readTree(tx);
  const byHand = (await laidDuties(tx)).filter(isOwed).filter(({ content }) => content.measure === null);
  const entries = byHand.flatMap((laid) => entriesFor(laid, tree, today));
  await keepPapers(
    entries.filter(({ value }) => value === null).map(({ area }) => area),
    services,
    tx,
  );
  await sql`insert into policy_tasks.evidence (id, duty, area, organ, period, value, on_day, note, files, by_name, at, demo)
    select gen_random_uuid(), x.duty, x.area, x.organ, x.period, x.value, x."onDay", x.note,
      case when x.value is null then array(select f.id from platform.file f where f.area = x.area and f.name = ${PAPER} limit 1) else '{}' end,
      x.by, (x."onDay" + time '10:00') at time zone 'Asia/Shanghai', true
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) x (duty int, area bigint, organ uuid, period text, value float8, "onDay" date, note text, by text)`.execute(
    tx,
  );
  await recomputeAll(
    tx,
    services,
    byHand.map(({ id }) => id),
  );
  const office = await officeOf(tx);
  const waived = await waiveSome(tx, today, office);
  const urged = await urgeSome(tx, services, today, office);
  if (waived > 0)
    await recomputeAll(
      tx,
      services,
      byHand.map(({ id }) => id),
    );
  report(`应尽事项：${duties} 项，手工佐证 ${entries.length} 份，免除 ${waived} 项，催办 ${urged} 次`);
}

const PAPER = "演示材料.docx";

/** One paper, kept once and known in every area whose organs handed in a document. */
async function keepPapers(areas: readonly number[], { files, clock }: Pick<Services, "files" | "clock">, tx: Tx): Promise<void> {
  const paper = writeDocx(
    [
      { kind: "title", text: "演示材料" },
      { kind: "text", text: "本文件随演示数据生成，用来说明材料怎样附在职责下面。" },
    ],
    { title: "演示材料", author: "演示", madeAt: clock.now(), foot: "演示" },
  );
  const { sha256, sizeBytes } = orThrow(await files.take(Readable.from([paper]), paper.length));
  await sql`insert into platform.file (id, sha256, name, media_type, size_bytes, area)
    select gen_random_uuid(), decode(${sha256}, 'hex'), ${PAPER}, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ${sizeBytes}, x.area
    from unnest(${[...new Set(areas)]}::bigint[]) x (area)`.execute(tx);
}

/** This period and the two before it. */
function entriesFor(laid: LaidDuty, tree: Tree, today: CalendarDate): readonly Entry[] {
  const periods = periodsFor(laid, { from: addDays(today, -200), to: today }, today)
    .filter(({ opensOn }) => opensOn <= today)
    .slice(-3);
  return subjectsOf(laid, tree).flatMap((subject) => periods.flatMap((period) => entryFor(laid, subject, period, tree, today)));
}

function entryFor(laid: LaidDuty, { organ, area }: Subject, period: DutyPeriod, tree: Tree, today: CalendarDate): readonly Entry[] {
  const { duty } = laid.content;
  // By area and not by organ: an organ's id is new with every database.
  const at = (what: string) => draw(what, laid.clause, laid.key, area, period.key);
  const isDocument = duty.binding.kind === "document";
  const isOver = period.dueOn < today;
  if (at("there") > (isDocument ? (isOver ? 0.9 : 0.55) : isOver ? 0.94 : 0.8)) return [];
  const last = isOver ? period.dueOn : today;
  const length = Math.max(0, Math.round((Date.parse(last) - Date.parse(period.opensOn)) / 86_400_000));
  const onDay = addDays(last, -Math.floor(Math.min(length, 40) * at("day")));
  const who = tree.organs.find(({ id }) => id === organ)?.name ?? "";
  const value = isDocument ? null : valueFor(laid, period, area, tree, at("value"));
  return [
    {
      duty: laid.id,
      area,
      organ,
      period: period.key,
      value,
      onDay,
      note: isDocument ? `${duty.text}，已印发存档` : "据本级台账填报",
      by: `${who}联络员`,
    },
  ];
}

function valueFor(laid: LaidDuty, period: DutyPeriod, area: number, tree: Tree, luck: number): number {
  const { duty } = laid.content;
  const attributes = tree.areas.get(area)?.attributes ?? {};
  const configured = duty.target?.kind === "configured" ? duty.target.suggested : undefined;
  const aim = aimOf(duty.target, wholeOf(duty), { attributes, configured, step: period.target }).value ?? 1;
  const isCeiling = duty.is === "atMost" || duty.is === "below";
  const good = luck < 0.8;
  const factor = isCeiling ? (good ? 0.4 + luck / 2 : 1.05 + (luck - 0.8)) : good ? 1 + luck / 20 : 0.82 + (luck - 0.8) * 0.8;
  const value = aim * factor;
  if (duty.unit === "%") return Math.min(100, Math.round(value * 10) / 10);
  return Math.abs(aim) < 1
    ? Math.round(value * 1_000) / 1_000
    : isCeiling
      ? Math.floor(value)
      : good
        ? Math.ceil(aim * Math.min(factor, 1.02))
        : Math.floor(value);
}

const GROUNDS = ["辖区内暂无此类对象，报经消安委同意缓办", "机构调整期间职责移交中，暂缓至期限", "项目纳入下一年度统筹实施"] as const;

type Office = { readonly name: string; readonly organ: string };

/** Who urges and decides in the demonstration. */
async function officeOf(tx: Tx): Promise<Office> {
  const { rows } =
    await sql<Office>`select h.name, o.name as organ from policy_tasks.v_post_holder h join organizations.v_organ o on o.id = h.organ
    where h.role = 'committee-office' order by h.granted_at limit 1`.execute(tx);
  return rows[0] ?? { name: "消安办", organ: "消防安全委员会办公室" };
}

async function waiveSome(tx: Tx, today: CalendarDate, office: Office): Promise<number> {
  const { rows } = await sql<{
    duty: number;
    area: number;
    organ: string;
    from: CalendarDate;
  }>`select distinct on (s.duty) s.duty, s.area, s.organ, s.period_from as "from" from policy_tasks.standing s
    join platform.area a on a.key = s.area where s.status = 'overdue' and a.level = 'county' order by s.duty, s.area desc limit 3`.execute(
    tx,
  );
  for (const [i, { duty, area, organ, from }] of rows.entries())
    await sql`insert into policy_tasks.waiver (id, duty, area, organ, reason, from_on, until, state, applied_name, applied_at, decided_name, decided_at, decision, demo)
      values (${uuidv7()}, ${duty}, ${area}, ${organ}, ${GROUNDS[i] ?? GROUNDS[0]}, ${from}::date, ${addDays(today, 90 + 60 * i)}::date, 'approved', '县级消安办',
        ${startOfDay(addDays(today, -30 - i)).toISOString()}, ${office.name}, ${startOfDay(addDays(today, -25 - i)).toISOString()}, '经市消安委研究，同意暂缓', true)`.execute(
      tx,
    );
  return rows.length;
}

const ANSWERS = ["已列入本月政府专题会议研究，月底前补齐", "材料在会签，下周印发", "缺经费，已报财政追加，争取下月完成"] as const;

async function urgeSome(tx: Tx, { clock }: Pick<Services, "clock">, today: CalendarDate, office: Office): Promise<number> {
  const { rows } = await sql<{
    id: string;
    area: number;
    organ: string;
    name: string;
  }>`select s.id, s.area, s.organ, o.name from policy_tasks.standing s
    join platform.area a on a.key = s.area join organizations.v_organ o on o.id = s.organ
    where s.status = 'overdue' and a.level = 'county' order by s.due_on, s.area limit 12`.execute(tx);
  const now = clock.now().getTime();
  for (const [i, { id, area, organ, name }] of rows.entries()) {
    const on = addDays(today, -7 - (i % 5) * 4);
    const at = new Date(startOfDay(on).getTime() + 10 * 3_600_000);
    const answered = i % 3 === 2 ? null : new Date(at.getTime() + 30 * 3_600_000);
    await sql`insert into policy_tasks.urging (id, standing, area, organ, kind, message, on_day, at, by_name, by_organ, to_organ, answer_by, received_at, received_name,
        answered_at, answered_name, answered_organ, answer, demo)
      values (${uuidv7(now)}, ${id}, ${area}, ${organ}, 'urge', '请抓紧办理并说明原因', ${on}::date, ${at.toISOString()}, ${office.name}, ${office.organ}, ${organ},
        ${addDays(on, 5)}::date, ${answered?.toISOString() ?? null}, ${answered ? `${name}联络员` : null}, ${answered?.toISOString() ?? null}, ${answered ? `${name}联络员` : null},
        ${answered ? name : null}, ${answered ? (ANSWERS[i % 3] ?? "") : null}, true)`.execute(tx);
  }
  return rows.length;
}
