/** The doors through which files come and go: export, template, import, and the rows that did not pass. They stream, so they answer by themselves. */
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { scopeOf } from "../../actor.ts";
import { inScope } from "../../db.ts";
import { languageOf, parseAsked } from "../../http/server.ts";
import { ok, type Result, refuse } from "../../result.ts";
import type { RawRoute } from "../../route.ts";
import type { Services } from "../../services.ts";
import { receiveFile } from "../../upload.ts";
import type { Entry } from "../catalog.ts";
import { pathOf } from "../names.ts";
import { listInput } from "../routes.ts";
import { uuidv7 } from "../write.ts";
import { errorSheet } from "./error-sheet.ts";
import { exportLedger } from "./export.ts";
import { canImport, mayImport } from "./import-routes.ts";
import { countUnfinished, findImport } from "./import-store.ts";
import { FILE_LIMIT_BYTES, openFile } from "./open-file.ts";
import { recordImport } from "./record-import.ts";
import { importRunner, prepareImportFile } from "./run-import.ts";
import { workbook, XLSX_TYPE } from "./sheet-write.ts";
import { templateOf } from "./template.ts";

/** As many as one person can keep an eye on. */
const UNFINISHED_LIMIT = 5;

type Asked = Parameters<RawRoute["answer"]>[0];
const idInput = z.object({ importId: z.uuid() });
const bytes = z.string();

export const ledgerFileRoutes = ({ catalog }: Pick<Services, "catalog">): readonly RawRoute[] =>
  [...catalog.entries.values()].flatMap((entry) => [exportRoute(entry), ...(canImport(entry) ? importFileRoutes(entry) : [])]);

const currentOf = (entry: Entry, { services }: Asked): Entry => services.catalog.get(entry.ledger.name);

const exportRoute = (entry: Entry): RawRoute => ({
  method: "GET",
  path: `/${pathOf(entry.ledger.name)}/export.xlsx`,
  tag: entry.ledger.label,
  summary: `${entry.ledger.label} 导出`,
  description: "筛选所示的全部记录，随读随写；每次导出都留审计。",
  permission: `${entry.ledger.name}.export`,
  input: listInput,
  output: bytes,
  sends: XLSX_TYPE,
  answer: (asked) => exportFile(currentOf(entry, asked), asked),
});

function importFileRoutes(entry: Entry): readonly RawRoute[] {
  const { ledger } = entry;
  const path = `/${pathOf(ledger.name)}`;
  const base = { tag: ledger.label, permission: `${ledger.name}.import` };
  return [
    {
      ...base,
      method: "GET",
      path: `${path}/template.xlsx`,
      summary: `${ledger.label} 导入模板`,
      input: z.object({}),
      output: bytes,
      sends: XLSX_TYPE,
      answer: async ({ request, reply, services }) => {
        const { read } = services.spoken[languageOf(request)];
        const spoken = services.catalog.spoken(ledger.name, languageOf(request));
        return ok(sheetFile(reply, `${spoken.ledger.label}${read("导入模板")}.xlsx`, templateOf(spoken, read)));
      },
    },
    {
      ...base,
      method: "POST",
      path: `${path}/import`,
      summary: `${ledger.label} 导入：送文件`,
      description: "收下文件即答复；读表、核对在后台进行，用 importId 查进度。",
      input: z.object({}),
      output: z.object({ importId: z.uuid() }),
      example: { output: { importId: "01997c2e-8f00-7000-8000-000000000002" } },
      takes: "file",
      status: 202,
      refuses: ["too_many"],
      answer: (asked) => takeFile(currentOf(entry, asked), asked),
    },
    {
      ...base,
      method: "GET",
      path: `${path}/import/:importId/errors.xlsx`,
      summary: `${ledger.label} 导入：错误行`,
      input: idInput,
      output: bytes,
      sends: XLSX_TYPE,
      answer: (asked) => errorsFile(currentOf(entry, asked), asked),
    },
  ];
}

/** Names the file for saving, in UTF-8 (RFC 6266), and sends it as it is made. */
function sheetFile(reply: FastifyReply, fileName: string, bytes: AsyncGenerator<Buffer>): Readable {
  void reply
    .type(XLSX_TYPE)
    .header("content-disposition", `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  return Readable.from(bytes, { objectMode: false, highWaterMark: 262_144 });
}

async function exportFile(entry: Entry, { actor, request, reply, services }: Asked): Promise<Result<unknown>> {
  const query = parseAsked(listInput, request.query, request);
  if (!query.ok) return query;
  const made = await exportLedger(entry, query.value, actor, services, languageOf(request));
  return made.ok ? ok(sheetFile(reply, made.value.fileName, made.value.bytes)) : made;
}

/** Takes the file in and answers at once; reading and checking go on behind. What is plainly no table is refused here. */
async function takeFile(entry: Entry, { actor, request, reply, services }: Asked): Promise<Result<unknown>> {
  const allowed = mayImport(actor);
  if (!allowed.ok) return allowed;
  if ((await inScope(services.db, scopeOf(actor), (tx) => countUnfinished(tx, actor.userId))) >= UNFINISHED_LIMIT)
    return refuse("too_many", "import.too_many", { limit: UNFINISHED_LIMIT });
  const id = uuidv7(services.clock.now().getTime());
  const path = await prepareImportFile(services, id);
  const received = await receiveFile(request, path, FILE_LIMIT_BYTES);
  if (!received.ok) return received;
  const opened = await openFile(path);
  if (!opened.ok) {
    await rm(path, { force: true });
    return opened;
  }
  const { fileName, sizeBytes } = received.value;
  await recordImport({ id, entry, fileName, sizeBytes, address: request.ip }, actor, services);
  importRunner(services).wake(id);
  void reply.status(202);
  return ok({ importId: id });
}

/** The rows that did not pass, as the template would have them, with what is wrong: corrected there and sent again. */
async function errorsFile(entry: Entry, { actor, request, reply, services }: Asked): Promise<Result<unknown>> {
  const { importId } = request.params as { readonly importId: string };
  const isId = /^[0-9a-f-]{36}$/i.test(importId);
  const record = isId
    ? await inScope(services.db, scopeOf(actor), (tx) => findImport(tx, entry.ledger.name, importId, actor.userId))
    : undefined;
  if (!record) return refuse("not_found", "import.unknown", { id: importId });
  const rows = errorSheet(entry, record, { scope: scopeOf(actor), services, language: languageOf(request) });
  return ok(
    sheetFile(
      reply,
      `${record.fileName.replace(/\.[^.]*$/, "")}${services.spoken[languageOf(request)].read(" 错误行")}.xlsx`,
      workbook([rows]),
    ),
  );
}
