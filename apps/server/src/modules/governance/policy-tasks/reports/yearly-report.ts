/** 专题报告: one document's standing in one area and year as a Word file; who took it, and of what, is audited. */
import { sql } from "kysely";
import { z } from "zod";
import { inRequest, parseAsked } from "#platform/http/server.ts";
import { ok, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import { areaKey, type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { composeReport } from "./compose.ts";
import { writeDocx } from "./docx/write-docx.ts";
import { findPack, isFrozen, readReport } from "./read-report.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const REPORT = "policy-tasks.report";

const asked = z.object({
  pack: z.string().min(1).max(60).describe("政策包"),
  year: z.coerce.number().int().min(2000).max(2999).optional().describe("缺省为今年"),
  area: z.coerce.number().pipe(areaKey).optional().describe("缺省为本人辖区"),
});

const declared = {
  method: "GET",
  path: "/policy-tasks/reports/yearly",
  tag: "政策任务",
  summary: "导出专题报告",
  description: "一份文件在一个辖区、一年的落实情况，.docx：数值、图、逐条情况、逾期和责任单位、与上年相比、证据目录。",
  permission: REPORT,
  input: asked,
  output: z.string(),
  example: { input: { pack: "QZ", year: 2026 } },
  sends: DOCX,
  refuses: ["not_found", "invalid"],
} as const;

export const yearlyReport: RawRoute = {
  ...declared,
  refuses: [...declared.refuses],
  async answer({ request, reply, services }) {
    const given = parseAsked(asked, request.query, request);
    if (!given.ok) return given;
    const made = await inRequest({ ...declared, audited: true }, request, reply, services, async (context) => {
      const { tx, actor, today, now } = context;
      const range = given.value.area === undefined ? actor.area : subtreeOf(given.value.area);
      if (!isWithin(range.lo, actor.area)) return refuse("not_found", "ledger.outside_area");
      const year = given.value.year ?? Number(today.slice(0, 4));
      if (`${year}-01-01` > today) return refuse("invalid", "policy-tasks.report_year_ahead", { year });
      const pack = await findPack(tx, given.value.pack);
      if (!pack) return refuse("not_found", "policy-tasks.report_no_pack", { pack: given.value.pack });
      const { rows } = await sql<{ name: string }>`select name from platform.area where key = ${range.lo}`.execute(tx);
      const area = { key: range.lo, name: rows[0]?.name ?? actor.areaName, range };
      const until = (`${year}-12-31` < today ? `${year}-12-31` : today) as CalendarDate;
      const of = { pack: given.value.pack, year, area, until };
      const { registry } = services.spoken.zh;
      const labels = new Map(registry.modules.map(({ name, label }) => [name, label]));
      const words = (capability: string): string => labels.get(capability) ?? capability;
      const read = await readReport({ tx, measures: registry.measures, words }, of, pack);
      const madeBy = actor.organName ?? actor.areaName;
      const frozen = await isFrozen(tx, of);
      const title = `${area.name}${year}年《${pack.title}》落实情况专题报告`;
      const docx = writeDocx(composeReport({ ...read, madeBy, frozen }), {
        title,
        author: `${madeBy} ${actor.name}`,
        madeAt: now,
        foot: title,
      });
      context.audit({
        action: declared.summary,
        subject: REPORT,
        area: area.key,
        detail: { pack: of.pack, year, until, standings: read.standings.length, bytes: docx.length },
      });
      return ok({ docx, title });
    });
    if (!made.ok) return made;
    const { docx, title } = made.value as { readonly docx: Buffer; readonly title: string };
    void reply.type(DOCX).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.docx`)}`);
    return ok(docx);
  },
};
