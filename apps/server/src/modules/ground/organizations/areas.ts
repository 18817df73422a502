/** 辖区: the tree as a person may walk and search it, inside his own range. */
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
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
  exists (select from platform.area c where c.parent = a.key and c.valid_to is null) as has_children`;
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
    const where = parent === undefined ? sql`a.key = ${topOf(actor)}` : sql`a.parent = ${parent} and a.valid_to is null`;
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
      where a.key between ${actor.area.lo} and ${actor.area.hi} and a.valid_to is null
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
    /** Set when it is no more: its last day, and the areas in force that it became. */
    ended: z.object({ on: z.string(), became: z.array(z.object({ key: z.number().int(), name: z.string() })) }).nullable(),
  }),
  example: { input: { key: 330_802_000_000_000 } },
  async run({ tx, actor }, { key: asked }) {
    const { rows } = await sql<
      Area & { validTo: string | null }
    >`select ${COLUMNS}, a.valid_to from platform.area a where a.key = ${asked}`.execute(tx);
    const [row] = rows;
    const became = row?.validTo ? await successorsOf(asked, tx) : [];
    // A saved link to a street that was merged leads whoever sees what it became, and nobody else.
    if (!row || ![asked, ...became.map((each) => each.key)].some((each) => isWithin(each, actor.area)))
      return refuse("not_found", "ledger.unknown_area", { key: asked });
    const { validTo, ...found } = row;
    const above = await sql<{ key: number; name: string }>`with recursive up as (
        select key, parent, name, 0 as depth from platform.area where key = ${asked}
        union all select p.key, p.parent, p.name, up.depth + 1 from platform.area p join up on p.key = up.parent)
      select key, name from up order by depth desc`.execute(tx);
    return ok({
      area: found,
      path: above.rows,
      range: subtreeOf(asked),
      ended: validTo === null ? null : { on: validTo, became: [...became] },
    });
  },
});

/** The areas in force that an ended one became, through every change since. */
async function successorsOf(key: number, tx: Tx): Promise<readonly { readonly key: number; readonly name: string }[]> {
  const { rows } = await sql<{ key: number; name: string }>`with recursive next as (
      select c.to_key as key from platform.area_change c where c.from_key = ${key}
      union select c.to_key from next join platform.area a on a.key = next.key and a.valid_to is not null join platform.area_change c on c.from_key = next.key)
    select a.key, a.name from next join platform.area a on a.key = next.key where a.valid_to is null order by a.key`.execute(tx);
  return rows;
}

export const listBoundariesRoute = route({
  ...reading,
  path: "/boundaries",
  summary: "边界（GeoJSON，CGCS2000）",
  scope: "owner",
  input: z.object({}),
  output: collectionSchema,
  run: async ({ tx, services }) => ok(await readBoundaries(tx, services.city.code)),
});
