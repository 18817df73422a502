/** A task table comes in: send the file, see each row with what is wrong in it, take the good rows over as tasks or as a draft pack. */
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { scopeOf } from "#platform/actor.ts";
import { inScope } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RawRoute, type RouteContext, route } from "#platform/route.ts";
import { receiveFile } from "#platform/upload.ts";
import { type AreaKey, calendarDate, subtreeOf } from "#platform/values.ts";
import type { NamedOrgan } from "../domain/organ-words.ts";
import { codeOf, issuingLevel } from "../domain/selectors.ts";
import { EXAMPLE, permissions } from "../names.ts";
import { newDraft } from "../new-draft.ts";
import { above } from "../store.ts";
import { draftPack } from "./draft-pack.ts";
import { openTables } from "./open-table.ts";
import { raiseFromRow } from "./raise-row.ts";
import { columnKinds, type Table, type TaskRow, tasksOf } from "./task-table.ts";

const tag = "任务分解表";
const permission = permissions.tables;
const SIZE_LIMIT = 16 * 1_048_576;

const column = z.object({ header: z.string(), kind: z.enum(columnKinds).nullable() });
const sentTable = z.object({ rows: z.number().int(), columns: z.array(column) });

export const sendTable: RawRoute = {
  method: "POST",
  path: "/policy-tasks/task-tables",
  summary: "送任务分解表",
  description: "Excel（.xlsx）、CSV 或 Word（.docx）里的表，至多 3,000 行、16 MB。答复认出的列，核对后再入库。",
  tag,
  permission,
  input: z.object({}),
  output: z.object({ id: z.uuid(), fileName: z.string(), tables: z.array(sentTable) }),
  example: { output: { id: EXAMPLE, fileName: "重点任务分解表.docx", tables: [] } },
  takes: "file",
  async answer({ actor, request, services }) {
    const path = join(tmpdir(), `suiren-tasks-${randomUUID()}`);
    const received = await receiveFile(request, path, SIZE_LIMIT);
    if (!received.ok) return received;
    const { fileName } = received.value;
    try {
      const tables = await openTables(path, fileName);
      if (!tables.ok) return tables;
      const id = uuidv7(services.clock.now().getTime());
      await inScope(services.db, scopeOf(actor), (tx) =>
        sql`insert into policy_tasks.table_import (id, created_by, created_at, file_name, tables)
          values (${id}, ${actor.userId}, ${services.clock.now().toISOString()}, ${fileName}, ${JSON.stringify(tables.value)}::jsonb)`.execute(
          tx,
        ),
      );
      return ok({
        id,
        fileName,
        tables: tables.value.map(({ headers, columns, rows }) => ({
          rows: rows.length,
          columns: headers.map((header, i) => ({ header, kind: columns[i] ?? null })),
        })),
      });
    } finally {
      await rm(path, { force: true });
    }
  },
};

type Kept = { readonly fileName: string; readonly tables: readonly Table[] };

/** One's own file; another's does not exist. */
async function mine(id: string, { tx, actor }: Pick<RouteContext, "tx" | "actor">): Promise<Result<Kept>> {
  const { rows } =
    await sql<Kept>`select file_name, tables from policy_tasks.table_import where id = ${id} and created_by = ${actor.userId}`.execute(tx);
  return rows[0] ? ok(rows[0]) : refuse("not_found", "import.unknown", { id });
}

const asked = {
  id: z.uuid(),
  table: z.number().int().min(0).max(200).default(0).describe("第几张表，从 0 起"),
  columns: z.array(z.enum(columnKinds).nullable()).max(40).optional().describe("各列是什么；缺省为认出的"),
  year: z.number().int().min(2000).max(2999).optional().describe("没写年份的时限算哪一年"),
};

const rowProblem = z.object({ code: z.string(), message: z.string() });
const shownRow = z
  .object({
    row: z.number().int().describe("文件中的行"),
    title: z.string(),
    content: z.string().nullable(),
    section: z.string().nullable(),
    leads: z.array(z.string()).describe("牵头机构；各县（市、区）政府之类展开为每一个"),
    supports: z.array(z.string()),
    dueOn: calendarDate.nullable(),
    due: z.string().describe("表中的时限"),
    output: z.string().nullable(),
    owner: z.string().nullable(),
    problems: z.array(rowProblem),
    notes: z.array(rowProblem),
  })
  .meta({ id: "TaskTableRow", description: "任务分解表的一行" });

async function organsFor(area: AreaKey, { tx }: Pick<RouteContext, "tx">): Promise<readonly NamedOrgan[]> {
  const range = subtreeOf(area);
  const { rows } =
    await sql<NamedOrgan>`select id, area, name, short_name, kind, level, coalesce(member, false) as member from organizations.organ
    where deleted_at is null and (area between ${range.lo} and ${range.hi} or area = any(${above(area)}::bigint[]))
    order by abs(area - ${area}), sort, id`.execute(tx);
  return rows;
}

