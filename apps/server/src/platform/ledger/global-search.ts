/** One search over everything the asker may read: rows by words and initials, numbers exactly, menu entries, and what modules add. */
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { may } from "../actor.ts";
import type { Read } from "../english.ts";
import { ok } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import type { Entry } from "./catalog.ts";
import type { Field } from "./fields.ts";
import { type FoundGroup, foundGroup } from "./found.ts";
import { columnName, pathOf } from "./names.ts";
import { compileQuery, type Reader } from "./read.ts";
import { readerOf } from "./routes.ts";

const EACH = 6;

type Hit = { readonly ledger: string; readonly id: string; readonly title: string | null; readonly area: string | null };

export const searchRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/search",
    tag: "搜索",
    summary: "搜索全部台账、编号与菜单",
    permission: "signed-in",
    input: z.object({ q: z.string().trim().min(1).max(60) }),
    output: z.object({
      groups: z.array(foundGroup),
      numbers: z.array(foundGroup),
      commands: z.array(z.object({ key: z.string(), label: z.string(), path: z.string() })),
    }),
    example: { input: { q: "东风" } },
    async run(context, { q }) {
      const { services, actor, language } = context;
      const reader = readerOf(context);
      const entries = [...services.catalog.entries.values()].filter((entry) => may(actor, `${entry.ledger.name}.read`));
      const numbers = isNumber(q) ? await findIn(entries, (entry) => byNumber(entry, q, reader), reader) : [];
      const known = new Set(numbers.map((row) => row.id));
      const words = await findIn(entries, (entry) => byWords(entry, q, reader), reader);
      const spoken = entries.map(({ ledger }) => services.catalog.spoken(ledger.name, language));
      const extra = await Promise.all(services.registry.modules.map((module) => module.search?.(q, context) ?? []));
      return ok({
        groups: [
          ...grouped(
            context,
            spoken,
            words.filter((row) => !known.has(row.id)),
          ),
          ...extra.flat(),
        ],
        numbers: grouped(context, spoken, numbers),
        commands: commandsFor(q, context),
      });
    },
  }),
];

/** Codes, addresses and telephone numbers: mostly digits, at least four. */
const isNumber = (q: string): boolean => /^[\dA-Za-z-]{4,32}$/.test(q) && /\d{3}/.test(q);

type Where = (entry: Entry) => RawBuilder<unknown> | null;

/** All ledgers in one statement, a few rows of each. */
async function findIn(entries: readonly Entry[], whereOf: Where, reader: Reader): Promise<readonly Hit[]> {
  const parts = entries.flatMap((entry) => {
    const where = whereOf(entry);
    if (!where) return [];
    const { ledger } = entry;
    const title = ledger.fields[ledger.title]?.personal ? sql`null` : sql.ref(`t.${columnName(ledger.title)}`);
    return [
      sql`(select ${ledger.name}::text as ledger, t.id::text as id, ${title}::text as title, (select a.name from platform.area a where a.key = t.area) as area
        from ${sql.raw(entry.table)} t where ${where} limit ${EACH + 1})`,
    ];
  });
  if (parts.length === 0) return [];
  const { rows } = await sql<Hit>`${sql.join(parts, sql` union all `)}`.execute(reader.tx);
  return rows;
}

function byWords(entry: Entry, q: string, reader: Reader): RawBuilder<unknown> | null {
  const where = compileQuery(entry, { q }, reader);
  return where.ok ? where.value : null;
}

/** A unique field that is exactly this, or a sealed number whose keyed hash is that of this one. */
function byNumber(entry: Entry, q: string, reader: Reader): RawBuilder<unknown> | null {
  const tests = Object.entries(entry.ledger.fields).flatMap(([key, field]) => {
    const column = sql.ref(`t.${columnName(key)}`);
    if (field.findable) return [sql`${sql.ref(`t.${columnName(key)}_hash`)} = ${reader.sealer.hash(q, `${entry.ledger.name}.${key}`)}`];
    return field.unique && !field.personal && field.kind === "text" ? [sql`${column} = ${q}`] : [];
  });
  const inside = compileQuery(entry, {}, reader);
  return tests.length > 0 && inside.ok ? sql`${inside.value} and (${sql.join(tests, sql` or `)})` : null;
}

function grouped({ services, language }: RouteContext, entries: readonly Entry[], rows: readonly Hit[]): FoundGroup[] {
  return entries.flatMap(({ ledger }) => {
    const own = rows.filter((row) => row.ledger === ledger.name);
    if (own.length === 0) return [];
    const path = `/${pathOf(ledger.name)}`;
    return [
      {
        key: ledger.name,
        label: ledger.label,
        path,
        more: own.length > EACH,
        rows: own.slice(0, EACH).map(({ id, title, area }) => ({
          id,
          title:
            titleOf(ledger.fields[ledger.title], title, services.spoken[language].read) ?? services.spoken[language].read("（个人信息）"),
          note: area ?? "",
          path: `${path}/${id}`,
        })),
      },
    ];
  });
}

function titleOf(field: Field | undefined, value: string | null, read: Read): string | null {
  if (value === null) return null;
  return field?.composed ? read(value) : (field?.choices?.[value] ?? value);
}

function commandsFor(q: string, { services, actor, language }: RouteContext) {
  const wanted = q.toLowerCase();
  return services.spoken[language].registry.modules
    .flatMap((module) => module.menu ?? [])
    .filter((entry) => may(actor, entry.permission) && (entry.label.toLowerCase().includes(wanted) || entry.key === wanted))
    .slice(0, EACH)
    .map(({ key, label, path }) => ({ key, label, path }));
}
