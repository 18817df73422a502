/** 导出审计日志: a CSV of a span of time, oldest first, each entry with its link of the chain; streamed, whatever its length. */
import { Readable } from "node:stream";
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#platform/actor.ts";
import { asWorker } from "#platform/db.ts";
import { inRequest } from "#platform/http/server.ts";
import { ok, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { auditedBy } from "./read-audit.ts";

const span = z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() });
type Span = z.output<typeof span>;

const COLUMNS = ["序号", "时间（UTC）", "操作人", "操作人编号", "事项", "对象", "对象编号", "辖区", "详情", "链序", "链值"];
const BATCH = 5_000;

const declared = {
  method: "GET",
  path: "/identity/audit/export",
  tag: "审计",
  summary: "导出审计日志",
  description: "RFC 4180 的 CSV，UTF-8 带 BOM，先旧后新，逐批写出。",
  permission: "identity.audit",
  input: span,
  output: z.string(),
  example: { input: { from: "2026-03-01T00:00:00+08:00", to: "2026-04-01T00:00:00+08:00" } },
  sends: "text/csv; charset=utf-8",
} as const;

export const exportAudit: RawRoute = {
  ...declared,
  async answer({ actor, request, reply, services }) {
    const given = span.safeParse(request.query);
    const audited = { ...declared, audited: true, scope: "owner" } as const;
    const result = await inRequest(audited, request, reply, services, async ({ audit }) => {
      if (!given.success) return refuse("invalid", "identity.bad_span");
      audit({ action: declared.summary, subject: "platform.audit", detail: given.data });
      return ok(given.data);
    });
    if (!result.ok) return result;
    void reply.type(declared.sends).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent("审计日志.csv")}`);
    return ok(Readable.from(linesOf(actor, services, given.data ?? {})));
  },
};

type Line = { readonly id: number; readonly cells: readonly (string | null)[] };

/** Read in batches by id, so nothing holds the table or the whole file. */
async function* linesOf(actor: Actor, services: Services, { from = "-infinity", to = "infinity" }: Span): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(COLUMNS)}`;
  for (let last = 0; ; ) {
    const { rows } = await asWorker(services.db, (tx) =>
      sql<Line>`select id, array[id::text, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_name, actor::text, action, subject, subject_id,
          area::text, detail::text, encode(hash, 'hex')] as cells
        from platform.audit where id > ${last} and at >= ${from}::timestamptz and at < ${to}::timestamptz and ${auditedBy(actor, services)} order by id limit ${BATCH}`.execute(
        tx,
      ),
    );
    yield rows.map(({ cells }) => csvLine(cells)).join("");
    last = rows.at(-1)?.id ?? 0;
    if (rows.length < BATCH) return;
  }
}

/** One line of RFC 4180; a cell a spreadsheet would take for a formula begins with an apostrophe. */
export const csvLine = (cells: readonly (string | null)[]): string =>
  `${cells.map((cell) => `"${safe(cell ?? "").replaceAll('"', '""')}"`).join(",")}\r\n`;
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
