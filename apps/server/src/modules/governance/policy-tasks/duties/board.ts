/** 条款落实: the board a mayor reads. Clause × area from standings and the sums above them; one answer reads some hundreds of rows. */
import { sql } from "kysely";
import { may } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { above } from "../packs/store.ts";
import { addCounts, addStatus, type Board, type Counts, isRedOrYellow, noCounts, severity, worstIn, worstOf } from "./counts.ts";
import { earlier, periodAt, periodOfKey } from "./domain/periods.ts";
import type { Evidence, Status } from "./domain/standing.ts";
import { knowMeasures, type Laid } from "./laid.ts";
import { lateDays } from "./lines.ts";
import { areaAsked, areaName, type Current, chosenLaid, currentOf, organNames, READ, visibleLaid } from "./seen.ts";
import { board, boardAsked } from "./shapes.ts";
import { targetOf } from "./show-duty.ts";
import { monthlyValues } from "./trend.ts";

type StandingCell = {
  readonly id: string;
  readonly duty: number;
  readonly area: number;
  readonly organ: string;
  readonly status: Status;
  readonly value: number | null;
  readonly evidence: Evidence;
  readonly dueOn: CalendarDate;
  readonly turnedOn: CalendarDate | null;
};
type RollCell = Counts & {
  readonly duty: number;
  readonly area: number;
  readonly idle: number;
  readonly value: number | null;
  readonly computed: number;
  readonly hand: number;
};
type Column = { readonly key: string; readonly label: string; readonly area: number | null };
type Cell = Board["groups"][number]["rows"][number]["cells"][number];
type BoardRow = Board["groups"][number]["rows"][number];

const TREND_MONTHS = 12;
const SOON_DAYS = 30;
/** More than so many is told as so many. */
const COUNTED = 1_000;

async function childAreas(tx: Tx, area: number): Promise<readonly { key: number; name: string }[]> {
  const { rows } = await sql<{
    key: number;
    name: string;
  }>`select key, name from platform.area where parent = ${area} and valid_to is null order by key`.execute(tx);
  return rows;
}

/** What stands in these areas: owners there, and the sums of what lies below. */
async function readCells(tx: Tx, current: readonly Current[], areas: readonly number[]) {
  const [duties, periods] = [current.map(({ laid }) => laid.id), [...new Set(current.map(({ period }) => period.key))]];
  const wanted = new Map(current.map(({ laid, period }) => [laid.id, period.key]));
  const isWanted = (row: { readonly duty: number; readonly period: string }) => wanted.get(row.duty) === row.period;
  const standing = await sql<
    StandingCell & { period: string }
  >`select id, duty, area, organ, period, status, value, evidence, due_on, turned_on from policy_tasks.standing
    where area = any(${areas}::bigint[]) and period = any(${periods}::text[]) and duty = any(${duties}::int[])`.execute(tx);
  const roll = await sql<
    RollCell & { period: string }
  >`select area, period, duty, owed, met, at_risk, open, overdue, no_data, waived, idle, value, computed, hand from policy_tasks.roll
    where area = any(${areas}::bigint[]) and period = any(${periods}::text[]) and duty = any(${duties}::int[])`.execute(tx);
  return { standing: grouped(standing.rows.filter(isWanted)), roll: grouped(roll.rows.filter(isWanted)) };
}
type Cells = Awaited<ReturnType<typeof readCells>>;

function grouped<T extends { readonly duty: number; readonly area: number }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = `${row.duty} ${row.area}`;
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return found;
}

/** One cell: the one owner's own standing, or the worst of several with the figure of the whole. */
function cellAt(
  { laid, period }: Current,
  area: number,
  column: string,
  cells: Cells,
  today: CalendarDate,
  isOwnOnly: boolean,
): Cell | undefined {
  const own = cells.standing.get(`${laid.id} ${area}`) ?? [];
  const below = isOwnOnly ? [] : (cells.roll.get(`${laid.id} ${area}`) ?? []);
  const counts = noCounts();
  for (const { status } of own) addStatus(counts, status);
  for (const each of below) addCounts(counts, each);
  const statuses = [...own.map(({ status }) => status), ...below.flatMap((each) => worstIn(each) ?? [])];
  const status = worstOf(statuses);
  if (!status) return undefined;
  const one = own.length === 1 && below.length === 0 ? own[0] : undefined;
  return {
    column,
    id: one?.id ?? null,
    status,
    value: one ? one.value : (below[0]?.value ?? own[0]?.value ?? null),
    evidence: one?.evidence ?? evidenceOf(own, below),
    dueOn: period.dueOn,
    days: lateDays(one ?? { status, turnedOn: null, dueOn: period.dueOn }, today),
    of: own.length + below.reduce((sum, each) => sum + each.owed + each.idle, 0),
    red: counts.overdue,
    role: null,
  };
}

/** One entry by hand among them, and the cell is not shown as computed. */
function evidenceOf(own: readonly StandingCell[], below: readonly RollCell[]): Evidence {
  const has = (kind: "hand" | "computed") => own.some(({ evidence }) => evidence === kind) || below.some((each) => each[kind] > 0);
  return has("hand") ? "hand" : has("computed") ? "computed" : "none";
}

