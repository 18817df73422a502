/** Excel out: what a filter shows, read page by page and written as it is read. Memory does not grow with the rows. */
import { sql } from "kysely";
import { type Actor, may, scopeOf } from "../../actor.ts";
import { writeAudit } from "../../audit.ts";
import { asWorker, inScope, type Tx } from "../../db.ts";
import type { Read } from "../../english.ts";
import type { Language } from "../../messages.ts";
import { ok, type Result } from "../../result.ts";
import type { Services } from "../../services.ts";
import type { Entry } from "../catalog.ts";
import type { Row } from "../define.ts";
import { compileQuery, type ListQuery, listRows, type Reader } from "../read.ts";
import { exportColumns, headerOf, type SheetColumn, shownCell } from "./sheet-columns.ts";
import { type OutCell, type OutSheet, workbook } from "./sheet-write.ts";

const PAGE = 500;
/** What one Excel sheet holds, less the head. */
const SHEET_ROWS = 1_000_000;

export type Export = { readonly fileName: string; readonly bytes: AsyncGenerator<Buffer> };

/**
 * Refuses a filter that is wrong before the first byte leaves. The audit entry is written when the last row has left,
 * or the reader has. It is the record: Chinese, whatever language the file speaks.
 */
export async function exportLedger(
  entry: Entry,
  query: ListQuery,
  actor: Actor,
  services: Services,
  language: Language,
): Promise<Result<Export>> {
  const inPage = <T>(work: (reader: Reader) => Promise<T>) =>
    inScope(services.db, scopeOf(actor), (tx) => work(readerFor(tx, actor, services)));
  const demo = await inPage((reader) => hasDemoRows(entry, query, reader));
  if (!demo.ok) return demo;
  const first = await inPage((reader) => listRows(entry, { ...query, offset: 0, limit: PAGE }, reader));
  if (!first.ok) return first;
  const count = { rows: 0, demo: 0, cut: false };
  async function* rows(): AsyncGenerator<Row> {
    let page = first.ok ? first.value : { rows: [], next: null };
    for (;;) {
      for (const row of page.rows) {
        if (count.rows >= SHEET_ROWS) {
          count.cut = true;
          return;
        }
        count.rows += 1;
        if (row.demo) count.demo += 1;
        yield row;
      }
      const { next } = page;
      if (next === null) return;
      const following = await inPage((reader) => listRows(entry, { ...query, offset: 0, after: next, limit: PAGE }, reader));
      if (!following.ok) return;
      page = following.value;
    }
  }
  const areas = await areaNames(services);
  const { registry, read } = services.spoken[language];
  const spoken = services.catalog.spoken(entry.ledger.name, language);
  const state = registry.cases.get(entry.ledger.name)?.states ?? {};
  const shown = {
    read,
    areaName: (key: number) => areas.get(key) ?? "",
    stateLabel: (key: string) => state[key]?.label ?? key,
  };
  const columns: readonly SheetColumn[] = exportColumns(spoken, read);
  const day = services.clock.today();
  const data = (): OutSheet => ({
    name: spoken.ledger.label,
    columns: [
      ...columns.map((column) => ({ header: headerOf(column), width: widthOf(column) })),
      ...(demo.value ? [{ header: read("演示数据"), width: 10 }] : []),
    ],
    rows: mapRows(rows(), (row): readonly OutCell[] => [
      ...columns.map((column) => shownCell(column, row, shown)),
      ...(demo.value ? [row.demo ? read("演示数据") : null] : []),
    ]),
  });
  const note = (): OutSheet => noteSheet(spoken, query, actor, services, count, read);
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      yield* workbook([data, note]);
    } finally {
      await auditExport(entry, query, actor, services, count.rows);
    }
  }
  return ok({ fileName: `${spoken.ledger.label}${demo.value ? read("（演示数据）") : ""} ${day}.xlsx`, bytes: bytes() });
}

const readerFor = (tx: Tx, actor: Actor, { catalog, clock, sealer }: Services): Reader => ({
  tx,
  catalog,
  scope: scopeOf(actor),
  moments: { today: clock.today(), now: clock.now() },
  sealer,
});

async function hasDemoRows(entry: Entry, query: ListQuery, reader: Reader): Promise<Result<boolean>> {
  const where = compileQuery(entry, query, reader);
  if (!where.ok) return where;
  const { rows } = await sql`select 1 from ${sql.raw(entry.table)} t where ${where.value} and t.demo limit 1`.execute(reader.tx);
  return ok(rows.length > 0);
}

async function areaNames({ db }: Services): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ key: number; fullName: string }>`select key, full_name from platform.area`.execute(db);
  return new Map(rows.map((row) => [row.key, row.fullName]));
}

async function* mapRows<A, B>(rows: AsyncIterable<A>, change: (row: A) => B): AsyncGenerator<B> {
  for await (const row of rows) yield change(row);
}

function widthOf({ field, key }: SheetColumn): number {
  if (key === "area" || field.kind === "long") return 32;
  if (field.kind === "text" || field.kind === "ref") return 20;
  return field.kind === "instant" ? 17 : 12;
}

function noteSheet(
  { ledger }: Entry,
  query: ListQuery,
  actor: Actor,
  services: Services,
  count: { readonly rows: number; readonly demo: number; readonly cut: boolean },
  read: Read,
): OutSheet {
  const view = query.view ? (ledger.views?.[query.view]?.label ?? query.view) : read("全部");
  const lines: readonly (readonly [string, OutCell])[] = [
    [read("台账"), ledger.label],
    [read("视图"), view],
    [read("筛选"), query.where && Object.keys(query.where).length > 0 ? JSON.stringify(query.where) : read("无")],
    [read("搜索"), query.q ?? read("无")],
    [read("辖区范围"), actor.areaName || read("本人辖区")],
    [read("导出人"), actor.name],
    [read("导出时间"), { at: services.clock.now().toISOString() }],
    [read("行数"), count.rows],
    ...(count.demo > 0 ? [[read("演示数据"), read(`其中 ${count.demo} 行为演示数据，不得作为真实情况使用`)] as const] : []),
    ...(count.cut ? [[read("未尽"), read(`只含前 ${SHEET_ROWS} 行，请缩小筛选范围分次导出`)] as const] : []),
    [read("个人信息"), may(actor, `${ledger.name}.reveal`) ? read("已脱敏；看全文请在系统中逐条查看并写明理由") : read("已脱敏")],
  ];
  return {
    name: read("说明"),
    columns: [
      { header: read("项目"), width: 14 },
      { header: read("内容"), width: 80 },
    ],
    rows: lines,
  };
}

const auditExport = ({ ledger }: Entry, query: ListQuery, actor: Actor, { db }: Services, count: number): Promise<void> =>
  asWorker(db, (tx) =>
    writeAudit(tx, {
      action: `${ledger.label} 导出`,
      actor: actor.userId,
      actorName: actor.name,
      subject: ledger.name,
      area: actor.area.lo,
      detail: { rows: count, view: query.view ?? null, where: query.where ?? {}, q: query.q ?? null },
    }),
  );
