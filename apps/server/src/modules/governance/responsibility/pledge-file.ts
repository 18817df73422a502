/** 责任书 .docx: its targets and both signatures, marked 未签订 until both have signed; on the office's own template where it has one. SH-8.3 */
import { z } from "zod";
import { dayWords, fillDocument } from "#modules/supervision/enforcement/index.ts";
import { inRequest } from "#platform/http/server.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RawRoute, RouteContext } from "#platform/route.ts";
import { pledge } from "./cases.ts";
import type { PledgeTarget } from "./pledges.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const kind = {
  key: "pledge",
  title: "消防安全责任书",
  mark: "责",
  levels: 0 as const,
  ground: "消防安全责任制实施办法（国办发〔2017〕87号）",
  source: "SH-8.3",
  confidence: "unknown" as const,
  foot: "本责任书一式两份，双方各执一份；目标完成情况列入年度考核。",
  fields: {
    year: { label: "年度", kind: "text" as const, required: true },
    superior: { label: "上级机构", kind: "text" as const, required: true },
    pledger: { label: "责任机构", kind: "text" as const, required: true },
    targets: {
      label: "目标清单",
      kind: "rows" as const,
      required: true,
      columns: { no: "序号", words: "目标", aim: "目标值", clause: "条款" },
    },
    pledgerSigned: { label: "责任方签字", kind: "text" as const, required: true },
    superiorSigned: { label: "上级签字", kind: "text" as const, required: true },
  },
  body: [
    "-{责任机构}向{上级机构}承诺，{年度} 年度完成下列消防安全目标：",
    "{#目标清单}",
    "-{序号}．{目标}：{目标值}（{条款}）",
    "{/目标清单}",
    "-上级机构：{上级机构}",
    "-签字：{上级签字}",
    "-责任机构：{责任机构}",
    "-签字：{责任方签字}",
  ].join("\n"),
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const signed = (name: unknown, on: unknown): string => (text(name) && text(on) ? `${text(name)}　${dayWords(text(on))}` : "（未签订）");
const refOf = (row: Row, key: string): string => (row._ref as Readonly<Record<string, string>> | undefined)?.[key] ?? "";

/** The values of the paper, from the stored pledge alone. */
export const pledgeValues = (row: Row) => ({
  year: String(row.year),
  superior: refOf(row, "superior"),
  pledger: refOf(row, "pledger"),
  targets: (Array.isArray(row.targets) ? (row.targets as readonly PledgeTarget[]) : []).map(({ words, aim, clause }, at) => ({
    no: at + 1,
    words,
    aim: aim ?? "按文件",
    clause: clause ?? "—",
  })),
  pledgerSigned: signed(row.pledgerName, row.pledgedOn),
  superiorSigned: signed(row.superiorName, row.signedOn),
});

async function printed(
  context: RouteContext,
  id: string,
): Promise<Result<{ readonly title: string; readonly signed: boolean; readonly docx: Buffer }>> {
  const { tx, services, today } = context;
  const row = await findRow(services.catalog.get(pledge.name), id, readerOf(context));
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  const docx = await fillDocument(tx, services, {
    kind,
    values: pledgeValues(row),
    organ: { id: text(row.superior) || null, name: refOf(row, "superior") },
    number: row.state === "signed" ? `${String(row.year)}年` : "（未签订）",
    party: refOf(row, "pledger"),
    on: text(row.signedOn) || today,
  });
  context.audit({ action: "取责任书", subject: pledge.name, subjectId: id, area: row.area });
  return ok({ title: text(row.title), signed: row.state === "signed", docx });
}

const input = z.object({ id: z.uuid() });

export const pledgeFile: RawRoute = {
  method: "GET",
  path: "/responsibility/pledges/:id/pledge.docx",
  summary: "取责任书",
  tag: "责任体系",
  permission: `${pledge.name}.read`,
  input,
  output: z.string(),
  sends: DOCX,
  async answer({ request, reply, services }) {
    const id = input.safeParse(request.params).data?.id ?? "";
    const found = await inRequest({ ...pledgeFile, audited: true }, request, reply, services, (context) => printed(context, id));
    if (!found.ok) return found;
    const { title, signed: isSigned, docx } = found.value as { readonly title: string; readonly signed: boolean; readonly docx: Buffer };
    void reply
      .type(DOCX)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${title}${isSigned ? "" : "（未签订）"}.docx`)}`);
    return ok(docx);
  },
};
