/** What the tests of this module start from: a shop in a real community with its keeper, and a photo she took. */
import { randomUUID } from "node:crypto";
import { type App, type Caller, sample } from "#kit/kit.ts";

export type Shown = Readonly<Record<string, unknown>>;

export async function unitsIn(app: App) {
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [
    sample.kecheng,
  ]);
  const town = Number(first?.key);
  const [below] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [town]);
  const village = Number(below?.key);
  const clerk = app.as("street-clerk", { area: town, name: "方丽华" });
  const unit = async (more: Shown = {}) => {
    const given = {
      area: village,
      name: `小店 ${randomUUID().slice(0, 6)}`,
      kind: "smallPlace",
      address: "上街 1 号",
      responsible: "郑小红",
      manager: "郑小红",
      ...more,
    };
    const { body } = await clerk.post("/places/unit", given);
    if (!body.id) throw new Error(JSON.stringify(body));
    const id = String(body.id);
    const keeper = app.as("unit-manager", { area: village, unitId: id, name: "郑小红" });
    return { id, keeper, name: given.name };
  };
  const photo = async (who: Caller): Promise<string> => {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x4a])]), "后门.jpg");
    const response = await who.fetch("/files", { method: "POST", body: form });
    return ((await response.json()) as { id: string }).id;
  };
  /** The list answered all well but for the items named. */
  const answers = async (who: Caller, failed: Readonly<Record<string, Shown>> = {}) => {
    const { body } = await who.get("/unit/self-check-list");
    const items = body.items as readonly { readonly id: string; readonly photo: string }[];
    const photos = items.some((item) => item.photo === "always") ? [await photo(who)] : [];
    return {
      checklist: body.id,
      version: body.version,
      answers: items.map(({ id, photo: asks }) => ({
        item: id,
        answer: id in failed ? "fail" : "pass",
        ...(asks === "always" ? { photos } : {}),
        ...failed[id],
      })),
    };
  };
  return { town, village, clerk, unit, photo, answers };
}
