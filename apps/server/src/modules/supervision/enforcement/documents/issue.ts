/** 签发: the number, the filled file and its checksum, in the transaction that issues the document; a refusal gives the number back. */
import { Readable } from "node:stream";
import { sql } from "kysely";
import { addWorkingDays } from "#platform/case/calendar.ts";
import type { Given } from "#platform/case/define.ts";
import type { Tx } from "#platform/db.ts";
import type { Row } from "#platform/ledger/define.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";
import { fillTemplate } from "./domain/docx-check.ts";
import type { DocumentKind } from "./domain/kind.ts";
import { documentNumber } from "./domain/number.ts";
import { checkDocument, type DocumentValues, tellTemplate } from "./domain/values.ts";
import { documentKinds } from "./kinds.ts";
import { templateFor } from "./template-store.ts";

type Shell = { readonly tx: Tx; readonly services: Services; readonly now: Date; readonly today: CalendarDate };

/** The next number of this organ, kind and year. The counter's row is locked until the end, so there are neither gaps nor doubles. */
export async function nextNumber(tx: Tx, organ: string, kind: DocumentKind, today: CalendarDate): Promise<Result<string>> {
  const { rows: offices } = await sql<{ mark: string }>`select mark from enforcement.office
    where organ = ${organ} and deleted_at is null and "from" <= ${today} and (until is null or until >= ${today}) order by "from" desc, id limit 1`.execute(
    tx,
  );
  const mark = offices[0]?.mark;
  if (mark === undefined) return refuse("conflict", "enforcement.no_office_mark");
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<{ last: number }>`insert into enforcement.document_counter as c (organ, kind, year, last)
    values (${organ}, ${kind.key}, ${year}, 1) on conflict (organ, kind, year) do update set last = c.last + 1 returning last`.execute(tx);
  return ok(documentNumber({ organMark: mark, kindMark: kind.mark, year }, rows[0]?.last ?? 1));
}

/** The last day of service, where the kind has one: counted from its own day, else from today. */
export function serveByOf({ serve }: DocumentKind, values: DocumentValues, today: CalendarDate): CalendarDate | null {
  if (!serve) return null;
  const given = serve.from === undefined ? undefined : values[serve.from];
  const from = typeof given === "string" ? calendarDate.parse(given) : today;
  return serve.unit === "working" ? addWorkingDays(from, serve.amount) : addDays(from, serve.amount);
}

export type Stored = { readonly field: string; readonly name: string; readonly value: string };

/** A document's values as its row keeps them: lists as JSON, each beside its name, so that history and detail show them. */
export const keepValues = (kind: DocumentKind, values: DocumentValues): readonly Stored[] =>
  Object.entries(kind.fields)
    .filter(([key]) => values[key] !== undefined && values[key] !== null && values[key] !== "")
    .map(([key, field]) => ({
      field: key,
      name: field.label,
      value: field.kind === "rows" ? JSON.stringify(values[key]) : String(values[key]),
    }));

export function keptValues(kind: DocumentKind, content: unknown): DocumentValues {
  const rows = Array.isArray(content) ? (content as readonly Stored[]) : [];
  return Object.fromEntries(
    rows.flatMap(({ field, value }) => {
      const declared = kind.fields[field];
      if (!declared) return [];
      return [[field, declared.kind === "rows" ? (JSON.parse(value) as unknown) : value]];
    }),
  );
}

export async function organName(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from organizations.organ where id = ${id}`.execute(tx);
  return rows[0]?.name ?? "";
}

/** The filled file: of a draft with 「（未签发）」 for its number. */
export async function fill(tx: Tx, services: Services, row: Row, number: string, on: CalendarDate) {
  const kind = documentKinds.get(String(row.kind));
  if (!kind) throw new Error(`no kind of document ${String(row.kind)}`);
  const template = await templateFor(tx, services, kind, String(row.organ), row.area);
  const head = { number, organ: await organName(tx, String(row.organ)), party: String(row.party), on };
  return { docx: fillTemplate(template.bytes, tellTemplate(kind, keptValues(kind, row.content), head)), template: template.version };
}

/** What 签发 needs before it is decided. */
export async function readyToIssue({ tx, services, today }: Shell, row: Row): Promise<Result<Given>> {
  const kind = documentKinds.get(String(row.kind));
  if (!kind) return refuse("invalid", "enforcement.unknown_kind", { kind: row.kind });
  const values = keptValues(kind, row.content);
  const problems = checkDocument(kind, values);
  if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems });
  const number = await nextNumber(tx, String(row.organ), kind, today);
  if (!number.ok) return number;
  const { docx, template } = await fill(tx, services, row, number.value, today);
  const stored = await services.files.take(Readable.from([docx]), docx.length + 1);
  if (!stored.ok) return stored;
  return ok({
    number: number.value,
    sha256: stored.value.sha256,
    sizeBytes: docx.length,
    template,
    serveBy: serveByOf(kind, values, today),
  });
}
