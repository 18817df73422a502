/** The doors through which files come and go: export, template, import, and the rows that did not pass. They stream, so they answer by themselves. */
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, scopeOf } from "../../actor.ts";
import { writeAudit } from "../../audit.ts";
import { asWorker, inScope } from "../../db.ts";
import { API, allow, answerRefusal, languageOf } from "../../http/server.ts";
import { ok, type Result, refuse } from "../../result.ts";
import type { Services } from "../../services.ts";
import { receiveFile } from "../../upload.ts";
import type { Entry } from "../catalog.ts";
import { pathOf } from "../names.ts";
import { listInput } from "../routes.ts";
import { uuidv7 } from "../write.ts";
import { exportLedger } from "./export.ts";
import { canImport, columnsByKey, labelOf, mayImport, sentenceOf, shownValue } from "./import-routes.ts";
import { countUnfinished, createImport, findImport, readImportRows, type StoredRow } from "./import-store.ts";
import { PROBLEM_HEADER } from "./match-headers.ts";
import { FILE_LIMIT_BYTES, openFile } from "./open-file.ts";
import { importRunner, prepareImportFile } from "./run-import.ts";
import { AREA, datumColumn, fillColumns, headerOf, pointColumns, type SheetColumn } from "./sheet-columns.ts";
import { type OutCell, type OutSheet, workbook, XLSX_TYPE } from "./sheet-write.ts";
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
  await asWorker(services.db, async (tx) => {
    const options = { area: actor.area, actorName: actor.name, areaName: actor.areaName };
    await createImport(tx, { id, ledger: entry.ledger.name, fileName, options, createdBy: actor.userId });
    await writeAudit(tx, {
      action: `${entry.ledger.label} 送入导入文件`,
      actor: actor.userId,
      actorName: actor.name,
      subject: entry.ledger.name,
      subjectId: id,
      area: actor.area.lo,
      detail: { file: fileName, sizeBytes, address: request.ip },
    });
  });
  importRunner(services).wake(id);
  void reply.status(202);
  return ok({ importId: id });
}

/** The rows that did not pass, as the template would have them, with what is wrong: corrected there and sent again. */
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
  const { read } = services.spoken[languageOf(request)];
  const spoken = services.catalog.spoken(entry.ledger.name, languageOf(request));
  const columns = columnsByKey(spoken, read);
  const given = new Set(record.columns.map((column) => column.field));
  const used = fillColumns(spoken, read).filter(({ key, field }) => given.has(key) || field.required || isPointPart(key, given));
  async function* rows(): AsyncGenerator<readonly OutCell[]> {
    for (let after = 0; ; ) {
      const page = await inScope(services.db, scopeOf(actor), (tx) =>
        readImportRows(tx, services.sealer, importId, { levels: ["error", "confirm"], after, limit: 500 }),
      );
      for (const row of page) yield* errorLine(row, used, columns, services, languageOf(request));
      const last = page.at(-1);
      if (!last || page.length < 500) return;
      after = last.number;
    }
  }
  const sheet = (): OutSheet => ({
    name: spoken.ledger.label,
    columns: [
      { header: read(PROBLEM_HEADER), width: 40 },
      ...used.map((column) => ({ header: headerOf(column), width: 16, required: column.field.required === true })),
    ],
    rows: rows(),
  });
  return ok(sheetFile(reply, `${record.fileName.replace(/\.[^.]*$/, "")}${read(" 错误行")}.xlsx`, workbook([sheet])));
}

const isPointPart = (key: string, given: ReadonlySet<string | null>): boolean =>
  given.has("point") && (key === datumColumn.key || pointColumns.some((column) => column.key === key));

function errorLine(
  { number, box }: StoredRow,
  used: readonly SheetColumn[],
  columns: ReadonlyMap<string, SheetColumn>,
  services: Services,
  language: "zh" | "en",
): readonly (readonly OutCell[])[] {
  if (!box) return [];
  const { read } = services.spoken[language];
  const problems = box.problems
    .filter((problem) => problem.level !== "fixed")
    .map((problem) => `${labelOf(problem.field, columns, read)}${read("：")}${sentenceOf(problem, { services, language })}`);
  const pair = shownValue(box, "point").split(/[,，\s]+/);
  const cellFor = ({ key }: SheetColumn): OutCell => {
    if (key === AREA) return box.given.areaParts.join("");
    const cell = box.given.cells[key] ?? null;
    if (cell === null && box.given.cells.point)
      return key === "lon" ? (pair[0] ?? null) : key === "lat" ? (pair[1]?.replace(/（.*/, "") ?? null) : null;
    if (typeof cell === "number") return cell;
    return shownValue(box, key) || null;
  };
  return [[`${read(`第 ${number} 行。`)}${problems.join(read("；"))}`, ...used.map(cellFor)]];
}
