/** 文书模板 over HTTP: the one in use to edit with Word, a check with a test print, and taking a right one into use. */
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { inRequest } from "#platform/http/server.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RawRoute, route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { checkTemplate, fillTemplate, MOST_TEMPLATE_BYTES, type TemplateVerdict } from "./domain/docx-check.ts";
import { pageOf } from "./domain/docx-page.ts";
import { type DocumentKind, tagsOf } from "./domain/kind.ts";
import { sampleValues, tellTemplate } from "./domain/values.ts";
import { documentKinds } from "./kinds.ts";
import { template } from "./template.ts";
import { templateFor } from "./template-store.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const tag = "文书模板";
const permission = "enforcement.template.manage";
const wrongTag = z.object({ tag: z.string(), nearest: z.string().nullable() });
const verdict = z
  .object({
    ok: z.boolean(),
    message: z.string(),
    wrong: z.array(wrongTag),
    allowed: z.array(z.string()).describe("这种文书的字段名"),
    page: z.string().nullable().describe("试打印页 HTML"),
  })
  .meta({ id: "TemplateVerdict", description: "一份模板能不能用；写错的字段名和可用的字段名" });

type KeptFile = { readonly sha256: string; readonly name: string; readonly sizeBytes: number; readonly mediaType: string };

/** The uploaded file as the asker may see it. */
async function uploaded(tx: Tx, id: string): Promise<Result<KeptFile>> {
  const { rows } =
    await sql<KeptFile>`select encode(sha256, 'hex') as sha256, name, size_bytes, media_type from platform.file where id = ${id}`.execute(
      tx,
    );
  const file = rows[0];
  if (!file) return refuse("not_found", "ledger.unknown_row", { id });
  if (file.mediaType !== DOCX) return refuse("invalid", "enforcement.not_docx");
  return file.sizeBytes > MOST_TEMPLATE_BYTES ? refuse("invalid", "enforcement.template_too_large") : ok(file);
}

const namesOf = (kind: DocumentKind): string[] =>
  Object.entries(tagsOf(kind)).flatMap(([name, inner]) =>
    inner ? [`#${name}`, ...Object.keys(inner).map((each) => `${name} › ${each}`)] : [name],
  );

const testPrint = (kind: DocumentKind, bytes: Buffer): Buffer =>
  fillTemplate(
    bytes,
    tellTemplate(kind, sampleValues(kind), {
      number: "〔文号〕",
      organ: "〔制作机关〕",
      party: "〔当事人〕",
      on: calendarDate.parse("2026-03-18"),
    }),
  );

const paramsOf = (kind: DocumentKind, judged: Exclude<TemplateVerdict, { ok: true }>) => ({
  what: judged.what ?? "",
  tags: (judged.wrong ?? []).map((each) => each.tag).join("、"),
  wrong: judged.wrong ?? [],
  allowed: namesOf(kind),
});

export const checkTemplateRoute = route({
  method: "POST",
  path: "/enforcement/templates/check",
  tag,
  summary: "检查文书模板并试打印",
  permission,
  input: z.object({ kind: z.string().max(40), file: z.uuid() }),
  output: verdict,
  async run({ tx, services, language }, given) {
    const kind = documentKinds.get(given.kind);
    if (!kind) return refuse("invalid", "enforcement.unknown_kind", { kind: given.kind });
    const file = await uploaded(tx, given.file);
    if (!file.ok) return file;
    const bytes = await readFile(services.files.path(file.value.sha256));
    const judged = checkTemplate(bytes, tagsOf(kind));
    const allowed = namesOf(kind);
    if (judged.ok) {
      const page = pageOf(testPrint(kind, bytes), {
        title: kind.title,
        mark: services.messages.say("enforcement.test_print", {}, language),
      });
      return ok({ ok: true, message: services.messages.say("enforcement.template_right", {}, language), wrong: [], allowed, page });
    }
    const message = services.messages.say(judged.code, paramsOf(kind, judged), language);
    return ok({ ok: false, message, wrong: [...(judged.wrong ?? [])], allowed, page: null });
  },
});