async function rowsOf(
  given: {
    readonly id: string;
    readonly table: number;
    readonly columns?: Table["columns"] | undefined;
    readonly year?: number | undefined;
  },
  context: RouteContext,
): Promise<Result<{ readonly kept: Kept; readonly tasks: readonly TaskRow[] }>> {
  const kept = await mine(given.id, context);
  if (!kept.ok) return kept;
  const table = kept.value.tables[given.table];
  if (!table) return refuse("not_found", "packs.no_task_table");
  const columns = given.columns ?? table.columns;
  if (!columns.includes("task")) return refuse("invalid", "packs.no_task_column");
  const { actor, today } = context;
  const organs = await organsFor(actor.area.lo, context);
  return ok({
    kept: kept.value,
    tasks: tasksOf({ columns, rows: table.rows }, { organs, year: given.year ?? Number(today.slice(0, 4)), today }),
  });
}

export const checkTable = route({
  method: "POST",
  path: "/policy-tasks/task-tables/:id/check",
  summary: "任务分解表：逐行核对",
  tag,
  permission,
  audited: false,
  input: z.object(asked),
  output: z.object({ rows: z.array(shownRow), good: z.number().int(), tasks: z.number().int().describe("会产生的任务数：各地各一份") }),
  example: { input: { id: EXAMPLE, table: 0 } },
  refuses: ["not_found"],
  async run(context, given) {
    const found = await rowsOf(given, context);
    if (!found.ok) return found;
    const { messages } = context.services;
    const said = (problems: TaskRow["problems"]) =>
      problems.map(({ code, params }) => ({ code, message: messages.say(code, params, context.language) }));
    const good = found.value.tasks.filter(({ problems }) => problems.length === 0);
    return ok({
      rows: found.value.tasks.map(({ leads, supports, due, dueWords, problems, notes, ...row }) => ({
        ...row,
        leads: (leads[0]?.organs ?? []).map(({ shortName }) => shortName),
        supports: supports.flatMap(({ organs }) => organs.map(({ shortName }) => shortName)),
        dueOn: due?.kind === "by" ? due.by : null,
        due: dueWords,
        problems: said(problems),
        notes: said(notes),
      })),
      good: good.length,
      tasks: good.reduce((sum, { leads }) => sum + (leads[0]?.organs.length ?? 0), 0),
    });
  },
});

export const applyTable = route({
  method: "POST",
  path: "/policy-tasks/task-tables/:id/apply",
  summary: "任务分解表：入库",
  description: "有错误的行不入库，其余照办。tasks：每行给牵头单位派一项任务（各地各一份）；pack：每行作为草稿政策包的一条。",
  tag,
  permission,
  input: z.object({
    ...asked,
    as: z.enum(["tasks", "pack"]),
    pack: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{0,11}$/)
      .optional()
      .describe("as 为 pack 时的代号"),
    title: z.string().trim().min(2).max(80).optional(),
    issuer: z.string().trim().min(2).max(80).optional(),
  }),
  output: z.object({
    tasks: z.number().int(),
    version: z.uuid().nullable().describe("草稿政策包"),
    clauses: z.number().int(),
    left: z.array(z.object({ row: z.number().int(), message: z.string() })).describe("没有入库的行"),
  }),
  example: { input: { id: EXAMPLE, table: 0, as: "tasks" }, output: { tasks: 12, version: null, clauses: 0, left: [] } },
  refuses: ["not_found", "conflict"],
  async run(context, { as, pack, title, issuer, ...given }) {
    // Pressed twice at once: the second waits, and then the file is no more.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`task table ${given.id}`}, 0))`.execute(context.tx);
    const found = await rowsOf(given, context);
    if (!found.ok) return found;
    const { kept, tasks } = found.value;
    const { services, language, tx, today, actor } = context;
    const left = tasks.flatMap(({ row, problems: [problem] }) =>
      problem ? [{ row, message: services.messages.say(problem.code, problem.params, language) }] : [],
    );
    const good = tasks.filter(({ problems }) => problems.length === 0);
    if (good.length === 0) return refuse("conflict", "packs.no_good_row");
    let raised = 0;
    let version: string | null = null;
    if (as === "pack") {
      const head = {
        pack: pack ?? "RW",
        title: title ?? kept.fileName.replace(/\.[^.]*$/, "").slice(0, 80),
        issuer: issuer ?? (actor.organName || actor.areaName || services.city.name),
      };
      const made = await newDraft(
        {
          source: draftPack({ ...head, level: issuingLevel(actor.area.lo), area: codeOf(actor.area.lo), from: today }, good),
          area: actor.area.lo,
          note: `由 ${kept.fileName} 导入`,
        },
        context,
      );
      if (!made.ok) return made;
      version = made.value.id;
    } else
      for (const row of good)
        for (const organ of row.leads[0]?.organs ?? []) {
          const done = await raiseFromRow(row, organ, { ...kept, id: given.id }, context);
          if (done.ok) raised += 1;
          else
            left.push({
              row: row.row,
              message: `${organ.shortName}：${services.messages.say(done.refusal.code, done.refusal.params, language)}`,
            });
        }
    await sql`delete from policy_tasks.table_import where id = ${given.id}`.execute(tx);
    context.audit({
      action: "导入任务分解表",
      subject: "policy-tasks.task-table",
      subjectId: given.id,
      area: actor.area.lo,
      detail: { file: kept.fileName, rows: good.length, tasks: raised, left: left.length },
    });
    return ok({ tasks: raised, version, clauses: as === "pack" ? good.length : 0, left });
  },
});
