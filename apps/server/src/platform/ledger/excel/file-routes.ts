/** The doors through which files come and go: export, template, import, and the rows that did not pass. They stream, so they answer by themselves. */
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, scopeOf } from "../../actor.ts";
import { inScope } from "../../db.ts";
import { API, allow, answerRefusal, languageOf } from "../../http/server.ts";
import { ok, type Result, refuse } from "../../result.ts";
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

type Answer = (actor: Actor, request: FastifyRequest, reply: FastifyReply) => Promise<Result<unknown>>;

export function registerLedgerFiles(server: FastifyInstance, services: Services): void {
  const door = (permission: string, answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
    const allowed = allow(request, permission);
    const result = allowed.ok ? await answer(allowed.value, request, reply) : allowed;
    return result.ok ? reply.send(result.value) : answerRefusal(result.refusal, request, reply, services);
  };
  for (const { ledger } of services.catalog.entries.values()) {
    const path = `${API}/${pathOf(ledger.name)}`;
    const entry = () => services.catalog.get(ledger.name);
    server.get(
      `${path}/export.xlsx`,
      door(`${ledger.name}.export`, (actor, request, reply) => exportFile(entry(), actor, request, reply, services)),
    );
    if (!canImport(entry())) continue;
    const permission = `${ledger.name}.import`;
    server.get(
      `${path}/template.xlsx`,
      door(permission, async (_, request, reply) => {
        const { read } = services.spoken[languageOf(request)];
        const spoken = services.catalog.spoken(ledger.name, languageOf(request));
        return ok(sheetFile(reply, `${spoken.ledger.label}${read("导入模板")}.xlsx`, templateOf(spoken, read)));
      }),
    );
    server.post(
      `${path}/import`,
      door(permission, (actor, request, reply) => takeFile(entry(), actor, request, reply, services)),
    );
    server.get(
      `${path}/import/:importId/errors.xlsx`,
      door(permission, (actor, request, reply) => errorsFile(entry(), actor, request, reply, services)),
    );
  }
}

/** Names the file for saving, in UTF-8 (RFC 6266), and sends it as it is made. */
function sheetFile(reply: FastifyReply, fileName: string, bytes: AsyncGenerator<Buffer>): Readable {
  void reply
    .type(XLSX_TYPE)
    .header("content-disposition", `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  return Readable.from(bytes, { objectMode: false, highWaterMark: 262_144 });
}

async function exportFile(
  entry: Entry,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<Result<unknown>> {
  const query = listInput.safeParse(request.query);
  if (!query.success)
    return refuse("invalid", "http.bad_input", { field: query.error.issues[0]?.path.join("."), problem: query.error.issues[0]?.message });
  const made = await exportLedger(entry, query.data, actor, services, languageOf(request));
  return made.ok ? ok(sheetFile(reply, made.value.fileName, made.value.bytes)) : made;
}

/** Takes the file in and answers at once; reading and checking go on behind. What is plainly no table is refused here. */
async function takeFile(
  entry: Entry,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<Result<unknown>> {
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

async function errorsFile(
  entry: Entry,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<Result<unknown>> {
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
