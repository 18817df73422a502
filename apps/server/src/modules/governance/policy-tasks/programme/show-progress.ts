/** 行动进展: a document told by its own groupings, stages and years, with the tasks, indicators and key tasks beneath. */
import { may } from "#platform/actor.ts";
import type { Measure } from "#platform/measure/define.ts";
import { ok } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { AreaRange, CalendarDate } from "#platform/values.ts";
import { type Counts, noCounts } from "../duties/counts.ts";
import { knowMeasures, type LaidDuty } from "../duties/laid.ts";
import { areaAsked, areaName, READ } from "../duties/seen.ts";
import { targetOf } from "../duties/show-duty.ts";
import { clausesIn } from "../packs/domain/groupings.ts";
import type { Pack } from "../packs/domain/pack.ts";
import { byYear, endOf, latestOf, percentOf, readinessOf, sumOf, yearsOf } from "./domain.ts";
import { KEY_TASK } from "./key-task.ts";
import {
  compiledOf,
  countedOf,
  dutiesOf,
  type Figures,
  type KeyTaskRow,
  keyTasksOf,
  recordOf,
  type TaskCount,
  taskCounts,
  type Version,
  versionsHere,
} from "./read.ts";
import { type GroupShown, progressAsked, progressShown, type Shown } from "./shapes.ts";

export const RECORD = "policy-tasks.programme.write";
export const CARRY = `${KEY_TASK}.write`;
const INDICATORS = 12;
const DAY_MS = 86_400_000;

/** The latest document with groupings of its own speaks first; a department may name any it sees. */
export const chosenVersion = (versions: readonly Version[], pack: string | undefined): Version | undefined =>
  pack === undefined ? versions[0] : versions.find((each) => each.pack === pack);

export const showProgress = route({
  method: "GET",
  path: "/policy-tasks/programme-view",
  tag: "政策任务",
  summary: "行动进展",
  description:
    "一份文件按自己的分组（主线、任务组、目标维度、到期清单）、阶段和年度看进度；分组是政策包里的数据。已过有效期的文件照样能看。",
  permission: READ,
  input: progressAsked,
  output: progressShown,
  composed: ["name"],
  example: { input: { pack: "QZ" } },
  async run(context, asked) {
    const { tx, services, actor, today } = context;
    await knowMeasures(tx, services);
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const area = range.value.lo;
    const versions = await versionsHere(tx, area, today);
    const version = chosenVersion(versions, asked.pack);
    const pack = version && (await compiledOf(tx, version.id));
    const shown = {
      packs: versions.map(({ pack: id, title, from, to }) => ({ id, title, from, to })),
      area: { key: area, name: await areaName(tx, area) },
      may: { record: may(actor, RECORD), carry: may(actor, CARRY) },
    };
    if (!version || !pack) return ok({ ...shown, ...nothing });
    return ok({ ...shown, ...(await progressOf(context, { version, pack, range: range.value })) });
  },
});

const noProgress = { owed: 0, met: 0, overdue: 0, waived: 0, percent: null };
const noTasks = { total: 0, done: 0, overdue: 0 };
const nothing: Omit<Shown, "packs" | "area" | "may"> = {
  pack: null,
  years: [],
  whole: noProgress,
  tasks: noTasks,
  stages: [],
  groupings: [],
  keyTasks: [],
  record: null,
};

type Ground = { readonly version: Version; readonly pack: Pack; readonly range: AreaRange };

async function progressOf(context: RouteContext, { version, pack, range }: Ground): Promise<Omit<Shown, "packs" | "area" | "may">> {
  const { tx, services, today } = context;
  const duties = await dutiesOf(context, version);
  const { counted, figures } = await countedOf(tx, duties, range);
  const { now, years: byDuty } = latestOf(counted, today);
  const tasks = await taskCounts(tx, pack.pack, range, today);
  const years = yearsOf(version, today);
  const teller: Teller = {
    pack,
    duties,
    now,
    byDuty,
    tasks,
    years,
    figureOf: figureAt(counted, figures),
    measures: services.registry.measures,
  };
  const all = tellGroup(teller, { key: "all", name: pack.title, clauses: pack.clauses });
  return {
    pack: {
      id: pack.pack,
      title: pack.title,
      number: pack.number ?? null,
      issuer: pack.issuer,
      version: version.number,
      from: version.from,
      to: version.to,
      ended: version.to !== null && version.to < today,
    },
    years,
    whole: all.progress,
    tasks: all.tasks,
    stages: pack.stages.map((stage) => ({
      ...stage,
      when: stage.to < today ? "past" : stage.from > today ? "ahead" : "now",
      group: tellGroup(teller, { ...stage, clauses: pack.clauses.filter((clause) => clause.stage === stage.key) }),
    })),
    groupings: groupingsOf(pack).map((grouping) => tellGrouping(teller, grouping, today)),
    keyTasks: tellKeyTasks(await keyTasksOf(tx, pack.pack, range), context),
    record: await recordOf(tx, pack.pack, range.lo),
  };
}

type Grouping = NonNullable<Pack["groupings"]>[number];

