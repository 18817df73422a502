/** 配套措施 per clause and area: who made what, and which clauses have none at all. QZ-8.1 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey } from "#platform/values.ts";
import { packsOf } from "../duties/board.ts";
import { areaAsked, areaName, chosenLaid, organNames, READ, visibleLaid } from "../duties/seen.ts";
import { supportingMeasure } from "./ledgers.ts";

const FEW = 4;
const measure = z.object({ id: z.uuid(), title: z.string(), organ: z.string(), kindLabel: z.string(), from: z.string() });
const shown = z
  .object({
    packs: z.array(z.object({ id: z.string(), title: z.string() })),
    pack: z.string().nullable(),
    area: z.object({ key: areaKey, name: z.string() }),
    columns: z.array(z.object({ key: z.string(), label: z.string() })).describe("本级与下级辖区"),
    clauses: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        part: z.string(),
        lead: z.string().nullable(),
        count: z.number().int(),
        cells: z.array(z.number().int()).describe("各列有几项"),
        measures: z.array(measure).describe("最近几项"),
      }),
    ),
    bare: z.number().int().describe("一项配套措施都没有的条款"),
    may: z.object({ write: z.boolean() }),
  })
  .meta({ id: "SupportingMeasures", description: "配套措施：条款 × 地区" });

export const showSupporting = route({
  method: "GET",
  path: "/policy-tasks/supporting",
  tag: "政策任务",
  summary: "配套措施：哪些条款有，哪些没有",
  permission: READ,
  input: z.object({ pack: z.string().max(40).optional(), area: z.coerce.number().pipe(areaKey).optional() }),
  output: shown,
  composed: ["label"],
  example: { input: { pack: "QZ" } },
  async run(context, asked) {
    const { tx, actor, services, language } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const { lo, hi } = range.value;
    const visible = await visibleLaid(context);
    const { pack, laid } = chosenLaid(visible, { pack: asked.pack });
    const { rows: below } = await sql<{
      key: number;
      name: string;
    }>`select key, name from platform.area where parent = ${lo} order by key`.execute(tx);
    type Row = { id: string; clause: string; title: string; kind: string; from: string; organ: string; area: number };
    const { rows } = await sql<Row>`select m.id, m.clause, m.title, m.kind, m."from", coalesce(o.short_name, '') as organ, m.area
      from policy_tasks.supporting_measure m left join organizations.v_organ o on o.id = m.organ
      where m.deleted_at is null and m.pack = ${pack} and m.area between ${lo} and ${hi} order by m."from" desc, m.id limit 5000`.execute(
      tx,
    );
    const kinds =
      services.spoken[language].registry.ledgers.find(({ name }) => name === supportingMeasure.name)?.fields.kind?.choices ?? {};
    const columns = [{ key: String(lo), label: "本级" }, ...below.map(({ key, name }) => ({ key: String(key), label: name }))];
    const columnOf = (area: number) => 1 + below.findIndex(({ key }, i) => area >= key && area < (below[i + 1]?.key ?? hi + 1));
    const firsts = [...new Map(laid.map((each) => [each.clause, each])).values()];
    const names = await organNames(
      tx,
      firsts.flatMap(({ leads }) => leads.slice(0, 1)),
    );
    const clauses = firsts.map(({ clause, content, leads }) => {
      const own = rows.filter((row) => row.clause === clause);
      const cells = columns.map(() => 0);
      for (const { area } of own) {
        const column = area === lo ? 0 : columnOf(area);
        cells[column] = (cells[column] ?? 0) + 1;
      }
      return {
        id: clause,
        title: content.clause.title,
        part: content.part ?? content.clause.section,
        lead: names.get(leads[0] ?? "") ?? null,
        count: own.length,
        cells,
        measures: own.slice(0, FEW).map(({ id, title, organ, kind, from }) => ({ id, title, organ, from, kindLabel: kinds[kind] ?? kind })),
      };
    });
    return ok({
      packs: packsOf(visible).map(({ id, title }) => ({ id, title })),
      pack,
      area: { key: lo, name: await areaName(tx, lo) },
      columns,
      clauses,
      bare: clauses.filter(({ count }) => count === 0).length,
      may: { write: may(actor, `${supportingMeasure.name}.write`) },
    });
  },
});
