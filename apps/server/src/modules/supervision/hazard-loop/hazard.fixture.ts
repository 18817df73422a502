/** What tests of the loop start from: a shop in a real community, its people, a photo, and a hazard found there. */
import { randomUUID } from "node:crypto";
import { type App, type Caller, sample } from "#kit/kit.ts";

export type Shown = Readonly<Record<string, unknown>>;
export type Loop = Awaited<ReturnType<typeof loopIn>>;

export async function loopIn(app: App) {
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [
    sample.kecheng,
  ]);
  const town = Number(first?.key);
  const [below] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [town]);
  const village = Number(below?.key);

  const organ = async (kind: string, area: number = sample.kecheng): Promise<string> => {
    const [found] = await app.sql("select id from organizations.organ where area = $1 and kind = $2 limit 1", [area, kind]);
    if (!found) throw new Error(`no organ ${kind} in ${area}`);
    return String(found.id);
  };
  const shop = async (): Promise<string> => {
    const name = `小店 ${randomUUID().slice(0, 6)}`;
    const { body } = await app
      .as("street-clerk", { area: town })
      .post("/places/unit", { area: village, name, kind: "smallPlace", address: "上街 1 号" });
    if (!body.id) throw new Error(JSON.stringify(body));
    return String(body.id);
  };
  /** A photo an officer took, or one of the unit's people. */
  const photo = async (unit: string | null = null): Promise<string> => {
    const [row] = await app.sql(
      `insert into platform.file (id, area, unit_id, name, media_type, size_bytes, sha256)
        values (gen_random_uuid(), $1, $2, '现场.jpg', 'image/jpeg', 10, sha256('x'::bytea)) returning id`,
      [unit ? village : town, unit],
    );
    return String(row?.id);
  };
  const inspector = async (name = "林晓东"): Promise<Caller> =>
    app.as("inspector", { area: sample.kecheng, organId: await organ("fire-brigade"), name });
  const register = async (unit: string, more: Shown = {}): Promise<string> => {
    const given = { unit, placeWords: "一层 后门", what: "后门上锁", item: "basic#exit-locked", ...more };
    const { status, body } = await (await inspector()).post("/hazard-loop/hazards", given);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return String(body.id);
  };
  /** Registered, graded and given to the unit to mend by a day. */
  const assigned = async (unit: string, dueOn: string, more: Shown = {}): Promise<string> => {
    const id = await register(unit, more);
    const who = await inspector();
    for (const [move, given] of [
      ["grade", { grade: "general" }],
      ["assign", { rectifier: "unit", dueOn }],
    ] as const) {
      const { status, body } = await who.post(`/hazard-loop/hazard/${id}/${move}`, given);
      if (status !== 200) throw new Error(JSON.stringify(body));
    }
    return id;
  };
  return { town, village, organ, shop, photo, inspector, register, assigned };
}