function countsAt({ laid }: Current, area: number, cells: Cells): Counts {
  const counts = noCounts();
  for (const { status } of cells.standing.get(`${laid.id} ${area}`) ?? []) addStatus(counts, status);
  for (const each of cells.roll.get(`${laid.id} ${area}`) ?? []) addCounts(counts, each);
  return counts;
}

const groupOf = (by: string, { content }: Laid): string =>
  by === "subsystem" ? content.clause.subsystem : (content.part ?? content.clause.section);

export const boardRoute = route({
  method: "GET",
  path: "/policy-tasks/board",
  tag: "政策任务",
  summary: "条款落实",
  description: "条款 × 地区、部门或八大体系。一格由几项合成时取最差的状态；市本级一列只有本级自己应办的。",
  permission: READ,
  input: boardAsked,
  output: board,
  example: { input: { pack: "QZ", period: "2026-Q1", by: "area" } },
  composed: ["label"],
  async run(context, asked) {
    const { tx, today, services, actor } = context;
    await knowMeasures(tx, services);
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const area = range.value.lo;
    const period = asked.period === undefined ? { ...periodAt(today, "quarter"), every: "quarter" as const } : periodOfKey(asked.period);
    if (!period) return refuse("invalid", "policy-tasks.unknown_period", { period: asked.period ?? "" });
    const visible = await visibleLaid(context);
    const inPack = chosenLaid(visible, { pack: asked.pack });
    const { laid } = chosenLaid(inPack.laid, { pack: inPack.pack ?? "all", lead: asked.lead, subsystem: asked.subsystem });
    const on = earlier(period.to, today);
    const current = currentOf(laid, on, today);
    const children = await childAreas(tx, area);
    const cells = await readCells(tx, current, [area, ...children.map(({ key }) => key)]);
    const names = await organNames(
      tx,
      inPack.laid.flatMap(({ leads }) => leads),
    );
    const columns = asked.by === "organ" ? organColumns(current, names) : await areaColumns(context, area, children, current, cells);
    const values = await monthlyValues(
      context,
      current.flatMap(({ laid: each }) => each.content.measure ?? []),
      area,
      TREND_MONTHS,
    );
    const byId = new Map(current.map((each) => [each.laid.id, each]));
    const rows = laid.flatMap((each): readonly { laid: Laid; row: BoardRow; counts: Counts }[] => {
      const running = byId.get(each.id);
      const found = running ? cellsOf(running, { by: asked.by, columns, cells, area, today }) : [];
      const counts = running ? countsAt(running, area, cells) : noCounts();
      const row = rowOf(each, found, names, values, services.registry.measures);
      if (asked.onlyRed && !found.some(({ status }) => isRedOrYellow(status))) return [];
      return [{ laid: each, row, counts }];
    });
    const totals = noCounts();
    for (const each of current) addCounts(totals, countsAt(each, area, cells));
    const soon = current.filter(({ period: { dueOn } }) => dueOn >= today && dueOn <= addDays(today, SOON_DAYS));
    const byDay = soon.reduce((sum, each) => sum + pending(countsAt(each, area, cells)), 0);
    return ok({
      packs: packsOf(visible),
      pack: inPack.pack,
      period: { key: period.key, from: period.from, to: period.to, frozen: await isFrozen(tx, area, period.to) },
      periods: periodsBack(today),
      area: { key: area, name: await areaName(tx, area) },
      columns,
      leads: [...names].map(([id, name]) => ({ id, name })),
      totals,
      redAhead: byDay + (await redByTrend(tx, range.value, current, today)),
      ...(await computedNow(tx, range.value, today)),
      groups: groupsOf(rows, asked.by),
      clauses: new Set(inPack.laid.map(({ clause, pack }) => `${pack} ${clause}`)).size,
      shown: new Set(rows.map(({ laid: { clause, pack } }) => `${pack} ${clause}`)).size,
      may: { urge: may(actor, "policy-tasks.urge") },
    });
  },
});

const pending = ({ open, atRisk }: Counts): number => open + atRisk;

function groupsOf(rows: readonly { readonly laid: Laid; readonly row: BoardRow; readonly counts: Counts }[], by: string): Board["groups"] {
  const groups = new Map<string, { totals: Counts; rows: BoardRow[] }>();
  for (const { laid, row, counts } of rows) {
    const key = groupOf(by, laid);
    const group = groups.get(key) ?? { totals: noCounts(), rows: [] };
    groups.set(key, group);
    group.rows.push(row);
    addCounts(group.totals, counts);
  }
  return [...groups].map(([key, group]) => ({ key, label: key, ...group }));
}

async function areaColumns(
  { tx }: RouteContext,
  area: number,
  children: readonly { readonly key: number; readonly name: string }[],
  current: readonly Current[],
  cells: Cells,
): Promise<readonly Column[]> {
  const isOwed = (key: number) =>
    current.some(({ laid }) => cells.standing.has(`${laid.id} ${key}`) || cells.roll.has(`${laid.id} ${key}`));
  const below = children.filter(({ key }) => isOwed(key)).map(({ key, name }) => ({ key: String(key), label: name, area: key }));
  const isOwn = current.some(({ laid }) => cells.standing.has(`${laid.id} ${area}`));
  const own = { key: String(area), label: below.length === 0 ? await areaName(tx, area) : "本级", area };
  return isOwn || below.length === 0 ? [own, ...below] : below;
}

