/** The city as anybody may see it on the login page: its outline and where its units are, without a name. */
import { z } from "zod";
import type { Db } from "#platform/db.ts";
import type { Condition } from "#platform/ledger/condition.ts";
import { mapPoints } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { coarsened, collectionSchema, readBoundaries } from "./boundaries.ts";

const MOST_UNITS = 3_000;
const KEPT_MS = 5 * 60_000;

const city = z
  .object({
    name: z.string(),
    code: z.string(),
    demo: z.boolean(),
    boundary: collectionSchema.nullable(),
    units: z.array(z.tuple([z.number(), z.number(), z.string()])),
  })
  .meta({ id: "City", description: "本城：轮廓与单位点位" });
type City = z.input<typeof city>;

const kept = new WeakMap<Db, { readonly city: City; readonly until: number }>();
/** After an import the next visitor sees the new boundary; other processes follow within five minutes. */
export const forgetPublicCity = (db: Db): void => void kept.delete(db);

/** Nobody is asked who he is here, so the answer is computed once in a while, not once per visitor. */
export const publicCityRoute = route({
  method: "GET",
  path: "/public/city",
  summary: "城市轮廓与单位点位（公开，不含名称）",
  tag: "公开",
  permission: "public",
  scope: "owner",
  input: z.object({}),
  output: city,
  async run(context) {
    const { db } = context.services;
    const now = context.now.getTime();
    const known = kept.get(db);
    if (known && known.until > now) return ok(known.city);
    const fresh = await describe(context);
    kept.set(db, { city: fresh, until: now + KEPT_MS });
    return ok(fresh);
  },
});

async function describe(context: RouteContext): Promise<City> {
  const { tx, services } = context;
  const { code, name } = services.city;
  const boundary = coarsened(await readBoundaries(tx, code));
  return {
    name,
    code,
    demo: services.config.seed === "demo",
    boundary: boundary.features.length > 0 ? boundary : null,
    units: await unitPoints(context),
  };
}

/** About 100 m: enough for lights on a dark map. */
const rounded = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;

async function unitPoints(context: RouteContext): Promise<City["units"]> {
  const { services } = context;
  const entry = services.catalog.find("places.unit");
  if (!entry) return [];
  const reader = { ...readerOf(context), scope: { area: services.city.range, unitId: null, userId: null } };
  const asked: readonly (readonly [kind: string, where: Condition])[] = [
    ["key", { grade: "key" }],
    ["general", { grade: { not: "key" } }],
  ];
  const points: City["units"] = [];
  for (const [kind, where] of asked) {
    const found = await mapPoints(entry, { where }, reader, MOST_UNITS - points.length);
    if (found.ok) points.push(...found.value.points.map(([lon, lat]): [number, number, string] => [rounded(lon), rounded(lat), kind]));
  }
  return points;
}
