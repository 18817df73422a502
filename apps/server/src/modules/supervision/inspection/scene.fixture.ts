/** What the tests of this module start from: units in 柯城区 and people in posts. */
import type { App } from "#kit/kit.ts";
import { sample } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";

export const HEHUA = 330_802_001_001_000;

export async function aVillage(app: App): Promise<number> {
  await app.sql(
    `insert into platform.area (key, level, code, name, full_name) values ($1, 'village', '330802001001', '荷花社区', '柯城区荷花街道荷花社区') on conflict do nothing`,
    [HEHUA],
  );
  return HEHUA;
}

export async function aUnit(
  app: App,
  values: { readonly name?: string; readonly kind?: string; readonly grade?: string } = {},
): Promise<string> {
  const id = uuidv7();
  await app.sql("insert into places.unit (id, area, name, kind, address, grade) values ($1, $2, $3, $4, '荷花中路 1 号', $5)", [
    id,
    await aVillage(app),
    values.name ?? "东风商厦",
    values.kind ?? "shop",
    values.grade ?? "key",
  ]);
  return id;
}

/** An active official of 柯城区 who holds the role. */
export async function aPerson(app: App, role: string, name: string, area: number = sample.kecheng): Promise<string> {
  const id = uuidv7();
  const [organ] = await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]);
  await app.sql(
    `insert into identity."user" (id, area, name, account, kind, state, organ) values ($1, $2, $3, $4, 'official', 'active', $5)`,
    [id, area, name, `t${id.slice(-12)}`, organ?.id ?? null],
  );
  await app.sql("insert into identity.posting (id, user_id, role, organ, area, granted_at) values ($1, $2, $3, $4, $5, now())", [
    uuidv7(),
    id,
    role,
    organ?.id ?? null,
    area,
  ]);
  return id;
}
