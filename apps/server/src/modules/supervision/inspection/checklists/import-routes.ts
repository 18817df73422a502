/** An office brings its own list: send the file, say which column is which, see what comes in and what does not, make it a draft. */
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { scopeOf } from "#platform/actor.ts";
import { inScope, type Tx } from "#platform/db.ts";
import { shownText } from "#platform/ledger/excel/cell.ts";
import { openFile } from "#platform/ledger/excel/open-file.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RawRoute, type RouteContext, route } from "#platform/route.ts";
import { receiveFile } from "#platform/upload.ts";
import { areaKey } from "#platform/values.ts";
import type { CheckItem } from "./checklist.ts";
import { guessColumns, target } from "./office-columns.ts";
import { type OfficeRow, type RowTrouble, takeItems } from "./office-items.ts";
import { addVersion, checklistById, versionsOf } from "./office-lists.ts";
import { areaFor, listHeadFields } from "./routes.ts";
import { columnShape, itemShape, trouble } from "./shapes.ts";

const tag = "检查表";
const permission = "inspection.keep-lists";
const SIZE_LIMIT = 16 * 1_048_576;
const ROW_LIMIT = 5_000;
const COLUMN_LIMIT = 40;
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000002";

type Stored = { readonly fileName: string; readonly headers: readonly string[]; readonly rows: readonly OfficeRow[] };

/** Titles and notes above the head are passed over: the head is the first of the early rows with nearly as many different cells as any. */
export function splitHead(rows: readonly OfficeRow[]): { readonly headers: readonly string[]; readonly body: readonly OfficeRow[] } {
  const width = (row: OfficeRow) => new Set(row.cells.map((cell) => cell.trim()).filter(Boolean)).size;
  const widest = Math.max(0, ...rows.slice(0, 30).map(width));
  const at = rows.slice(0, 10).findIndex((row) => width(row) >= Math.max(1, widest * 0.7));
  const head = rows[at];
  const columns = Math.max(0, ...rows.slice(0, 200).map(({ cells }) => cells.length));
  const headers = Array.from({ length: Math.min(columns, COLUMN_LIMIT) }, (_, i) => head?.cells[i]?.trim() || `第 ${i + 1} 列`);
  return { headers, body: rows.slice(at + 1) };
}

export const sendList: RawRoute = {
  method: "POST",
  path: "/inspection/checklists/imports",
  summary: "导入检查表：送文件",
  description: "Excel（.xlsx）或 CSV，至多 5,000 行、16 MB。答复猜到的列含义，改好后再核对、入库。",
  tag,
  permission,
  input: z.object({}),
  output: z.object({ importId: z.uuid(), fileName: z.string(), rows: z.number().int(), columns: z.array(columnShape) }),
  example: { output: { importId: EXAMPLE, fileName: "检查表.xlsx", rows: 446, columns: [] } },
  takes: "file",
  async answer({ actor, request, services }) {
    const path = join(tmpdir(), `suiren-list-${randomUUID()}`);
    const received = await receiveFile(request, path, SIZE_LIMIT);
    if (!received.ok) return received;
    try {
      const opened = await openFile(path);
      if (!opened.ok) return opened;
      const rows: OfficeRow[] = [];
      for await (const batch of opened.value.rows(500)) {
        for (const { number, cells } of batch) rows.push({ number, cells: cells.slice(0, COLUMN_LIMIT).map((cell) => shownText(cell)) });
        if (rows.length > ROW_LIMIT + 10) return refuse("too_large", "inspection.list_too_long", { limit: ROW_LIMIT });
      }
      const { headers, body } = splitHead(rows);
      if (body.length === 0) return refuse("invalid", "inspection.file_without_rows");
      const id = uuidv7(services.clock.now().getTime());
      const { fileName } = received.value;
      await inScope(services.db, scopeOf(actor), (tx) =>
        sql`insert into inspection.list_import (id, created_by, file_name, headers, rows) values (${id}, ${actor.userId}, ${fileName}, ${JSON.stringify(headers)}::jsonb, ${JSON.stringify(body)}::jsonb)`.execute(
          tx,
        ),
      );
      return ok({
        importId: id,
        fileName,
        rows: body.length,
        columns: guessColumns(
          headers,
          body.map(({ cells }) => cells),
        ),
      });
    } finally {
      await rm(path, { force: true });
    }
  },
};

/** One's own file; another's does not exist. */
async function mine({ tx, actor }: Pick<RouteContext, "tx" | "actor">, id: string): Promise<Result<Stored>> {
  const { rows } =
    await sql<Stored>`select file_name, headers, rows from inspection.list_import where id = ${id} and created_by = ${actor.userId}`.execute(
      tx,
    );
  return rows[0] ? ok(rows[0]) : refuse("not_found", "import.unknown", { id });
}