export const takeTemplateRoute = route({
  method: "POST",
  path: "/enforcement/templates",
  tag,
  summary: "启用文书模板",
  description:
    "字段名有错的不启用，答出写错的和可用的字段名；旧版本留着。own：只给本机关用；否则本辖区内没有自己模板的机关都用它，下级辖区另有通用模板的除外。",
  permission,
  input: z.object({
    kind: z.string().max(40),
    file: z.uuid(),
    own: z.boolean().default(false),
    note: z.string().trim().max(200).optional(),
  }),
  output: z.object({ id: z.uuid(), edition: z.number().int() }),
  async run(context, given) {
    const { tx, services, actor, now } = context;
    const kind = documentKinds.get(given.kind);
    if (!kind) return refuse("invalid", "enforcement.unknown_kind", { kind: given.kind });
    const file = await uploaded(tx, given.file);
    if (!file.ok) return file;
    const judged = checkTemplate(await readFile(services.files.path(file.value.sha256)), tagsOf(kind));
    if (!judged.ok) return refuse("invalid", judged.code, paramsOf(kind, judged));
    const organ = given.own ? actor.organId : null;
    if (given.own && !organ) return refuse("conflict", "enforcement.no_organ");
    const area = actor.area.lo;
    // One at a time per kind: the edition is counted from the rows there are.
    const same = organ ? sql`kind = ${kind.key} and organ = ${organ}` : sql`kind = ${kind.key} and organ is null and area = ${area}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`enforcement.template ${kind.key} ${organ ?? area}`}, 0))`.execute(tx);
    const { rows } = await sql<{
      edition: number;
    }>`select coalesce(max(edition), 0)::int + 1 as edition from enforcement.template where ${same}`.execute(tx);
    const edition = rows[0]?.edition ?? 1;
    await sql`update enforcement.template set in_force = false, retired_at = ${now.toISOString()}, version = version + 1, updated_at = now()
      where ${same} and in_force`.execute(tx);
    // The organ's own, taken into use by a colleague for a wider area, is not replaced from a part of it.
    const { rows: above } = await sql`select 1 from enforcement.template where ${same} and in_force and deleted_at is null`.execute(tx);
    if (above.length > 0) return refuse("forbidden", "ledger.outside_area");
    const id = uuidv7(now.getTime());
    const values = {
      kind: kind.key,
      kindTitle: kind.title,
      organ,
      edition,
      inForce: true,
      fileName: file.value.name,
      sha256: file.value.sha256,
      note: given.note ?? null,
    };
    await insertRows(services.catalog.get(template.name), [{ id, area, values, demo: false }], readerOf(context));
    context.audit({
      action: "启用文书模板",
      subject: template.name,
      subjectId: id,
      area,
      detail: { kind: kind.key, edition, by: actor.userId },
    });
    return ok({ id, edition });
  },
});

export const retireTemplateRoute = route({
  method: "POST",
  path: "/enforcement/templates/:id/retire",
  tag,
  summary: "停用文书模板",
  description: "停用后改用通用模板或默认模板；已签发的文书不变。",
  permission,
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  async run({ tx, now }, { id }) {
    const { rows } =
      await sql`update enforcement.template set in_force = false, retired_at = ${now.toISOString()}, version = version + 1, updated_at = now()
      where id = ${id} and in_force returning id`.execute(tx);
    return rows.length > 0 ? ok({}) : refuse("not_found", "ledger.unknown_row", { id });
  },
});

const asked = z.object({ kind: z.string().max(40) });

/** The template in use, to change with Word or WPS and bring back. */
export const downloadTemplate: RawRoute = {
  method: "GET",
  path: "/enforcement/kinds/:kind/template",
  tag,
  summary: "取在用的文书模板",
  permission,
  input: asked,
  output: z.string(),
  example: { input: { kind: "correct-in-time" } },
  sends: DOCX,
  async answer({ request, reply, services }) {
    const given = asked.safeParse(request.params);
    const found = await inRequest(downloadTemplate, request, reply, services, async ({ tx, actor }) => {
      const kind = documentKinds.get(given.data?.kind ?? "");
      if (!kind) return refuse("not_found", "enforcement.unknown_kind");
      return ok({ kind, bytes: (await templateFor(tx, services, kind, actor.organId, actor.area.lo)).bytes });
    });
    if (!found.ok) return found;
    const { kind, bytes } = found.value as { readonly kind: DocumentKind; readonly bytes: Buffer };
    void reply.type(DOCX).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${kind.title}模板.docx`)}`);
    return ok(bytes);
  },
};
