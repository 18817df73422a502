/** 辖区: the tree as a person may walk and search it, inside his own range. */
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#platform/actor.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaLevels, isWithin, subtreeOf } from "#platform/values.ts";
import { collectionSchema, readBoundaries } from "./boundaries.ts";

const reading = { method: "GET", tag: "辖区", permission: "signed-in" } as const;

const area = z
  .object({
    key: z.number().int(),
    level: z.enum(areaLevels),
    parent: z.number().int().nullable(),
    code: z.string().nullable(),
    name: z.string(),
    fullName: z.string(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    /** Placed by a generator for the demonstration, no real position. */
    approximate: z.boolean(),
    hasChildren: z.boolean(),
  })
  .meta({ id: "Area", description: "辖区" });
type Area = z.input<typeof area>;

const COLUMNS = sql`a.key, a.level, a.parent, a.code, a.name, a.full_name, a.lon, a.lat, coalesce((a.attributes ->> 'approximate')::boolean, false) as approximate,
  exists (select from platform.area c where c.parent = a.key) as has_children`;
const key = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The top of what somebody sees: his own area. */
const topOf = (actor: Actor): number => actor.area.lo;

export const listAreasRoute = route({
  ...reading,
  path: "/areas",
  summary: "下级辖区；不给上级时从本人辖区起",
  input: z.object({ parent: key.optional() }),
  output: z.object({ areas: z.array(area) }),
  example: { input: { parent: 330_802_000_000_000 } },
  async run({ tx, actor }, { parent }) {
    const where = parent === undefined ? sql`a.key = ${topOf(actor)}` : sql`a.parent = ${parent}`;
    const { rows } =
      await sql<Area>`select ${COLUMNS} from platform.area a where ${where} and a.key between ${actor.area.lo} and ${actor.area.hi} order by a.key`.execute(
        tx,
      );
    return ok({ areas: rows });
  },
});

export const searchAreasRoute = route({
  ...reading,
  path: "/areas/search",
  summary: "按名称、拼音、首字母或代码找辖区",
  input: z.object({ q: z.string().trim().min(1).max(40) }),
  output: z.object({ areas: z.array(area) }),
  example: { input: { q: "hhjd" } },
  async run({ tx, actor }, { q }) {
    const text = q.toLowerCase().replace(/[\\%_]/g, "\\$&");
    const { rows } = await sql<Area>`select ${COLUMNS} from platform.area a
      where a.key between ${actor.area.lo} and ${actor.area.hi}
        and (a.name like ${`%${text}%`} or a.pinyin like ${`${text}%`} or a.pinyin like ${`% ${text}%`} or a.code like ${`${text}%`})
      order by a.name <> ${q}, a.key % 1000000 <> 0, a.key limit 20`.execute(tx);
    return ok({ areas: rows });
  },
});

export const showAreaRoute = route({
  ...reading,
  path: "/areas/:key",
  summary: "一个辖区和它的上级",
  input: z.object({ key }),
  output: z.object({
    area,
    path: z.array(z.object({ key: z.number().int(), name: z.string() })),
    range: z.object({ lo: z.number(), hi: z.number() }),
  }),
  example: { input: { key: 330_802_000_000_000 } },
  async run({ tx, actor }, { key: asked }) {
    const { rows } = await sql<Area>`select ${COLUMNS} from platform.area a where a.key = ${asked}`.execute(tx);
    const found = rows[0];
    if (!found || !isWithin(asked, actor.area)) return refuse("not_found", "ledger.unknown_area", { key: asked });
    const above = await sql<{ key: number; name: string }>`with recursive up as (
        select key, parent, name, 0 as depth from platform.area where key = ${asked}
        union all select p.key, p.parent, p.name, up.depth + 1 from platform.area p join up on p.key = up.parent)
      select key, name from up order by depth desc`.execute(tx);
    return ok({ area: found, path: above.rows, range: subtreeOf(asked) });
  },
});

export const listBoundariesRoute = route({
  ...reading,
  path: "/boundaries",
  summary: "边界（GeoJSON，CGCS2000）",
  scope: "owner",
  input: z.object({}),
  output: collectionSchema,
  run: async ({ tx, services }) => ok(await readBoundaries(tx, services.city.code)),
});