const take = {
  importId: z.uuid(),
  columns: z.array(target.nullable()).max(COLUMN_LIMIT).describe("每列的含义，依文件的列序；null 不取"),
  only: z
    .array(z.object({ column: z.number().int().min(0), values: z.array(z.string().max(2_000)).min(1).max(60) }))
    .max(5)
    .default([])
    .describe("只取这些值的行"),
  key: z.string().max(60).optional().describe("作为哪张自定表的下一版；不给则为新表"),
};
const counts = { items: z.number().int(), blank: z.number().int(), leftOut: z.number().int(), filledDown: z.number().int() };

/** Items of the version before keep their numbers. */
const knownOf = async (key: string | undefined, tx: Tx): Promise<readonly CheckItem[]> => {
  const [newest] = key ? await versionsOf(key, tx) : [];
  return newest ? ((await checklistById(tx, newest.id, newest.version))?.items ?? []) : [];
};

const said = (context: RouteContext, rows: readonly RowTrouble[]) =>
  rows.map(({ row, code, value, params }) => ({ row, value, message: context.services.messages.say(code, params, context.language) }));

export const checkImport = route({
  method: "POST",
  path: "/inspection/checklists/imports/:importId/check",
  summary: "导入检查表：核对",
  tag,
  permission,
  input: z.object(take),
  output: z.object({
    ...counts,
    errors: z.array(trouble),
    notes: z.array(trouble),
    sections: z.array(z.object({ section: z.string(), items: z.number().int() })),
    sample: z.array(itemShape),
  }),
  example: { input: { importId: EXAMPLE, columns: ["section", "text"], only: [] } },
  audited: false,
  async run(context, { importId, columns, only, key }) {
    const stored = await mine(context, importId);
    if (!stored.ok) return stored;
    if (!columns.includes("text")) return refuse("invalid", "inspection.no_text_column");
    const taken = takeItems(stored.value.rows, { columns, only }, await knownOf(key, context.tx));
    const sections = new Map<string, number>();
    for (const { section } of taken.items) sections.set(section, (sections.get(section) ?? 0) + 1);
    const { blank, leftOut, filledDown } = taken;
    return ok({
      items: taken.items.length,
      blank,
      leftOut,
      filledDown,
      errors: said(context, taken.errors),
      notes: said(context, taken.notes),
      sections: [...sections].map(([section, items]) => ({ section, items })),
      sample: taken.items.slice(0, 20),
    });
  },
});

export const applyImport = route({
  method: "POST",
  path: "/inspection/checklists/imports/:importId/apply",
  summary: "导入检查表：入库为草稿",
  tag,
  permission,
  input: z.object({ ...take, ...listHeadFields, area: areaKey.optional() }),
  output: z.object({ id: z.string(), version: z.number().int(), rowId: z.uuid(), items: z.number().int(), errors: z.number().int() }),
  example: {
    input: {
      importId: EXAMPLE,
      columns: ["section", "text"],
      only: [],
      title: "安全隐患自查指引",
      kinds: ["shop"],
      purpose: "supervision",
      source: "本市指引",
    },
    output: { id: "own-0123456789ab", version: 1, rowId: EXAMPLE, items: 446, errors: 0 },
  },
  async run(context, { importId, columns, only, key, area, subject, frequency, ...head }) {
    const stored = await mine(context, importId);
    if (!stored.ok) return stored;
    if (!columns.includes("text")) return refuse("invalid", "inspection.no_text_column");
    if (head.kinds.length === 0 && !subject) return refuse("invalid", "inspection.list_for_nobody");
    const [existing] = key ? await versionsOf(key, context.tx) : [];
    if (key && !existing) return refuse("not_found", "inspection.unknown_checklist", { list: key });
    const where = areaFor(context, existing?.area ?? area);
    if (!where.ok) return where;
    const taken = takeItems(stored.value.rows, { columns, only }, await knownOf(key, context.tx));
    if (taken.items.length === 0) return refuse("invalid", "inspection.list_is_empty");
    const added = await addVersion(context.tx, context.services, {
      ...head,
      subject: subject ?? null,
      frequency: frequency ?? null,
      items: taken.items,
      area: where.value,
      userId: context.actor.userId,
      ...(key ? { key } : {}),
    });
    await sql`delete from inspection.list_import where id = ${importId}`.execute(context.tx);
    context.audit({
      action: "导入检查表",
      subject: "inspection.checklist",
      subjectId: added.rowId,
      area: where.value,
      detail: { file: stored.value.fileName, items: taken.items.length },
    });
    return ok({ ...added, items: taken.items.length, errors: taken.errors.length });
  },
});