/** What a document gives itself; one that gives nothing is told by its own headings. */
function groupingsOf({ groupings = [], parts, clauses }: Pack): readonly Grouping[] {
  const byPart = parts.flatMap(({ key, name }) => {
    const ids = clauses.filter((clause) => clause.part === key).map(({ id }) => id);
    return ids.length > 0 ? [{ key, name, clauses: ids }] : [];
  });
  return [...groupings, ...(byPart.length > 0 ? [{ key: "parts", name: "文件各部分", kind: "groups" as const, groups: byPart }] : [])];
}

type Teller = {
  readonly pack: Pack;
  readonly duties: readonly LaidDuty[];
  readonly now: ReadonlyMap<number, Counts>;
  readonly byDuty: ReadonlyMap<number, ReadonlyMap<number, Counts>>;
  readonly tasks: readonly TaskCount[];
  readonly years: readonly number[];
  readonly figureOf: (duty: number) => { readonly value: number | null; readonly target: number | null } | undefined;
  readonly measures: ReadonlyMap<string, Measure>;
};

/** The figure of the last period of each duty that anybody owed. */
function figureAt(counted: readonly { readonly duty: number; readonly period: string; readonly counts: Counts }[], figures: Figures) {
  const last = new Map<number, string>();
  for (const { duty, period, counts } of counted) {
    const known = last.get(duty);
    if (counts.owed > 0 && (known === undefined || endOf(known) < endOf(period))) last.set(duty, period);
  }
  return (duty: number) => figures.get(`${duty} ${last.get(duty) ?? ""}`);
}

function tellGrouping(teller: Teller, { key, name, kind, clause, by, groups }: Grouping, today: CalendarDate): Shown["groupings"][number] {
  const told = groups.map((group) =>
    tellGroup(teller, { ...group, target: group.target ?? null, clauses: clausesIn(teller.pack.clauses, group.clauses) }),
  );
  return {
    key,
    name,
    kind,
    clause: clause ?? null,
    by: by ?? null,
    days: by ? Math.round((Date.parse(by) - Date.parse(today)) / DAY_MS) : null,
    readiness: kind === "milestone" ? readinessOf(told.map(({ progress }) => progress.percent)) : null,
    groups: told,
  };
}

const shownProgress = (counts: Counts) => ({
  owed: counts.owed,
  met: counts.met,
  overdue: counts.overdue + counts.noData,
  waived: counts.waived,
  percent: percentOf(counts),
});
const sumTasks = (tasks: readonly TaskCount[]) =>
  tasks.reduce(
    (sum, { total, done, overdue }) => ({ total: sum.total + total, done: sum.done + done, overdue: sum.overdue + overdue }),
    noTasks,
  );

type Group = {
  readonly key: string;
  readonly name: string;
  readonly target?: string | null | undefined;
  readonly clauses: readonly { readonly id: string; readonly title: string }[];
};

function tellGroup(teller: Teller, { key, name, target, clauses }: Group): GroupShown {
  const ids = new Set(clauses.map(({ id }) => id));
  const duties = teller.duties.filter(({ clause }) => ids.has(clause));
  const tasks = teller.tasks.filter(({ clause }) => ids.has(clause));
  return {
    key,
    name,
    target: target ?? null,
    progress: shownProgress(sumOf(duties.map(({ id }) => teller.now.get(id)))),
    years: teller.years.map((year) => ({
      year,
      progress: shownProgress(sumOf(duties.map(({ id }) => teller.byDuty.get(id)?.get(year)))),
      tasks: sumTasks(tasks.filter((task) => task.year === year)),
    })),
    tasks: sumTasks(tasks),
    indicators: duties
      .filter(({ content }) => content.measure !== null || content.duty.binding.kind === "awaits")
      .slice(0, INDICATORS)
      .map((duty) => tellIndicator(teller, duty)),
    clauses: clauses.map(({ id, title }) => ({
      id,
      title,
      progress: shownProgress(sumOf(duties.filter(({ clause }) => clause === id).map((duty) => teller.now.get(duty.id)))),
      tasks: sumTasks(tasks.filter(({ clause }) => clause === id)),
    })),
  };
}

function tellIndicator({ figureOf, measures, now }: Teller, { id, clause, content }: LaidDuty): GroupShown["indicators"][number] {
  const figure = figureOf(id);
  const { unit, value, is } = targetOf(content.duty);
  const measure = content.measure === null ? undefined : measures.get(content.measure);
  return {
    clause,
    text: content.duty.text,
    value: figure?.value ?? null,
    unit: unit || (measure?.unit ?? ""),
    decimals: measure?.decimals ?? 0,
    target: figure?.target ?? value,
    is,
    progress: shownProgress(now.get(id) ?? noCounts()),
  };
}

function tellKeyTasks(rows: readonly KeyTaskRow[], { services, language }: RouteContext): Shown["keyTasks"] {
  const states = services.spoken[language].registry.ledgers.find(({ name }) => name === KEY_TASK)?.fields.state?.choices ?? {};
  const byId = new Map(rows.map((row) => [row.id, row]));
  const since = (row: KeyTaskRow): number => {
    const before = row.carriedFrom === null ? undefined : byId.get(row.carriedFrom);
    return before && before.year < row.year ? since(before) : row.year;
  };
  return byYear(rows).map((of) => ({
    ...of,
    tasks: rows
      .filter(({ year }) => year === of.year)
      .map((row) => {
        const { id, title, organ, state, stage, target } = row;
        return { id, title, organ, state, stateLabel: states[state] ?? state, stage, target, since: since(row) };
      }),
  }));
}
