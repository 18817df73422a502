/** 四类高风险场所 × 技防手段 JX-4.4.6: connected places, devices, alarms and handling, as a matrix. */
import { sql } from "kysely";
import { z } from "zod";
import { techniques } from "#modules/ground/facilities/index.ts";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";

/** How the registers tell the four place types; shown beside the matrix because only the first two have a national definition. */
const basis = {
  highRise: "建筑台账判定为高层，或单位类别为高层公共建筑",
  complex: "商场市场且建筑面积 3 万平方米以上（产品口径，待确认）",
  labour: "生产企业且从业人数 200 人以上（公通字〔2001〕97 号的劳动密集型口径）",
  rental: "单位名称含“出租”“公寓”（产品口径，重点场所台账启用后改用其登记）",
} as const;

/** The four place types of the clause. */
const placeTypes = {
  highRise: "高层建筑",
  complex: "城市综合体",
  labour: "劳动密集型企业",
  rental: "居住出租房",
} as const;

const cell = z.object({
  place: z.string(),
  technique: z.string(),
  places: z.number(),
  connected: z.number(),
  devices: z.number(),
  alarms: z.number(),
  closed: z.number(),
});

export const showCoverage = route({
  method: "GET",
  path: "/remote-monitoring/coverage",
  tag: "远程监控",
  summary: "技防覆盖：场所类型 × 手段",
  permission: "remote-monitoring.device.read",
  composed: [...Object.keys(placeTypes), ...Object.keys(techniques)],
  input: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  output: z.object({
    places: z.record(z.string(), z.string()),
    basis: z.record(z.string(), z.string()),
    techniques: z.record(z.string(), z.string()),
    cells: z.array(cell),
  }),
  async run({ tx, now }, { days }) {
    const since = new Date(now.getTime() - days * 86_400_000).toISOString();
    const { rows } = await sql<z.infer<typeof cell>>`with places as materialized (select place, unit from remote_monitoring.risk_place),
        devices as materialized (select unit, technique, count(*)::int as n from remote_monitoring.device where deleted_at is null group by unit, technique),
        alarms as materialized (select a.unit, d.technique, count(*)::int as n, count(a.closed_at)::int as closed from remote_monitoring.alarm a
          join remote_monitoring.device d on d.address = a.address where a.opened_at >= ${since} and a.deleted_at is null and a.state <> 'merged' group by a.unit, d.technique)
      select p.place, t.technique, count(distinct p.unit)::int as places, count(distinct d.unit)::int as connected, coalesce(sum(d.n), 0)::int as devices,
        coalesce(sum(a.n), 0)::int as alarms, coalesce(sum(a.closed), 0)::int as closed
      from places p cross join unnest(${Object.keys(techniques)}::text[]) t(technique)
        left join devices d on d.unit = p.unit and d.technique = t.technique left join alarms a on a.unit = p.unit and a.technique = t.technique
      group by p.place, t.technique order by 1, 2`.execute(tx);
    return ok({ places: placeTypes, basis, techniques, cells: rows });
  },
});