const organColumns = (current: readonly Current[], names: ReadonlyMap<string, string>): readonly Column[] => {
  const leading = [...new Set(current.flatMap(({ laid }) => laid.leads.slice(0, 1)))].slice(0, 40);
  return leading.map((id) => ({ key: id, label: names.get(id) ?? "", area: null }));
};

type CellGround = {
  readonly by: string;
  readonly columns: readonly Column[];
  readonly cells: Cells;
  readonly area: number;
  readonly today: CalendarDate;
};

function cellsOf(running: Current, { by, columns, cells, area, today }: CellGround): Cell[] {
  if (by !== "organ")
    return columns.flatMap((column) =>
      column.area === null
        ? []
        : (cellAt(running, column.area, column.key, cells, today, column.area === area && columns.length > 1) ?? []),
    );
  const { leads, supports } = running.laid;
  return columns.flatMap(({ key }) => {
    const role = leads[0] === key ? "lead" : leads.includes(key) || supports.includes(key) ? "support" : null;
    const cell = role && cellAt(running, area, key, cells, today, false);
    return cell ? [{ ...cell, role }] : [];
  });
}

function rowOf(
  { content, clause, key, leads }: Laid,
  cells: Cell[],
  names: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, readonly (number | null)[]>,
  measures: ReadonlyMap<string, { readonly decimals?: number; readonly better?: "higher" | "lower"; readonly unit: string }>,
): BoardRow {
  const { duty, measure } = content;
  const known = measure === null ? undefined : measures.get(measure);
  const lead = leads[0];
  return {
    clause,
    duty: key === "" ? null : key,
    title: content.clause.title,
    text: duty?.text ?? content.clause.title,
    unit: duty?.unit ?? known?.unit ?? "",
    decimals: known?.decimals ?? 0,
    better: known?.better ?? (duty?.is === "atMost" || duty?.is === "below" ? "lower" : "higher"),
    target: duty ? targetOf(duty) : null,
    lead: lead === undefined ? null : (names.get(lead) ?? null),
    subsystem: content.clause.subsystem,
    awaits:
      content.clause.awaits ??
      (duty?.binding.kind === "awaits"
        ? { capability: duty.binding.capability, why: duty.binding.why ?? duty.binding.figure ?? "" }
        : null),
    cells,
    trend: measure === null ? [] : [...(values.get(measure) ?? [])],
    worst: [...cells].sort((a, b) => severity(a.status) - severity(b.status))[0]?.status ?? null,
  };
}

export function packsOf(laid: readonly Laid[]): Board["packs"] {
  const found = new Map<string, Board["packs"][number]>();
  for (const { pack, packArea, version, content } of laid) {
    const { title, number, issuer, from } = content.pack;
    found.set(pack, { id: pack, title, number, issuer, version, from, area: packArea });
  }
  return [...found.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** This quarter and the five before, this half-year, and the years. */
function periodsBack(today: CalendarDate): Board["periods"] {
  const periods = [];
  let at = periodAt(today, "quarter");
  for (let i = 0; i < 6; i++) {
    periods.push({ ...at, frozen: false });
    at = periodAt(addDays(at.from, -1), "quarter");
  }
  const year = Number(today.slice(0, 4));
  for (const key of [String(year), String(year - 1), today.slice(0, 7)]) {
    const period = periodOfKey(key);
    if (period) periods.push({ key, from: period.from, to: period.to, frozen: false });
  }
  return periods;
}

async function isFrozen(tx: Tx, area: number, to: CalendarDate): Promise<boolean> {
  const { rows } =
    await sql`select 1 from policy_tasks.frozen_year where area = any(${above(area)}::bigint[]) and year = ${Number(to.slice(0, 4))}`.execute(
      tx,
    );
  return rows.length > 0;
}

async function redByTrend(
  tx: Tx,
  range: { readonly lo: number; readonly hi: number },
  current: readonly Current[],
  today: CalendarDate,
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select 1 from policy_tasks.standing where red_on between ${today}::date and ${addDays(today, SOON_DAYS)}::date
    and area between ${range.lo} and ${range.hi} and duty = any(${current.map(({ laid }) => laid.id)}::int[]) and period_to >= ${today}::date limit ${COUNTED}) r`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

async function computedNow(tx: Tx, { lo, hi }: { readonly lo: number; readonly hi: number }, today: CalendarDate) {
  const { rows } = await sql<{ at: string | null; n: number }>`select (select at from policy_tasks.computed) as at,
    (select count(*) from (select 1 from policy_tasks.turn where on_day = ${today}::date and area between ${lo} and ${hi} limit ${COUNTED}) t)::int as n`.execute(
    tx,
  );
  return { computedAt: rows[0]?.at ?? null, changedToday: rows[0]?.n ?? 0 };
}
