/** 法律文书 over HTTP: kinds, drafts, the page to read and print, and the file itself. Each time a file leaves, the audit says to whom. */

import { readFile } from "node:fs/promises";
import { z } from "zod";
import { inRequest } from "#platform/http/server.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { inArea } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RawRoute, type RouteContext, route } from "#platform/route.ts";
import { DOCUMENT } from "./document.ts";
import { pageOf } from "./domain/docx-page.ts";
import { fill } from "./issue.ts";
import { documentKinds } from "./kinds.ts";
import { changeDraft, draftDocument } from "./make-document.ts";
import { DOCX } from "./template-routes.ts";

const tag = "法律文书";
const fieldShape = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(["text", "long", "day", "rows"]),
  required: z.boolean(),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
});
const kindShape = z
  .object({
    key: z.string(),
    title: z.string(),
    mark: z.string(),
    levels: z.number().int().describe("0 直接签发，1 审批，2 审核后审批"),
    ground: z.string(),
    confirmed: z.boolean().describe("名称和期限已见到正式文本"),
    serve: z.string().nullable(),
    fields: z.array(fieldShape),
  })
  .meta({ id: "DocumentKind", description: "一种法律文书" });

const CONFIRMED = new Set(["seen-full", "seen-quote"]);

export const listKinds = route({
  method: "GET",
  path: "/enforcement/kinds",
  tag,
  summary: "文书种类",
  permission: `${DOCUMENT}.read`,
  input: z.object({}),
  output: z.object({ kinds: z.array(kindShape) }),
  run: () =>
    Promise.resolve(
      ok({
        kinds: [...documentKinds.values()].map(({ key, title, mark, levels, ground, confidence, serve, fields }) => ({
          key,
          title,
          mark,
          levels,
          ground,
          confirmed: CONFIRMED.has(confidence),
          serve: serve?.words ?? null,
          fields: Object.entries(fields).map(([name, field]) => ({
            key: name,
            label: field.label,
            kind: field.kind,
            required: field.required,
            columns: Object.entries(field.columns ?? {}).map(([column, label]) => ({ key: column, label })),
          })),
        })),
      }),
    ),
});

const values = z.record(z.string().max(40), z.unknown());

export const draftRoute = route({
  method: "POST",
  path: "/enforcement/drafts",
  tag,
  summary: "起草法律文书",
  permission: "enforcement.draft",
  input: z.object({
    kind: z.string().max(40),
    area: z.number().int().optional(),
    unit: z.uuid().optional(),
    party: z.string().trim().min(1).max(120),
    values: values.default({}),
  }),
  output: z.object({ documentId: z.uuid() }),
  async run(context, given) {
    const { tx, services, actor, now, today } = context;
    const reader = readerOf(context);
    const unit = given.unit === undefined ? undefined : await findRow(services.catalog.get("places.unit"), given.unit, reader);
    if (given.unit !== undefined && !unit) return refuse("invalid", "ledger.unknown_reference", { id: given.unit });
    const area = unit ? ok(unit.area) : await inArea(services.catalog.get(DOCUMENT), given.area, {}, reader);
    if (!area.ok) return area;
    const asked = {
      kind: given.kind,
      values: given.values,
      area: area.value,
      unit: given.unit ?? null,
      party: given.party,
    };
    const made = await draftDocument(tx, services, { ...asked, by: { actor, now, today } });
    if (made.ok)
      context.audit({
        action: "起草法律文书",
        subject: DOCUMENT,
        subjectId: made.value.documentId,
        area: area.value,
        detail: { kind: given.kind },
      });
    return made;
  },
});

export const changeRoute = route({
  method: "PATCH",
  path: "/enforcement/drafts/:id",
  tag,
  summary: "修改文书草稿",
  permission: "enforcement.draft",
  input: z.object({ id: z.uuid(), version: z.number().int(), values, party: z.string().trim().min(1).max(120).optional() }),
  output: z.object({}),
  async run({ tx, services, actor, now, today }, { id, ...change }) {
    const changed = await changeDraft(tx, services, id, change, { actor, now, today });
    return changed.ok ? ok({}) : changed;
  },
});

const idInput = z.object({ id: z.uuid() });
type Printed = { readonly docx: Buffer; readonly row: Row };

/** The document as it is: the file that was issued, or the draft filled as it stands now. */
async function printed({ services, tx, today, ...context }: RouteContext, id: string | undefined): Promise<Result<Printed>> {
  const row = id && (await findRow(services.catalog.get(DOCUMENT), id, readerOf({ services, tx, today, ...context })));
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  if (typeof row.sha256 === "string") return ok({ row, docx: await readFile(services.files.path(row.sha256)) });
  return ok({ row, docx: (await fill(tx, services, row, "（未签发）", today)).docx });
}

const marks: Readonly<Record<string, string>> = { issued: "", served: "", void: "作废" };
const markOf = (state: unknown): string | undefined => (marks[String(state)] ?? "草稿") || undefined;

const base = { method: "GET", tag, permission: `${DOCUMENT}.read`, input: idInput, output: z.string() } as const;

export const readDocument: RawRoute = {
  ...base,
  path: "/enforcement/document/:id/page",
  summary: "看法律文书",
  description: "可打印的一页 HTML；浏览器可另存为 PDF。未签发的印有草稿，作废的印有作废。",
  sends: "text/html",
  async answer({ request, reply, services }) {
    const given = idInput.safeParse(request.params);
    const found = await inRequest({ ...readDocument, audited: true }, request, reply, services, async (context) => {
      const result = await printed(context, given.data?.id);
      if (result.ok)
        context.audit({ action: "看法律文书", subject: DOCUMENT, subjectId: result.value.row.id, area: result.value.row.area });
      return result;
    });
    if (!found.ok) return found;
    const { row, docx } = found.value as Printed;
    const sum = typeof row.sha256 === "string" ? `${String(row.number)}　文件校验值 ${row.sha256.slice(0, 16)}` : undefined;
    void reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
    return ok(pageOf(docx, { title: `${String(row.title)} ${String(row.number ?? "")}`, mark: markOf(row.state), foot: sum }));
  },
};

export const downloadDocument: RawRoute = {
  ...base,
  path: "/enforcement/document/:id/file",
  summary: "取法律文书",
  sends: DOCX,
  async answer({ request, reply, services }) {
    const given = idInput.safeParse(request.params);
    const found = await inRequest({ ...downloadDocument, audited: true }, request, reply, services, async (context) => {
      const result = await printed(context, given.data?.id);
      if (!result.ok) return result;
      const { id, area, number, sha256, state } = result.value.row;
      context.audit({ action: "取法律文书", subject: DOCUMENT, subjectId: id, area, detail: { number, sha256, state } });
      return result;
    });
    if (!found.ok) return found;
    const { row, docx } = found.value as Printed;
    const name = `${String(row.title)}${row.number ? ` ${String(row.number)}` : "（草稿）"}.docx`;
    void reply.type(DOCX).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return ok(docx);
  },
};
